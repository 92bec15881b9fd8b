package cli

import (
	"os"
	"strings"

	"github.com/spf13/cobra"

	"sangdam/internal/client"
	"sangdam/internal/lang"
)

// tokenVariable of the environment holds the token for --server.
const tokenVariable = "SANGDAM_TOKEN"

// remote is a server that a command works with in place of files of this machine.
type remote struct{ url, tokenFile string }

func (r *remote) flags(p *program, cmd *cobra.Command) {
	cmd.Flags().StringVar(&r.url, "server", "", p.say("server.flag.server"))
	cmd.Flags().StringVar(&r.tokenFile, "token-file", "", p.say("server.flag.token_file"))
}

// client returns a client of the server with the token of the file, or else of the environment.
func (r *remote) client(p *program) (*client.Client, error) {
	token := p.getenv(tokenVariable)
	if r.tokenFile != "" {
		data, err := os.ReadFile(r.tokenFile)
		if err != nil {
			return nil, inputError{r.tokenFile, pathless(err)}
		}
		token = strings.TrimSpace(string(data))
	}
	c, err := client.New(r.url, client.Options{Token: token, Language: p.voice.Language()})
	if err != nil {
		return nil, saidError(p.say("worker.ready.url", lang.Args{"URL": r.url}))
	}
	return c, nil
}
