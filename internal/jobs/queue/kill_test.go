package queue_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"sangdam/fixtures"
	"sangdam/internal/jobs"
	"sangdam/internal/jobs/queue"
	"sangdam/internal/store"
	"sangdam/internal/store/redis"
	"sangdam/internal/store/redistest"
)

// A site is a Redis with an event, and a runner as a server has it.
type site struct {
	*testing.T
	ctx    context.Context
	server *redistest.Server
	store  store.Store
	url    string
	runner *queue.Runner
	taken  []string // ids of the runs whose submission was acknowledged
	random *rand.Rand
}

const space = "jinju-2019"

func newSite(t *testing.T, seed uint64) *site {
	ctx, cancel := context.WithTimeout(t.Context(), 3*time.Minute)
	t.Cleanup(cancel)
	s := &site{T: t, ctx: ctx, server: redistest.Start(t), random: rand.New(rand.NewPCG(seed, 0))}
	s.url = s.server.URL
	s.store = openStore(t, s.url, redis.Options{})
	var err error
	if s.runner, err = queue.NewRunner(s.url, jobs.Settings{Store: s.store}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.runner.Close(context.Background()) })
	key := store.Key{Space: space, Kind: jobs.KindEvent, ID: jobs.EventID}
	if _, err := s.store.Write(ctx, store.Change{Key: key, Value: fixtures.Jinju2019()}); err != nil {
		t.Fatal(err)
	}
	return s
}

// submit submits a number of runs; those that Redis was not there for are not counted on.
func (s *site) submit(n int) {
	s.Helper()
	for range n {
		id := fmt.Sprintf("r%d", s.random.Uint64())
		switch err := s.runner.Submit(s.ctx, jobs.Run{ID: id, Event: space, Created: time.Now()}); {
		case err == nil:
			s.taken = append(s.taken, id)
		case !errors.Is(err, store.ErrUnavailable):
			s.Fatal(err)
		}
	}
}

// work lets the workers write to the store up to n times, but at least once.
func (s *site) work(n int) {
	s.Helper()
	watched, cancel := context.WithCancel(s.ctx)
	defer cancel()
	left := 1 + s.random.IntN(n)
	for _, err := range s.store.Watch(watched, space, 0) {
		if err != nil {
			s.Fatal(err)
		}
		if left--; left == 0 {
			return
		}
	}
	s.Fatal("the workers do nothing")
}

// finish awaits the ends of all runs and holds each to exactly one schedule. It returns how many owners were lost.
func (s *site) finish() (lost int) {
	s.Helper()
	ledger := jobs.NewLedger(jobs.Settings{Store: s.store})
	for _, id := range s.taken {
		for _, err := range s.runner.Watch(s.ctx, space, id, 0) {
			if err != nil {
				s.Fatal(err)
			}
		}
		run, version, err := ledger.Run(s.ctx, space, id)
		if err != nil {
			s.Fatal(err)
		}
		if run.State != jobs.Done {
			s.Errorf("a run ended as %+v", run)
		}
		lost += run.Lost
		schedule, err := s.store.Get(s.ctx, store.Key{Space: space, Kind: jobs.KindSchedule, ID: id})
		if err != nil || schedule.Version != version {
			s.Errorf("run %s, written at %d, has a schedule of %d: %v", id, version, schedule.Version, err)
		}
	}
	for id, n := range s.schedules() {
		if n != 1 {
			s.Errorf("run %s has had %d schedules", id, n)
		}
	}
	return lost
}

// schedules counts in the log of the event how often the schedule of each run was written.
func (s *site) schedules() map[string]int {
	s.Helper()
	event, err := s.store.Get(s.ctx, store.Key{Space: space, Kind: jobs.KindEvent, ID: jobs.EventID})
	if err != nil {
		s.Fatal(err)
	}
	watched, cancel := context.WithCancel(s.ctx)
	defer cancel()
	last := store.Key{Space: space, Kind: "mark", ID: "last"}
	if _, err := s.store.Write(s.ctx, store.Change{Key: last}); err != nil {
		s.Fatal(err)
	}
	count := map[string]int{}
	for notice, err := range s.store.Watch(watched, space, event.Version) {
		if err != nil || len(notice.Keys) == 0 {
			s.Fatalf("the log has a hole: %v", err)
		}
		for _, key := range notice.Keys {
			if key.Kind == jobs.KindSchedule {
				count[key.ID]++
			}
		}
		if slices.Contains(notice.Keys, last) {
			break
		}
	}
	return count
}

// TestWorkersAreKilled kills workers at random moments in mid-solve: others finish, and each run is done once.
func TestWorkersAreKilled(t *testing.T) {
	s := newSite(t, 1)
	workers := []*process{startWorker(t, s.url), startWorker(t, s.url)}
	s.submit(12)
	for range 4 { // fewer than what has a run given up
		s.work(10)
		i := s.random.IntN(len(workers))
		workers[i].kill()
		workers[i] = startWorker(t, s.url)
	}
	if lost := s.finish(); lost == 0 {
		t.Error("no run was lost by its owner; the test kills at the wrong moments")
	} else {
		t.Logf("%d runs were taken over", lost)
	}
}

// TestRedisIsKilled kills Redis at random moments while runs are submitted and solved: none that was acknowledged is lost.
func TestRedisIsKilled(t *testing.T) {
	s := newSite(t, 2)
	startWorker(t, s.url)
	for range 4 {
		s.submit(2)
		s.work(8)
		s.server.Kill()
		s.submit(1) // has no chance
		s.server.Restart()
	}
	if s.finish(); len(s.taken) < 8 {
		t.Errorf("only %d runs were taken", len(s.taken))
	}
}

// TestEverythingIsKilled kills Redis and the worker together.
func TestEverythingIsKilled(t *testing.T) {
	s := newSite(t, 3)
	for range 3 {
		worker := startWorker(t, s.url)
		s.submit(3)
		s.work(8)
		worker.kill()
		s.server.Kill()
		s.server.Restart()
	}
	startWorker(t, s.url)
	s.finish()
}
