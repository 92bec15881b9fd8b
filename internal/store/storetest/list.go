package storetest

import (
	"fmt"
	"testing"
	"time"

	"sangdam/internal/store"
)

func list(t *testing.T, h *home) {
	h.same("an empty space", h.ids(store.ListQuery{Limit: 5}), []string{})
	h.write(value("b", "2"), value("a", "1"), value("é", "4"), value("Z", "0"), value("a/1", "1.1"), value("가", "5"))
	h.write(store.Change{Key: store.Key{Space: key("").Space, Kind: "runs", ID: "c"}})
	h.write(store.Change{Key: store.Key{Space: key("").Space, Kind: "ru", ID: "n"}})
	h.write(store.Change{Key: store.Key{Space: key("").Space + "x", Kind: "run", ID: "c"}})
	h.same("all", h.ids(store.ListQuery{Limit: 10}), []string{"Z", "a", "a/1", "b", "é", "가"})
	h.same("two", h.ids(store.ListQuery{Limit: 2}), []string{"Z", "a"})
	h.same("after one", h.ids(store.ListQuery{After: "a", Limit: 2}), []string{"a/1", "b"})
	h.same("after one that is not there", h.ids(store.ListQuery{After: "aa", Limit: 2}), []string{"b", "é"})
	h.same("after the last", h.ids(store.ListQuery{After: "가", Limit: 2}), []string{})
	records, err := h.List(t.Context(), store.ListQuery{Space: key("").Space, Kind: "run", After: "a", Limit: 1})
	if err != nil || len(records) != 1 || string(records[0].Value) != "1.1" || records[0].Version != 1 {
		t.Errorf("got %+v, %v", records, err)
	}
}

func listPrefix(_ *testing.T, h *home) {
	for i := range 25 {
		h.write(value(fmt.Sprintf("r1/%02d", i), "x"))
	}
	h.write(value("r1", "x"), value("r10", "x"), value("r2/01", "x"), value("r1/", "x"), value("r1/\xff\xff", "x"))
	h.same("first", h.ids(store.ListQuery{Prefix: "r1/", Limit: 3}), []string{"r1/", "r1/00", "r1/01"})
	h.same("further", h.ids(store.ListQuery{Prefix: "r1/", After: "r1/22", Limit: 30}), []string{"r1/23", "r1/24", "r1/\xff\xff"})
	h.same("after something before", h.ids(store.ListQuery{Prefix: "r1/", After: "a", Limit: 1}), []string{"r1/"})
	h.same("after something behind", h.ids(store.ListQuery{Prefix: "r1/", After: "r2", Limit: 1}), []string{})
	h.same("another", h.ids(store.ListQuery{Prefix: "r2", Limit: 30}), []string{"r2/01"})
	h.same("none", h.ids(store.ListQuery{Prefix: "r3", Limit: 30}), []string{})
}

// spaceNames lists spaces two at a time.
func (h *home) spaceNames() []string {
	h.t.Helper()
	out := []string{}
	for after := ""; ; {
		page, err := h.Spaces(h.t.Context(), after, 2)
		if err != nil {
			h.t.Fatal(err)
		}
		out = append(out, page...)
		if len(page) < 2 {
			return out
		}
		after = page[1]
	}
}

func spaces(t *testing.T, h *home) {
	h.same("none", h.spaceNames(), []string{})
	in := func(space, id string) store.Key { return store.Key{Space: space, Kind: "event", ID: id} }
	for _, space := range []string{"c", "", "a", "가", "b", "a{", "a b", "d"} {
		h.write(store.Change{Key: in(space, "1")}, store.Change{Key: in(space, "2")})
	}
	h.same("all", h.spaceNames(), []string{"a", "a b", "a{", "b", "c", "d", "가"})
	h.write(store.Change{Key: in("a", "1"), Delete: true})
	h.write(store.Change{Key: in("b", "1"), Delete: true}, store.Change{Key: in("b", "2"), Delete: true})
	if err := h.Drop(t.Context(), "c"); err != nil {
		t.Fatal(err)
	}
	if err := h.SetRanking(t.Context(), "only-a-ranking", 1, nil); err != nil {
		t.Fatal(err)
	}
	h.write(store.Change{Key: in("d", "1"), Delete: true}, store.Change{Key: in("d", "2"), Expires: h.clock().Add(time.Minute)})
	h.pass(time.Minute)
	h.same("without those that lost their records", h.spaceNames(), []string{"a", "a b", "a{", "가"})
	h.write(store.Change{Key: in("b", "3")}, store.Change{Key: in("b", "4")})
	h.write(store.Change{Key: in("c", "3")})
	h.same("with those that have records again", h.spaceNames(), []string{"a", "a b", "a{", "b", "c", "가"})
}

func deletion(t *testing.T, h *home) {
	first := h.write(value("a", "x"), value("b", "y"))
	second := h.write(store.Change{Key: key("a"), If: store.At(first), Delete: true, Value: []byte("not put")})
	h.holds(key("a"), "")
	h.same("left", h.ids(store.ListQuery{Limit: 9}), []string{"b"})
	_, err := h.Write(t.Context(), store.Change{Key: key("a"), If: store.Present(), Delete: true})
	h.same("conflict", conflict(err), []string{"a 0"})
	if again := h.write(store.Change{Key: key("a"), Delete: true}); again <= second {
		t.Errorf("deleting nothing had version %d after %d", again, second)
	}
	if third := h.write(store.Change{Key: key("a"), If: store.Absent(), Value: []byte("z")}); third <= second {
		t.Errorf("a record made anew has version %d, after %d", third, second)
	}
	h.holds(key("a"), "z")
}

func drop(t *testing.T, h *home) {
	other := store.Key{Space: key("").Space + "-2", Kind: "run", ID: "a"}
	h.write(store.Change{Key: other, Value: []byte("stays")})
	before := h.write(value("a", "x"), store.Change{Key: key("b"), Value: []byte("y"), Expires: h.clock().Add(time.Hour)})
	if err := h.SetRanking(t.Context(), key("").Space, 1, []store.Ranked{{Session: "s", Firm: "f", Buyer: "b"}}); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := h.Drop(t.Context(), key("").Space); err != nil {
			t.Fatal(err)
		}
	}
	h.holds(key("a"), "")
	h.holds(key("b"), "")
	h.holds(other, "stays")
	h.same("listing", h.ids(store.ListQuery{Limit: 9}), []string{})
	if _, err := h.Top(t.Context(), key("").Space, store.RankQuery{Limit: 1}); err != store.ErrNotFound {
		t.Errorf("a dropped ranking: %v", err)
	}
	// No version is given twice, or a client that slept through it all would overwrite what it never saw.
	if after := h.write(value("a", "new")); after <= before {
		t.Errorf("version %d after %d", after, before)
	}
	if err := h.Drop(t.Context(), "never-written"); err != nil {
		t.Error(err)
	}
}
