package cli

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/spf13/cobra"

	"sangdam/api"
	"sangdam/internal/jobs"
	"sangdam/internal/jobs/metrics"
	"sangdam/internal/jobs/queue"
	"sangdam/internal/lang"
	"sangdam/internal/store/redis"
)

// probeLimit is how long a question whether the worker is ready may take.
const probeLimit = 2 * time.Second

// working is what the flags of worker say.
type working struct {
	redis, listen, metricsToken string
	workers                     uint
	limit                       wait
	log                         *choice
}

func (p *program) workerCommand() *cobra.Command {
	f := working{limit: wait(time.Minute), log: newChoice("text", "json", "off")}
	cmd := &cobra.Command{
		Use:     "worker",
		Short:   p.say("worker.short"),
		Long:    p.say("worker.long"),
		Example: "  sangdam worker --redis redis://127.0.0.1:6379\n  SANGDAM_REDIS=redis+sentinel://10.0.0.1,10.0.0.2/main sangdam worker --workers 4",
		Args:    p.arguments(),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := p.configure(cmd, os.Environ()); err != nil {
				return err
			}
			if f.redis == "" {
				return usageError{cmd, p.say("worker.no_redis", lang.Args{"Variable": variableOf("redis")})}
			}
			return p.work(cmd.Context(), f)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&f.redis, "redis", "", p.say("worker.redis", lang.Args{"Variable": variableOf("redis")}))
	flags.StringVar(&f.listen, "listen", "", p.say("worker.listen"))
	flags.StringVar(&f.metricsToken, "metrics-token", "", p.say("server.flag.metrics_token"))
	flags.String("config", "", p.say("server.flag.config"))
	flags.UintVar(&f.workers, "workers", 0, p.say("worker.workers"))
	flags.Var(&f.limit, "run-limit", p.say("server.flag.run_limit"))
	flags.Var(f.log, "log", p.say("server.flag.log"))
	return cmd
}

// work solves what servers put into the queue until the context ends; then it hands what it is at to other workers.
func (p *program) work(ctx context.Context, f working) (err error) {
	log := newLog(f.log.value, p.err)
	redis.LogTo(log)
	s, err := redis.Open(context.WithoutCancel(ctx), f.redis, redis.Options{})
	if err != nil {
		return saidError(p.say("home.url", lang.Args{"Reason": err.Error()}))
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	meter := metrics.New()
	worker, err := queue.NewWorker(f.redis, jobs.Settings{
		Store: s, Workers: int(f.workers), Limit: time.Duration(f.limit), Log: log, Observe: meter,
	})
	if err != nil {
		return err
	}
	meter.Of(worker.Waiting)
	ended := make(chan error, 1)
	stop := func(context.Context) error { return nil }
	if f.listen != "" {
		if stop, err = p.answerProbes(ctx, f, worker.Ready, meter, ended); err != nil {
			return errors.Join(err, park(ctx, worker))
		}
	}
	warn(ctx, s, log)
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

// answerProbes answers /healthz, that the process lives, /readyz, that it can work, and /metrics, while only this machine reaches it or to
// whoever has the token, until stop is called. What ends the answering otherwise is sent to ended.
func (p *program) answerProbes(ctx context.Context, f working, ready func(context.Context) error, meter *metrics.Meter, ended chan<- error) (stop func(context.Context) error, err error) {
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", f.listen)
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
	if f.metricsToken != "" || onlyHere(listener.Addr()) {
		figures := prometheus.NewRegistry()
		figures.MustRegister(meter, collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
		mux.Handle("GET /metrics", api.Figures(figures, f.metricsToken))
	}
	server := &http.Server{Handler: mux, ReadHeaderTimeout: readHeaderLimit, ReadTimeout: readHeaderLimit, WriteTimeout: readHeaderLimit}
	fmt.Fprintln(p.out, p.say("worker.probes", lang.Args{"URL": "http://" + listener.Addr().String() + "/readyz"}))
	go answer(server, listener, ended)
	return server.Shutdown, nil
}
