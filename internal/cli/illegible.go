package cli

import (
	"fmt"
	"slices"

	"sangdam/event"
	"sangdam/internal/lang"
	"sangdam/internal/report/pdf"
)

// legible is an event for papers: what the fonts cannot set is in English, or an id. Which texts those are is told on standard error,
// as far as they belong to someone who is on the papers.
func (p *program) legible(ev *event.Event, contacts bool, onPaper func(id string) bool) *event.Event {
	out, found := pdf.Legible(ev, contacts)
	for _, f := range found {
		if onPaper(f.ID) {
			fmt.Fprintln(p.err, p.say("print.illegible", lang.Args{"ID": f.ID, "Text": oneLine(f.Text), "Printed": oneLine(f.Printed)}))
		}
	}
	return out
}

// everybody is on a paper about all.
func everybody(string) bool { return true }

// whoMeets reports who is on the papers of a schedule: event and sessions, and whoever has a meeting; with a name, whoever has one with
// the one of that id.
func whoMeets(ev *event.Event, s *event.Schedule, who string) func(id string) bool {
	ids := []string{ev.ID}
	for _, part := range s.Sessions {
		ids = append(ids, part.Session)
		for _, m := range part.Meetings {
			if with := []string{m.Firm, m.Buyer, m.Interpreter}; who == "" || slices.Contains(with, who) {
				ids = append(ids, with...)
			}
		}
	}
	return func(id string) bool { return slices.Contains(ids, id) }
}
