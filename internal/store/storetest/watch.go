package storetest

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync"
	"testing"

	"sangdam/internal/store"
)

// describe writes a notice as "version: ids".
func describe(n store.Notice) string {
	ids := []string{}
	for _, k := range n.Keys {
		ids = append(ids, k.ID)
	}
	return fmt.Sprintf("%d: %s", n.Version, strings.Join(ids, " "))
}

// take reads n notices of a watch.
func take(t *testing.T, watch iter.Seq2[store.Notice, error], n int) []string {
	t.Helper()
	out := []string{}
	for notice, err := range watch {
		if err != nil {
			t.Fatal(err)
		}
		if out = append(out, describe(notice)); len(out) == n {
			break
		}
	}
	return out
}

func watchFromNow(t *testing.T, h *home) {
	h.write(value("before", "x"))
	watch := h.Watch(patience(t), key("").Space, 0)
	h.write(value("a", "x"), value("b", "y"))
	h.write(store.Change{Key: store.Key{Space: "elsewhere", Kind: "run", ID: "q"}})
	h.write(store.Change{Key: key("a"), Delete: true})
	h.same("notices", take(t, watch, 2), []string{"2: a b", "3: a"})
	// Written while the loop waits, not before.
	written := make(chan error)
	go func() {
		_, err := h.Write(t.Context(), value("c", "z"))
		written <- err
	}()
	h.same("later", take(t, h.Watch(patience(t), key("").Space, 3), 1), []string{"4: c"})
	if err := <-written; err != nil {
		t.Error(err)
	}
}

func watchFromVersion(t *testing.T, h *home) {
	for i := range 10 {
		h.write(value(fmt.Sprint(i), "x"))
	}
	h.same("notices", take(t, h.Watch(patience(t), key("").Space, 7), 3), []string{"8: 7", "9: 8", "10: 9"})
	notices := take(t, h.Watch(patience(t), key("").Space, 1), 9)
	if notices[0] != "2: 1" || notices[8] != "10: 9" {
		t.Errorf("got %q", notices)
	}
}

// watchGap asks for more than the log holds.
func watchGap(t *testing.T, h *home) {
	const writes = 2500
	var group sync.WaitGroup
	for w := range 10 {
		group.Go(func() {
			for i := range writes / 10 {
				if _, err := h.Write(t.Context(), value(fmt.Sprint(w), fmt.Sprint(i))); err != nil {
					t.Error(err)
				}
			}
		})
	}
	group.Wait()
	exact := take(t, h.Watch(patience(t), key("").Space, writes-1000), 1000)
	if slices.ContainsFunc(exact, func(n string) bool { return strings.HasSuffix(n, ": ") }) {
		t.Error("the last 1000 writes are not in the log")
	}
	version, gaps := uint64(1), 0
	for n, err := range h.Watch(patience(t), key("").Space, 1) {
		if err != nil {
			t.Fatal(err)
		}
		if len(n.Keys) == 0 {
			gaps++
			if version != 1 {
				t.Errorf("a gap after version %d", version)
			}
		} else if n.Version != version+1 {
			t.Errorf("%d follows %d", n.Version, version)
		}
		if version = n.Version; version == writes {
			break
		}
	}
	if gaps != 1 {
		t.Errorf("%d gaps were told of", gaps)
	}
	// A version that was never given, such as that of a server before its data were put back.
	h.same("from the future", take(t, h.Watch(patience(t), key("").Space, writes+100), 1), []string{fmt.Sprintf("%d: ", writes)})
}

func watchDrop(t *testing.T, h *home) {
	h.write(value("a", "x"))
	watch := h.Watch(patience(t), key("").Space, 1)
	if err := h.Drop(t.Context(), key("").Space); err != nil {
		t.Fatal(err)
	}
	h.same("dropped", take(t, watch, 1), []string{"2: "})
	h.write(value("b", "x"))
	h.same("and written again", take(t, h.Watch(patience(t), key("").Space, 2), 1), []string{"3: b"})
	h.same("from before", take(t, h.Watch(patience(t), key("").Space, 1), 2), []string{"2: ", "3: b"})
}

func watchMany(t *testing.T, h *home) {
	const watchers, writes = 20, 30
	var group sync.WaitGroup
	for range watchers {
		watch := h.Watch(patience(t), key("").Space, 0)
		group.Go(func() {
			var last uint64
			for n, err := range watch {
				if err != nil || n.Version != last+1 || len(n.Keys) != 1 {
					t.Errorf("after %d: %s, %v", last, describe(n), err)
					return
				}
				if last = n.Version; last == writes {
					return
				}
			}
			t.Error("the watch ended")
		})
	}
	for i := range writes {
		h.write(value(fmt.Sprint(i), "x"))
	}
	group.Wait()
}

// endInTheMiddle ends a watch from outside while its loop runs.
func (h *home) endInTheMiddle() {
	ctx, cancel := context.WithCancel(h.t.Context())
	defer cancel()
	h.write(value("a", "x"))
	version := h.write(value("a", "y"))
	steps := 0
	for n, err := range h.Watch(ctx, key("").Space, version-1) {
		if err != nil {
			h.t.Errorf("ended with %v", err)
		}
		if n.Version == version {
			steps++
			go cancel()
		}
	}
	if steps != 1 || ctx.Err() == nil {
		h.t.Errorf("%d steps, %v", steps, ctx.Err())
	}
}

func watchEnds(t *testing.T, h *home) {
	for range 20 {
		h.endInTheMiddle()
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for n, err := range h.Watch(ctx, key("").Space, 0) {
		t.Errorf("after its end: %v, %v", n, err)
	}
	// By the end of the store.
	var last error
	watch := h.Watch(t.Context(), key("").Space, 0)
	go func() { _ = h.Close() }()
	for n, err := range watch {
		if err == nil {
			t.Errorf("a notice %v", n)
		}
		last = err
	}
	if !errors.Is(last, store.ErrClosed) {
		t.Errorf("ended with %v", last)
	}
}
