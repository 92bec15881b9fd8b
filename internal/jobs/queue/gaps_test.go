package queue_test

import (
	"context"
	"testing"
	"time"

	"github.com/hibiken/asynq"

	"sangdam/internal/jobs"
	"sangdam/internal/jobs/queue"
	"sangdam/internal/store"
)

// TestRecordedButNotQueued leaves a run as a server does that ends between recording and queueing it.
func TestRecordedButNotQueued(t *testing.T) {
	s := newSite(t, 4)
	startWorker(t, s.url)
	note := store.Change{Key: store.Key{Kind: queue.KindJob, ID: "r1"}, Value: []byte(`{"space":"jinju-2019","id":"r1"}`)}
	if _, err := s.store.Write(s.ctx, note); err != nil {
		t.Fatal(err)
	}
	ledger := jobs.NewLedger(jobs.Settings{Store: s.store})
	if err := ledger.Submit(s.ctx, jobs.Run{ID: "r1", Event: space}); err != nil {
		t.Fatal(err)
	}
	s.taken = []string{"r1"}
	if lost := s.finish(); lost > 0 {
		t.Errorf("%d owners were lost", lost)
	}
}

// TestTakenOutButNotBegun has a worker die after it took a task out of the queue and before it claimed the run.
func TestTakenOutButNotBegun(t *testing.T) {
	s := newSite(t, 5)
	opt, err := asynq.ParseRedisURI(s.url)
	if err != nil {
		t.Fatal(err)
	}
	took := make(chan struct{}, 1)
	hang, release := context.WithCancel(s.ctx)
	dead := asynq.NewServer(opt, asynq.Config{
		Concurrency: 1, Queues: map[string]int{"sangdam": 1}, LogLevel: asynq.FatalLevel, TaskCheckInterval: 50 * time.Millisecond,
	})
	if err := dead.Start(asynq.HandlerFunc(func(context.Context, *asynq.Task) error {
		took <- struct{}{}
		<-hang.Done()
		return nil
	})); err != nil {
		t.Fatal(err)
	}
	defer func() { release(); dead.Shutdown() }()
	s.submit(1)
	<-took
	startWorker(t, s.url)
	s.finish()
}

// TestALongRunKeepsItsOwner has two workers look on for several leases while one of them solves.
func TestALongRunKeepsItsOwner(t *testing.T) {
	s := newSite(t, 6)
	release := make(chan struct{})
	entered := make(chan struct{}, 10)
	opt := jobs.Settings{Store: s.store, Lease: 2 * time.Second, Pack: waiting(entered, release)}
	for range 2 {
		w, err := queue.NewWorker(s.url, opt)
		if err != nil {
			t.Fatal(err)
		}
		defer func() {
			if err := w.Close(context.Background()); err != nil {
				t.Error(err)
			}
		}()
	}
	s.submit(1)
	<-entered
	beats := 0
	watched, cancel := context.WithCancel(s.ctx)
	defer cancel()
	for _, err := range s.store.Watch(watched, space, 0) {
		if err != nil {
			t.Fatal(err)
		}
		if beats++; beats == 8 { // two leases
			break
		}
	}
	close(release)
	s.finish()
	run, _, err := jobs.NewLedger(opt).Run(s.ctx, space, s.taken[0])
	if err != nil || run.Attempts != 1 {
		t.Errorf("begun %d times, %v", run.Attempts, err)
	}
}
