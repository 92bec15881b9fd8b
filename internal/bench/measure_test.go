package bench

import (
	"math"
	"testing"
	"time"

	"sangdam/event"
)

func TestMeasureGivesACheckedRun(t *testing.T) {
	r, err := Measure(t.Context(), "tables-6x8x5-s1", Options{Seed: 1, Clock: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	if r.Firms != 6 || r.Buyers != 8 || r.Slots != 5 || r.Pairs != 48 {
		t.Errorf("size %d x %d x %d with %d pairs, want 6 x 8 x 5 with 48", r.Firms, r.Buyers, r.Slots, r.Pairs)
	}
	if len(r.Session.Meetings) == 0 || r.Session.Bound.Score < r.Session.Objective.Score {
		t.Errorf("%d meetings, score %v, bound %v", len(r.Session.Meetings), r.Session.Objective.Score, r.Session.Bound.Score)
	}
	if _, ok := r.Within(1); !ok {
		t.Error("the trace has no schedule at all")
	}
}

func TestMeasureEndsAtTheGap(t *testing.T) {
	r, err := Measure(t.Context(), "half-12x18x8-s1", Options{Seed: 1, Clock: time.Now, Until: 0.5})
	if err != nil {
		t.Fatal(err)
	}
	if r.Session.Stopped == "" {
		t.Error("the run went on after half of the bound was reached")
	}
	if _, ok := r.Within(0.5); !ok {
		t.Error("the run ended before half of the bound was reached")
	}
}

func TestMeasureNamesAWrongEvent(t *testing.T) {
	if _, err := Measure(t.Context(), "nonsense", Options{Clock: time.Now}); err == nil {
		t.Error("a name that is none is measured")
	}
}

func TestWithinCountsOnlyWhatCompares(t *testing.T) {
	r := Run{Session: event.SessionSchedule{
		Objective: event.Objective{MinimumShortfall: 1},
		Trace: []event.TracePoint{
			{Seconds: 1, Score: 11, Bound: 10, MinimumShortfall: 2}, // more score, for more shortfall
			{Seconds: 2, Score: 9.8, Bound: 10, MinimumShortfall: 1},
			{Seconds: 3, Score: 9.95, Bound: 10, MinimumShortfall: 1},
			{Seconds: 4, Score: 9.95, Bound: 9.95, MinimumShortfall: 1},
		},
	}}
	for _, c := range []struct {
		limit, want float64
	}{{0.5, 2}, {0.02, 2}, {0.01, 3}, {0, 4}} {
		if got, ok := r.Within(c.limit); !ok || got != c.want {
			t.Errorf("Within(%v) = %v, %v; want %v", c.limit, got, ok, c.want)
		}
	}
	if _, ok := (&Run{}).Within(1); ok {
		t.Error("a run without a trace came within a gap")
	}
}

func TestPeakMemory(t *testing.T) {
	got := peakIn([]byte("Name:\tx\nVmHWM:\t    2048 kB\nVmRSS:\t 1024 kB\n"))
	if got != 2048*1024 {
		t.Errorf("peak %d, want %d", got, 2048*1024)
	}
	if got := peakIn([]byte("VmHWM: many kB\n")); got != 0 {
		t.Errorf("peak %d of a line that says nothing, want 0", got)
	}
}

func TestPeersAreComparedInExactUnits(t *testing.T) {
	run := func(score, bound float64) *Run {
		return &Run{Session: event.SessionSchedule{Objective: event.Objective{Score: score}, Bound: event.Objective{Score: bound}}}
	}
	sum := 0.0
	for range 10 {
		sum += 0.1 // not quite 1
	}
	for _, c := range []struct {
		name string
		peer PeerResult
		run  *Run
		want bool
	}{
		{"equal but for rounding", PeerResult{Status: "optimal", Score: sum}, run(1, 1), false},
		{"peer better than a proof", PeerResult{Status: "optimal", Score: 1.0001}, run(1, 1), true},
		{"peer's proof worse than a schedule", PeerResult{Status: "optimal", Score: 0.9999}, run(1, 1.1), true},
		{"peer between schedule and bound", PeerResult{Status: "optimal", Score: 1.05}, run(1, 1.1), false},
		{"peer not proven, better than the bound", PeerResult{Status: "feasible", Score: 1.2}, run(1, 1.1), true},
		{"peer not proven, worse", PeerResult{Status: "feasible", Score: 0.5}, run(1, 1), false},
		{"peer falls shorter", PeerResult{Status: "optimal", Shortfall: 1, Score: 1}, run(1, 1), true},
		{"peer has nothing", PeerResult{Status: "unknown"}, run(1, math.Inf(1)), false},
	} {
		if got := c.peer.Contradicts(c.run); got != c.want {
			t.Errorf("%s: contradicts = %v, want %v", c.name, got, c.want)
		}
	}
}
