package plan

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"sangdam/event"
	"sangdam/fixtures"
)

// drawChanges is a handful of mishaps of a drawn event.
func drawChanges(t *rapid.T, ev *event.Event) *event.Changes {
	c := &event.Changes{Format: event.Format, Event: ev.ID}
	s := &ev.Sessions[0]
	if rapid.Bool().Draw(t, "under way") {
		c.Now = event.Some(rapid.SampledFrom(s.Slots).Draw(t, "now").Start)
	}
	ids := []string{}
	for i := range ev.Firms {
		if _, ok := ev.Firms[i].In(s); ok {
			ids = append(ids, ev.Firms[i].ID)
		}
	}
	for i := range ev.Buyers {
		if _, ok := ev.Buyers[i].In(s); ok {
			ids = append(ids, ev.Buyers[i].ID)
		}
	}
	from := func() event.Maybe[time.Time] {
		if rapid.Bool().Draw(t, "from the start") {
			return event.Maybe[time.Time]{}
		}
		return event.Some(rapid.SampledFrom(s.Slots).Draw(t, "from").Start)
	}
	if len(ids) > 0 {
		for range rapid.IntRange(0, 2).Draw(t, "absences") {
			c.Absent = append(c.Absent, event.Absence{Session: s.ID, Participant: rapid.SampledFrom(ids).Draw(t, "who"), From: from()})
		}
	}
	if len(s.Interpreters) > 0 && rapid.Bool().Draw(t, "ill") {
		c.Absent = append(c.Absent, event.Absence{Session: s.ID, Interpreter: rapid.SampledFrom(s.Interpreters).Draw(t, "interpreter").ID, From: from()})
	}
	if rapid.Bool().Draw(t, "leak") {
		c.TablesLost = append(c.TablesLost, event.LostTable{Session: s.ID, Table: rapid.SampledFrom(s.Tables.List()).Draw(t, "table"), From: from()})
	}
	return c
}

// It makes no difference whether a change comes with the repair or was in the event before.
func TestWhatBrokeBeforeIsMendedAlike(t *testing.T) {
	broken := 0
	rapid.Check(t, func(t *rapid.T) {
		ev, pairs := drawEvent(t)
		ev.Fixed = nil
		before := planned(t, ev, pairs)
		c := drawChanges(t, ev)
		opt := RepairOptions{Iterations: 500}
		want, err := Repair(context.Background(), ev, before, c, opt)
		if err != nil {
			t.Fatal(err)
		}
		opt.Sessions = []string{ev.Sessions[0].ID}
		got, err := Repair(context.Background(), c.Apply(ev), before, &event.Changes{Format: event.Format, Event: ev.ID, Now: c.Now}, opt)
		if err != nil {
			t.Fatal(err)
		}
		if len(want.Sessions) == 0 {
			return // nothing happened
		}
		if len(got.Sessions) != 1 || got.Sessions[0] != want.Sessions[0] {
			t.Fatalf("got %+v, want %+v", got.Sessions, want.Sessions)
		}
		broken += got.Sessions[0].Lost + got.Sessions[0].Moved
	})
	if broken == 0 {
		t.Error("nothing ever broke")
	}
}

