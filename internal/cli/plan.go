package cli

import (
	"cmp"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"sangdam/event"
	"sangdam/internal/lang"
)

// topOfPlan is how many of a session's best pairs the plan shows; the match command shows them all.
const topOfPlan = 10

func (p *program) planCommand() *cobra.Command {
	var solving solving
	var dir string
	cmd := &cobra.Command{
		Use:     "plan EVENT [SCHEDULE]",
		Short:   p.say("plan.short"),
		Long:    p.say("plan.long"),
		Example: "  sangdam plan event.json\n  sangdam plan event.json --out monday --time-limit 10s\n  sangdam plan today.json mended.json",
		Args:    p.arguments("EVENT", "[SCHEDULE]"),
		RunE: func(cmd *cobra.Command, args []string) error {
			ev, pairs, schedule, err := p.planned(cmd, &solving, args)
			if err != nil {
				return err
			}
			if err := p.deliver("", func(w io.Writer) error { return p.printPlan(w, ev, pairs, schedule) }); err != nil {
				return err
			}
			return p.writePlan(cmp.Or(dir, ev.ID+"-plan"), ev, pairs, schedule)
		},
	}
	solving.flags(p, cmd)
	cmd.Flags().StringVar(&dir, "out", "", p.say("flag.out_folder"))
	p.serverFlags(cmd)
	return cmd
}

// planned ranks an event and packs it, or takes the schedule that is given, such as one that was mended.
func (p *program) planned(cmd *cobra.Command, s *solving, args []string) (*event.Event, []event.Pair, *event.Schedule, error) {
	if len(args) == 1 {
		return s.run(cmd.Context(), p, args[0])
	}
	if flag := s.given(cmd); flag != "" {
		return nil, nil, nil, usageError{cmd, p.say("plan.given", lang.Args{"Flag": "--" + flag})}
	}
	ev, schedule, err := p.readReported(cmd.Context(), args)
	if err != nil {
		return nil, nil, nil, err
	}
	pairs, err := p.match(cmd.Context(), args[0], ev)
	return ev, pairs, schedule, err
}

func (p *program) printPlan(w io.Writer, ev *event.Event, pairs []event.Pair, schedule *event.Schedule) error {
	title := cmp.Or(oneLine(p.voice.Text(ev.Name)), ev.ID)
	fmt.Fprintln(w, title)
	fmt.Fprintln(w, p.say("plan.size", lang.Args{
		"Firms": p.count("firms", len(ev.Firms)), "Buyers": p.count("buyers", len(ev.Buyers)),
		"Sessions": p.count("sessions", len(ev.Sessions)),
	}))
	for i := range schedule.Sessions {
		if err := p.printPlanned(w, ev, pairs, &schedule.Sessions[i]); err != nil {
			return err
		}
	}
	return nil
}

// printPlanned prints one session of the plan: the proof, the best pairs, the grid, and the pairs left out.
func (p *program) printPlanned(w io.Writer, ev *event.Event, pairs []event.Pair, part *event.SessionSchedule) error {
	s := ev.Session(part.Session)
	fmt.Fprintf(w, "\n%s\n", p.sessionTitle(s))
	if err := p.printProof(w, part); err != nil {
		return err
	}
	best := selection{session: s.ID, top: topOfPlan}.of(ev, pairs)
	if len(best) > 0 {
		fmt.Fprintf(w, "\n%s\n\n", p.count("plan.best", len(best)))
		if err := p.matchTable(event.NewIndex(ev), best, false).write(w, p.width()); err != nil {
			return err
		}
	}
	if len(part.Meetings) > 0 {
		shown := p.grid(ev, s, part)
		if shown == nil {
			shown = p.list(ev, s, part)
		}
		fmt.Fprintf(w, "\n%s\n\n", p.say("schedule.meetings", lang.Args{"Zone": s.TimeZone}))
		if err := shown.write(w, p.width()); err != nil {
			return err
		}
	}
	if err := p.printLeftOut(w, pairs, part); err != nil {
		return err
	}
	return p.printInsight(w, part)
}
