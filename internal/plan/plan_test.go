package plan

import (
	"context"
	"errors"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"sangdam/event"
	"sangdam/scheduler"
)

func mentions(t *testing.T, err error, want string) {
	t.Helper()
	if err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("error %v; want one that mentions %s", err, want)
	}
}

// inEveryLanguage holds that what is refused is said in the four languages, each time in other words.
func inEveryLanguage(t *testing.T, refused Refused) {
	t.Helper()
	for _, f := range refused {
		said := map[string]bool{}
		for _, language := range event.Languages {
			said[f.Message.By[language]] = true
		}
		if len(said) != len(event.Languages) || said[""] {
			t.Errorf("%s: %v", f.Location, f.Message.By)
		}
	}
}

// still is a clock that stands still, so that documents can be compared.
func still() time.Time { return time.Date(2026, 5, 4, 0, 0, 0, 0, time.UTC) }

func TestWorkersDoNotChangeTheSchedule(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ev, pairs := drawEvent(t)
		var docs []*event.Schedule
		for _, workers := range []int{1, 3} {
			s, err := Schedule(context.Background(), ev, pairs, Options{Iterations: 10, Workers: workers, Seed: 7, Clock: still})
			if err != nil {
				t.Fatal(err)
			}
			docs = append(docs, s)
		}
		if !reflect.DeepEqual(docs[0], docs[1]) {
			t.Fatalf("one worker: %+v\nthree: %+v", docs[0], docs[1])
		}
	})
}

func TestDocument(t *testing.T) {
	ev, pairs := hall(2, 2)
	ev.Sessions[0].Tables = event.Tables{Names: []string{"A1", "A2"}}
	var points []Progress
	s, err := Schedule(context.Background(), ev, pairs, Options{Seed: 5, Progress: func(p Progress) { points = append(points, p) }})
	if err != nil {
		t.Fatal(err)
	}
	if s.Format != event.Format || s.Event != "hall" || len(s.Sessions) != 1 {
		t.Fatalf("%+v", s)
	}
	part := s.Sessions[0]
	if part.Objective.Score != 5.1 || part.Bound.Score != 5.1 || part.Gap != 0 || len(part.Meetings) != 6 {
		t.Errorf("score %v, bound %v, gap %v, %d meetings; want 5.1 proven, 6", part.Objective.Score, part.Bound.Score, part.Gap, len(part.Meetings))
	}
	if part.Seed != 5 || part.Stopped != "" {
		t.Errorf("seed %d, stopped %q", part.Seed, part.Stopped)
	}
	for i, m := range part.Meetings {
		slot := ev.Sessions[0].Slots[m.Slot]
		if !m.Start.Equal(slot.Start) || !m.End.Equal(slot.End) || (m.Table != "A1" && m.Table != "A2") {
			t.Errorf("meetings[%d]: %+v", i, m)
		}
		if i > 0 && m.Start.Before(part.Meetings[i-1].Start) {
			t.Errorf("meetings[%d] is before the one above it", i)
		}
	}
	last := part.Trace[len(part.Trace)-1]
	if last.Score != part.Objective.Score || last.Bound != part.Bound.Score || last.Breaks != part.Objective.Breaks {
		t.Errorf("the trace ends at %+v, the document says %+v", last, part.Objective)
	}
	if end := points[len(points)-1]; !end.Done || !end.Feasible || end.Session != "hall" || end.Point.Score != 5.1 {
		t.Errorf("the last progress is %+v", end)
	}
}

