package desk_test

import (
	"context"
	"errors"
	"sync"
	"testing"
	"time"

	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/jobs"
)

// attempts begins a request under a key again and again, each time as if the server had crashed in the one before.
func (b *bench) attempts(key, body string, n int) []context.Context {
	b.t.Helper()
	var all []context.Context
	for range n {
		a, answer, err := b.Remember(b.t.Context(), b.admin, key, body, 24*time.Hour)
		if err != nil || answer != nil {
			b.t.Fatalf("%+v %v", answer, err)
		}
		all = append(all, a.In(b.t.Context()))
		b.clock.pass(time.Minute)
	}
	return all
}

// A deaf runner takes no run while it is deaf: the process ended before it could.
type deaf struct {
	jobs.Runner
	deaf bool
}

func (r *deaf) Submit(ctx context.Context, run jobs.Run) error {
	if r.deaf {
		return errors.New("the process ends here")
	}
	return r.Runner.Submit(ctx, run)
}

// TestARunIsStartedOnce cuts the start of a run off where it is noted and not submitted, and after it was.
func TestARunIsStartedOnce(t *testing.T) {
	runner := &deaf{deaf: true}
	b := newBench(t, func(o *desk.Options) { runner.Runner, o.Runner = o.Runner, runner })
	b.create(small(t, "two-days"))
	ctxs := b.attempts("k", "body", 3)
	opt := jobs.Options{TimeLimit: 1}
	if _, err := b.Solve(ctxs[0], b.admin, "two-days", opt); err == nil {
		t.Fatal("it was submitted")
	}
	runner.deaf = false
	second, err := b.Solve(ctxs[1], b.admin, "two-days", opt)
	if err != nil {
		t.Fatal(err)
	}
	third, err := b.Solve(ctxs[2], b.admin, "two-days", opt)
	if err != nil || third.ID != second.ID {
		t.Errorf("%s, then %s: %v", second.ID, third.ID, err)
	}
	for _, err := range b.WatchRun(t.Context(), b.admin, second.ID, 0) {
		if err != nil {
			t.Fatal(err)
		}
	}
	if runs, err := b.Runs(t.Context(), b.admin, "two-days"); err != nil || len(runs) != 1 || runs[0].State != jobs.Done {
		t.Errorf("%+v %v", runs, err)
	}
}

// TestOfManyAttemptsOneTakesEffect has attempts at one request, all taken for crashed, go on at once.
func TestOfManyAttemptsOneTakesEffect(t *testing.T) {
	b := newBench(t)
	ev := jinju(t)
	outcomes := ev.Outcomes[:1]
	ev.Outcomes = nil
	b.create(ev)
	before := changedTimes(t, b)
	var all sync.WaitGroup
	for _, ctx := range b.attempts("k", "body", 6) {
		all.Go(func() {
			if _, err := b.AddOutcomes(ctx, b.admin, ev.ID, outcomes); err != nil && !errors.Is(err, desk.ErrBusy) {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if n := changedTimes(t, b) - before; n != 1 {
		t.Errorf("the log tells of %d reports, want 1", n)
	}
	again := b.attempts("k", "another body", 1)
	if _, err := b.AddOutcomes(again[0], b.admin, ev.ID, []event.Outcome{}); !errors.Is(err, desk.ErrOtherBody) {
		t.Errorf("the key with another body: %v", err)
	}
}

// changedTimes is how many entries the log of the example event has.
func changedTimes(t *testing.T, b *bench) int {
	t.Helper()
	entries, _, err := b.Audit(t.Context(), b.admin, thisEvent, "", 500)
	if err != nil {
		t.Fatal(err)
	}
	return len(entries)
}