// A repaired schedule keeps every rule of the changed event, tells the truth about what it changed, and leaves alone what
// began before.
func TestRepairIsRightAndSaysSo(t *testing.T) {
	var total SessionRepair
	property := func(t *rapid.T) {
		ev, pairs := drawEvent(t)
		ev.Scores = nil
		for _, p := range pairs { // so that the changed event has the same pairs
			if p.Excluded == nil {
				ev.Scores = append(ev.Scores, event.Score{Firm: p.Firm, Buyer: p.Buyer, Score: p.Score})
			}
		}
		ev.Scores = slices.CompactFunc(slices.SortedFunc(slices.Values(ev.Scores), func(a, b event.Score) int {
			return strings.Compare(a.Firm+"/"+a.Buyer, b.Firm+"/"+b.Buyer)
		}), func(a, b event.Score) bool { return a.Firm == b.Firm && a.Buyer == b.Buyer })
		ev.Fixed = nil
		pairs, err := Match(ev)
		if err != nil {
			t.Fatal(err)
		}
		before := planned(t, ev, pairs)
		c := drawChanges(t, ev)
		r, err := Repair(context.Background(), ev, before, c, RepairOptions{Iterations: 500, KeepGaps: rapid.Bool().Draw(t, "keep gaps")})
		if err != nil {
			t.Fatal(err)
		}
		if res := Check(r.Event, r.Schedule, r.Pairs); len(res.Findings) > 0 {
			t.Fatalf("the repaired schedule breaks rules: %v", findingsError(res.Findings))
		}
		count := map[string]int{}
		for _, ch := range r.Changes {
			count[ch.Kind]++
		}
		var sum SessionRepair
		for _, s := range r.Sessions {
			sum.Lost += s.Lost
			sum.Moved += s.Moved
			sum.Added += s.Added
			if s.LostAtLeast > s.Lost || s.MovedAtLeast > s.Moved {
				t.Fatalf("%+v", s)
			}
		}
		if sum.Lost != count[MeetingLost] || sum.Added != count[MeetingAdded] {
			t.Fatalf("says %+v, but changes are %v", sum, count)
		}
		if sum.Moved < count[MeetingMoved] {
			t.Fatalf("proves %d moves enough, but there are %v", sum.Moved, count)
		}
		if now, ok := c.Now.Get(); ok {
			for _, ch := range r.Changes {
				if ch.To != nil && ch.Kind != MeetingTable && ch.Kind != MeetingInterpreter && ch.To.Start.Before(now) {
					t.Fatalf("%+v is put before now", ch)
				}
			}
		}
		total.Lost += sum.Lost
		total.Moved += sum.Moved
		total.Added += sum.Added
	}
	rare := func() bool { return total.Lost == 0 || total.Moved == 0 || total.Added == 0 }
	rapid.Check(t, property)
	for more := 0; rare() && more < 10; more++ { // some draws only need few moves, and by chance none of a hundred does
		rapid.Check(t, property)
	}
	if rare() {
		t.Errorf("the draws exercise too little: %+v", total)
	}
}

// Nothing to mend, nothing is changed; and what is not touched is not looked at.
func TestRepairWithoutChanges(t *testing.T) {
	ev, schedule := jinjuPlanned(t)
	r, err := Repair(context.Background(), ev, schedule, &event.Changes{Format: 1, Event: ev.ID}, RepairOptions{})
	if err != nil || len(r.Changes) > 0 || len(r.Sessions) > 0 || len(r.Schedule.Sessions) != 2 {
		t.Fatalf("%+v, %v", r, err)
	}
}

func jinjuPlanned(t *testing.T) (*event.Event, *event.Schedule) {
	t.Helper()
	ev, err := event.ReadEvent(strings.NewReader(string(fixtures.Jinju2019())))
	if err != nil {
		t.Fatal(err)
	}
	pairs, err := Match(ev)
	if err != nil {
		t.Fatal(err)
	}
	s, err := Schedule(context.Background(), ev, pairs, Options{Seed: 1, Iterations: 2000})
	if err != nil {
		t.Fatal(err)
	}
	return ev, s
}

// The mishaps of a day in Changsha: a buyer does not come, one is late, a table is lost, and somebody walks in.
func TestRepairOfADay(t *testing.T) {
	ev, schedule := jinjuPlanned(t)
	day := schedule.Sessions[0]
	late, gone := day.Meetings[0].Buyer, day.Meetings[len(day.Meetings)-1].Buyer
	c := &event.Changes{
		Format: 1, Event: ev.ID,
		Absent: []event.Absence{
			{Session: "changsha", Participant: gone},
			{Session: "changsha", Participant: late, Until: event.Some(day.Meetings[0].End)},
		},
		TablesLost: []event.LostTable{{Session: "changsha", Table: day.Meetings[1].Table}},
		Buyers: []event.Buyer{{ID: "W1", Country: "CN", Languages: []string{"zh"}, Needs: []event.Need{{HS: []string{"8412"}}},
			Sessions: map[string]event.Participation{"changsha": {}}}},
		Requests: []event.Request{{From: "W1", To: ev.Firms[7].ID, Wish: event.Must}},
	}
	r, err := Repair(context.Background(), ev, schedule, c, RepairOptions{Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	if res := Check(r.Event, r.Schedule, r.Pairs); len(res.Findings) > 0 {
		t.Fatal(findingsError(res.Findings))
	}
	s := r.Sessions[0]
	if len(r.Sessions) != 1 || !s.Proven() || !s.LeastHarm || s.MustMissed != 0 {
		t.Errorf("%+v", r.Sessions)
	}
	met := slices.ContainsFunc(r.Schedule.Sessions[0].Meetings, func(m event.Meeting) bool { return m.Buyer == "W1" && m.Firm == ev.Firms[7].ID })
	if !met {
		t.Error("the walk-in's must is not placed")
	}
	if !slices.EqualFunc(r.Schedule.Sessions[1].Meetings, schedule.Sessions[1].Meetings, func(a, b event.Meeting) bool { return a == b }) {
		t.Error("Moscow was changed")
	}
}
