package cli

import (
	"context"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"sangdam/event"
)

// topOfTable is how many pairs a session's table shows when --top does not say.
const topOfTable = 20

func (p *program) matchCommand() *cobra.Command {
	format := newChoice("table", "json", "csv")
	var pick selection
	var out string
	cmd := &cobra.Command{
		Use:     "match EVENT",
		Short:   p.say("match.short"),
		Long:    p.say("match.long"),
		Example: "  sangdam match event.json --session changsha --top 10\n  sangdam match event.json --firm F01 --format csv --out F01.csv",
		Args:    p.arguments("EVENT"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := p.byName(cmd, format, out); err != nil {
				return err
			}
			ev, pairs, err := p.rank(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			if err := p.checkSelection(ev, pick); err != nil {
				return err
			}
			pick.topGiven = cmd.Flags().Changed("top")
			if pick.top < 0 {
				return usageError{cmd, p.say("flag.invalid", map[string]any{"Flag": "--top", "Value": pick.top, "Want": p.say("want.whole")})}
			}
			return p.deliver(out, func(w io.Writer) error {
				switch format.value {
				case "json":
					return event.WritePairs(w, pick.of(ev, pairs))
				case "csv":
					return writeCSV(w, p.matchRows(event.NewIndex(ev), pick.of(ev, pairs)))
				default:
					return p.printMatch(w, ev, pairs, pick)
				}
			})
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&pick.session, "session", "", p.say("flag.session"))
	flags.StringVar(&pick.firm, "firm", "", p.say("flag.firm"))
	flags.StringVar(&pick.buyer, "buyer", "", p.say("flag.buyer"))
	flags.IntVar(&pick.top, "top", 0, p.say("flag.top"))
	flags.Var(format, "format", p.say("flag.format"))
	flags.StringVar(&out, "out", "", p.say("flag.out"))
	p.serverFlags(cmd)
	return cmd
}

// rank reads an event and ranks its pairs. Weights of factors that the matcher does not have are a fault of the event.
func (p *program) rank(ctx context.Context, name string) (*event.Event, []event.Pair, error) {
	ev, err := p.readEvent(ctx, name)
	if err != nil {
		return nil, nil, err
	}
	pairs, err := p.match(ctx, name, ev)
	return ev, pairs, err
}

// checkSelection tells ids that the event does not have.
func (p *program) checkSelection(ev *event.Event, pick selection) error {
	if _, err := p.sessions(ev, pick.session); err != nil {
		return err
	}
	var firms, buyers []string
	for _, f := range ev.Firms {
		firms = append(firms, f.ID)
	}
	for _, b := range ev.Buyers {
		buyers = append(buyers, b.ID)
	}
	if pick.firm != "" && !slices.Contains(firms, pick.firm) {
		return p.unknownID("firm.unknown", pick.firm, firms)
	}
	if pick.buyer != "" && !slices.Contains(buyers, pick.buyer) {
		return p.unknownID("buyer.unknown", pick.buyer, buyers)
	}
	return nil
}
