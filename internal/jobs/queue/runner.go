package queue

import (
	"context"
	"fmt"
	"iter"
	"sync/atomic"

	"sangdam/internal/jobs"
	"sangdam/internal/store"
)

// A Runner hands runs to workers. It solves nothing itself.
type Runner struct {
	ledger *jobs.Ledger
	queue  *queue
	closed atomic.Bool
}

var _ jobs.Runner = (*Runner)(nil)

// NewRunner returns a runner for the Redis at a URL, whose forms redis.ParseURL tells. The store of the settings is where the workers
// look; what they say about solving does not count here. It does not wait for Redis.
func NewRunner(url string, opt jobs.Settings) (*Runner, error) {
	ledger := jobs.NewLedger(opt)
	q, err := connect(url, ledger.Log)
	if err != nil {
		return nil, err
	}
	return &Runner{ledger: ledger, queue: q}, nil
}

// Submit implements jobs.Runner. A run that is recorded but cannot be queued is not lost: a worker's sweeper finds it.
func (r *Runner) Submit(ctx context.Context, run jobs.Run) error {
	if r.closed.Load() {
		return jobs.ErrClosed
	}
	job := jobs.Job{Space: run.Event, ID: run.ID}
	if job.ID != "" && job.Space != "" {
		if err := note(ctx, r.ledger.Store, job); err != nil {
			return err
		}
	}
	if err := r.ledger.Submit(ctx, run); err != nil {
		return err
	}
	if err := r.queue.put(ctx, job, 0, false); err != nil {
		r.ledger.Log.Warn("a run is recorded but could not be queued; a worker will find it", "run", run.ID, "error", err)
	}
	return nil
}

// Stop implements jobs.Runner.
func (r *Runner) Stop(ctx context.Context, space, id string) error {
	return r.ledger.Stop(ctx, space, id)
}

// Watch implements jobs.Runner.
func (r *Runner) Watch(ctx context.Context, space, id string, after uint64) iter.Seq2[jobs.Progress, error] {
	return r.ledger.Watch(ctx, space, id, after)
}

// Waiting returns how many runs wait for a worker, whichever server took them.
func (r *Runner) Waiting(context.Context) (int, error) { return r.queue.waiting() }

// Ready implements jobs.Runner. Runs are taken although no worker is there; then they wait.
func (r *Runner) Ready(ctx context.Context) error {
	if r.closed.Load() {
		return jobs.ErrClosed
	}
	if err := r.ledger.Store.Ready(ctx); err != nil {
		return err
	}
	if err := r.queue.redis.Ping(ctx).Err(); err != nil {
		return fmt.Errorf("%w: the queue: %w", store.ErrUnavailable, err)
	}
	return nil
}

// Close implements jobs.Runner. What the workers do is none of its business.
func (r *Runner) Close(context.Context) error {
	if r.closed.Swap(true) {
		return nil
	}
	return r.queue.redis.Close()
}
