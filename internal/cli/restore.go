package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"sangdam/internal/lang"
	"sangdam/internal/store"
	"sangdam/internal/store/bolt"
)

func (p *program) restoreCommand() *cobra.Command {
	var data string
	var force bool
	cmd := &cobra.Command{
		Use:     "restore BACKUP",
		Short:   p.say("restore.short"),
		Long:    p.say("restore.long"),
		Example: "  sangdam restore monday.backup --data sangdam.db",
		Args:    p.arguments("BACKUP"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if _, err := os.Stat(args[0]); err != nil {
				return inputError{args[0], pathless(err)}
			}
			n, err := bolt.Restore(cmd.Context(), args[0], data, force)
			switch {
			case errors.Is(err, fs.ErrExist):
				return saidError(p.say("restore.exists", lang.Args{"Name": data}))
			case errors.Is(err, store.ErrInUse):
				return saidError(p.say("home.in_use", lang.Args{"Name": data}))
			case errors.Is(err, bolt.ErrDamaged):
				return saidError(p.say("restore.damaged", lang.Args{"Name": args[0]}))
			case err != nil:
				return err
			}
			_, err = fmt.Fprintln(p.out, p.say("restore.done", lang.Args{"Name": data, "Bytes": p.voice.Int(int(n))}))
			return err
		},
	}
	cmd.Flags().StringVar(&data, "data", defaultData, p.say("flag.data"))
	cmd.Flags().BoolVar(&force, "force", false, p.say("restore.force"))
	return cmd
}
