package cli

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"

	"github.com/spf13/cobra"

	"sangdam/api"
	"sangdam/internal/lang"
)

// Limits of the server. A solve takes as long as its limit, so an answer may be written for a while longer than that.
const (
	readHeaderLimit = 10 * time.Second
	readLimit       = time.Minute
	writeLimit      = 2 * time.Minute
	shutdownLimit   = 30 * time.Second
)

func (p *program) serveCommand() *cobra.Command {
	var listen string
	limit := wait(10 * time.Second)
	cmd := &cobra.Command{
		Use:     "serve",
		Short:   p.say("serve.short"),
		Long:    p.say("serve.long"),
		Example: "  sangdam serve --listen 127.0.0.1:8080\n  curl --data-binary @event.json -H 'Content-Type: application/json' http://127.0.0.1:8080/api/v1/schedule",
		Args:    p.arguments(),
		RunE: func(cmd *cobra.Command, _ []string) error {
			handler := api.New(api.Options{Version: buildVersion(), SolveLimit: time.Duration(limit)})
			return p.serve(cmd.Context(), listen, handler)
		},
	}
	cmd.Flags().StringVar(&listen, "listen", "127.0.0.1:8080", p.say("flag.listen"))
	cmd.Flags().Var(&limit, "time-limit", p.say("flag.time_limit"))
	return cmd
}

// serve answers requests until the context ends, then lets those that run come to their end.
func (p *program) serve(ctx context.Context, address string, handler http.Handler) error {
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", address)
	if err != nil {
		return err
	}
	server := &http.Server{
		Handler: handler, ReadHeaderTimeout: readHeaderLimit, ReadTimeout: readLimit, WriteTimeout: writeLimit,
	}
	fmt.Fprintln(p.out, p.say("serve.ready", lang.Args{"URL": "http://" + listener.Addr().String()}))
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutdownLimit)
	defer cancel()
	if err := server.Shutdown(last); err != nil {
		return err
	}
	if err := <-ended; !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
