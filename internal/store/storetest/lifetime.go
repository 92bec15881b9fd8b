package storetest

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"sangdam/internal/store"
)

// everything calls every method that can fail.
func everything(ctx context.Context, s store.Store) map[string]error {
	out := map[string]error{}
	_, out["Get"] = s.Get(ctx, key("a"))
	_, out["List"] = s.List(ctx, store.ListQuery{Space: key("").Space, Kind: "run", Limit: 1})
	_, out["Spaces"] = s.Spaces(ctx, "", 1)
	_, out["Write"] = s.Write(ctx, value("a", "late"))
	out["Drop"] = s.Drop(ctx, key("").Space)
	out["SetRanking"] = s.SetRanking(ctx, key("").Space, 1, nil)
	_, out["Top"] = s.Top(ctx, key("").Space, store.RankQuery{Limit: 1})
	out["Ready"] = s.Ready(ctx)
	_, out["Warnings"] = s.Warnings(ctx)
	return out
}

func closed(t *testing.T, h *home) {
	h.write(value("a", "x"))
	for range 2 {
		if err := h.Close(); err != nil {
			t.Fatal(err)
		}
	}
	for name, err := range everything(t.Context(), h.Store) {
		if !errors.Is(err, store.ErrClosed) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, err := range h.Watch(t.Context(), key("").Space, 1) {
		if !errors.Is(err, store.ErrClosed) {
			t.Errorf("Watch: %v", err)
		}
	}
	h.reopen()
	h.holds(key("a"), "x")
}

func cancelled(t *testing.T, h *home) {
	h.write(value("a", "x"))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for name, err := range everything(ctx, h.Store) {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", name, err)
		}
	}
	h.holds(key("a"), "x")
	if err := h.Ready(t.Context()); err != nil {
		t.Error(err)
	}
}

func reopened(t *testing.T, h *home) {
	version := h.write(value("a", "x"), store.Change{Key: key("b"), Value: []byte("y"), Expires: h.clock().Add(time.Hour)})
	ranking := []store.Ranked{{Session: "s", Firm: "f", Buyer: "b", Score: 0.5, Value: []byte("v")}}
	if err := h.SetRanking(t.Context(), key("").Space, 4, ranking); err != nil {
		t.Fatal(err)
	}
	h.reopen()
	h.holds(key("a"), "x")
	h.same("spaces", h.spaceNames(), []string{key("").Space})
	page, err := h.Top(t.Context(), key("").Space, store.RankQuery{Limit: 9})
	if diff := cmp.Diff(store.RankPage{Pairs: ranking, Version: 4}, page); diff != "" || err != nil {
		t.Error(err, diff)
	}
	if next := h.write(value("a", "z")); next != version+1 {
		t.Errorf("version %d after %d", next, version)
	}
	h.same("log", take(t, h.Watch(patience(t), key("").Space, version), 1), []string{"2: a"})
	h.pass(time.Hour)
	h.reopen()
	h.same("left", h.ids(store.ListQuery{Limit: 9}), []string{"a"})
}
