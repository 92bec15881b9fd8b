package queue_test

import (
	"context"
	"testing"

	goredis "github.com/redis/go-redis/v9"

	"sangdam/event"
	"sangdam/fixtures"
	"sangdam/internal/jobs"
	"sangdam/internal/jobs/queue"
	"sangdam/internal/plan"
	"sangdam/internal/store"
	"sangdam/internal/store/redis"
	"sangdam/internal/store/redistest"
)

// solveOne has a run solved at a Redis by a worker of its own, and returns how often that worker was called.
func solveOne(t *testing.T, url string) (calls func() int, r *queue.Runner, s store.Store) {
	t.Helper()
	s = openStore(t, url, redis.Options{})
	key := store.Key{Space: space, Kind: jobs.KindEvent, ID: jobs.EventID}
	if _, err := s.Write(t.Context(), store.Change{Key: key, Value: fixtures.Jinju2019()}); err != nil {
		t.Fatal(err)
	}
	called := make(chan struct{}, 100)
	opt := jobs.Settings{Store: s, Workers: 1, Pack: func(_ context.Context, ev *event.Event, _ []event.Pair, _ plan.Options) (*event.Schedule, error) {
		called <- struct{}{}
		part := event.SessionSchedule{Session: ev.Sessions[0].ID, Status: event.StatusEmpty}
		return &event.Schedule{Format: event.Format, Event: ev.ID, Sessions: []event.SessionSchedule{part}}, nil
	}}
	w, err := queue.NewWorker(url, opt)
	if err != nil {
		t.Fatal(err)
	}
	if r, err = queue.NewRunner(url, opt); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		for _, close := range []func(context.Context) error{r.Close, w.Close} {
			if err := close(context.Background()); err != nil {
				t.Error(err)
			}
		}
	})
	if err := w.Ready(t.Context()); err != nil {
		t.Fatal(err)
	}
	return func() int { return len(called) }, r, s
}

// run has a run solved to its end.
func run(t *testing.T, r *queue.Runner, s store.Store, id string) {
	t.Helper()
	if err := r.Submit(t.Context(), jobs.Run{ID: id, Event: space}); err != nil {
		t.Fatal(err)
	}
	for _, err := range r.Watch(t.Context(), space, id, 0) {
		if err != nil {
			t.Fatal(err)
		}
	}
	if got, _, err := jobs.NewLedger(jobs.Settings{Store: s}).Run(t.Context(), space, id); err != nil || got.State != jobs.Done {
		t.Errorf("ended as %+v, %v", got, err)
	}
}

// TestInstallationsShareARedis: each has a queue of its own, and a user of Redis that may touch nothing else.
func TestInstallationsShareARedis(t *testing.T) {
	server := redistest.Start(t)
	place, err := redis.ParseURL(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	admin := goredis.NewUniversalClient(place.UniversalOptions)
	defer admin.Close()
	err = admin.Do(t.Context(), "ACL", "SETUSER", "busan", "on", ">secret",
		"~busan:*", "&busan:*", "~asynq:{busan}:*", "~asynq:servers*", "~asynq:workers*", "~asynq:queues", "&asynq:cancel", "+@all", "-@dangerous").Err()
	if err != nil {
		t.Fatal(err)
	}
	first, r1, s1 := solveOne(t, server.URL)
	second, r2, s2 := solveOne(t, "redis://busan:secret@"+place.Addrs[0]+"?prefix=busan")
	const runs = 5
	for n := range runs {
		id := string(rune('a' + n)) // the same ids in both
		run(t, r1, s1, id)
		run(t, r2, s2, id)
	}
	if first() != runs || second() != runs {
		t.Errorf("one installation solved %d, the other %d; each was asked for %d", first(), second(), runs)
	}
}

// TestTheQueueOverTLS has a run solved over a Redis that takes TLS only.
func TestTheQueueOverTLS(t *testing.T) {
	calls, r, s := solveOne(t, redistest.StartTLS(t).URL)
	run(t, r, s, "r1")
	if calls() != 1 {
		t.Errorf("solved %d times", calls())
	}
}
