package jobs_test

import (
	"context"
	"errors"
	"log/slog"
	"math/rand/v2"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"sangdam/event"
	"sangdam/fixtures"
	"sangdam/internal/jobs"
	"sangdam/internal/plan"
	"sangdam/internal/store"
	"sangdam/internal/store/bolt"
)

// A flaky store fails now and then: before a call, or after a write was made, whose answer is then lost.
type flaky struct {
	store.Store
	mu     sync.Mutex
	random *rand.Rand
}

var errFlaky = errors.Join(store.ErrUnavailable, errors.New("the line is bad"))

func (f *flaky) fails() bool { return f.chance(0.1) }

func (f *flaky) chance(p float64) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.random.Float64() < p
}

func (f *flaky) Get(ctx context.Context, key store.Key) (store.Record, error) {
	if f.fails() {
		return store.Record{}, errFlaky
	}
	return f.Store.Get(ctx, key)
}

func (f *flaky) Write(ctx context.Context, changes ...store.Change) (uint64, error) {
	if f.fails() {
		return 0, errFlaky
	}
	version, err := f.Store.Write(ctx, changes...)
	if err == nil && f.fails() {
		return 0, errFlaky
	}
	return version, err
}

// restless finds three schedules, one after the other.
func restless(ctx context.Context, ev *event.Event, _ []event.Pair, opt plan.Options) (*event.Schedule, error) {
	part := event.SessionSchedule{Session: ev.Sessions[0].ID, Status: event.StatusFeasible}
	for n := range 3 {
		opt.Progress(plan.Progress{Session: part.Session, Feasible: true, Point: event.TracePoint{Score: float64(n), Bound: 3}})
		runtime.Gosched()
	}
	if ctx.Err() != nil {
		part.Stopped = "cancelled"
	}
	return &event.Schedule{Format: event.Format, Event: ev.ID, Sessions: []event.SessionSchedule{part}}, nil
}

// TestOnceWhateverFails has several workers take one run from each other all the time, over a store that fails, and somebody ask it to
// stop: there is one end, with a schedule or without, and nothing is written after it.
func TestOnceWhateverFails(t *testing.T) {
	ended := map[jobs.State]int{}
	for seed := range uint64(30) {
		ended[oneFlakyRun(t, seed)]++
	}
	t.Logf("ends: %v", ended)
	if ended[jobs.Done] == 0 {
		t.Error("no run was ever done")
	}
}

func oneFlakyRun(t *testing.T, seed uint64) jobs.State {
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	sound, err := bolt.Open(filepath.Join(t.TempDir(), "data.db"), bolt.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer sound.Close()
	document, err := fixtures.FS.ReadFile("small/two-days.json")
	if err != nil {
		t.Fatal(err)
	}
	key := store.Key{Space: "two-days", Kind: jobs.KindEvent, ID: jobs.EventID}
	begin, err := sound.Write(ctx, store.Change{Key: key, Value: document})
	if err != nil {
		t.Fatal(err)
	}
	look := jobs.NewLedger(jobs.Settings{Store: sound})
	if err := look.Submit(ctx, jobs.Run{ID: "r1", Event: key.Space}); err != nil {
		t.Fatal(err)
	}
	bad := &flaky{Store: sound, random: rand.New(rand.NewPCG(seed, 1))}
	ledger := jobs.NewLedger(jobs.Settings{
		Store: bad, Pack: restless, Lease: 20 * time.Millisecond, Log: slog.New(slog.DiscardHandler),
	})
	var workers sync.WaitGroup
	var solving, robberies atomic.Int64
	for range 3 {
		workers.Go(func() {
			for ctx.Err() == nil {
				run, version, err := look.Run(ctx, key.Space, "r1")
				if err != nil || run.State.Ended() {
					return
				}
				job := jobs.Job{Space: key.Space, ID: "r1"}
				if run.State == jobs.Running && (solving.Load() == 0 || bad.chance(0.2) && robberies.Add(1) <= 2) {
					job.Version = version // the owner is dead, or is robbed
				}
				solving.Add(1)
				_, _ = ledger.Solve(ctx, job) // what it could not do is done by the next attempt
				solving.Add(-1)
			}
		})
	}
	if seed%3 == 2 {
		workers.Go(func() {
			for err := store.ErrUnavailable; errors.Is(err, store.ErrUnavailable); {
				err = ledger.Stop(ctx, key.Space, "r1")
			}
		})
	}
	workers.Wait()

	run, version, err := look.Run(ctx, key.Space, "r1")
	if err != nil {
		t.Fatalf("seed %d: %v", seed, err)
	}
	writes, schedules := history(t, sound, key.Space, begin)
	switch {
	case !run.State.Ended():
		t.Errorf("seed %d: it never ended: %+v", seed, run)
	case run.State == jobs.Failed && run.Lost < 5, run.State == jobs.Stopped && seed%3 != 2:
		t.Errorf("seed %d: it ended as %+v", seed, run)
	case run.State == jobs.Done && schedules != 1, run.State != jobs.Done && schedules != 0:
		t.Errorf("seed %d: it is %s and has had %d schedules", seed, run.State, schedules)
	case writes != version:
		t.Errorf("seed %d: written at %d, after its end at %d", seed, writes, version)
	}
	return run.State
}

// history returns the version of the last write of anything of the run, and how often its schedule was written.
func history(t *testing.T, s store.Store, space string, after uint64) (last uint64, schedules int) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	mark := store.Key{Space: space, Kind: "mark", ID: "last"}
	end, err := s.Write(ctx, store.Change{Key: mark})
	if err != nil {
		t.Fatal(err)
	}
	for notice, err := range s.Watch(ctx, space, after) {
		if err != nil || len(notice.Keys) == 0 {
			t.Fatalf("the log has a hole: %v", err)
		}
		if notice.Version == end {
			return last, schedules
		}
		last = notice.Version
		for _, key := range notice.Keys {
			if key.Kind == jobs.KindSchedule {
				schedules++
			}
		}
	}
	t.Fatal("the log ended")
	return 0, 0
}
