package desk_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/store"
)

func TestAnEventIsReplacedByWhoSawTheLastVersion(t *testing.T) {
	b, ctx := newBench(t), t.Context()
	ev := jinju(t)
	first := b.create(ev)
	ev.Name = event.Text{Plain: "둘째"}
	second, err := b.ReplaceEvent(ctx, b.admin, ev.ID, ev, first)
	if err != nil || second <= first {
		t.Fatalf("%d after %d: %v", second, first, err)
	}
	if _, err := b.ReplaceEvent(ctx, b.admin, ev.ID, ev, first); !isStale(err, second) {
		t.Errorf("with the first version: %v", err)
	}
	got, err := b.Event(ctx, b.admin, ev.ID)
	if err != nil || got.Version != second || got.Value.Name.Plain != "둘째" || got.Modified.IsZero() {
		t.Errorf("%d %q %v", got.Version, got.Value.Name.Plain, err)
	}
	ev.ID = "another"
	if _, err := b.ReplaceEvent(ctx, b.admin, "another", ev, 0); !errors.Is(err, desk.ErrNotFound) {
		t.Errorf("an event that is not there: %v", err)
	}
	if _, err := b.ReplaceEvent(ctx, b.admin, thisEvent, ev, 0); !isFaults(err) {
		t.Errorf("under another id: %v", err)
	}
}

func TestNothingWrongIsWritten(t *testing.T) {
	b, ctx := newBench(t), t.Context()
	version := b.create(jinju(t))
	_, err := b.Edit(ctx, b.admin, thisEvent, func(ev *event.Event) error {
		ev.Firms[0].Certificates = []string{""}
		ev.Buyers[0].Country = "??"
		return nil
	})
	if faults, ok := errors.AsType[event.Faults](err); !ok || len(faults) != 2 {
		t.Errorf("two faults: %v", err)
	}
	heavy := 2.0
	for name, want := range map[string]bool{"sector": true, "beauty": false} {
		_, err := b.SetWeights(ctx, b.admin, thisEvent, map[string]*float64{name: &heavy}, 0)
		if faults, ok := errors.AsType[event.Faults](err); want != (err == nil) || !want && (!ok || faults[0].Location != "weights."+name) {
			t.Errorf("the weight %s: %v", name, err)
		}
	}
	got, err := b.Event(ctx, b.admin, thisEvent)
	if err != nil || got.Value.Weights["sector"] != 2 || got.Version == version {
		t.Errorf("weights %v, %v", got.Value.Weights, err)
	}
	if _, err := b.SetWeights(ctx, b.admin, thisEvent, map[string]*float64{"sector": nil}, version); !isStale(err, got.Version) {
		t.Errorf("with an old version: %v", err)
	}
}

func TestNobodysWishIsLost(t *testing.T) {
	b, ctx := newBench(t), t.Context()
	ev := jinju(t)
	ev.Requests = nil
	b.create(ev)
	var working sync.WaitGroup
	for i := range 10 {
		working.Go(func() {
			if _, err := b.SetWish(ctx, b.admin, thisEvent, ev.Firms[i].ID, ev.Buyers[i].ID, event.Want); err != nil {
				t.Error(err)
			}
		})
	}
	working.Wait()
	got, err := b.Event(ctx, b.admin, thisEvent)
	if err != nil || len(got.Value.Requests) != 10 {
		t.Errorf("%d wishes of 10, %v", len(got.Value.Requests), err)
	}
	if _, err := b.SetWish(ctx, b.admin, thisEvent, ev.Firms[0].ID, ev.Buyers[0].ID, ""); err != nil {
		t.Fatal(err)
	}
	if got, err = b.Event(ctx, b.admin, thisEvent); err != nil || len(got.Value.Requests) != 9 {
		t.Errorf("%d wishes of 9, %v", len(got.Value.Requests), err)
	}
}

func TestADeletedEventLeavesNothing(t *testing.T) {
	b, ctx := newBench(t), t.Context()
	version := b.create(jinju(t))
	if err := b.DeleteEvent(ctx, b.admin, thisEvent, version+1); !isStale(err, version) {
		t.Errorf("with another version: %v", err)
	}
	b.clock.pass(time.Second)
	if err := b.DeleteEvent(ctx, b.admin, thisEvent, version); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Event(ctx, b.admin, thisEvent); !errors.Is(err, desk.ErrNotFound) {
		t.Errorf("deleted: %v", err)
	}
	if err := b.DeleteEvent(ctx, b.admin, thisEvent, 0); !errors.Is(err, desk.ErrNotFound) {
		t.Errorf("deleted twice: %v", err)
	}
	if spaces, err := b.store.Spaces(ctx, "", 10); err != nil || len(spaces) != 0 {
		t.Errorf("left: %v %v", spaces, err)
	}
	entries, _, err := b.Audit(ctx, b.admin, "", "", 1)
	if err != nil || len(entries) != 1 || entries[0].Action != desk.EventDeleted || entries[0].Event != thisEvent || entries[0].Name != "관리자" {
		t.Errorf("log: %+v %v", entries, err)
	}
}

