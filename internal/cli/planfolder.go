package cli

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"sangdam/event"
	"sangdam/internal/lang"
	"sangdam/internal/report/agenda"
	"sangdam/internal/report/calendar"
	"sangdam/internal/report/pdf"
	"sangdam/internal/report/workbook"
	"sangdam/matcher"
)

// writePlan writes what comes of a plan into a folder, which it makes, and says what is there.
func (p *program) writePlan(dir string, ev *event.Event, pairs []event.Pair, schedule *event.Schedule) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	agendasOf := func(ev *event.Event) []agenda.Agenda {
		return agenda.NewBook(ev, schedule, p.voice, agenda.Options{Why: agenda.Reasons(pairs)}).All()
	}
	agendas := agendasOf(ev)
	papers := p.legible(ev, false, whoMeets(ev, schedule, ""))
	head := p.head(papers)
	var names []string
	for _, file := range []struct {
		name  string
		write func(io.Writer) error
	}{
		{"matches.json", func(w io.Writer) error { return event.WritePairs(w, pairs) }},
		{"schedule.json", schedule.Write},
		{"schedule.xlsx", func(w io.Writer) error { return workbook.Write(w, p.workbook(ev, pairs, schedule)) }},
		{"agendas.pdf", func(w io.Writer) error { return pdf.Agendas(w, head, agendasOf(papers)) }},
		{"grid.pdf", func(w io.Writer) error { return pdf.Grids(w, head, pdf.GridsOf(papers, schedule, p.voice)) }},
	} {
		if err := writeFile(filepath.Join(dir, file.name), file.write); err != nil {
			return err
		}
		names = append(names, file.name)
	}
	if err := p.writeCalendars(filepath.Join(dir, "calendars"), agendas); err != nil {
		return err
	}
	names = append(names, p.count("plan.calendars", len(agendas)))
	_, err := fmt.Fprintf(p.out, "\n%s\n", p.say("plan.written", lang.Args{"Folder": dir, "Files": strings.Join(names, ", ")}))
	return err
}

// workbook is what the schedule workbook is made of.
func (p *program) workbook(ev *event.Event, pairs []event.Pair, schedule *event.Schedule) workbook.Book {
	return workbook.Book{
		Event: ev, Schedule: schedule, Voice: p.voice, Made: p.now(), Sectors: matcher.SectorNames(ev), Excluded: workbook.ExcludedOf(pairs),
	}
}

// writeCalendars writes a calendar for each participant into a folder of its own. Those that an earlier plan left there are
// taken away: they would belong to nobody.
func (p *program) writeCalendars(dir string, agendas []agenda.Agenda) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, kind := range []agenda.Kind{agenda.Firm, agenda.Buyer, agenda.Interpreter} {
		old, err := filepath.Glob(filepath.Join(dir, string(kind)+"-*.ics"))
		if err != nil {
			return err
		}
		for _, name := range old {
			if err := os.Remove(name); err != nil {
				return err
			}
		}
	}
	now := p.now()
	for _, a := range agendas {
		name := fmt.Sprintf("%s-%s.ics", a.Participant.Kind, a.Participant.ID)
		write := func(w io.Writer) error { return calendar.Write(w, calendar.Of(a, p.voice), now) }
		if err := writeFile(filepath.Join(dir, name), write); err != nil {
			return err
		}
	}
	return nil
}
