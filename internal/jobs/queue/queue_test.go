package queue_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"testing"

	"go.uber.org/goleak"

	"sangdam/internal/jobs"
	"sangdam/internal/jobs/jobstest"
	"sangdam/internal/jobs/queue"
	"sangdam/internal/store"
	"sangdam/internal/store/redis"
	"sangdam/internal/store/redistest"
)

func TestMain(m *testing.M) {
	if url := os.Getenv(workerVariable); url != "" {
		beWorker(url)
		return
	}
	goleak.VerifyTestMain(m)
}

// both is a server's runner and a worker in one process.
type both struct {
	*queue.Runner
	worker *queue.Worker
}

func open(url string, opt jobs.Settings) (*both, error) {
	r, err := queue.NewRunner(url, opt)
	if err != nil {
		return nil, err
	}
	w, err := queue.NewWorker(url, opt)
	return &both{r, w}, err
}

func (b *both) Close(ctx context.Context) error {
	return errors.Join(b.Runner.Close(ctx), b.worker.Close(ctx))
}

func openStore(t testing.TB, url string, opt redis.Options) store.Store {
	s, err := redis.Open(t.Context(), url, opt)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func TestTheContractOnOneServer(t *testing.T) {
	contract(t, redistest.Start(t).URL)
}

func TestTheContractOnACluster(t *testing.T) {
	contract(t, redistest.StartCluster(t).URL)
}

// contract gives every test a store of its own; the queue they share, as the servers of one Redis do.
func contract(t *testing.T, url string) {
	stores := 0
	jobstest.Run(t, func(t *testing.T) jobstest.Home {
		stores++
		s := openStore(t, url, redis.Options{Prefix: fmt.Sprint("test-", stores)})
		return jobstest.Home{Store: s, Open: func(opt jobs.Settings) (jobs.Runner, error) { return open(url, opt) }}
	})
}