// cutOff is an event whose deletion began just now and went no further.
func cutOff(t *testing.T) *bench {
	b, ctx := newBench(t), t.Context()
	b.create(jinju(t))
	if _, _, err := b.CreateLink(ctx, b.admin, thisEvent, "F01", time.Time{}); err != nil {
		t.Fatal(err)
	}
	key := func(kind string) store.Key { return store.Key{Space: thisEvent, Kind: kind, ID: "current"} }
	began := fmt.Appendf(nil, "%q", b.clock.Now().Format(time.RFC3339))
	if _, err := b.store.Write(ctx, store.Change{Key: key("event"), Delete: true}, store.Change{Key: key("info"), Delete: true},
		store.Change{Key: key("deleting"), Value: began}); err != nil {
		t.Fatal(err)
	}
	return b
}

// A deletion that was cut off is finished by whoever makes an event of that name, once it is sure that nobody is at it.
func TestACutOffDeletionIsFinished(t *testing.T) {
	b, ctx := cutOff(t), t.Context()
	if _, err := b.CreateEvent(ctx, b.admin, jinju(t)); !errors.Is(err, desk.ErrBusy) {
		t.Errorf("while it is deleted: %v", err)
	}
	b.clock.pass(2 * time.Minute)
	b.create(jinju(t))
	if links, err := b.Links(ctx, b.admin, thisEvent); err != nil || len(links) != 0 {
		t.Errorf("links of the event before: %v %v", links, err)
	}
}

// Or by whoever asks for it again: the answer may have been that the store was away.
func TestACutOffDeletionCanBeAskedForAgain(t *testing.T) {
	b, ctx := cutOff(t), t.Context()
	if err := b.DeleteEvent(ctx, b.admin, thisEvent, 0); !errors.Is(err, desk.ErrBusy) {
		t.Errorf("while it is deleted: %v", err)
	}
	b.clock.pass(2 * time.Minute)
	if err := b.DeleteEvent(ctx, b.admin, thisEvent, 0); err != nil {
		t.Errorf("once more: %v", err)
	}
	if spaces, err := b.store.Spaces(ctx, "", 10); err != nil || len(spaces) != 0 {
		t.Errorf("left: %v %v", spaces, err)
	}
	if entries, _, err := b.Audit(ctx, b.admin, "", "", 1); err != nil || len(entries) != 1 || entries[0].Action != desk.EventDeleted {
		t.Errorf("log: %+v %v", entries, err)
	}
	if err := b.DeleteEvent(ctx, b.admin, thisEvent, 0); !errors.Is(err, desk.ErrNotFound) {
		t.Errorf("when nothing is left: %v", err)
	}
}

func TestEventsAreListedPageByPage(t *testing.T) {
	b, ctx := newBench(t), t.Context()
	for _, id := range []string{"c", "a", "e", "b", "d"} {
		ev := small(t, "two-days")
		ev.ID = id
		b.create(ev)
	}
	var seen []string
	for after := ""; ; {
		events, next, err := b.Events(ctx, b.admin, after, 2)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range events {
			seen = append(seen, e.ID)
			if e.Firms == 0 || e.Buyers == 0 || e.Version == 0 || !e.First.Before(e.Last) {
				t.Errorf("%+v", e)
			}
		}
		if after = next; next == "" {
			break
		}
	}
	if got := strings.Join(seen, " "); got != "a b c d e" {
		t.Errorf("listed %s", got)
	}
	bound := b.caller(desk.TokenSpec{Name: "bound", Scopes: []desk.Scope{desk.ReadEvents}, Event: "c"}, b.admin)
	if events, next, err := b.Events(ctx, bound, "", 10); err != nil || len(events) != 1 || events[0].ID != "c" || next != "" {
		t.Errorf("bound to one: %v %q %v", events, next, err)
	}
}

func TestWatchTellsWhatChanged(t *testing.T) {
	b := newBench(t)
	first := b.create(jinju(t))
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	if _, err := b.SetWish(ctx, b.admin, thisEvent, "F01", "C01", event.Want); err != nil {
		t.Fatal(err)
	}
	code, _, err := b.CreateLink(ctx, b.admin, thisEvent, "F01", time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for change, err := range b.Watch(ctx, b.admin, thisEvent, first) {
		if err != nil {
			t.Fatal(err)
		}
		if got = append(got, change.What); len(got) == 2 {
			break
		}
	}
	if s := strings.Join(got, " "); s != "event links" {
		t.Errorf("told %s", s)
	}
	c, err := b.ByLink(ctx, code)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := b.SetWish(ctx, b.admin, thisEvent, "F01", "C02", event.Want); err != nil {
		t.Fatal(err)
	}
	got = nil
	for change, err := range b.Watch(ctx, c, thisEvent, first) {
		if err != nil {
			t.Fatal(err)
		}
		if got = append(got, change.What+change.ID); len(got) == 2 {
			break
		}
	}
	if s := strings.Join(got, " "); s != "event event" {
		t.Errorf("a company is told %s", s)
	}
}
