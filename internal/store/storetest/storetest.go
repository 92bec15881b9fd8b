// Package storetest holds every home of the store to its contract.
package storetest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"sangdam/internal/store"
)

// An Opener gives a store that nobody else uses and that holds nothing, which tells the time by clock and deletes expired
// records only when it likes; and a way to close it and open the same data again. Both are closed by the opener at the
// test's end, if they are not already.
type Opener func(t *testing.T, clock func() time.Time) (s store.Store, reopen func() store.Store)

// Run runs the whole suite.
func Run(t *testing.T, open Opener) {
	for name, test := range map[string]func(*testing.T, *home){
		"versions": versions, "conditions": conditions, "conflicts": conflicts, "all or nothing": allOrNothing,
		"invalid requests": invalidRequests, "values": values,
		"list": list, "list prefix": listPrefix, "spaces": spaces, "delete": deletion, "drop": drop,
		"expiry": expiry, "expiry and conditions": expiryConditions,
		"watch from now": watchFromNow, "watch from a version": watchFromVersion, "watch after a gap": watchGap,
		"watch a drop": watchDrop, "watch by many": watchMany, "watch ends": watchEnds,
		"counter": counter, "swaps": swaps,
		"ranking": rankings, "ranking pages": rankingPages, "ranking cursors": rankingCursors,
		"ranking replaced": rankingReplaced, "ranking dropped": rankingDropped, "ranking invalid": rankingInvalid, "ranking model": rankingModel,
		"model": model, "reopened": reopened, "closed": closed, "cancelled": cancelled, "copy": copyAll,
	} {
		t.Run(name, func(t *testing.T) {
			before := goleak.IgnoreCurrent()
			h := &home{t: t, now: time.Date(2027, 3, 1, 9, 0, 0, 0, time.UTC)}
			// Cleanups run last first: leaks are looked for when the opener has closed its stores.
			t.Cleanup(func() {
				if err := goleak.Find(before, goleak.IgnoreTopFunction("testing.(*T).Run")); err != nil && !t.Failed() {
					t.Error(err)
				}
			})
			var reopen func() store.Store
			h.Store, reopen = open(t, h.clock)
			h.reopen = func() { h.Store = reopen() }
			h.another = func() store.Store { s, _ := open(t, h.clock); return s }
			test(t, h)
		})
	}
}

// A home is an open store with what a test needs beside it.
type home struct {
	store.Store
	t       *testing.T
	reopen  func()
	another func() store.Store // a store of its own

	mu  sync.Mutex
	now time.Time
}

func (h *home) clock() time.Time {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.now
}

func (h *home) pass(d time.Duration) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.now = h.now.Add(d)
}

// key is a record of the space that most tests use.
func key(id string) store.Key { return store.Key{Space: "jinju-2027", Kind: "run", ID: id} }

func value(id, value string) store.Change { return store.Change{Key: key(id), Value: []byte(value)} }

// write makes changes that must succeed.
func (h *home) write(changes ...store.Change) uint64 {
	h.t.Helper()
	version, err := h.Write(h.t.Context(), changes...)
	if err != nil {
		h.t.Fatal(err)
	}
	return version
}

// holds looks for a record; an empty want stands for none.
func (h *home) holds(k store.Key, want string) {
	h.t.Helper()
	r, err := h.Get(h.t.Context(), k)
	switch {
	case want == "" && errors.Is(err, store.ErrNotFound):
	case err != nil:
		h.t.Errorf("%v: %v", k, err)
	case string(r.Value) != want || r.Key != k:
		h.t.Errorf("%v: got %v with %q, want %q", k, r.Key, r.Value, want)
	}
}

// ids lists records of the kind "run" of the usual space.
func (h *home) ids(q store.ListQuery) []string {
	h.t.Helper()
	q.Space, q.Kind = key("").Space, key("").Kind
	records, err := h.List(h.t.Context(), q)
	if err != nil {
		h.t.Fatal(err)
	}
	out := []string{}
	for _, r := range records {
		if r.Space != q.Space || r.Kind != q.Kind || r.Version == 0 {
			h.t.Errorf("a listing of %q, %q gave %v of version %d", q.Space, q.Kind, r.Key, r.Version)
		}
		out = append(out, r.ID)
	}
	return out
}

func (h *home) same(what string, got, want []string) {
	h.t.Helper()
	if !slices.Equal(got, want) {
		h.t.Errorf("%s: got %q, want %q", what, got, want)
	}
}

// conflict returns what stood in the way of a write, "key version" each.
func conflict(err error) []string {
	c, ok := errors.AsType[*store.ConflictError](err)
	if !ok || len(c.Keys) != len(c.Versions) {
		return []string{fmt.Sprintf("no conflict but %v", err)}
	}
	out := []string{}
	for i, k := range c.Keys {
		out = append(out, fmt.Sprintf("%s %d", k.ID, c.Versions[i]))
	}
	return out
}

// patience bounds a wait for what must come; a test that meets it has failed.
func patience(t *testing.T) context.Context {
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	t.Cleanup(cancel)
	return ctx
}
