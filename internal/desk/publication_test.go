package desk_test

import (
	"cmp"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"sangdam/event"
	"sangdam/internal/desk"
)

// A phone keeps the entries of a feed as RFC 5546 says: of each meeting the highest sequence wins, and cancelled ones are not shown.
type phone map[string]desk.Entry

func (p phone) take(feed []desk.Entry) {
	for _, e := range feed {
		if old, known := p[e.Firm]; !known || e.Sequence > old.Sequence {
			p[e.Firm] = e
		}
	}
}

// shown is where it shows the meeting of a firm; nowhere when it shows none.
func (p phone) shown(firm string) event.Meeting {
	e := p[firm]
	if e.Cancelled {
		return event.Meeting{}
	}
	return event.Meeting{Firm: e.Firm, Buyer: e.Buyer, Slot: e.Slot, Start: e.Start, End: e.End, Table: e.Table, Interpreter: e.Interpreter}
}

// Whatever is published one after another, and whichever of it a phone misses: after the last publication it shows what the last
// schedule says.
func TestAnyHistoryEndsAsTheLastSchedule(t *testing.T) {
	now := time.Date(2026, 9, 1, 8, 30, 0, 0, time.UTC)
	rapid.Check(t, func(t *rapid.T) {
		var feed []desk.Entry
		p, last := phone{}, map[string]event.Meeting{}
		for i := range rapid.IntRange(1, 8).Draw(t, "publications") {
			places := rapid.MapOf(rapid.SampledFrom([]string{"F1", "F2", "F3", "F4"}), rapid.IntRange(0, 7)).Draw(t, "schedule")
			clear(last)
			var meetings []event.Meeting
			for firm, place := range places { // one bit each of time, table and interpreter
				start := now.Add(time.Duration(place&1) * time.Hour)
				last[firm] = event.Meeting{
					Firm: firm, Buyer: "B", Slot: place & 1, Start: start, End: start.Add(time.Hour),
					Table: []string{"A1", "A2"}[place>>1&1], Interpreter: []string{"", "I1"}[place>>2],
				}
				meetings = append(meetings, last[firm])
			}
			schedule := &event.Schedule{Sessions: []event.SessionSchedule{{Session: "S", Meetings: meetings}}}
			before, at := feed, now.Add(time.Duration(i)*time.Minute)
			feed = desk.EntriesOf(before, schedule, at)
			if again := desk.EntriesOf(feed, schedule, at.Add(time.Hour)); !slices.Equal(again, feed) {
				t.Fatalf("publishing the same again changes the feed: %v, then %v", feed, again)
			}
			grows(t, before, feed, at)
			if rapid.Bool().Draw(t, "seen") {
				p.take(feed)
			}
		}
		p.take(feed)
		for _, firm := range []string{"F1", "F2", "F3", "F4"} {
			if got, want := p.shown(firm), last[firm]; got != want {
				t.Fatalf("%s: the phone shows %+v, the schedule says %+v", firm, got, want)
			}
		}
	})
}

// grows checks that nothing ever leaves a feed, that it is in order, and that what changes takes the next sequence at that moment.
func grows(t *rapid.T, before, after []desk.Entry, at time.Time) {
	if !slices.IsSortedFunc(after, func(a, b desk.Entry) int { return cmp.Or(a.Start.Compare(b.Start), cmp.Compare(a.Table, b.Table)) }) {
		t.Fatalf("out of order: %v", after)
	}
	for _, old := range before {
		i := slices.IndexFunc(after, func(e desk.Entry) bool { return e.Firm == old.Firm })
		if i < 0 {
			t.Fatalf("%v is gone from %v", old, after)
		}
		if e := after[i]; e != old && (e.Sequence != old.Sequence+1 || !e.Modified.Equal(at)) {
			t.Fatalf("%v became %v", old, e)
		}
	}
}
