package cli

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"sangdam/event"
	"sangdam/internal/lang"
	"sangdam/internal/verdict"
)

func (p *program) scheduleCommand() *cobra.Command {
	format := newChoice("json", "table")
	var solving solving
	var out string
	cmd := &cobra.Command{
		Use:     "schedule EVENT",
		Short:   p.say("schedule.short"),
		Long:    p.say("schedule.long"),
		Example: "  sangdam schedule event.json > schedule.json\n  sangdam schedule event.json --session moscow --format table --score-slack 0.5%",
		Args:    p.arguments("EVENT"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := p.byName(cmd, format, out); err != nil {
				return err
			}
			ev, pairs, schedule, err := solving.run(cmd.Context(), p, args[0])
			if err != nil {
				return err
			}
			return p.deliver(out, func(w io.Writer) error {
				if format.value == "json" {
					return schedule.Write(w)
				}
				return p.printSchedule(w, ev, pairs, schedule)
			})
		},
	}
	cmd.Flags().StringVar(&solving.session, "session", "", p.say("flag.session"))
	solving.flags(p, cmd)
	cmd.Flags().Var(format, "format", p.say("flag.format"))
	cmd.Flags().StringVar(&out, "out", "", p.say("flag.out"))
	p.serverFlags(cmd)
	return cmd
}

// printSchedule prints each session: the proof, the meetings, and why the other pairs have none.
func (p *program) printSchedule(w io.Writer, ev *event.Event, pairs []event.Pair, schedule *event.Schedule) error {
	for i := range schedule.Sessions {
		part := &schedule.Sessions[i]
		s := ev.Session(part.Session)
		if i > 0 {
			fmt.Fprintln(w)
		}
		fmt.Fprintln(w, p.sessionTitle(s))
		if err := p.printProof(w, part); err != nil {
			return err
		}
		if len(part.Meetings) > 0 {
			fmt.Fprintf(w, "\n%s\n\n", p.say("schedule.meetings", lang.Args{"Zone": s.TimeZone}))
			if err := p.list(ev, s, part).write(w, p.width()); err != nil {
				return err
			}
		}
		if err := p.printLeftOut(w, pairs, part); err != nil {
			return err
		}
		if err := p.printInsight(w, part); err != nil {
			return err
		}
	}
	return nil
}

func (p *program) printProof(w io.Writer, part *event.SessionSchedule) error {
	for _, sentence := range verdict.Sentences(p.voice, part) {
		fmt.Fprintln(w, sentence)
	}
	fmt.Fprintln(w)
	return p.objectiveTable(part.Objective, part.Bound).write(w, p.width())
}

// printLeftOut counts by reason the pairs of a session that have no meeting, those that are no candidates included.
func (p *program) printLeftOut(w io.Writer, pairs []event.Pair, part *event.SessionSchedule) error {
	counts := countUnplaced(part.Unplaced)
	listed := map[[2]string]bool{}
	for _, u := range part.Unplaced {
		listed[[2]string{u.Firm, u.Buyer}] = true
	}
	for _, pair := range pairs {
		if pair.Session == part.Session && pair.Excluded != nil && !listed[[2]string{pair.Firm, pair.Buyer}] {
			counts[*pair.Excluded]++
		}
	}
	total := 0
	for _, n := range counts {
		total += n
	}
	if total == 0 {
		return nil
	}
	fmt.Fprintf(w, "\n%s\n\n", p.count("schedule.left_out", total))
	return p.reasonTable(counts).write(w, p.width())
}
