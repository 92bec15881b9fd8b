package local_test

import (
	"bytes"
	"context"
	"fmt"
	"testing"
	"time"

	"sangdam/event"
	"sangdam/fixtures"
	"sangdam/internal/jobs"
	"sangdam/internal/jobs/local"
	"sangdam/internal/plan"
	"sangdam/internal/store"
)

// BenchmarkJob solves the example event as a job, from its submission until whoever watches sees its end. overhead-ms/op is what
// that takes beside plan.Schedule (solve-ms/op) and what a caller without jobs does as well: reading and ranking the event
// (read-ms/op, done again after each run). It is recording the run, its progress and its schedule.
func BenchmarkJob(b *testing.B) {
	s := openStore(b)
	key := store.Key{Space: "jinju-2019", Kind: jobs.KindEvent, ID: jobs.EventID}
	if _, err := s.Write(b.Context(), store.Change{Key: key, Value: fixtures.Jinju2019()}); err != nil {
		b.Fatal(err)
	}
	var solving, reading, whole time.Duration
	r, err := local.Open(local.Options{Store: s, Workers: 1, Pack: func(ctx context.Context, ev *event.Event, pairs []event.Pair, opt plan.Options) (*event.Schedule, error) {
		began := time.Now()
		defer func() { solving += time.Since(began) }()
		return plan.Schedule(ctx, ev, pairs, opt)
	}})
	if err != nil {
		b.Fatal(err)
	}
	defer func() {
		if err := r.Close(context.Background()); err != nil {
			b.Error(err)
		}
	}()
	n := 0
	for b.Loop() {
		n++
		began := time.Now()
		run := jobs.Run{ID: fmt.Sprint("r", n), Event: "jinju-2019", Options: jobs.Options{Seed: 1}}
		if err := r.Submit(b.Context(), run); err != nil {
			b.Fatal(err)
		}
		for _, err := range r.Watch(b.Context(), run.Event, run.ID, 0) {
			if err != nil {
				b.Fatal(err)
			}
		}
		whole += time.Since(began)
		reading += read(b)
	}
	b.ReportMetric(perRun(whole-solving-reading, n), "overhead-ms/op")
	b.ReportMetric(perRun(reading, n), "read-ms/op")
	b.ReportMetric(perRun(solving, n), "solve-ms/op")
}

// read returns how long reading and ranking the event takes.
func read(b *testing.B) time.Duration {
	began := time.Now()
	ev, err := event.ReadEvent(bytes.NewReader(fixtures.Jinju2019()))
	if err != nil {
		b.Fatal(err)
	}
	if _, err := plan.Standings(ev); err != nil {
		b.Fatal(err)
	}
	return time.Since(began)
}

func perRun(d time.Duration, n int) float64 { return float64(d.Microseconds()) / 1e3 / float64(n) }
