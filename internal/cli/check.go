package cli

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"sangdam/event"
	"sangdam/internal/lang"
	"sangdam/internal/plan"
)

func (p *program) checkCommand() *cobra.Command {
	format := newChoice("table", "json")
	var out string
	cmd := &cobra.Command{
		Use:     "check EVENT SCHEDULE",
		Short:   p.say("check.short"),
		Long:    p.say("check.long"),
		Example: "  sangdam check event.json schedule.json\n  sangdam schedule event.json | sangdam check event.json -",
		Args:    p.arguments("EVENT", "SCHEDULE"),
		RunE: func(cmd *cobra.Command, args []string) error {
			ev, schedule, err := p.readPair(cmd.Context(), args[0], args[1])
			if err != nil {
				return err
			}
			result, err := p.check(cmd.Context(), args[0], ev, schedule)
			if err != nil {
				return err
			}
			err = p.deliver(out, func(w io.Writer) error {
				if format.value == "json" {
					return result.Write(w)
				}
				return p.printCheck(w, schedule, result)
			})
			if err == nil && len(result.Findings) > 0 {
				err = errViolated
			}
			return err
		},
	}
	cmd.Flags().Var(format, "format", p.say("flag.format"))
	cmd.Flags().StringVar(&out, "out", "", p.say("flag.out"))
	p.serverFlags(cmd)
	return cmd
}

// printCheck prints the objective of each session as it was recomputed, then everything that is wrong.
func (p *program) printCheck(w io.Writer, schedule *event.Schedule, result plan.CheckResult) error {
	t := &table{columns: []column{{title: p.say("column.session")}, {title: p.say("column.meetings"), right: true},
		{title: p.say("objective.must_missed"), right: true}, {title: p.say("objective.minimum_shortfall"), right: true},
		{title: p.say("objective.score"), right: true}, {title: p.say("objective.breaks"), right: true},
		{title: p.say("objective.idle"), right: true}, {title: p.say("objective.table_changes"), right: true}}}
	for _, part := range schedule.Sessions {
		o, ok := result.Objectives[part.Session]
		if !ok {
			continue
		}
		t.add(part.Session, p.voice.Int(len(part.Meetings)), p.voice.Int(o.MustMissed), p.voice.Int(o.MinimumShortfall),
			p.voice.Decimal(o.Score, 4), p.voice.Int(o.Breaks), p.voice.Int(o.Idle), p.voice.Int(o.TableChanges))
	}
	if err := t.write(w, p.width()); err != nil {
		return err
	}
	if len(result.Findings) == 0 {
		_, err := fmt.Fprintf(w, "\n%s\n", p.say("check.clean"))
		return err
	}
	fmt.Fprintf(w, "\n%s\n", p.count("check.findings", len(result.Findings)))
	for _, f := range result.Findings {
		fmt.Fprintln(w, p.say("check.finding", lang.Args{"Where": f.Location, "Rule": f.Rule, "What": oneLine(p.voice.Text(f.Message))}))
	}
	return nil
}
