package plan

import (
	"context"
	"reflect"
	"testing"
	"time"

	"pgregory.net/rapid"

	"sangdam/event"
	"sangdam/scheduler"
)

func TestTraceHasAPointForEachImprovement(t *testing.T) {
	now := still()
	r := recorder{began: now, clock: func() time.Time {
		now = now.Add(250 * time.Millisecond)
		return now
	}}
	low, high := scheduler.Objective{Score: 100, Breaks: 9}, scheduler.Objective{Score: 300, Breaks: 4}
	bound := scheduler.Objective{Score: 400}
	r.record(scheduler.Objective{}, bound, false) // no schedule yet
	r.record(low, bound, true)
	r.record(low, bound, true) // nothing new
	r.record(high, bound, true)
	r.record(high, scheduler.Objective{Score: 300}, true)
	want := []event.TracePoint{
		{Seconds: 0.5, Score: 0.01, Bound: 0.04, Breaks: 9},
		{Seconds: 1, Score: 0.03, Bound: 0.04, Breaks: 4},
		{Seconds: 1.25, Score: 0.03, Bound: 0.03, Breaks: 4},
	}
	if !reflect.DeepEqual(r.trace, want) {
		t.Errorf("%+v, want %+v", r.trace, want)
	}
}

// Whoever is stopped before it began still has a schedule without fault, and says that it was stopped.
func TestACancelledRunIsASchedule(t *testing.T) {
	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	rapid.Check(t, func(t *rapid.T) {
		ev, pairs := drawEvent(t)
		s, err := Schedule(cancelled, ev, pairs, Options{Workers: 1, Help: 3})
		if err != nil {
			t.Fatal(err)
		}
		if r := Check(ev, s, pairs); len(r.Findings) > 0 {
			t.Fatalf("found:%s", report(r))
		}
		for _, part := range s.Sessions {
			if part.Status == event.StatusFeasible && part.Stopped != "cancelled" {
				t.Fatalf("%s is not proven, but not said to be cancelled: %q", part.Session, part.Stopped)
			}
		}
	})
}
