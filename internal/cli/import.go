package cli

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"sangdam/internal/lang"
	"sangdam/internal/store"
)

func (p *program) importCommand() *cobra.Command {
	var from, to string
	cmd := &cobra.Command{
		Use:     "import",
		Short:   p.say("import.short"),
		Long:    p.say("import.long"),
		Example: "  sangdam import --from sangdam.db --to redis://localhost:6379\n  sangdam import --from redis+cluster://a:6379,b:6379 --to sangdam.db",
		Args:    p.arguments(),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := p.needs(cmd, "from", "to"); err != nil {
				return err
			}
			return p.copyStore(cmd, from, to)
		},
	}
	cmd.Flags().StringVar(&from, "from", "", p.say("import.from"))
	cmd.Flags().StringVar(&to, "to", "", p.say("import.to"))
	return cmd
}

// copyStore copies everything, and says of settings at the new place that would lose it again.
func (p *program) copyStore(cmd *cobra.Command, from, to string) (err error) {
	source, err := p.openHome(cmd.Context(), from, true)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, source.Close()) }()
	if err := source.Ready(cmd.Context()); err != nil {
		return err
	}
	destination, err := p.openHome(cmd.Context(), to, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, destination.Close()) }()
	warnings, err := destination.Warnings(cmd.Context())
	if err != nil {
		return err
	}
	for _, w := range warnings {
		fmt.Fprintln(p.err, p.say("home.warning", lang.Args{"Text": w}))
	}
	copied, err := store.Copy(cmd.Context(), source, destination)
	if errors.Is(err, store.ErrNotEmpty) {
		return saidError(p.say("import.not_empty"))
	}
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(p.out, p.say("import.done", lang.Args{
		"Spaces": p.voice.Int(copied.Spaces), "Records": p.voice.Int(copied.Records), "Pairs": p.voice.Int(copied.Pairs),
	}))
	return err
}
