package cli

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"sangdam/event"
	"sangdam/internal/lang"
	"sangdam/internal/plan"
)

func (p *program) repairCommand() *cobra.Command {
	format := newChoice("table", "json")
	limit := wait(time.Minute)
	opt := plan.RepairOptions{Seed: 1}
	var out, eventOut string
	cmd := &cobra.Command{
		Use:   "repair EVENT SCHEDULE CHANGES",
		Short: p.say("repair.short"),
		Long:  p.say("repair.long"),
		Example: "  sangdam repair event.json schedule.json changes.json --out mended.json --event-out today.json\n" +
			"  sangdam check today.json mended.json",
		Args: p.arguments("EVENT", "SCHEDULE", "CHANGES"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := cmp.Or(p.onlyKind(out, ".json"), p.canWrite(eventOut, foreignKinds, ".json, .xlsx, .zip")); err != nil {
				return err
			}
			ev, schedule, err := p.readReported(cmd.Context(), args[:2])
			if err != nil {
				return err
			}
			changes, err := readDocument(p, args[2], func(r io.Reader) (*event.Changes, error) { return event.ReadChanges(r, ev) })
			if err != nil {
				return err
			}
			opt.TimeLimit = time.Duration(limit)
			repaired, err := plan.Repair(cmd.Context(), ev, schedule, changes, opt)
			if err != nil {
				return inputError{args[1], err}
			}
			if out != "" {
				if err := p.deliver(out, repaired.Schedule.Write); err != nil {
					return err
				}
			}
			if eventOut != "" {
				if err := p.writeEvent(eventOut, repaired.Event, p.asSheets(nil, nil)); err != nil {
					return err
				}
			}
			return p.deliver("", func(w io.Writer) error {
				if format.value == "json" {
					return repaired.Write(w)
				}
				return p.printRepaired(w, repaired)
			})
		},
	}
	cmd.Flags().Var(format, "format", p.say("flag.format"))
	cmd.Flags().StringVar(&out, "out", "", p.say("repair.flag.out"))
	cmd.Flags().StringVar(&eventOut, "event-out", "", p.say("repair.flag.event_out"))
	cmd.Flags().BoolVar(&opt.KeepGaps, "keep-gaps", false, p.say("repair.flag.keep_gaps"))
	cmd.Flags().Var(&limit, "time-limit", p.say("flag.time_limit"))
	cmd.Flags().Uint64Var(&opt.Seed, "seed", opt.Seed, p.say("flag.seed"))
	return cmd
}

// printRepaired prints session by session how little was changed, what, and whom it concerns.
func (p *program) printRepaired(w io.Writer, r *plan.Repaired) error {
	if len(r.Sessions) == 0 {
		_, err := fmt.Fprintln(w, p.say("repair.untouched"))
		return err
	}
	x := event.NewIndex(r.Event)
	for i, s := range r.Sessions {
		if i > 0 {
			fmt.Fprintln(w)
		}
		fmt.Fprintln(w, p.sessionTitle(x.Session(s.Session)))
		fmt.Fprintln(w, p.repairVerdict(s))
		if s.MustMissed > 0 {
			fmt.Fprintln(w, p.count("repair.must_missed", s.MustMissed))
		}
		changes := slices.DeleteFunc(slices.Clone(r.Changes), func(c plan.MeetingChange) bool { return c.Session != s.Session })
		if len(changes) == 0 {
			continue
		}
		fmt.Fprintln(w)
		if err := p.changeTable(x, changes).write(w, p.width()); err != nil {
			return err
		}
		fmt.Fprintf(w, "\n%s\n", p.say("repair.concerns", lang.Args{"Who": p.concerned(x, changes)}))
	}
	return nil
}

// repairVerdict says what was lost and moved, and whether less was possible.
func (p *program) repairVerdict(s plan.SessionRepair) string {
	args := lang.Args{
		"Lost": p.count("repair.lost", s.Lost), "Moved": p.count("repair.moved", s.Moved), "Added": p.count("repair.added", s.Added),
	}
	if s.Proven() {
		verdict := p.say("repair.proven", args)
		if !s.LeastHarm {
			verdict += " " + p.say("repair.harm_open")
		}
		return verdict
	}
	args["LostAtLeast"], args["MovedAtLeast"] = s.LostAtLeast, s.MovedAtLeast
	return p.say("repair.unproven", args)
}

// changeTable lists changes with where the meeting was and where it is now.
func (p *program) changeTable(x *event.Index, changes []plan.MeetingChange) *table {
	t := &table{columns: []column{
		{title: p.say("repair.column.change")}, {title: p.say("column.firm"), shrink: true}, {title: p.say("column.buyer"), shrink: true},
		{title: p.say("repair.column.from")}, {title: p.say("repair.column.to")},
	}}
	times := p.slotTimes(x.Session(changes[0].Session))
	at := func(m *event.Meeting) string {
		if m == nil {
			return ""
		}
		parts := []string{m.Table, m.Interpreter}
		if m.Slot >= 0 && m.Slot < len(times) {
			parts = append([]string{times[m.Slot]}, parts...)
		}
		return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " ")
	}
	for _, c := range changes {
		t.add(p.say("repair.kind."+c.Kind), p.firmLabel(x, c.Firm), p.buyerLabel(x, c.Buyer), at(c.From), at(c.To))
	}
	return t
}

// concerned names everybody with a change, those with most first.
func (p *program) concerned(x *event.Index, changes []plan.MeetingChange) string {
	count := map[string]int{}
	for _, c := range changes {
		if c.Kind != plan.MeetingInterpreter {
			count[c.Firm]++
			count[c.Buyer]++
		}
	}
	ids := slices.SortedFunc(maps.Keys(count), func(a, b string) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b))
	})
	for i, id := range ids {
		name := p.firmName(x, id)
		if x.Buyer(id) != nil {
			name = p.buyerName(x, id)
		}
		ids[i] = label(id, name) + " (" + p.voice.Int(count[id]) + ")"
	}
	return strings.Join(ids, ", ")
}
