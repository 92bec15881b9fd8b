package local_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"go.uber.org/goleak"

	"sangdam/event"
	"sangdam/fixtures"
	"sangdam/internal/jobs"
	"sangdam/internal/jobs/jobstest"
	"sangdam/internal/jobs/local"
	"sangdam/internal/plan"
	"sangdam/internal/store"
	"sangdam/internal/store/bolt"
)

func TestMain(m *testing.M) {
	if path := os.Getenv(serverVariable); path != "" {
		beServer(path)
		return
	}
	goleak.VerifyTestMain(m)
}

func openStore(t testing.TB) *bolt.Store {
	s, err := bolt.Open(filepath.Join(t.TempDir(), "data.db"), bolt.Options{})
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
	jobstest.Run(t, func(t *testing.T) jobstest.Home {
		return jobstest.Home{Store: openStore(t), Open: func(opt jobs.Settings) (jobs.Runner, error) { return local.Open(opt) }}
	})
}

// TestOrder closes a runner over a queue: the next one takes the runs up in the order in which they were created.
func TestOrder(t *testing.T) {
	s := openStore(t)
	if _, err := s.Write(t.Context(), store.Change{
		Key: store.Key{Space: "jinju-2019", Kind: jobs.KindEvent, ID: jobs.EventID}, Value: fixtures.Jinju2019(),
	}); err != nil {
		t.Fatal(err)
	}
	entered := make(chan uint64, 100)
	opt := jobs.Settings{Store: s, Workers: 1}
	opt.Pack = func(ctx context.Context, ev *event.Event, _ []event.Pair, o plan.Options) (*event.Schedule, error) {
		entered <- o.Seed
		<-ctx.Done()
		return nil, ctx.Err()
	}
	r, err := local.Open(opt)
	if err != nil {
		t.Fatal(err)
	}
	const runs = 10
	id := func(n int) string { return fmt.Sprintf("r%d", 100-n) } // ids in another order
	for n := range runs {
		run := jobs.Run{ID: id(n), Event: "jinju-2019", Created: time.Unix(int64(n), 0), Options: jobs.Options{Seed: uint64(n)}}
		if err := r.Submit(t.Context(), run); err != nil {
			t.Fatal(err)
		}
	}
	if seed := <-entered; seed != 0 {
		t.Errorf("run %d is begun first", seed)
	}
	if err := r.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	if r, err = local.Open(opt); err != nil {
		t.Fatal(err)
	}
	for n := range runs {
		if seed := <-entered; seed != uint64(n) {
			t.Errorf("run %d is begun in place %d", seed, n)
		}
		if err := r.Stop(t.Context(), "jinju-2019", id(n)); err != nil {
			t.Fatal(err)
		}
	}
	if err := r.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
}
