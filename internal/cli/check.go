package cli

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"sangdam/event"
	"sangdam/internal/lang"
	"sangdam/internal/plan"
	"sangdam/matcher"
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
			ev, schedule, err := p.readPair(args[0], args[1])
			if err != nil {
				return err
			}
			if err := matcher.CheckWeights(ev.Weights); err != nil {
				return inputError{args[0], err}
			}
			result := plan.Check(ev, schedule, matcher.Rank(ev))
			err = p.deliver(out, func(w io.Writer) error {
				if format.value == "json" {
					return writeCheck(w, result)
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

// writeCheck writes the check document.
func writeCheck(w io.Writer, result plan.CheckResult) error {
	type finding struct {
		Location string     `json:"location"`
		Rule     string     `json:"rule"`
		Message  event.Text `json:"message"`
	}
	doc := struct {
		Valid      bool                       `json:"valid"`
		Findings   []finding                  `json:"findings"`
		Objectives map[string]event.Objective `json:"objectives"`
	}{len(result.Findings) == 0, []finding{}, result.Objectives}
	for _, f := range result.Findings {
		doc.Findings = append(doc.Findings, finding(f))
	}
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	return e.Encode(doc)
}
