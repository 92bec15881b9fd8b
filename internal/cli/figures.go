package cli

import (
	"context"
	"log/slog"
	"net"
	"net/http"

	"github.com/prometheus/client_golang/prometheus"

	"sangdam/api"
)

// tellsFigures reports whether the server itself answers /metrics: while only this machine reaches it, or to whoever has the token, and
// not when the figures have an address of their own.
func (f serving) tellsFigures(listening net.Addr) bool {
	return f.metricsListen == "" && (f.metricsToken != "" || f.baseURL == "" && onlyHere(listening))
}

// serveFigures answers /metrics, and nothing else, at the address of its own, when there is one, until stop is called. What ends the
// answering otherwise is sent to ended.
func serveFigures(ctx context.Context, f serving, figures *prometheus.Registry, log *slog.Logger, ended chan<- error) (stop func(context.Context) error, err error) {
	if f.metricsListen == "" {
		return func(context.Context) error { return nil }, nil
	}
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", f.metricsListen)
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", api.Figures(figures, f.metricsToken))
	server := &http.Server{
		Handler: mux, ReadHeaderTimeout: readHeaderLimit, ReadTimeout: readHeaderLimit, WriteTimeout: readHeaderLimit,
		ErrorLog: slog.NewLogLogger(log.Handler(), slog.LevelWarn),
	}
	log.Info("figures for Prometheus", "url", "http://"+listener.Addr().String()+"/metrics")
	go answer(server, listener, ended)
	return server.Shutdown, nil
}
