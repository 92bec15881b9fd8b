package cli

import (
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"sangdam/internal/lang"
	"sangdam/internal/store"
	"sangdam/internal/store/bolt"
)

func (p *program) backupCommand() *cobra.Command {
	var data string
	cmd := &cobra.Command{
		Use:     "backup FILE",
		Short:   p.say("backup.short"),
		Long:    p.say("backup.long"),
		Example: "  sangdam backup monday.backup --data sangdam.db",
		Args:    p.arguments("FILE"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.backup(cmd, data, args[0])
		},
	}
	cmd.Flags().StringVar(&data, "data", defaultData, p.say("flag.data"))
	return cmd
}

func (p *program) backup(cmd *cobra.Command, data, to string) (err error) {
	from, err := os.Stat(data)
	if err != nil {
		return inputError{data, pathless(err)}
	}
	if there, err := os.Stat(to); err == nil && os.SameFile(from, there) {
		return saidError(p.say("backup.same", lang.Args{"Name": to}))
	}
	s, err := bolt.Open(data, bolt.Options{})
	if errors.Is(err, store.ErrInUse) {
		return saidError(p.say("backup.in_use", lang.Args{"Name": data}))
	} else if err != nil {
		return p.homeError(data, err)
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	n, err := s.BackupFile(cmd.Context(), to)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(p.out, p.say("backup.done", lang.Args{"Name": to, "Bytes": p.voice.Int(int(n))}))
	return err
}
