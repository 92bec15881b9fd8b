package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"sangdam/api"
	"sangdam/internal/desk"
	"sangdam/internal/jobs"
	"sangdam/internal/jobs/local"
	"sangdam/internal/jobs/metrics"
	"sangdam/internal/jobs/queue"
	"sangdam/internal/lang"
	"sangdam/internal/store"
	"sangdam/internal/store/bolt"
	"sangdam/internal/store/redis"
)

// A backend is what the server works on. It is closed in the order against that of opening.
type backend struct {
	desk    *desk.Desk
	meter   *metrics.Meter // of the solves in this process
	backup  api.Backup     // nil: the store is copied by other means
	closers []func() error
}

func (b *backend) onClose(f func() error) { b.closers = append(b.closers, f) }

// close parks the solves and lets go of the store.
func (b *backend) close() error {
	var errs []error
	for len(b.closers) > 0 {
		last := len(b.closers) - 1
		errs = append(errs, b.closers[last]())
		b.closers = b.closers[:last]
	}
	return errors.Join(errs...)
}

// openBackend opens store, solver and desk; the warnings of the store go to the log.
func (p *program) openBackend(ctx context.Context, f serving, log *slog.Logger) (_ *backend, err error) {
	b := &backend{meter: metrics.New()}
	defer func() {
		if err != nil {
			err = errors.Join(err, b.close())
		}
	}()
	var home store.Store
	if f.redis != "" {
		home, err = p.openRedis(ctx, b, f, log)
	} else {
		home, err = p.openFile(b, f)
	}
	if err != nil {
		return nil, err
	}
	runner, err := openRunner(b, f, home, log)
	if err != nil {
		return nil, err
	}
	b.desk, err = desk.New(desk.Options{Store: home, Runner: runner, Log: log, PrivateWebhooks: f.privateWebhooks})
	if err != nil {
		return nil, err
	}
	b.onClose(b.desk.Close)
	return b, nil
}

// openFile opens the embedded home: the file of the flags, or for a demonstration one that is gone afterwards.
func (p *program) openFile(b *backend, f serving) (store.Store, error) {
	name := f.data
	if f.demo {
		folder, err := os.MkdirTemp("", "sangdam-demo-")
		if err != nil {
			return nil, err
		}
		b.onClose(func() error { return os.RemoveAll(folder) })
		name = filepath.Join(folder, "demo.db")
	}
	home, err := bolt.Open(name, bolt.Options{})
	if err != nil {
		return nil, p.homeError(name, err)
	}
	b.onClose(home.Close)
	b.backup = func(_ context.Context, w io.Writer) error {
		_, err := home.Backup(w)
		return err
	}
	return home, nil
}

// openRedis opens the home on Redis and logs what of its settings would lose acknowledged writes. It need not be there yet.
func (p *program) openRedis(ctx context.Context, b *backend, f serving, log *slog.Logger) (store.Store, error) {
	redis.LogTo(log)
	home, err := redis.Open(ctx, f.redis, redis.Options{})
	if err != nil {
		return nil, saidError(p.say("home.url", lang.Args{"Reason": err.Error()}))
	}
	b.onClose(home.Close)
	warn(ctx, home, log)
	return home, nil
}

// warningLimit is how long the start waits for Redis to tell its settings.
const warningLimit = 2 * time.Second

// warn logs what of Redis's settings would lose acknowledged writes.
func warn(ctx context.Context, s *redis.Store, log *slog.Logger) {
	asking, cancel := context.WithTimeout(ctx, warningLimit)
	defer cancel()
	warnings, err := s.Warnings(asking)
	if err != nil {
		log.Warn("Redis does not answer yet", "error", err)
	}
	for _, w := range warnings {
		log.Warn(w)
	}
}

// openRunner opens what solves: workers in this process, or a queue for those of other machines, and here when the flags say so.
func openRunner(b *backend, f serving, home store.Store, log *slog.Logger) (jobs.Runner, error) {
	settings := jobs.Settings{Store: home, Workers: int(f.workers), Limit: time.Duration(f.background), Log: log, Observe: b.meter}
	closing := func(close func(context.Context) error) func() error {
		return func() error {
			ctx, cancel := context.WithTimeout(context.Background(), shutdownLimit)
			defer cancel()
			return close(ctx)
		}
	}
	if f.redis == "" {
		runner, err := local.Open(settings)
		if err != nil {
			return nil, err
		}
		b.meter.Of(runner.Waiting)
		b.onClose(closing(runner.Close))
		return runner, nil
	}
	runner, err := queue.NewRunner(f.redis, settings)
	if err != nil {
		return nil, fmt.Errorf("the queue: %w", err)
	}
	b.meter.Of(runner.Waiting)
	b.onClose(closing(runner.Close))
	if f.workers > 0 {
		worker, err := queue.NewWorker(f.redis, settings)
		if err != nil {
			return nil, fmt.Errorf("the queue: %w", err)
		}
		b.onClose(closing(worker.Close))
	}
	return runner, nil
}
