package cli

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"sangdam/event"
	"sangdam/internal/lang"
	"sangdam/internal/report"
	"sangdam/matcher"
)

func (p *program) reportCommand() *cobra.Command {
	format := newChoice("table", "json", "csv", "text", "xlsx", "pdf", "svg")
	by := newChoice("session", "country", "sector", "firm")
	var won rate
	var out string
	cmd := &cobra.Command{
		Use:   "report EVENT [SCHEDULE]",
		Short: p.say("report.short"),
		Long:  p.say("report.long"),
		Example: "  sangdam report event.json --won 1385.5\n  sangdam report event.json schedule.json --format xlsx --out report.xlsx\n" +
			"  sangdam report event.json --format text --lang ko\n  sangdam report event.json --format svg --by firm --out firms.svg",
		Args: p.arguments("EVENT", "[SCHEDULE]"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := p.byName(cmd, format, out); err != nil {
				return err
			}
			ev, schedule, err := p.readReported(cmd.Context(), args)
			if err != nil {
				return err
			}
			r := report.Of(ev, schedule)
			return p.deliver(out, func(w io.Writer) error {
				switch format.value {
				case "json":
					return writeJSON(w, r)
				case "csv":
					return writeCSV(w, p.reportRows(ev, r))
				case "table":
					return p.printReport(w, ev, r, float64(won))
				default:
					return p.writeReport(w, format.value, by.value, ev, r, float64(won))
				}
			})
		},
	}
	cmd.Flags().Var(format, "format", p.say("flag.format"))
	cmd.Flags().Var(by, "by", p.say("reporting.flag.by"))
	cmd.Flags().Var(&won, "won", p.say("flag.print_won"))
	cmd.Flags().StringVar(&out, "out", "", p.say("flag.out"))
	p.serverFlags(cmd)
	return cmd
}

// readReported reads the event, and the schedule where one is named.
func (p *program) readReported(ctx context.Context, args []string) (*event.Event, *event.Schedule, error) {
	if len(args) == 1 {
		ev, err := p.readEvent(ctx, args[0])
		return ev, nil, err
	}
	ev, schedule, err := p.readPair(ctx, args[0], args[1])
	if err == nil && schedule.Event != ev.ID {
		err = saidError(p.say("report.other_event", lang.Args{"Schedule": schedule.Event, "Event": ev.ID}))
	}
	return ev, schedule, err
}

// printReport prints the headline in words, then a table for each view.
func (p *program) printReport(w io.Writer, ev *event.Event, r report.Report, won float64) error {
	fmt.Fprintln(w, cmp.Or(oneLine(p.voice.Text(ev.Name)), ev.ID))
	t := r.Total
	fmt.Fprintln(w, p.say("report.headline", lang.Args{
		"Held": p.count("report.held", t.Held), "Consulted": p.voice.Money(t.Consulted), "Expected": p.voice.Money(t.Expected),
		"MOUs": p.count("report.mous", t.MOUs), "Agreed": p.voice.Money(t.Agreed), "Signed": p.voice.Money(t.Signed),
	}))
	if won > 0 {
		fmt.Fprintln(w, p.say("reporting.won", lang.Args{
			"Rate": p.voice.Decimal(won, 2), "Consulted": p.voice.Won(float64(t.Consulted) / 100 * won),
			"Agreed": p.voice.Won(float64(t.Agreed) / 100 * won), "Signed": p.voice.Won(float64(t.Signed) / 100 * won),
		}))
	}
	if t.NotHeld > 0 {
		fmt.Fprintln(w, p.count("report.not_held", t.NotHeld))
	}
	if t.Disputed > 0 {
		fmt.Fprintln(w, p.count("report.disputed", t.Disputed))
	}
	if t.Planned > 0 {
		fmt.Fprintln(w, p.count("report.missing", t.Missing, lang.Args{"Planned": t.Planned}))
	}
	for _, v := range p.reportViews(ev, r) {
		fmt.Fprintf(w, "\n%s\n\n", p.say("report.by", lang.Args{"What": v.title}))
		tab := &table{columns: append([]column{{title: v.title, shrink: true}}, p.reportColumns()...)}
		for i, line := range v.lines {
			tab.add(append([]string{v.names[i]}, p.reportCells(line.Figures)...)...)
		}
		tab.add(append([]string{p.say("report.total")}, p.reportCells(r.Total)...)...)
		if err := tab.write(w, p.width()); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintf(w, "\n%s\n", p.say("report.note"))
	return err
}

// A reportView is one way to split the figures, with the names of its lines in the reader's language.
type reportView struct {
	id    string
	title string
	lines []report.Line
	names []string
}

func (p *program) reportViews(ev *event.Event, r report.Report) []reportView {
	x := event.NewIndex(ev)
	sectors := matcher.SectorNames(ev)
	name := map[string]func(id string) string{
		"session": func(id string) string {
			if s := x.Session(id); s != nil {
				return p.sessionName(s)
			}
			return id
		},
		"sector":  func(id string) string { return cmp.Or(p.voice.Text(sectors[id]), id, p.say("report.no_sector")) },
		"firm":    func(id string) string { return p.firmLabel(x, id) },
		"country": func(id string) string { return p.voice.Country(id) },
	}
	views := []reportView{
		{id: "session", lines: r.Sessions}, {id: "sector", lines: r.Sectors},
		{id: "firm", lines: r.Firms}, {id: "country", lines: r.Countries},
	}
	for i := range views {
		v := &views[i]
		v.title = p.say("column." + v.id)
		for _, line := range v.lines {
			v.names = append(v.names, name[v.id](line.ID))
		}
	}
	return views
}

func (p *program) reportColumns() []column {
	var columns []column
	for _, id := range reportFields {
		columns = append(columns, column{title: p.say("report.column." + id), right: true})
	}
	return columns
}

var reportFields = []string{"held", "consulted", "expected", "mous", "agreed", "signed"}

func (p *program) reportCells(f report.Figures) []string {
	return []string{
		p.voice.Int(f.Held), p.voice.Dollars(f.Consulted), p.voice.Dollars(f.Expected),
		p.voice.Int(f.MOUs), p.voice.Dollars(f.Agreed), p.voice.Dollars(f.Signed),
	}
}

// reportRows are the figures for a spreadsheet: a row a line of every view, amounts as plain numbers.
func (p *program) reportRows(ev *event.Event, r report.Report) [][]string {
	head := []string{p.say("column.view"), "ID", p.say("column.name")}
	for _, c := range p.reportColumns() {
		head = append(head, c.title)
	}
	head = append(head, p.say("report.column.not_held"))
	rows := [][]string{head}
	add := func(view, id, name string, f report.Figures) {
		rows = append(rows, []string{view, id, name, fmt.Sprint(f.Held), plainDollars(f.Consulted), plainDollars(f.Expected),
			fmt.Sprint(f.MOUs), plainDollars(f.Agreed), plainDollars(f.Signed), fmt.Sprint(f.NotHeld)})
	}
	for _, v := range p.reportViews(ev, r) {
		for i, line := range v.lines {
			add(v.title, line.ID, strings.TrimPrefix(v.names[i], line.ID+" "), line.Figures)
		}
	}
	add(p.say("report.total"), "", "", r.Total)
	return rows
}

// plainDollars writes an amount as programs read it.
func plainDollars(c lang.Cents) string {
	number, _ := c.MarshalJSON() // it never fails
	return string(number)
}
