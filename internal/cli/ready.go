package cli

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"sangdam/internal/lang"
)

// readyWait is how long the ready command waits for an answer.
const readyWait = 5 * time.Second

// readyCommand asks a server or worker whether it is ready: for health checks in containers that hold nothing but this program.
func (p *program) readyCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "ready URL",
		Short:   p.say("worker.ready.short"),
		Long:    p.say("worker.ready.long"),
		Example: "  sangdam ready http://127.0.0.1:8080",
		Args:    p.arguments("URL"),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx, cancel := context.WithTimeout(cmd.Context(), readyWait)
			defer cancel()
			url := strings.TrimSuffix(args[0], "/") + "/readyz"
			request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
			if err != nil || request.URL.Host == "" {
				return usageError{cmd, p.say("worker.ready.url", lang.Args{"URL": args[0]})}
			}
			answer, err := http.DefaultClient.Do(request)
			if err != nil {
				return err
			}
			defer answer.Body.Close()
			if _, err := io.Copy(io.Discard, io.LimitReader(answer.Body, 1<<16)); err != nil {
				return err
			}
			if answer.StatusCode != http.StatusOK {
				return fmt.Errorf("%s", p.say("worker.ready.not", lang.Args{"URL": url, "Status": answer.Status}))
			}
			_, err = fmt.Fprintln(p.out, p.say("worker.ready.yes", lang.Args{"URL": url}))
			return err
		},
	}
}
