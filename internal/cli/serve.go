package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/spf13/cobra"

	"sangdam/api"
	"sangdam/internal/desk"
	"sangdam/internal/lang"
)

// Limits of the server. A solve takes as long as its limit, so an answer may be written for a while longer than that.
const (
	readHeaderLimit = 10 * time.Second
	readLimit       = time.Minute
	writeLimit      = 2 * time.Minute
	idleLimit       = 2 * time.Minute
	shutdownLimit   = 30 * time.Second
)

// serving is what the flags of serve say.
type serving struct {
	listen, data, redis, baseURL string
	metricsListen, metricsToken  string
	demo, open, privateWebhooks  bool
	workers                      uint
	atOnce, background           wait
	rate                         float64
	log                          *choice
}

func (p *program) serveCommand() *cobra.Command {
	f := serving{atOnce: wait(10 * time.Second), background: wait(time.Minute), log: newChoice("text", "json", "off")}
	cmd := &cobra.Command{
		Use:     "serve",
		Short:   p.say("serve.short"),
		Long:    p.say("serve.long"),
		Example: "  sangdam serve --demo\n  sangdam serve --listen 127.0.0.1:8080 --data sangdam.db\n  SANGDAM_REDIS=redis://10.0.0.5:6379 sangdam serve --config sangdam.toml",
		Args:    p.arguments(),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := p.configure(cmd, os.Environ()); err != nil {
				return err
			}
			if f.redis != "" && (f.demo || cmd.Flag("data").Changed) {
				return usageError{cmd, p.say("server.homes")}
			}
			if f.baseURL != "" && !isBase(f.baseURL) {
				return usageError{cmd, p.say("server.base_url", lang.Args{"URL": f.baseURL})}
			}
			if n := len(p.getenv(adminVariable)); n > 0 && n < desk.LeastGiven {
				return saidError(p.say("server.token.short", lang.Args{"Variable": adminVariable, "Length": n, "Least": desk.LeastGiven}))
			}
			f.baseURL = strings.TrimSuffix(f.baseURL, "/")
			return p.serve(cmd.Context(), f)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&f.listen, "listen", "127.0.0.1:8080", p.say("flag.listen"))
	flags.StringVar(&f.data, "data", defaultData, p.say("server.flag.data"))
	flags.StringVar(&f.redis, "redis", "", p.say("server.flag.redis"))
	flags.BoolVar(&f.demo, "demo", false, p.say("server.flag.demo"))
	flags.String("config", "", p.say("server.flag.config"))
	flags.StringVar(&f.baseURL, "base-url", "", p.say("server.flag.base_url"))
	flags.BoolVar(&f.open, "open", false, p.say("server.flag.open"))
	flags.UintVar(&f.workers, "workers", 0, p.say("server.flag.workers"))
	flags.Var(&f.atOnce, "time-limit", p.say("server.flag.time_limit"))
	flags.Var(&f.background, "run-limit", p.say("server.flag.run_limit"))
	flags.Float64Var(&f.rate, "rate-limit", 100, p.say("server.flag.rate_limit"))
	flags.StringVar(&f.metricsListen, "metrics-listen", "", p.say("server.flag.metrics_listen"))
	flags.StringVar(&f.metricsToken, "metrics-token", "", p.say("server.flag.metrics_token"))
	flags.BoolVar(&f.privateWebhooks, "private-webhooks", false, p.say("server.flag.private_webhooks"))
	flags.Var(f.log, "log", p.say("server.flag.log"))
	return cmd
}

// newLog returns a log in the form that a flag asks for.
func newLog(form string, w io.Writer) *slog.Logger {
	switch form {
	case "json":
		return slog.New(slog.NewJSONHandler(w, nil))
	case "off":
		return slog.New(slog.DiscardHandler)
	}
	return slog.New(slog.NewTextHandler(w, nil))
}

// serve answers requests until the context ends. Then it takes no more, tells those who watch to come back, lets requests that run come to their
// end, and parks the solves.
func (p *program) serve(ctx context.Context, f serving) (err error) {
	log := newLog(f.log.value, p.err)
	closing, close := context.WithCancel(context.WithoutCancel(ctx))
	defer close()
	backend, err := p.openBackend(closing, f, log)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, backend.close()) }()
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", f.listen)
	if err != nil {
		return err
	}
	address := cmp.Or(f.baseURL, "http://"+listener.Addr().String())
	if err := p.welcome(closing, f, backend, address); err != nil {
		return errors.Join(err, listener.Close())
	}
	figures := prometheus.NewRegistry()
	figures.MustRegister(backend.meter)
	ended := make(chan error, 2)
	stopFigures, err := serveFigures(ctx, f, figures, log, ended)
	if err != nil {
		return errors.Join(err, listener.Close())
	}
	handler := api.New(api.Options{
		Desk: backend.desk, Log: log, Closing: closing, Backup: backend.backup, SolveLimit: time.Duration(f.atOnce), RateLimit: rateOf(f.rate),
		Registry: figures, MetricsToken: f.metricsToken, NoMetrics: !f.tellsFigures(listener.Addr()),
		Open: f.open || f.baseURL == "" && onlyHere(listener.Addr()), Secure: secure(f.baseURL),
	})
	server := &http.Server{
		Handler: handler, ReadHeaderTimeout: readHeaderLimit, ReadTimeout: readLimit, WriteTimeout: max(writeLimit, 2*time.Duration(f.atOnce)),
		IdleTimeout: idleLimit, ErrorLog: slog.NewLogLogger(log.Handler(), slog.LevelWarn),
	}
	fmt.Fprintln(p.out, p.say("serve.ready", lang.Args{"URL": address}))
	go answer(server, listener, ended)
	select {
	case err = <-ended:
	case <-ctx.Done():
	}
	close()
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutdownLimit)
	defer cancel()
	return errors.Join(err, server.Shutdown(last), stopFigures(last))
}

// onlyHere reports whether an address can be reached from this machine only.
func onlyHere(address net.Addr) bool {
	tcp, ok := address.(*net.TCPAddr)
	return ok && tcp.IP.IsLoopback()
}

// isBase reports whether people could reach the pages by an address: all of a host, since the pages stand at its root.
func isBase(address string) bool {
	u, err := url.Parse(address)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Hostname() != "" && strings.Trim(u.Path, "/") == "" && u.RawQuery == "" && u.Fragment == ""
}

// secure reports whether people reach the pages by HTTPS, so that cookies may be kept to it.
func secure(baseURL string) bool {
	u, err := url.Parse(baseURL)
	return err == nil && u.Scheme == "https"
}

// rateOf turns the flag, in which 0 is no limit, into the option, in which that is negative.
func rateOf(perSecond float64) float64 {
	if perSecond <= 0 {
		return -1
	}
	return perSecond
}
