package storetest

import (
	"bytes"
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"sangdam/internal/store"
)

func dump(t *testing.T, s store.Mover, space string) (out []store.Record) {
	t.Helper()
	for r, err := range s.Dump(t.Context(), space) {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, r)
	}
	return out
}

// copyAll copies a store into another of the same home. Between homes is a test of theirs.
func copyAll(t *testing.T, h *home) {
	from, ok := h.Store.(store.Mover)
	if !ok {
		t.Fatal("the home is no store.Mover")
	}
	Fill(t, from, h.clock())
	h.pass(time.Minute)
	to := h.another().(store.Mover)
	copied, err := store.Copy(t.Context(), from, to)
	if want := (store.Copied{Spaces: 3, Records: 1 + 700 + 3, Pairs: 40}); err != nil || copied != want {
		t.Errorf("copied %+v, want %+v; %v", copied, want, err)
	}
	Same(t, from, to)
	if _, err := store.Copy(t.Context(), from, to); !errors.Is(err, store.ErrNotEmpty) {
		t.Errorf("copied again: %v", err)
	}
}

// Fill writes what a copy must carry over: three spaces with an expired record, one that will expire, one that was deleted,
// and a ranking.
func Fill(t *testing.T, s store.Store, now time.Time) {
	t.Helper()
	must := func(changes ...store.Change) {
		t.Helper()
		if _, err := s.Write(t.Context(), changes...); err != nil {
			t.Fatal(err)
		}
	}
	must(store.Change{Key: store.Key{Kind: "token", ID: "t"}, Value: []byte("hash")})
	for i := range 700 {
		must(store.Change{Key: store.Key{Space: "jinju-2027", Kind: []string{"run", "audit"}[i%2], ID: fmt.Sprintf("%03d", i)},
			Value: []byte(fmt.Sprint("value ", i))})
	}
	must(store.Change{Key: store.Key{Space: "jinju-2027", Kind: "run", ID: "gone"}, Expires: now.Add(time.Second)})
	must(store.Change{Key: store.Key{Space: "진주 {2028}", Kind: "run", ID: "a"}, Expires: now.Add(time.Hour), Value: make([]byte, 3<<20)},
		store.Change{Key: store.Key{Space: "진주 {2028}", Kind: "event", ID: "current"}, Value: []byte("{}")})
	must(store.Change{Key: store.Key{Space: "진주 {2028}", Kind: "run", ID: "b"}})
	must(store.Change{Key: store.Key{Space: "진주 {2028}", Kind: "run", ID: "c"}})
	must(store.Change{Key: store.Key{Space: "진주 {2028}", Kind: "run", ID: "c"}, Delete: true})
	var pairs []store.Ranked
	for i := range 40 {
		pairs = append(pairs, store.Ranked{Session: fmt.Sprint("s", i%2), Firm: fmt.Sprint("f", i%5), Buyer: fmt.Sprint("b", i),
			Score: float64(i%7) / 8, Value: []byte(fmt.Sprint("pair ", i))})
	}
	if err := s.SetRanking(t.Context(), "jinju-2027", 350, pairs); err != nil {
		t.Fatal(err)
	}
}

// Same looks whether two stores hold the same.
func Same(t *testing.T, from, to store.Mover) {
	t.Helper()
	names, err := from.Spaces(t.Context(), "", 1000)
	there, errThere := to.Spaces(t.Context(), "", 1000)
	if diff := cmp.Diff(names, there); diff != "" || err != nil || errThere != nil {
		t.Fatal(err, errThere, diff)
	}
	for _, space := range append(names, "") {
		if diff := cmp.Diff(dump(t, from, space), dump(t, to, space), cmp.Comparer(bytes.Equal)); diff != "" {
			t.Errorf("space %q: %s", space, diff)
		}
		before, err := from.Version(t.Context(), space)
		after, errAfter := to.Version(t.Context(), space)
		if before != after || err != nil || errAfter != nil {
			t.Errorf("space %q: version %d, in the copy %d; %v, %v", space, before, after, err, errAfter)
		}
		pageFrom, err := from.Top(t.Context(), space, store.RankQuery{Limit: 1000})
		pageTo, errTo := to.Top(t.Context(), space, store.RankQuery{Limit: 1000})
		if diff := cmp.Diff(pageFrom, pageTo); diff != "" || !errors.Is(errTo, err) {
			t.Errorf("space %q: %v, %v %s", space, err, errTo, diff)
		}
	}
}
