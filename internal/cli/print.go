package cli

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"sangdam/event"
	"sangdam/internal/lang"
	"sangdam/internal/report"
	"sangdam/internal/report/agenda"
	"sangdam/internal/report/pdf"
	"sangdam/internal/report/press"
	"sangdam/matcher"
)

// printing is what the flags of print say.
type printing struct {
	what         *choice
	who, session string
	contacts     bool
	tents        bool
	won          rate
	made         date
	out          string
}

func (p *program) printCommand() *cobra.Command {
	f := printing{what: newChoice("agendas", "grid", "signs", "logs", "report")}
	cmd := &cobra.Command{
		Use:   "print EVENT [SCHEDULE]",
		Short: p.say("print.short"),
		Long:  p.say("print.long"),
		Example: "  sangdam print event.json schedule.json\n  sangdam print event.json schedule.json --what signs --tents\n" +
			"  sangdam print event.json schedule.json --what agendas --who F01 --out F01.pdf\n  sangdam print event.json --what report --won 1385.5",
		Args: p.arguments("EVENT", "[SCHEDULE]"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 1 && f.what.value != "report" {
				return usageError{cmd, p.say("argument.missing", lang.Args{"Command": cmd.CommandPath(), "Name": "SCHEDULE"})}
			}
			if err := p.onlyKind(f.out, ".pdf"); err != nil {
				return err
			}
			ev, schedule, err := p.readReported(cmd.Context(), args)
			if err != nil {
				return err
			}
			return p.print(f, ev, schedule)
		},
	}
	cmd.Flags().Var(f.what, "what", p.say("flag.print_what"))
	cmd.Flags().StringVar(&f.who, "who", "", p.say("flag.print_who"))
	cmd.Flags().StringVar(&f.session, "session", "", p.say("flag.session"))
	cmd.Flags().BoolVar(&f.contacts, "contacts", false, p.say("flag.print_contacts"))
	cmd.Flags().BoolVar(&f.tents, "tents", false, p.say("flag.print_tents"))
	cmd.Flags().Var(&f.won, "won", p.say("flag.print_won"))
	cmd.Flags().Var(&f.made, "date", p.say("flag.print_date"))
	cmd.Flags().StringVar(&f.out, "out", "", p.say("flag.print_out"))
	return cmd
}

// print writes one paper, and says where it is unless it goes to standard output.
func (p *program) print(f printing, ev *event.Event, schedule *event.Schedule) error {
	if _, err := p.sessions(ev, f.session); err != nil {
		return err
	}
	write, err := p.paper(f, ev, ofSession(schedule, f.session))
	if err != nil {
		return err
	}
	name := f.out
	if name == "" {
		parts := slices.DeleteFunc([]string{ev.ID, f.what.value, f.session, f.who}, func(s string) bool { return s == "" })
		name = strings.Join(parts, "-") + ".pdf"
	}
	if err := p.deliver(name, write); err != nil || name == "-" {
		return err
	}
	_, err = fmt.Fprintln(p.out, p.say("print.written", lang.Args{"Name": name}))
	return err
}

// paper chooses what is printed. The schedule may be nil for the report only.
func (p *program) paper(f printing, ev *event.Event, schedule *event.Schedule) (func(io.Writer) error, error) {
	onPaper := everybody
	if f.what.value != "report" {
		onPaper = whoMeets(ev, schedule, f.who)
	}
	ev = p.legible(ev, f.what.value == "agendas" && f.contacts, onPaper)
	head := p.head(ev)
	if made := time.Time(f.made); !made.IsZero() {
		head.Made = made
	}
	switch f.what.value {
	case "grid":
		return func(w io.Writer) error { return pdf.Grids(w, head, pdf.GridsOf(ev, schedule, p.voice)) }, nil
	case "signs":
		return func(w io.Writer) error { return pdf.Signs(w, head, pdf.SignsOf(ev, schedule, p.voice), f.tents) }, nil
	case "logs":
		return func(w io.Writer) error {
			return pdf.Logs(w, head, pdf.LogsOf(ev, schedule, p.voice), float64(f.won))
		}, nil
	case "report":
		r := report.Of(ev, schedule)
		final := pdf.FinalReport{Report: r, Text: press.Paragraph(ev, r, p.voice, press.Options{Won: float64(f.won)}), Views: report.ViewsOf(ev, r, p.voice, matcher.SectorNames(ev)), Won: float64(f.won)}
		return func(w io.Writer) error { return pdf.Final(w, head, final) }, nil
	}
	book := agenda.NewBook(ev, schedule, p.voice, agenda.Options{Contacts: f.contacts})
	agendas := book.All()
	if f.who != "" {
		found := book.Find(f.who)
		if len(found) == 0 {
			return nil, p.unknownID("print.unknown", f.who, participantIDs(book))
		}
		agendas = nil
		for _, participant := range found {
			agendas = append(agendas, book.Of(participant))
		}
	}
	return func(w io.Writer) error { return pdf.Agendas(w, head, agendas) }, nil
}

// head is what the papers of an event have in common, made now.
func (p *program) head(ev *event.Event) pdf.Head {
	return pdf.Head{Event: cmp.Or(oneLine(p.voice.Text(ev.Name)), ev.ID), Made: p.now(), Voice: p.voice}
}

func participantIDs(book *agenda.Book) []string {
	var ids []string
	for _, a := range book.Participants() {
		ids = append(ids, a.ID)
	}
	return ids
}

// ofSession is the part of a schedule that belongs to one session; all of it when none is named.
func ofSession(s *event.Schedule, id string) *event.Schedule {
	if s == nil || id == "" {
		return s
	}
	part := *s
	part.Sessions = nil
	for _, session := range s.Sessions {
		if session.Session == id {
			part.Sessions = append(part.Sessions, session)
		}
	}
	return &part
}
