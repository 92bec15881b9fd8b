package desk_test

import (
	"slices"
	"testing"

	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/jobs"
	"sangdam/matcher"
)

// candidatesOf are the pairs of an event that may meet, with their scores, as the match document has them.
func candidatesOf(ev *event.Event) map[[3]string]float64 {
	out := map[[3]string]float64{}
	for _, p := range matcher.Rank(ev) {
		if p.Excluded == nil {
			out[[3]string{p.Session, p.Firm, p.Buyer}] = p.Score
		}
	}
	return out
}

func TestAShiftIsTheDifferenceOfTwoMatchDocuments(t *testing.T) {
	b := newBench(t)
	b.create(jinju(t))
	was := candidatesOf(jinju(t))
	for name, change := range map[string]func(ev *event.Event){
		"nothing":  func(*event.Event) {},
		"outcomes": func(ev *event.Event) { ev.Outcomes = nil },
		"a control": func(ev *event.Event) {
			ev.Controls = append(ev.Controls, event.Control{Country: "RU", HS: []string{"84"}})
		},
		"a limit":  func(ev *event.Event) { ev.MinimumScore = event.Some(0.4) },
		"no limit": func(ev *event.Event) { ev.MinimumScore = event.Maybe[float64]{} },
		"a sector": func(ev *event.Event) {
			ev.Sectors = append(ev.Sectors, event.Sector{ID: "hydraulics", Parent: "aerospace"})
		},
		"without a buyer": func(ev *event.Event) { ev.RemoveCompany("C01") },
	} {
		next := jinju(t)
		change(next)
		told, err := b.Consequences(t.Context(), b.admin, thisEvent, next)
		if err != nil {
			t.Fatal(err)
		}
		got, err := told.Shift()
		if err != nil {
			t.Fatal(err)
		}
		will := candidatesOf(next)
		index := event.NewIndex(next)
		ruled, freed, rescored := 0, 0, 0
		for who, score := range was {
			now, still := will[who]
			switch {
			case !still && index.Buyer(who[2]) != nil:
				ruled++
			case still && now != score:
				rescored++
			}
		}
		for who := range will {
			if _, there := was[who]; !there {
				freed++
			}
		}
		if len(got.Ruled) != ruled || len(got.Freed) != freed || got.Rescored != rescored {
			t.Errorf("%s: %d ruled out, %d freed, %d rescored; not %d, %d, %d", name, len(got.Ruled), len(got.Freed), got.Rescored, ruled, freed, rescored)
		}
		if slices.ContainsFunc(slices.Concat(got.Ruled, got.Freed), func(p desk.ShiftedPair) bool { return p.Why.In("ko") == "" }) && ruled+freed <= 100 {
			t.Errorf("%s: a pair is without words", name)
		}
		if name == "a control" && ruled == 0 || name == "no limit" && freed == 0 || name == "a sector" && rescored == 0 {
			t.Errorf("%s changes nothing: the test says nothing", name)
		}
	}
}

func TestWhatIsFixedAnewHasNoPlaceInTheDraft(t *testing.T) {
	b := newBench(t)
	b.create(jinju(t))
	draft, err := b.Draft(t.Context(), b.admin, b.solve(thisEvent, jobs.Options{}))
	if err != nil {
		t.Fatal(err)
	}
	meetings := draft.Schedule.Sessions[0].Meetings
	session := draft.Schedule.Sessions[0].Session
	next := jinju(t)
	there := event.Fixed{Session: session, Firm: meetings[0].Firm, Buyer: meetings[0].Buyer, Slot: meetings[0].Slot}
	var nowhere event.Fixed
	for _, p := range matcher.Rank(next) { // somebody else than who is fixed already
		meet := slices.ContainsFunc(meetings, func(m event.Meeting) bool { return m.Firm == p.Firm && m.Buyer == p.Buyer })
		if p.Session == session && p.Excluded == nil && !meet && p.Firm != there.Firm && p.Buyer != there.Buyer {
			nowhere = event.Fixed{Session: session, Firm: p.Firm, Buyer: p.Buyer, Slot: freeSlot(t, next, p)}
			break
		}
	}
	next.Fixed = []event.Fixed{there, nowhere}
	told, err := b.Consequences(t.Context(), b.admin, thisEvent, next)
	if err != nil || !slices.Equal(told.Unplaced, []event.Fixed{nowhere}) || len(told.Draft) != 0 {
		t.Errorf("%+v has no place, %d upset, %v", told.Unplaced, len(told.Draft), err)
	}
}

// A change of the least score, with 100 firms and some 1,000 buyers: what a form tells before it is saved.
func BenchmarkConsequencesForPairs(b *testing.B) {
	w := newBench(b)
	w.create(enlarged(b, 10, 17))
	next := enlarged(b, 10, 17)
	next.MinimumScore = event.Some(0.4)
	for b.Loop() {
		told, err := w.Consequences(b.Context(), w.admin, thisEvent, next)
		if err != nil {
			b.Fatal(err)
		}
		if s, err := told.Shift(); err != nil || len(s.Ruled) == 0 {
			b.Fatal(s, err)
		}
	}
}
