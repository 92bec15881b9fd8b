package web

import (
	"slices"
	"strings"
	"time"

	"sangdam/event"
	"sangdam/internal/lang"
)

// written is a firm or buyer as a field for it holds one: the name, and the id by which it is found again.
func (r *request) written(index *event.Index, id string) string {
	if name := r.company(index, id).Name; name != id {
		return name + " (" + id + ")"
	}
	return id
}

// whoIs finds the firm or buyer that a field holds: as written writes it, by the id alone, or by the whole name in any language where only one
// has it. It is empty when there is none.
func whoIs(index *event.Index, text string, firm bool) string {
	there := func(id string) bool { return firm && index.Firm(id) != nil || !firm && index.Buyer(id) != nil }
	if i := strings.LastIndex(text, "("); i >= 0 && strings.HasSuffix(text, ")") && there(strings.TrimSpace(text[i+1:len(text)-1])) {
		return strings.TrimSpace(text[i+1 : len(text)-1])
	}
	if there(text) {
		return text
	}
	var found []string
	look := func(id string, name event.Text) {
		if slices.ContainsFunc(everyName(name), func(n string) bool { return n != "" && strings.EqualFold(n, text) }) {
			found = append(found, id)
		}
	}
	ev := index.Event()
	for i := range ev.Firms {
		if firm {
			look(ev.Firms[i].ID, ev.Firms[i].Name)
		}
	}
	for i := range ev.Buyers {
		if !firm {
			look(ev.Buyers[i].ID, ev.Buyers[i].Name)
		}
	}
	if len(found) == 1 {
		return found[0]
	}
	return ""
}

// read writes the rows into the event, session by session. A row that names nobody, or no slot, is told at once; what contradicts a rule
// the document tells, in the words of fixedWords.
func (p fixedPart) read(f *faulty, form filled, ev *event.Event) {
	index := event.NewIndex(ev)
	f.words = func(fault event.Fault) string { return f.fixedWords(ev, fault) }
	var out []event.Fixed
	f.items = nil
	for i := range ev.Sessions {
		s := &ev.Sessions[i]
		list := fixedList(s)
		for _, row := range form.rows[list] {
			at := list + "." + row + "."
			out = append(out, event.Fixed{Session: s.ID, Firm: f.company(form, at+"firm", index, true), Buyer: f.company(form, at+"buyer", index, false),
				Slot: f.slot(form, at+"slot", s), Table: form.get(at + "table")})
			f.items = append(f.items, at)
		}
	}
	ev.Fixed = out
}

// company reads who a field names.
func (f *faulty) company(form filled, field string, index *event.Index, firm bool) string {
	text := form.get(field)
	id := whoIs(index, text, firm)
	switch {
	case id != "":
	case text == "":
		f.add(field, "nobody")
	default:
		f.add(field, "unknown", lang.Args{"Got": text})
	}
	return id
}

// slot reads the moment when a slot begins.
func (f *faulty) slot(form filled, field string, s *event.Session) int {
	start, err := time.Parse(time.RFC3339, form.get(field))
	slot := slices.IndexFunc(s.Slots, func(slot event.Interval) bool { return err == nil && slot.Start.Equal(start) })
	if slot < 0 {
		f.add(field, "slot")
	}
	return slot
}

// field finds the field of a fault. What is wrong with a pair is told at the buyer, what is wrong with one of the two at that one.
func (fixedPart) field(f *faulty, form filled, fault event.Fault) string {
	i, field := itemAt("fixed", fault.Location)
	if i < 0 || i >= len(f.items) {
		return ""
	}
	at := f.items[i]
	switch {
	case field == "" && fault.Code == event.CodeMaxExceeded && strings.Contains(form.get(at+"firm"), fault.Args["got"].Plain):
		return at + "firm"
	case field == "":
		return at + "buyer"
	}
	return at + field
}
