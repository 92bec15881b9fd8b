package desk_test

import (
	"errors"
	"testing"
	"time"

	"sangdam/internal/desk"
	"sangdam/internal/jobs"
)

// The schedule that is worked on is that of the last solve, until an earlier one is chosen; and then until another solve ends.
func TestAnEarlierScheduleIsChosen(t *testing.T) {
	b := newBench(t)
	ev := small(t, "two-days")
	b.create(ev)
	chosen := func() string {
		t.Helper()
		run, err := b.ChosenRun(t.Context(), b.admin, ev.ID)
		if err != nil {
			t.Fatal(err)
		}
		return run
	}
	if run, err := b.ChosenRun(t.Context(), b.admin, ev.ID); !errors.Is(err, desk.ErrNotFound) {
		t.Fatalf("before any solve %q is chosen: %v", run, err)
	}
	if err := b.ChooseRun(t.Context(), b.admin, ev.ID+"-r000000000000"); !errors.Is(err, desk.ErrNotFound) {
		t.Errorf("a run that does not exist: %v", err)
	}
	first := b.solve(ev.ID, jobs.Options{})
	b.clock.pass(time.Minute)
	second := b.solve(ev.ID, jobs.Options{Seed: 1})
	b.clock.pass(time.Minute)
	if got := chosen(); got != second {
		t.Errorf("%s is worked on, want the last one, %s", got, second)
	}
	if err := b.ChooseRun(t.Context(), b.admin, first); err != nil {
		t.Fatal(err)
	}
	if got := chosen(); got != first {
		t.Errorf("%s is worked on, want the chosen one, %s", got, first)
	}
	b.clock.pass(time.Minute)
	third := b.solve(ev.ID, jobs.Options{Seed: 2})
	if got := chosen(); got != third {
		t.Errorf("%s is worked on, want the new one, %s", got, third)
	}
	if err := b.DeleteRun(t.Context(), b.admin, third); err != nil {
		t.Fatal(err)
	}
	if got := chosen(); got != first {
		t.Errorf("%s is worked on after the new one is gone, want %s", got, first)
	}
	reader := b.caller(desk.TokenSpec{Name: "reader", Scopes: []desk.Scope{desk.ReadEvents}}, b.admin)
	if err := b.ChooseRun(t.Context(), reader, first); !errors.Is(err, desk.ErrForbidden) {
		t.Errorf("who may only read chooses: %v", err)
	}
}
