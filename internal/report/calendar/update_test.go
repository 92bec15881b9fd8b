package calendar_test

import (
	"maps"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/emersion/go-ical"
	"pgregory.net/rapid"

	"sangdam/internal/lang"
	"sangdam/internal/report/agenda"
	"sangdam/internal/report/calendar"
	"sangdam/internal/report/reporttest"
)

// A phone keeps the entries of a feed as RFC 5546 says: by UID, the highest SEQUENCE wins, cancelled ones are not shown.
type phone map[string]kept

type kept struct {
	sequence  int
	start     string
	cancelled bool
}

func (p phone) take(t interface {
	Helper()
	Fatalf(string, ...any)
}, c *ical.Calendar) {
	t.Helper()
	for _, e := range c.Events() {
		sequence, err := strconv.Atoi(e.Props.Get(ical.PropSequence).Value)
		if err != nil {
			t.Fatalf("%v", err)
		}
		uid := text(t, e.Props, ical.PropUID)
		if old, known := p[uid]; known && old.sequence >= sequence {
			continue
		}
		p[uid] = kept{sequence, e.Props.Get("DTSTART").Value, text(t, e.Props, ical.PropStatus) == "CANCELLED"}
	}
}

func (p phone) shown() []string {
	var starts []string
	for _, k := range p {
		if !k.cancelled {
			starts = append(starts, k.start)
		}
	}
	slices.Sort(starts)
	return starts
}

func TestAMeetingThatMovesAndOneThatFallsAway(t *testing.T) {
	ev := reporttest.Fair()
	v := lang.New("en")
	who := agenda.Participant{Kind: agenda.Firm, ID: "F01"}
	s := reporttest.FairSchedule(ev)
	entries := func() []calendar.Entry {
		return calendar.Of(agenda.NewBook(ev, s, v, agenda.Options{}).Of(who), v).Entries
	}
	first := calendar.Update(nil, entries(), now)
	moved := &s.Sessions[0].Meetings[0]
	moved.Slot, moved.Start, moved.End = 2, ev.Sessions[0].Slots[2].Start, ev.Sessions[0].Slots[2].End
	s.Sessions[1].Meetings = s.Sessions[1].Meetings[1:]
	second := calendar.Update(first, entries(), now.Add(time.Hour))

	p := phone{}
	p.take(t, read(t, write(t, calendar.Calendar{Entries: first})))
	if want := []string{"20261027T090000", "20261027T093000", "20261027T103000", "20261031T090000"}; !slices.Equal(p.shown(), want) {
		t.Fatalf("first %q, want %q", p.shown(), want)
	}
	p.take(t, read(t, write(t, calendar.Calendar{Entries: second})))
	if want := []string{"20261027T093000", "20261027T100000", "20261027T103000"}; !slices.Equal(p.shown(), want) {
		t.Errorf("then %q, want %q", p.shown(), want)
	}
	var sequences []int
	for _, e := range second {
		sequences = append(sequences, e.Sequence)
	}
	if want := []int{0, 1, 0, 1}; !slices.Equal(sequences, want) { // untouched, moved, untouched, cancelled
		t.Errorf("sequences %v, want %v", sequences, want)
	}
}

// Whatever is published one after another, and whichever of it a phone misses: after the last feed it shows what the last
// schedule says.
func TestAnyHistoryEndsAsTheLastSchedule(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var feed []calendar.Entry
		p := phone{}
		var last map[string]time.Time
		for i := range rapid.IntRange(1, 8).Draw(t, "publications") {
			last = rapid.MapOf(rapid.SampledFrom([]string{"a", "b", "c", "d"}),
				rapid.Map(rapid.IntRange(0, 3), func(h int) time.Time { return now.Add(time.Duration(h) * time.Hour) })).Draw(t, "schedule")
			var next []calendar.Entry
			for _, uid := range slices.Sorted(maps.Keys(last)) {
				next = append(next, calendar.Entry{UID: uid, Start: last[uid], End: last[uid].Add(time.Hour)})
			}
			before := feed
			feed = calendar.Update(feed, next, now.Add(time.Duration(i)*time.Minute))
			if again := calendar.Update(feed, next, now.Add(time.Hour)); !slices.Equal(again, feed) {
				t.Fatalf("publishing the same again changes the feed: %v, then %v", feed, again)
			}
			grows(t, before, feed)
			if rapid.Bool().Draw(t, "seen") {
				p.take(t, read(t, write(t, calendar.Calendar{Entries: feed})))
			}
		}
		p.take(t, read(t, write(t, calendar.Calendar{Entries: feed})))
		var want []string
		for _, start := range last {
			want = append(want, start.Format("20060102T150405Z"))
		}
		slices.Sort(want)
		if got := p.shown(); !slices.Equal(got, want) {
			t.Fatalf("shown %q, want %q", got, want)
		}
	})
}

// grows checks that nothing ever leaves a feed, and that no sequence goes back.
func grows(t *rapid.T, before, after []calendar.Entry) {
	for _, old := range before {
		i := slices.IndexFunc(after, func(e calendar.Entry) bool { return e.UID == old.UID })
		if i < 0 || after[i].Sequence < old.Sequence {
			t.Fatalf("%s: sequence %d, then %v", old.UID, old.Sequence, after)
		}
	}
}

func TestUIDsAreApart(t *testing.T) {
	seen := map[string]bool{}
	for _, e := range []string{"e", "e2"} {
		for _, s := range []string{"s", "s2"} {
			for _, kind := range []agenda.Kind{agenda.Firm, agenda.Buyer} {
				uid := calendar.UID(e, s, "F", "B", agenda.Participant{Kind: kind, ID: "X"})
				if seen[uid] || uid != calendar.UID(e, s, "F", "B", agenda.Participant{Kind: kind, ID: "X"}) {
					t.Errorf("%s stands for two meetings, or changes", uid)
				}
				seen[uid] = true
			}
		}
	}
}