func TestNothingToPlaceIsEmpty(t *testing.T) {
	ev, _ := hall(2, 2)
	s, err := Schedule(context.Background(), ev, nil, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if part := s.Sessions[0]; part.Status != event.StatusEmpty || part.Meetings == nil || part.Unplaced == nil {
		t.Errorf("%+v; want an empty schedule with lists, not null", part)
	}
}

func TestErrorsNameEveryFault(t *testing.T) {
	ev, pairs := hall(3, 1)
	refused := event.ReasonRefused
	pairs[8].Excluded = &refused // F2 with B2
	pairs = append(pairs,
		event.Pair{Session: "attic", Firm: "F0", Buyer: "B0"},
		event.Pair{Session: "hall", Firm: "F7", Buyer: "B0"},
		event.Pair{Session: "hall", Firm: "F0", Buyer: "B0"},
	)
	pairs[1].Score = 1.5
	ev.Fixed = []event.Fixed{
		{Session: "hall", Firm: "F0", Buyer: "B0", Slot: 0},
		{Session: "hall", Firm: "F1", Buyer: "B1", Slot: 0}, // one table only
		{Session: "hall", Firm: "F2", Buyer: "B2", Slot: 1}, // refused
		{Session: "hall", Firm: "F2", Buyer: "B1", Slot: 9},
		{Session: "hall", Firm: "F2", Buyer: "B1", Slot: 2, Table: "Z"},
		{Session: "hall", Firm: "F2", Buyer: "B9", Slot: 2},
	}
	_, err := Schedule(context.Background(), ev, pairs, Options{})
	for _, want := range []string{
		`no session "attic"`, `no firm "F7"`, "pairs[11]", "listed twice", "score 1.5", "fixed[1]", "rule H5",
		"fixed[2]: the pair of F2 and B2 is excluded (refused)", "slot 9", `no table "Z"`, `no buyer "B9"`,
	} {
		mentions(t, err, want)
	}
	if refused, ok := errors.AsType[Refused](err); !ok || len(refused) != 9 {
		t.Errorf("%d of 9 reasons", len(refused))
	} else {
		inEveryLanguage(t, refused)
	}
	_, err = Schedule(context.Background(), ev, nil, Options{Session: "attic", ScoreSlack: 2})
	mentions(t, err, "score slack 2")
	ev.Fixed = nil
	_, err = Schedule(context.Background(), ev, nil, Options{Session: "attic"})
	mentions(t, err, `no session "attic"`)
}

func TestMustsFixedAndMinimumScore(t *testing.T) {
	ev, pairs := hall(3, 1)
	low := event.ReasonNotWorthIt
	for i := range pairs {
		pairs[i].Excluded = &low
	}
	pairs[4].Must = true // F1 with B1
	ev.Fixed = []event.Fixed{{Session: "hall", Firm: "F2", Buyer: "B0", Slot: 3, Table: "1"}}
	s, err := Schedule(context.Background(), ev, pairs, Options{})
	if err != nil {
		t.Fatal(err)
	}
	part := s.Sessions[0]
	if len(part.Meetings) != 2 || part.Objective.MustMissed != 0 {
		t.Fatalf("%+v; want the must and the fixed meeting", part.Meetings)
	}
	if m := part.Meetings[1]; m.Firm != "F2" || m.Buyer != "B0" || m.Slot != 3 || m.Table != "1" {
		t.Errorf("the fixed meeting is %+v", m)
	}
}

// fake runs three sessions on a given number of workers with a solver that notes its time limit.
func fake(t *testing.T, ctx context.Context, opt Options, solve func(context.Context) scheduler.Result) ([]event.SessionSchedule, error) {
	t.Helper()
	ev, _ := hall(1, 1)
	opt.Clock = still
	r := runner{event: ev, opt: opt, solve: func(ctx context.Context, _ *scheduler.Instance, _ scheduler.Options) scheduler.Result {
		return solve(ctx)
	}}
	for range 3 {
		st := newSite(ev, &ev.Sessions[0])
		in, err := st.instance()
		if err != nil {
			t.Fatal(err)
		}
		r.sites, r.instances = append(r.sites, st), append(r.instances, in)
	}
	return r.run(ctx)
}

func TestTheTimeLimitIsShared(t *testing.T) {
	for _, tc := range []struct {
		workers int
		want    []time.Duration // of a limit of an hour, in the order in which sessions begin
	}{
		{1, []time.Duration{20 * time.Minute, 30 * time.Minute, time.Hour}},
		{3, []time.Duration{time.Hour, time.Hour, time.Hour}},
	} {
		var lock sync.Mutex
		var got []time.Duration
		_, err := fake(t, context.Background(), Options{Workers: tc.workers, TimeLimit: time.Hour}, func(ctx context.Context) scheduler.Result {
			end, _ := ctx.Deadline()
			lock.Lock()
			got = append(got, time.Until(end).Round(5*time.Minute))
			lock.Unlock()
			return scheduler.Result{Status: scheduler.Optimal, Schedule: scheduler.NewSchedule(nil)}
		})
		if err != nil || !reflect.DeepEqual(got, tc.want) {
			t.Errorf("%d workers: %v, %v; want %v", tc.workers, got, err, tc.want)
		}
	}
}

func TestStoppedSaysWhy(t *testing.T) {
	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	late, end := context.WithDeadline(context.Background(), time.Unix(0, 0))
	defer end()
	for want, ctx := range map[string]context.Context{"cancelled": cancelled, "time_limit": late} {
		parts, err := fake(t, ctx, Options{Workers: 1}, func(context.Context) scheduler.Result {
			return scheduler.Result{Schedule: scheduler.NewSchedule(nil), Stopped: true, Bound: scheduler.Objective{Score: 5}}
		})
		if err != nil || parts[0].Stopped != want || parts[0].Status != event.StatusFeasible {
			t.Errorf("%+v, %v; want stopped by %s", parts[0], err, want)
		}
	}
}

func TestNoScheduleIsAnError(t *testing.T) {
	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := fake(t, cancelled, Options{Workers: 1}, func(context.Context) scheduler.Result { return scheduler.Result{Status: scheduler.Unknown} })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("%v; want one that wraps context.Canceled", err)
	}
	_, err = fake(t, context.Background(), Options{Workers: 1}, func(context.Context) scheduler.Result {
		return scheduler.Result{Status: scheduler.Infeasible}
	})
	mentions(t, err, "fixed meetings")
}

func TestGapIsZeroOnlyWhenProven(t *testing.T) {
	for _, tc := range []struct {
		score, bound int64
		want         float64
	}{{0, 0, 0}, {10000, 10000, 0}, {9990, 10000, 0.001}, {99999999, 100000000, 1e-6}} {
		if got := gap(tc.score, tc.bound); got != tc.want {
			t.Errorf("gap(%d, %d) = %v, want %v", tc.score, tc.bound, got, tc.want)
		}
	}
}
