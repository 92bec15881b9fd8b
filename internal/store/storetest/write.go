package storetest

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"sangdam/internal/store"
)

func versions(t *testing.T, h *home) {
	first := h.write(value("a", "one"), value("b", "one"))
	second := h.write(value("a", "two"))
	elsewhere := h.write(store.Change{Key: store.Key{Space: "busan-2027", Kind: "run", ID: "a"}})
	if first == 0 || second <= first || elsewhere == 0 {
		t.Errorf("versions %d, then %d, and %d in another space", first, second, elsewhere)
	}
	for id, want := range map[string]uint64{"a": second, "b": first} {
		r, err := h.Get(t.Context(), key(id))
		if err != nil || r.Version != want {
			t.Errorf("%s has version %d, want %d; %v", id, r.Version, want, err)
		}
		if !r.Modified.Equal(h.clock()) || !r.Expires.IsZero() {
			t.Errorf("%s was modified %v and expires %v", id, r.Modified, r.Expires)
		}
	}
	h.pass(time.Hour)
	h.write(value("a", "three"))
	if r, err := h.Get(t.Context(), key("a")); err != nil || !r.Modified.Equal(h.clock()) {
		t.Errorf("modified %v, %v", r.Modified, err)
	}
}

func conditions(t *testing.T, h *home) {
	version := h.write(value("there", "x"))
	for _, c := range []struct {
		name          string
		there, absent bool
		condition     store.Condition
	}{
		{"any", true, true, store.Any()},
		{"absent", false, true, store.Absent()},
		{"present", true, false, store.Present()},
		{"at", true, false, store.At(version)},
		{"at another", false, false, store.At(version + 7)},
		{"at none", false, true, store.At(0)},
	} {
		for id, want := range map[string]bool{"there": c.there, "absent": c.absent} {
			// A conflict on a second record keeps the write from happening whatever the first says.
			_, err := h.Write(t.Context(), store.Change{Key: key(id), If: c.condition},
				store.Change{Key: key("never"), If: store.Present()})
			got := fmt.Sprint(conflict(err))
			blamed := strings.Contains(got, id+" ")
			if blamed == want || !strings.Contains(got, "never 0") {
				t.Errorf("%s on %s: blamed %s", c.name, id, got)
			}
			if c.condition.Holds(map[string]uint64{"there": version}[id]) != want {
				t.Errorf("%s on %s does not hold as the test says", c.name, id)
			}
		}
	}
}

func conflicts(t *testing.T, h *home) {
	a, b := h.write(value("a", "x")), h.write(value("b", "y"))
	_, err := h.Write(t.Context(),
		store.Change{Key: key("a"), If: store.At(a + 100), Value: []byte("lost")},
		store.Change{Key: key("fine"), If: store.Absent(), Value: []byte("lost")},
		store.Change{Key: key("b"), If: store.Absent(), Delete: true},
		store.Change{Key: key("c"), If: store.Present(), Value: []byte("lost")})
	h.same("conflict", conflict(err), []string{fmt.Sprintf("a %d", a), fmt.Sprintf("b %d", b), "c 0"})
	h.holds(key("a"), "x")
	h.holds(key("b"), "y")
	h.holds(key("c"), "")
	h.holds(key("fine"), "")
	if next := h.write(value("a", "z")); next != b+1 {
		t.Errorf("a refused write took a version: %d after %d", next, b)
	}
}

func allOrNothing(t *testing.T, h *home) {
	var changes []store.Change
	for i := range 200 {
		changes = append(changes, store.Change{Key: key(fmt.Sprintf("%03d", i)), If: store.Absent(), Value: []byte("first")})
	}
	h.write(changes...)
	if n := len(h.ids(store.ListQuery{Limit: 1000})); n != 200 {
		t.Errorf("%d of 200 records", n)
	}
	for i := range changes {
		changes[i].If, changes[i].Value = store.Present(), []byte("second")
	}
	changes[199].If = store.Absent()
	_, err := h.Write(t.Context(), changes...)
	h.same("conflict", conflict(err), []string{"199 1"})
	h.holds(key("000"), "first")
}

func invalidRequests(t *testing.T, h *home) {
	long := strings.Repeat("x", 5000)
	for name, changes := range map[string][]store.Change{
		"nothing":    {},
		"no id":      {{Key: store.Key{Space: "s", Kind: "run"}}},
		"no kind":    {{Key: store.Key{Space: "s", ID: "x"}}},
		"a NUL":      {{Key: store.Key{Space: "s", Kind: "run", ID: "a\x00b"}}},
		"too long":   {{Key: store.Key{Space: "s", Kind: "run", ID: long}}},
		"two spaces": {{Key: store.Key{Space: "s", Kind: "run", ID: "a"}}, {Key: store.Key{Space: "r", Kind: "run", ID: "a"}}},
		"twice":      {value("a", "x"), value("a", "y")},
	} {
		if _, err := h.Write(t.Context(), changes...); !errors.Is(err, store.ErrInvalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
	_, err := h.Get(t.Context(), store.Key{Space: "s"})
	_, errList := h.List(t.Context(), store.ListQuery{Space: "s", Kind: "run"})
	_, errSpaces := h.Spaces(t.Context(), "", 0)
	_, errTop := h.Top(t.Context(), "s", store.RankQuery{})
	for i, err := range []error{err, errList, errSpaces, errTop} {
		if !errors.Is(err, store.ErrInvalid) {
			t.Errorf("%d: %v", i, err)
		}
	}
}

// values looks whether any bytes come back as they were put, in any name.
func values(t *testing.T, h *home) {
	all := make([]byte, 256)
	for i := range all {
		all[i] = byte(i)
	}
	for _, space := range []string{"", "{", "}", "{a}b", "a b", "a/b", "a%7Db", "진주 2027", "\xff\xfe"} {
		for _, id := range []string{"1", "진주", "{x}", "a b", "a/b", "\xff", "00 1"} {
			for _, v := range [][]byte{{}, all, bytes.Repeat(all, 4096)} {
				k := store.Key{Space: space, Kind: "kind", ID: id}
				h.write(store.Change{Key: k, Value: v})
				if r, err := h.Get(t.Context(), k); err != nil || !bytes.Equal(r.Value, v) || r.Key != k {
					t.Fatalf("%v: put %d bytes, got %d; %v", k, len(v), len(r.Value), err)
				}
			}
		}
	}
}
