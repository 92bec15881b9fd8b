package storetest

import (
	"testing"
	"time"

	"sangdam/internal/store"
)

func expiry(t *testing.T, h *home) {
	expires := h.clock().Add(time.Hour + 300*time.Microsecond)
	h.write(store.Change{Key: key("a"), Value: []byte("x"), Expires: expires}, value("b", "y"),
		store.Change{Key: key("c"), Value: []byte("z"), Expires: expires.Add(time.Hour)},
		store.Change{Key: key("past"), Expires: h.clock().Add(-time.Hour)})
	r, err := h.Get(t.Context(), key("a"))
	if err != nil || !r.Expires.Equal(expires.Truncate(time.Millisecond)) {
		t.Errorf("expires %v, %v", r.Expires, err)
	}
	h.holds(key("past"), "")
	h.same("before", h.ids(store.ListQuery{Limit: 9}), []string{"a", "b", "c"})
	h.pass(time.Hour - time.Millisecond)
	h.holds(key("a"), "x")
	h.pass(time.Millisecond)
	h.holds(key("a"), "")
	h.same("after", h.ids(store.ListQuery{Limit: 9}), []string{"b", "c"})
	h.same("a page of the living", h.ids(store.ListQuery{Limit: 1}), []string{"b"})
	// Put again without an end, it stays; put again with a later end, it stays until then.
	h.write(value("a", "again"), store.Change{Key: key("c"), Value: []byte("z"), Expires: expires.Add(9 * time.Hour)})
	h.pass(2 * time.Hour)
	h.holds(key("a"), "again")
	h.holds(key("c"), "z")
	h.pass(9 * time.Hour)
	h.same("at last", h.ids(store.ListQuery{Limit: 9}), []string{"a", "b"})
}

func expiryConditions(t *testing.T, h *home) {
	version := h.write(store.Change{Key: key("a"), Expires: h.clock().Add(time.Minute)})
	_, err := h.Write(t.Context(), store.Change{Key: key("a"), If: store.Absent()})
	h.same("alive", conflict(err), []string{"a 1"})
	h.pass(time.Minute)
	for _, c := range []store.Condition{store.Present(), store.At(version)} {
		_, err := h.Write(t.Context(), store.Change{Key: key("a"), If: c})
		h.same("expired", conflict(err), []string{"a 0"})
	}
	h.write(store.Change{Key: key("a"), If: store.Absent(), Value: []byte("new")})
	h.holds(key("a"), "new")
}
