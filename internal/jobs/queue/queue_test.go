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

func openStore(t testing.TB, url string) store.Store {
	s, err := redis.Open(t.Context(), url, redis.Options{})
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

func TestContract(t *testing.T) {
	server := redistest.Start(t, "--databases", "100")
	databases := 0 // one a test
	jobstest.Run(t, func(t *testing.T) jobstest.Home {
		databases++
		url := fmt.Sprintf("%s/%d", server.URL, databases)
		return jobstest.Home{Store: openStore(t, url), Open: func(opt jobs.Settings) (jobs.Runner, error) { return open(url, opt) }}
	})
}
