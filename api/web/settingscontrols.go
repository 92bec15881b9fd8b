package web

import (
	"cmp"
	"strings"
	"time"

	"sangdam/event"
	"sangdam/internal/lang"
)

// A controlsView is the form of the export controls of an event.
type controlsView struct {
	formView
	Base      string
	Rows      []controlView
	Blank     controlView // that the script copies
	Countries []choice
}

// A controlView is the row of a control.
type controlView struct {
	rowView
	Country, HS, From, Until formField
	Note                     formGroup
}

// controlsPart is the list of controls of an event: what may not be offered to whom, and when.
type controlsPart struct{}

func (controlsPart) name() string               { return "controls" }
func (controlsPart) rows(*event.Event) []string { return []string{"controls"} }
func (controlsPart) stored(ev *event.Event) any { return ev.Controls }
func (controlsPart) key() []string              { return []string{"country"} }
func (controlsPart) tell(r *request) beside     { return r.shifts }
func (controlsPart) fill(_ *request, ev *event.Event) filled {
	f := newFilled()
	for _, c := range ev.Controls {
		at := f.addItem("controls", c)
		f.values[at+"country"], f.values[at+"hs"] = c.Country, strings.Join(c.HS, ", ")
		f.values[at+"from"], f.values[at+"until"] = dateText(c.From), dateText(c.Until)
		f.setText(at+"note", c.Note)
	}
	return f
}

func dateText(m event.Maybe[event.Date]) string {
	if d, ok := m.Get(); ok {
		return d.String()
	}
	return ""
}

func (controlsPart) read(f *faulty, form filled, ev *event.Event) {
	var out []event.Control
	f.items = nil
	f.words = func(fault event.Fault) string {
		if fault.Code == event.CodeUntilFirst {
			return f.voice.Say("websetup.fault.until_first")
		}
		return ""
	}
	before := itemsBy(ev.Controls)
	for _, row := range form.rows["controls"] {
		at := "controls." + row + "."
		c := before[form.get(at+"was")]
		if c.Country = strings.ToUpper(form.get(at + "country")); !event.IsCountry(c.Country) {
			f.add(at+"country", "country", lang.Args{"Got": c.Country})
		}
		c.HS = kept(c.HS, form.words(at+"hs"))
		c.From, c.Until = f.date(form, at+"from", c.From), f.date(form, at+"until", c.Until)
		c.Note = form.text(at+"note", c.Note)
		out, f.items = append(out, c), append(f.items, at)
	}
	ev.Controls = out
}

// date reads a day; an empty field is none.
func (f *faulty) date(form filled, field string, before event.Maybe[event.Date]) event.Maybe[event.Date] {
	text := form.get(field)
	switch text {
	case dateText(before):
		return before
	case "":
		return event.Maybe[event.Date]{}
	}
	day, err := time.Parse("2006-1-2", text)
	if err != nil || day.Year() < 1 {
		f.add(field, "date", lang.Args{"Got": text})
		return event.Maybe[event.Date]{}
	}
	return event.Some(event.DateOf(day, time.UTC))
}

func (controlsPart) field(f *faulty, _ filled, fault event.Fault) string {
	i, below := itemAt("controls", fault.Location)
	if i < 0 || i >= len(f.items) {
		return ""
	}
	field, _, _ := strings.Cut(below, "[")
	if field == "note" {
		field += ".ko"
	}
	return f.items[i] + field
}

func (controlsPart) sum(r *request, ev *event.Event) (lines []string) {
	for _, c := range ev.Controls {
		lines = append(lines, r.controlTitle(c.Country, strings.Join(c.HS, ", "), dateText(c.From), dateText(c.Until)))
	}
	return lines
}

func (controlsPart) page(r *request, ev *event.Event, b *formBuilder, v formView) view {
	out := &controlsView{formView: v, Base: b.filled.values["base.controls"], Countries: r.countries()}
	for _, row := range b.filled.rows["controls"] {
		out.Rows = append(out.Rows, r.controlRow(b, row))
	}
	out.Blank = r.controlRow(newFormBuilder(r.voice, newFilled(), nil), "NEW")
	out.Faults = b.summary()
	return out
}

func (r *request) controlRow(b *formBuilder, row string) controlView {
	at := "controls." + row + "."
	v := controlView{Country: b.suggested(at+"country", "session.country", "countries"), HS: b.field(at+"hs", "text", "control.hs"),
		From: b.field(at+"from", "date", "control.from"), Until: b.field(at+"until", "date", "control.until"), Note: b.text(at+"note", "area", "control.note")}
	v.rowView = b.row("controls", row, r.controlTitle(v.Country.Value, v.HS.Value, v.From.Value, v.Until.Value))
	return v
}

// dayOf writes a day of a form for people; one that cannot be read stays as it is.
func (r *request) dayOf(text string) string {
	day, err := time.Parse("2006-1-2", text)
	if err != nil {
		return text
	}
	return r.voice.Date(day)
}

// controlTitle sums a control up: the country, the codes and the days.
func (r *request) controlTitle(country, hs, from, until string) string {
	if country == "" && hs == "" {
		return r.voice.Say("websetup.item.untitled")
	}
	parts := []string{cmp.Or(r.voice.Country(strings.ToUpper(country)), country)}
	if hs != "" {
		parts = append(parts, "HS "+hs)
	}
	args := lang.Args{"From": r.dayOf(from), "Until": r.dayOf(until)}
	switch {
	case from != "" && until != "":
		parts = append(parts, r.voice.Say("websetup.control.between", args))
	case from != "":
		parts = append(parts, r.voice.Say("websetup.control.since", args))
	case until != "":
		parts = append(parts, r.voice.Say("websetup.control.till", args))
	}
	return strings.Join(parts, " · ")
}
