package plan

import (
	"context"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"sangdam/event"
)

// TestTheIncumbentIsAStart holds that what is reported on the way keeps the hard rules, and that whoever begins from it ends with
// nothing worse.
func TestTheIncumbentIsAStart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ev, pairs := drawEvent(t)
		var points []Progress
		opt := Options{Iterations: 1, Seed: rapid.Uint64().Draw(t, "seed"), Progress: func(p Progress) { points = append(points, p) }}
		done, err := Schedule(context.Background(), ev, pairs, opt)
		if err != nil {
			t.Fatal(err)
		}
		sites, err := newSites(ev, pairs)
		if err != nil {
			t.Fatal(err)
		}
		byID := map[string]*site{}
		for _, st := range sites {
			byID[st.session.ID] = st
		}
		for _, p := range points {
			meetings := p.Meetings()
			st := byID[p.Session]
			carried := 0
			if s := st.start(earlier(st, meetings)); s != nil {
				carried = s.Len()
			}
			if carried < len(meetings) {
				t.Fatalf("%d of the %d meetings reported can stand together", carried, len(meetings))
			}
			sum := 0.0
			for _, m := range meetings {
				sum += m.Score
			}
			if math.Abs(sum-p.Point.Score) > 1e-6 {
				t.Fatalf("the meetings come to %v, the point says %v", sum, p.Point.Score)
			}
		}
		last := points[len(points)-1]
		if i := sessionAt(done, last.Session); len(last.Meetings()) != len(done.Sessions[i].Meetings) {
			t.Fatalf("the last report has %d meetings, the schedule %d", len(last.Meetings()), len(done.Sessions[i].Meetings))
		}
	})
}

func sessionAt(s *event.Schedule, id string) int {
	for i := range s.Sessions {
		if s.Sessions[i].Session == id {
			return i
		}
	}
	return -1
}

// TestAFairSolveFromAnUnfairStart: the best by score alone is no reason to give up fairness.
func TestAFairSolveFromAnUnfairStart(t *testing.T) {
	ev, pairs := hall(3, 1)
	unfair, err := Schedule(context.Background(), ev, pairs, Options{})
	if err != nil {
		t.Fatal(err)
	}
	fair, err := Schedule(context.Background(), ev, pairs, Options{Fair: true, Start: unfair})
	if err != nil {
		t.Fatal(err)
	}
	held := map[string]int{}
	for _, m := range fair.Sessions[0].Meetings {
		held[m.Firm]++
	}
	for firm, least := range fair.Sessions[0].Fairness.Guaranteed {
		if held[firm] < least {
			t.Errorf("%s is guaranteed %d meetings and has %d", firm, least, held[firm])
		}
	}
}

// TestSlackIsGivenUpFromABestStart: the best score to begin from is no reason to keep its breaks.
func TestSlackIsGivenUpFromABestStart(t *testing.T) {
	ev, pairs := hall(1, 1)
	slots := ev.Sessions[0].Slots
	ev.Firms[0].Sessions = map[string]event.Participation{"hall": {MaxMeetings: event.Some(2)}}
	for i := range ev.Buyers { // the best two are not there one after the other
		at := []int{0, 2, 1}[i]
		others := slices.Delete(slices.Clone(slots), at, at+1)
		ev.Buyers[i].Sessions = map[string]event.Participation{"hall": {Unavailable: others}}
		pairs[i].Score = []float64{0.9, 0.9, 0.85}[i]
	}
	opt := Options{}
	best, err := Schedule(context.Background(), ev, pairs, opt)
	if err != nil {
		t.Fatal(err)
	}
	opt.ScoreSlack = 0.05
	from := opt
	from.Start = best
	plain, err := Schedule(context.Background(), ev, pairs, opt)
	if err != nil {
		t.Fatal(err)
	}
	begun, err := Schedule(context.Background(), ev, pairs, from)
	if err != nil {
		t.Fatal(err)
	}
	before, without, with := best.Sessions[0].Objective, plain.Sessions[0].Objective, begun.Sessions[0].Objective
	if without.Breaks >= before.Breaks {
		t.Fatalf("the slack brings nothing here: %d breaks, %d with it", before.Breaks, without.Breaks)
	}
	if with.Breaks >= before.Breaks {
		t.Errorf("%d breaks with the slack, %d before, %d from nothing", with.Breaks, before.Breaks, without.Breaks)
	}
}
