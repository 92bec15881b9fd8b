package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"

	"github.com/spf13/cobra"

	"sangdam/internal/client"
	"sangdam/internal/lang"
	"sangdam/internal/store"
	"sangdam/internal/store/bolt"
)

func (p *program) backupCommand() *cobra.Command {
	var data string
	var server remote
	cmd := &cobra.Command{
		Use:     "backup FILE",
		Short:   p.say("backup.short"),
		Long:    p.say("backup.long"),
		Example: "  sangdam backup monday.backup --server http://127.0.0.1:8080\n  sangdam backup monday.backup --data sangdam.db",
		Args:    p.arguments("FILE"),
		RunE: func(cmd *cobra.Command, args []string) error {
			save := func() (int64, error) { return p.backupFile(cmd.Context(), data, args[0]) }
			if server.url != "" {
				save = func() (int64, error) { return p.backupServer(cmd.Context(), server, args[0]) }
			}
			n, err := save()
			if err != nil {
				return err
			}
			_, err = fmt.Fprintln(p.out, p.say("backup.done", lang.Args{"Name": args[0], "Bytes": p.voice.Int(int(n))}))
			return err
		},
	}
	cmd.Flags().StringVar(&data, "data", defaultData, p.say("flag.data"))
	server.flags(p, cmd)
	return cmd
}

// backupFile saves a copy of a file that no server has open.
func (p *program) backupFile(ctx context.Context, data, to string) (n int64, err error) {
	from, err := os.Stat(data)
	if err != nil {
		return 0, inputError{data, pathless(err)}
	}
	if there, err := os.Stat(to); err == nil && os.SameFile(from, there) {
		return 0, saidError(p.say("backup.same", lang.Args{"Name": to}))
	}
	s, err := bolt.Open(data, bolt.Options{})
	if errors.Is(err, store.ErrInUse) {
		return 0, saidError(p.say("backup.in_use", lang.Args{"Name": data}))
	} else if err != nil {
		return 0, p.homeError(data, err)
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	return s.BackupFile(ctx, to)
}

// backupServer saves the copy that a server makes while it runs.
func (p *program) backupServer(ctx context.Context, server remote, to string) (int64, error) {
	c, err := server.client(p)
	if err != nil {
		return 0, err
	}
	n, err := bolt.SaveBackup(ctx, to, func(w io.Writer) error { return c.Backup(ctx, w) })
	if problem, ok := errors.AsType[*client.Problem](err); ok {
		if problem.Status == http.StatusUnauthorized {
			return 0, p.serverError(server.url, err)
		}
		return 0, saidError(p.say("backup.refused", lang.Args{"URL": server.url, "Reason": problem.Error()}))
	}
	if errors.Is(err, bolt.ErrDamaged) {
		return 0, errors.New(p.say("backup.cut", lang.Args{"URL": server.url}))
	}
	return n, err
}
