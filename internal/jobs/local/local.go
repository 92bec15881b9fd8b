// Package local solves runs in this process, a few at a time, in the order they came.
package local

import (
	"context"
	"errors"
	"iter"
	"sync"
	"time"

	"sangdam/internal/jobs"
	"sangdam/internal/store"
)

// Options are the settings of a runner.
type Options = jobs.Settings

// A Runner is a pool of workers in this process. No other process may solve runs of the same store: those that are Running when a
// Runner opens are taken to be left behind by one that ended, and are begun again.
type Runner struct {
	ledger  *jobs.Ledger
	ctx     context.Context // of the solves
	park    context.CancelFunc
	workers sync.WaitGroup

	mu      sync.Mutex // guards the rest
	some    *sync.Cond // there is a job, or the end
	waiting []jobs.Job
	known   map[place]bool // waiting, being solved, or to be tried again
	closed  bool
}

var _ jobs.Runner = (*Runner)(nil)

type place struct{ space, id string }

// retryAfter is the pause before a run is tried again that the store kept from being solved.
const retryAfter = time.Second

// Open starts the workers, and has solved what was left unfinished in the store. That is found in the background; the error is
// that of a store that is not ready.
func Open(opt Options) (*Runner, error) {
	r := &Runner{ledger: jobs.NewLedger(opt), known: map[place]bool{}}
	r.some = sync.NewCond(&r.mu)
	r.ctx, r.park = context.WithCancel(context.Background())
	if err := r.ledger.Store.Ready(r.ctx); err != nil {
		r.park()
		return nil, err
	}
	for range r.ledger.Workers {
		r.workers.Go(r.work)
	}
	r.workers.Go(r.resume)
	return r, nil
}

// resume queues what an earlier process left.
func (r *Runner) resume() {
	for r.ctx.Err() == nil {
		left, err := r.ledger.Unfinished(r.ctx)
		if err == nil {
			for _, job := range left {
				r.push(job)
			}
			return
		}
		r.ledger.Log.Error("unfinished runs could not be looked for; it is tried again", "error", err)
		r.pause()
	}
}

// pause waits for a while, or until the runner closes.
func (r *Runner) pause() {
	select {
	case <-r.ctx.Done():
	case <-time.After(retryAfter):
	}
}

// work solves one run after the other until the runner is closed.
func (r *Runner) work() {
	for job, ok := r.next(); ok; job, ok = r.next() {
		_, err := r.ledger.Solve(r.ctx, job)
		r.forget(job)
		if err != nil && r.ctx.Err() == nil {
			r.ledger.Log.Error("a run could not be solved now; it is tried again", "run", job.ID, "error", err)
			r.workers.Go(func() { r.again(job) })
		}
	}
}

// again queues a run that met an error of the store, after a pause and as it then is: its record may be left Running, by this process.
func (r *Runner) again(job jobs.Job) {
	for {
		r.pause()
		run, version, err := r.ledger.Run(r.ctx, job.Space, job.ID)
		switch {
		case r.ctx.Err() == nil && errors.Is(err, store.ErrUnavailable):
			continue
		case err != nil: // gone, or the end of this runner
			return
		case run.State == jobs.Running:
			job.Version = version
		}
		r.push(job)
		return
	}
}

// push puts a job at the end of the queue unless it is known.
func (r *Runner) push(job jobs.Job) {
	r.mu.Lock()
	defer r.mu.Unlock()
	at := place{job.Space, job.ID}
	if r.closed || r.known[at] {
		return
	}
	r.known[at] = true
	r.waiting = append(r.waiting, job)
	r.some.Signal()
}

// next waits for the job at the head of the queue; false when the runner is closed.
func (r *Runner) next() (jobs.Job, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for len(r.waiting) == 0 && !r.closed {
		r.some.Wait()
	}
	if r.closed {
		return jobs.Job{}, false
	}
	job := r.waiting[0]
	r.waiting = r.waiting[1:]
	return job, true
}

func (r *Runner) forget(job jobs.Job) {
	r.mu.Lock()
	defer r.mu.Unlock()
	delete(r.known, place{job.Space, job.ID})
}

// Submit implements jobs.Runner.
func (r *Runner) Submit(ctx context.Context, run jobs.Run) error {
	r.mu.Lock()
	closed := r.closed
	r.mu.Unlock()
	if closed {
		return jobs.ErrClosed
	}
	if err := r.ledger.Submit(ctx, run); err != nil {
		return err
	}
	r.push(jobs.Job{Space: run.Event, ID: run.ID}) // a runner closed meanwhile leaves it to the next
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

// Waiting returns how many runs wait for a worker.
func (r *Runner) Waiting(context.Context) (int, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return len(r.waiting), nil
}

// Ready implements jobs.Runner.
func (r *Runner) Ready(ctx context.Context) error {
	r.mu.Lock()
	closed := r.closed
	r.mu.Unlock()
	if closed {
		return jobs.ErrClosed
	}
	return r.ledger.Store.Ready(ctx)
}

// Close implements jobs.Runner. The error is that of ctx when it ends before the last run is parked. Closing twice waits twice.
func (r *Runner) Close(ctx context.Context) error {
	r.mu.Lock()
	r.closed = true
	r.waiting = nil
	r.some.Broadcast()
	r.mu.Unlock()
	r.park()
	parked := make(chan struct{})
	go func() {
		r.workers.Wait()
		close(parked)
	}()
	select {
	case <-parked:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
