package storetest

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"sangdam/internal/store"
)

// A naiveStore is the contract in the simplest words: maps.
type naiveStore struct {
	clock   func() time.Time
	records map[store.Key]store.Record
	version map[string]uint64
}

func (n *naiveStore) get(k store.Key) (store.Record, bool) {
	r, ok := n.records[k]
	return r, ok && (r.Expires.IsZero() || r.Expires.After(n.clock()))
}

func (n *naiveStore) write(changes []store.Change) (uint64, error) {
	var conflict store.ConflictError
	for _, c := range changes {
		r, ok := n.get(c.Key)
		if !ok {
			r.Version = 0
		}
		if !c.If.Holds(r.Version) {
			conflict.Keys, conflict.Versions = append(conflict.Keys, c.Key), append(conflict.Versions, r.Version)
		}
	}
	if conflict.Keys != nil {
		return 0, &conflict
	}
	space := changes[0].Space
	n.version[space]++
	for _, c := range changes {
		if delete(n.records, c.Key); !c.Delete {
			n.records[c.Key] = store.Record{Key: c.Key, Version: n.version[space], Value: c.Value, Modified: n.clock(), Expires: c.Expires}
		}
	}
	return n.version[space], nil
}

func (n *naiveStore) drop(space string) {
	if n.version[space] > 0 {
		n.version[space]++
	}
	for k := range n.records {
		if k.Space == space {
			delete(n.records, k)
		}
	}
}

func (n *naiveStore) list(q store.ListQuery) (out []store.Record) {
	for k := range n.records {
		if r, ok := n.get(k); ok && k.Space == q.Space && k.Kind == q.Kind && strings.HasPrefix(k.ID, q.Prefix) && (q.After == "" || k.ID > q.After) {
			out = append(out, r)
		}
	}
	slices.SortFunc(out, func(a, b store.Record) int { return strings.Compare(a.ID, b.ID) })
	return out[:min(len(out), q.Limit)]
}

func (n *naiveStore) spaces(prefix string) (out []string) {
	for k := range n.records {
		if _, ok := n.get(k); ok && strings.HasPrefix(k.Space, prefix) && !slices.Contains(out, k.Space) {
			out = append(out, k.Space)
		}
	}
	slices.Sort(out)
	return out
}

// model does made-up things to the home and to maps, which must agree.
func model(t *testing.T, h *home) {
	round := 0
	rapid.Check(t, func(t *rapid.T) {
		round++
		prefix := fmt.Sprintf("round-%04d-", round) // spaces of its own
		m := modelled{h: h, prefix: prefix, naive: &naiveStore{h.clock, map[store.Key]store.Record{}, map[string]uint64{}}}
		t.Repeat(map[string]func(*rapid.T){
			"write":  m.write,
			"write ": m.write, // twice as often
			"list":   m.list,
			"drop":   m.drop,
			"pass":   func(t *rapid.T) { h.pass(time.Duration(rapid.IntRange(1, 5).Draw(t, "seconds")) * time.Second) },
			"":       m.check,
		})
	})
}

type modelled struct {
	h      *home
	prefix string
	naive  *naiveStore
}

func (m modelled) space(t *rapid.T) string {
	return m.prefix + rapid.SampledFrom([]string{"a", "b"}).Draw(t, "space")
}

func (m modelled) write(t *rapid.T) {
	space := m.space(t)
	ids := rapid.SliceOfNDistinct(rapid.StringMatching(`[ab]{1,2}`), 1, 3, rapid.ID[string]).Draw(t, "ids")
	var changes []store.Change
	for _, id := range ids {
		c := store.Change{Key: store.Key{Space: space, Kind: rapid.SampledFrom([]string{"x", "xx"}).Draw(t, "kind"), ID: id}}
		r, _ := m.naive.get(c.Key)
		c.If = rapid.SampledFrom([]store.Condition{store.Any(), store.Any(), store.Absent(), store.Present(), store.At(r.Version), store.At(1)}).Draw(t, "if")
		c.Delete = rapid.IntRange(0, 3).Draw(t, "delete") == 0
		if !c.Delete {
			c.Value = []byte(rapid.StringN(0, 3, -1).Draw(t, "value"))
			if rapid.Bool().Draw(t, "expires") {
				c.Expires = m.h.clock().Add(time.Duration(rapid.IntRange(-1, 8).Draw(t, "in")) * time.Second)
			}
		}
		changes = append(changes, c)
	}
	want, wantErr := m.naive.write(changes)
	got, err := m.h.Write(m.h.t.Context(), changes...)
	if got != want || fmt.Sprint(err) != fmt.Sprint(wantErr) {
		t.Fatalf("got %d, %v; want %d, %v", got, err, want, wantErr)
	}
	if wantErr != nil {
		a, _ := errors.AsType[*store.ConflictError](err)
		b, _ := errors.AsType[*store.ConflictError](wantErr)
		if !slices.Equal(a.Versions, b.Versions) {
			t.Fatalf("conflicting versions %d, want %d", a.Versions, b.Versions)
		}
	}
}

func (m modelled) list(t *rapid.T) {
	part := rapid.StringMatching(`[ab]{0,2}`)
	q := store.ListQuery{Space: m.space(t), Kind: rapid.SampledFrom([]string{"x", "xx"}).Draw(t, "kind"),
		Prefix: part.Draw(t, "prefix"), After: part.Draw(t, "after"), Limit: rapid.IntRange(1, 4).Draw(t, "limit")}
	got, err := m.h.List(m.h.t.Context(), q)
	m.same(t, fmt.Sprintf("%+v", q), got, m.naive.list(q), err)
}

func (m modelled) drop(t *rapid.T) {
	if rapid.IntRange(0, 3).Draw(t, "really") > 0 {
		return
	}
	space := m.space(t)
	m.naive.drop(space)
	if err := m.h.Drop(m.h.t.Context(), space); err != nil {
		t.Fatal(err)
	}
}

// check looks at everything.
func (m modelled) check(t *rapid.T) {
	got, err := m.h.Spaces(m.h.t.Context(), m.prefix, 10)
	got = slices.DeleteFunc(got, func(s string) bool { return !strings.HasPrefix(s, m.prefix) })
	if want := m.naive.spaces(m.prefix); err != nil || !slices.Equal(got, want) {
		t.Fatalf("spaces %q, want %q; %v", got, want, err)
	}
	for _, space := range []string{"a", "b"} {
		for _, kind := range []string{"x", "xx"} {
			q := store.ListQuery{Space: m.prefix + space, Kind: kind, Limit: 100}
			got, err := m.h.List(m.h.t.Context(), q)
			want := m.naive.list(q)
			m.same(t, "everything of "+q.Space, got, want, err)
			for _, r := range want {
				one, err := m.h.Get(m.h.t.Context(), r.Key)
				m.same(t, "one", []store.Record{one}, []store.Record{r}, err)
			}
		}
	}
}

func (m modelled) same(t *rapid.T, what string, got, want []store.Record, err error) {
	equal := func(a, b store.Record) bool {
		return a.Key == b.Key && a.Version == b.Version && string(a.Value) == string(b.Value) &&
			a.Modified.Equal(b.Modified) && a.Expires.Equal(b.Expires)
	}
	if err != nil || !slices.EqualFunc(got, want, equal) {
		t.Fatalf("%s: got %+v, want %+v; %v", what, got, want, err)
	}
}
