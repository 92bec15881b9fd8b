// Package jobstest holds every home of runs to the contract of package jobs.
package jobstest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync/atomic"
	"testing"
	"time"

	"sangdam/event"
	"sangdam/fixtures"
	"sangdam/internal/jobs"
	"sangdam/internal/plan"
	"sangdam/internal/store"
)

// A Home is a store of its own, and a way to open runners on it that solve.
type Home struct {
	Store store.Store
	// Open opens a runner. Store and Lease are set in the settings; the rest may be.
	Open func(jobs.Settings) (jobs.Runner, error)
}

// guard is how long a test waits for something that should come at once, before it is taken to hang.
const guard = 5 * time.Minute

// lease is short, so that a run left behind is soon found.
const lease = 400 * time.Millisecond

// Run holds a home to the contract. Open gives an empty store each time.
func Run(t *testing.T, open func(t *testing.T) Home) {
	tests := []struct {
		name string
		test func(*bench)
	}{
		{"a run is solved as a direct call would", solved},
		{"the options reach the packer", options},
		{"meetings kept by hand stand", kept},
		{"progress is seen while it happens", live},
		{"watching resumes after a number", resumed},
		{"watching a run that is not there", watchNothing},
		{"stopping keeps the best", stopped},
		{"stopping what was not begun", stoppedEarly},
		{"stopping before anything was found", stoppedEmpty},
		{"fixed meetings that cannot stand", impossible},
		{"what a run needs is not there", missing},
		{"a panic fails its run alone", panics},
		{"an id is taken once", twice},
		{"closing parks, opening resumes", parked},
		{"a run left behind is begun again", abandoned},
		{"a run left behind goes on from the best that was kept", continued},
		{"closing keeps the best for the next", parkedBest},
		{"a stop that outlives its process keeps the best", stoppedKept},
		{"what was kept and cannot be read", unreadable},
		{"what ends one process after the other is given up", poison},
		{"two runners do a run once", shared},
		{"an event dropped in mid-solve", dropped},
		{"a solve that comes back from the dead writes nothing", zombie},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			ctx, cancel := context.WithTimeout(t.Context(), guard)
			t.Cleanup(cancel)
			tt.test(&bench{T: t, ctx: ctx, home: open(t)})
		})
	}
}

// A bench is one test with its store.
type bench struct {
	*testing.T
	ctx  context.Context
	home Home
	runs int
}

// open opens a runner, which is closed at the end of the test.
func (b *bench) open(s jobs.Settings) jobs.Runner {
	b.Helper()
	s.Store = b.home.Store
	s.Lease = lease
	s.Log = slog.New(slog.DiscardHandler)
	r, err := b.home.Open(s)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { b.close(r) })
	return r
}

func (b *bench) close(r jobs.Runner) {
	b.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), guard)
	defer cancel()
	if err := r.Close(ctx); err != nil {
		b.Error(err)
	}
}

// jinju puts the example event into the store, changed as asked.
func (b *bench) jinju(change ...func(*event.Event)) *event.Event {
	b.Helper()
	ev, err := event.ReadEvent(bytes.NewReader(fixtures.Jinju2019()))
	if err != nil {
		b.Fatal(err)
	}
	for _, f := range change {
		f(ev)
	}
	var document bytes.Buffer
	if err := ev.Write(&document); err != nil {
		b.Fatal(err)
	}
	key := store.Key{Space: ev.ID, Kind: jobs.KindEvent, ID: jobs.EventID}
	if _, err := b.home.Store.Write(b.ctx, store.Change{Key: key, Value: document.Bytes()}); err != nil {
		b.Fatal(err)
	}
	return ev
}

// run is a new run of the example event.
func (b *bench) run(o jobs.Options) jobs.Run {
	b.runs++
	return jobs.Run{
		ID: fmt.Sprintf("jinju-2019-r%012d", b.runs), Event: "jinju-2019", Options: o, By: "organizer",
		Created: time.Date(2019, 9, 23, 9, 0, b.runs, 0, time.UTC),
	}
}

// submit has a new run solved and returns its id.
func (b *bench) submit(r jobs.Runner, o jobs.Options) string {
	b.Helper()
	run := b.run(o)
	if err := r.Submit(b.ctx, run); err != nil {
		b.Fatal(err)
	}
	return run.ID
}

// await watches a run of the example event to its end and returns it with what was seen.
func (b *bench) await(r jobs.Runner, id string) (jobs.Run, []jobs.Progress) {
	b.Helper()
	seen := b.watch(r, id, 0)
	run := b.read(id)
	if !run.State.Ended() {
		b.Fatalf("the watching ended while the run is %s", run.State)
	}
	return run, seen
}

func (b *bench) watch(r jobs.Runner, id string, after uint64) []jobs.Progress {
	b.Helper()
	var seen []jobs.Progress
	for p, err := range r.Watch(b.ctx, "jinju-2019", id, after) {
		if err != nil {
			b.Fatal(err)
		}
		seen = append(seen, p)
	}
	if b.ctx.Err() != nil {
		b.Fatal("the watching did not end with the run")
	}
	return seen
}

func (b *bench) read(id string) jobs.Run {
	b.Helper()
	run, _, err := jobs.NewLedger(jobs.Settings{Store: b.home.Store}).Run(b.ctx, "jinju-2019", id)
	if err != nil {
		b.Fatal(err)
	}
	return run
}

// schedule reads the schedule of a run; nil when there is none.
func (b *bench) schedule(id string) *event.Schedule {
	b.Helper()
	record, err := b.home.Store.Get(b.ctx, store.Key{Space: "jinju-2019", Kind: jobs.KindSchedule, ID: id})
	if errors.Is(err, store.ErrNotFound) {
		return nil
	}
	if err != nil {
		b.Fatal(err)
	}
	s, err := event.ReadSchedule(bytes.NewReader(record.Value))
	if err != nil {
		b.Fatal(err)
	}
	return s
}

// receive takes the next value from a channel.
func receive[T any](b *bench, from <-chan T) T {
	b.Helper()
	select {
	case v := <-from:
		return v
	case <-b.ctx.Done():
		b.Fatal("nothing came")
		panic("unreachable")
	}
}

// A slow packer finds a first schedule at once, says so on entered, and looks for a better one until it is let go or ctx ends.
type slow struct {
	entered chan plan.Options
	letGo   chan struct{}
	calls   atomic.Int64
}

func newSlow() *slow {
	return &slow{entered: make(chan plan.Options, 100), letGo: make(chan struct{})}
}

func (s *slow) pack(ctx context.Context, ev *event.Event, _ []event.Pair, opt plan.Options) (*event.Schedule, error) {
	s.calls.Add(1)
	session := ev.Sessions[0].ID
	opt.Progress(plan.Progress{Session: session, Feasible: true, Point: event.TracePoint{Score: 1, Bound: 2}})
	s.entered <- opt
	part := event.SessionSchedule{Session: session, Status: event.StatusFeasible, Seed: opt.Seed}
	select {
	case <-ctx.Done():
		part.Stopped = "cancelled"
	case <-s.letGo:
		opt.Progress(plan.Progress{Session: session, Feasible: true, Done: true, Point: event.TracePoint{Score: 2, Bound: 2}})
	}
	return &event.Schedule{Format: event.Format, Event: ev.ID, Sessions: []event.SessionSchedule{part}}, nil
}
