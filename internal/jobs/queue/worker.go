package queue

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"github.com/hibiken/asynq"

	"sangdam/internal/jobs"
	"sangdam/internal/store"
)

// A Worker solves runs that Runners, here or on other machines, have recorded.
type Worker struct {
	ledger *jobs.Ledger
	queue  *queue
	server *asynq.Server

	ctx      context.Context // of the solves and of the sweeper
	park     context.CancelFunc
	handling sync.WaitGroup
	closing  sync.Once
	closed   chan struct{}
}

// How often an idle worker asks the queue, and how soon a run that met an error of the store is tried again.
const (
	askEvery   = 100 * time.Millisecond
	retryAfter = time.Second
)

// longest is how long closing waits for a run to be parked before its task goes back to the queue regardless.
const longest = 30 * time.Second

// NewWorker starts a worker on the Redis at a URL, with the settings of its solves. While Redis is away it waits.
func NewWorker(url string, opt jobs.Settings) (*Worker, error) {
	ledger := jobs.NewLedger(opt)
	q, err := connect(url, ledger.Log)
	if err != nil {
		return nil, err
	}
	w := &Worker{ledger: ledger, queue: q, closed: make(chan struct{})}
	w.ctx, w.park = context.WithCancel(context.Background())
	w.server = asynq.NewServerFromRedisClient(q.redis, asynq.Config{
		Concurrency:              ledger.Workers,
		Queues:                   map[string]int{q.name: 1},
		TaskCheckInterval:        askEvery,
		DelayedTaskCheckInterval: retryAfter,
		RetryDelayFunc:           func(int, error, *asynq.Task) time.Duration { return retryAfter },
		IsFailure:                func(error) bool { return false }, // a task is tried for ever; it ends with its run
		ShutdownTimeout:          longest,
		Logger:                   logger{ledger.Log},
		LogLevel:                 asynq.WarnLevel,
	})
	if err := w.server.Start(asynq.HandlerFunc(w.handle)); err != nil {
		w.park()
		return nil, errors.Join(err, q.redis.Close())
	}
	w.handling.Go(func() { newSweeper(ledger, q).sweepUntil(w.ctx) })
	return w, nil
}

// handle solves the run of a task. asynq ends ctx when it could not renew its own lease on the task: then Redis was away for half a
// minute, and the run is parked.
func (w *Worker) handle(ctx context.Context, task *asynq.Task) error {
	var job jobs.Job
	if err := json.Unmarshal(task.Payload(), &job); err != nil {
		return fmt.Errorf("a task that is no job: %w: %w", err, asynq.RevokeTask)
	}
	w.handling.Add(1)
	defer w.handling.Done()
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	defer context.AfterFunc(w.ctx, cancel)()

	outcome, err := w.ledger.Solve(ctx, job)
	after := context.WithoutCancel(ctx)
	switch {
	case err != nil:
		return err
	case outcome == jobs.Ended:
		w.forget(after, job.ID)
	case outcome == jobs.Parked:
		w.handOver(after, job)
	}
	return nil
}

// forget deletes the note of a run that has ended; a sweeper does where this fails.
func (w *Worker) forget(ctx context.Context, id string) {
	if _, err := w.ledger.Store.Write(ctx, store.Change{Key: jobKey(id), Delete: true}); err != nil {
		w.ledger.Log.Warn("the note of a run that has ended could not be deleted", "run", id, "error", err)
	}
}

// handOver queues a parked run for another worker; a sweeper does where this fails.
func (w *Worker) handOver(ctx context.Context, job jobs.Job) {
	run, _, err := w.ledger.Run(ctx, job.Space, job.ID)
	if err == nil && run.State == jobs.Queued {
		err = w.queue.put(ctx, jobs.Job{Space: job.Space, ID: job.ID}, run.Attempts, false)
	}
	if err != nil {
		w.ledger.Log.Warn("a parked run could not be queued; a worker will find it", "run", job.ID, "error", err)
	}
}

// Waiting returns how many runs wait for a worker, this one or another.
func (w *Worker) Waiting(context.Context) (int, error) { return w.queue.waiting() }

// Ready returns nil when the worker can take runs out of the queue and write to the store.
func (w *Worker) Ready(ctx context.Context) error {
	if w.ctx.Err() != nil {
		return jobs.ErrClosed
	}
	if err := w.ledger.Store.Ready(ctx); err != nil {
		return err
	}
	if err := w.queue.redis.Ping(ctx).Err(); err != nil {
		return fmt.Errorf("%w: the queue: %w", store.ErrUnavailable, err)
	}
	return nil
}

// Close takes no more runs and parks those that are being solved: they are Queued again, for other workers. The error is that of ctx
// when it ends before the last is parked.
func (w *Worker) Close(ctx context.Context) error {
	w.closing.Do(func() {
		go func() {
			defer close(w.closed)
			w.server.Stop()
			w.park()
			w.server.Shutdown()
			w.handling.Wait()
			if err := w.queue.redis.Close(); err != nil {
				w.ledger.Log.Warn("the connection to the queue did not close well", "error", err)
			}
		}()
	})
	select {
	case <-w.closed:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// logger has asynq log where the program does.
type logger struct{ to *slog.Logger }

func (l logger) Debug(args ...any) { l.to.Debug(fmt.Sprint(args...)) }
func (l logger) Info(args ...any)  { l.to.Info(fmt.Sprint(args...)) }
func (l logger) Warn(args ...any)  { l.to.Warn(fmt.Sprint(args...)) }
func (l logger) Error(args ...any) { l.to.Error(fmt.Sprint(args...)) }
func (l logger) Fatal(args ...any) { l.to.Error(fmt.Sprint(args...)) }
