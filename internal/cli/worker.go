package cli

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	"github.com/spf13/cobra"

	"sangdam/internal/jobs"
	"sangdam/internal/jobs/queue"
	"sangdam/internal/lang"
	"sangdam/internal/store/redis"
)

// redisVariable holds the URL of Redis where no flag does: it may hold a password, which others see in a command line.
const redisVariable = "SANGDAM_REDIS"

// probeLimit is how long a question whether the worker is ready may take.
const probeLimit = 2 * time.Second

func (p *program) workerCommand() *cobra.Command {
	var url, listen string
	var workers uint
	limit := wait(time.Minute)
	cmd := &cobra.Command{
		Use:     "worker",
		Short:   p.say("worker.short"),
		Long:    p.say("worker.long"),
		Example: "  sangdam worker --redis redis://127.0.0.1:6379\n  SANGDAM_REDIS=redis+sentinel://10.0.0.1,10.0.0.2/main sangdam worker --workers 4",
		Args:    p.arguments(),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if url == "" {
				url = p.getenv(redisVariable)
			}
			if url == "" {
				return usageError{cmd, p.say("worker.no_redis", lang.Args{"Variable": redisVariable})}
			}
			if _, err := redis.ParseURL(url); err != nil {
				return usageError{cmd, p.say("worker.redis_wrong", lang.Args{"Reason": err.Error()})}
			}
			return p.work(cmd.Context(), url, listen, jobs.Settings{
				Workers: int(workers), Limit: time.Duration(limit), Log: slog.New(slog.NewTextHandler(p.err, nil)),
			})
		},
	}
	cmd.Flags().StringVar(&url, "redis", "", p.say("worker.redis", lang.Args{"Variable": redisVariable}))
	cmd.Flags().UintVar(&workers, "workers", 0, p.say("worker.workers"))
	cmd.Flags().Var(&limit, "time-limit", p.say("worker.time_limit"))
	cmd.Flags().StringVar(&listen, "listen", "", p.say("worker.listen"))
	return cmd
}

// work solves what servers put into the queue until the context ends; then it hands what it is at to other workers.
func (p *program) work(ctx context.Context, url, listen string, opt jobs.Settings) (err error) {
	s, err := redis.Open(context.WithoutCancel(ctx), url, redis.Options{})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	opt.Store = s
	worker, err := queue.NewWorker(url, opt)
	if err != nil {
		return err
	}
	ended := make(chan error, 1)
	stop := func(context.Context) error { return nil }
	if listen != "" {
		if stop, err = p.answerProbes(ctx, listen, worker.Ready, ended); err != nil {
			return errors.Join(err, park(ctx, worker))
		}
	}
	warn(ctx, s, opt.Log)
	fmt.Fprintln(p.out, p.say("worker.ready"))
	select {
	case err = <-ended:
	case <-ctx.Done():
		fmt.Fprintln(p.out, p.say("worker.parking"))
	}
	err = errors.Join(err, park(ctx, worker))
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutdownLimit)
	defer cancel()
	return errors.Join(err, stop(last))
}

// park hands the runs of a worker to others.
func park(ctx context.Context, worker *queue.Worker) error {
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutdownLimit)
	defer cancel()
	return worker.Close(last)
}

// warn logs what of Redis's settings would lose acknowledged writes.
func warn(ctx context.Context, s *redis.Store, log *slog.Logger) {
	asking, cancel := context.WithTimeout(ctx, probeLimit)
	defer cancel()
	warnings, err := s.Warnings(asking)
	if err != nil {
		log.Warn("Redis is not reachable yet; the worker waits for it", "error", err)
	}
	for _, w := range warnings {
		log.Warn(w)
	}
}

// answerProbes answers /healthz, that the process lives, and /readyz, that it can work, until stop is called. What ends the answering
// otherwise is sent to ended.
func (p *program) answerProbes(ctx context.Context, address string, ready func(context.Context) error, ended chan<- error) (stop func(context.Context) error, err error) {
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", address)
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, "ok") })
	mux.HandleFunc("GET /readyz", func(w http.ResponseWriter, r *http.Request) {
		asking, cancel := context.WithTimeout(r.Context(), probeLimit)
		defer cancel()
		if err := ready(asking); err != nil {
			w.Header().Set("Retry-After", "5")
			http.Error(w, "not ready", http.StatusServiceUnavailable)
			return
		}
		fmt.Fprintln(w, "ok")
	})
	server := &http.Server{Handler: mux, ReadHeaderTimeout: readHeaderLimit, ReadTimeout: readHeaderLimit, WriteTimeout: readHeaderLimit}
	fmt.Fprintln(p.out, p.say("worker.probes", lang.Args{"URL": "http://" + listener.Addr().String() + "/readyz"}))
	go func() {
		if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
			ended <- err
		}
	}()
	return server.Shutdown, nil
}
