// Package press writes the paragraph about an event that goes to the press: what was held, talked about, hoped for, agreed and
// signed, each amount by itself.
package press

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"sangdam/event"
	"sangdam/internal/lang"
	"sangdam/internal/report"
)

// Options steer Paragraph.
type Options struct {
	Won float64 // rate of the US dollar in Korean won; 0: amounts are in dollars only
}

// Paragraph says in the voice's language what came of an event. Amounts are those of the report, nothing rounded away but those in
// won, which are "about". It is empty when no meeting was held.
func Paragraph(ev *event.Event, r report.Report, v *lang.Voice, opt Options) string {
	t := r.Total
	if t.Held == 0 {
		return ""
	}
	consulted := v.Money(t.Consulted)
	if opt.Won > 0 {
		consulted = v.Say("press.in_won", lang.Args{
			"Amount": consulted, "Won": v.Won(float64(t.Consulted) / 100 * opt.Won), "Rate": v.Decimal(opt.Won, digits(opt.Won)),
		})
	}
	where, when := places(ev, r, v)
	sentences := []string{v.Say("press.lead", lang.Args{
		"Event": cmp.Or(v.Text(ev.Name), ev.ID), "Firms": v.Count("press.firms", taking(r.Firms)), "Where": where, "When": when,
		"Held": v.Count("press.held", t.Held), "Consulted": consulted,
	})}
	if parts := sessions(ev, r, v); len(parts) > 1 {
		sentences = append(sentences, v.Say("press.sessions", lang.Args{"List": strings.Join(parts, v.Say("press.semicolon"))}))
	}
	if t.MOUs > 0 {
		sentences = append(sentences, v.Say("press.agreed", lang.Args{"MOUs": v.Count("press.mous", t.MOUs), "Amount": v.Money(t.Agreed)}))
	}
	if t.Expected > 0 {
		sentences = append(sentences, v.Say("press.expected", lang.Args{"Amount": v.Money(t.Expected)}))
	}
	if t.Signed > 0 {
		sentences = append(sentences, v.Say("press.signed", lang.Args{"Contracts": v.Count("press.contracts", t.Contracts), "Amount": v.Money(t.Signed)}))
	}
	if t.NotHeld > 0 {
		sentences = append(sentences, v.Count("press.not_held", t.NotHeld))
	}
	between := " "
	if v.Language() == "zh" {
		between = ""
	}
	return strings.Join(sentences, between)
}

// taking counts the firms that held a meeting.
func taking(firms []report.Line) int {
	n := 0
	for _, l := range firms {
		if l.Held > 0 {
			n++
		}
	}
	return n
}

// sessions says of each session with a meeting how many there were and what was talked about.
func sessions(ev *event.Event, r report.Report, v *lang.Voice) []string {
	var out []string
	for _, l := range r.Sessions {
		if s := ev.Session(l.ID); s != nil && l.Held > 0 {
			out = append(out, v.Say("press.session", lang.Args{
				"City": cmp.Or(v.Text(s.City), v.Text(s.Name), s.ID), "Held": v.Count("press.held", l.Held), "Consulted": v.Money(l.Consulted),
			}))
		}
	}
	return out
}

// places names the cities where meetings were held, and the days between the first and the last slot.
func places(ev *event.Event, r report.Report, v *lang.Voice) (where, when string) {
	var cities []string
	var first, last time.Time
	for _, l := range r.Sessions {
		s := ev.Session(l.ID)
		if s == nil || l.Held == 0 || len(s.Slots) == 0 {
			continue
		}
		if city := cmp.Or(v.Text(s.City), v.Text(s.Name), s.ID); !slices.Contains(cities, city) {
			cities = append(cities, city)
		}
		loc, err := s.Location()
		if err != nil {
			loc = time.UTC
		}
		begin, end := s.Slots[0].Start.In(loc), s.Slots[len(s.Slots)-1].Start.In(loc)
		if first.IsZero() || begin.Before(first) {
			first = begin
		}
		if end.After(last) {
			last = end
		}
	}
	when = v.Date(first)
	if until := v.Date(last); until != when {
		when = v.Say("press.days", lang.Args{"From": when, "Until": until})
	}
	return list(cities, v), when
}

// list joins names as the language does.
func list(names []string, v *lang.Voice) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return v.Say("press.list", lang.Args{"Most": strings.Join(names[:last], v.Say("press.comma")), "Last": names[last]})
}

// digits is how many digits after the point a rate needs, at most two.
func digits(rate float64) int {
	for d := range 2 {
		scaled := rate
		for range d {
			scaled *= 10
		}
		if scaled == float64(int64(scaled)) {
			return d
		}
	}
	return 2
}
