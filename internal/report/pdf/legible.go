package pdf

import (
	"slices"
	"strings"

	"sangdam/event"
)

// An Illegible text is one that the fonts of the program cannot set as it is: they have Korean, Latin, Cyrillic, Greek and Chinese, and
// no Arabic or Thai, say. Signs such as emoji are left out of any text and not told of.
type Illegible struct {
	ID      string // of the firm, buyer, session or interpreter that it belongs to; of the event for its name
	Text    string
	Printed string // in its place: its English, or the id for a name that has none; else the text itself, with boxes
}

// Legible returns an event for papers: names that cannot be set are in English instead, where they have that, and else the id stands
// for them. What is not a name stays as it is when it has no English. The event itself is not changed. It also tells what cannot be
// set, each text once, in the order of the event; of the contacts, too, when they are to be printed. O(letters).
func Legible(ev *event.Event, contacts bool) (*event.Event, []Illegible) {
	out := *ev
	l := legibility{}
	out.Name = l.name(ev.Name, ev.ID)
	out.Sessions = slices.Clone(ev.Sessions)
	for i := range out.Sessions {
		s := &out.Sessions[i]
		s.Name, s.City = l.name(s.Name, s.ID), l.text(s.City, s.ID)
		s.Interpreters = slices.Clone(s.Interpreters)
		for k := range s.Interpreters {
			s.Interpreters[k].Name = l.name(s.Interpreters[k].Name, s.Interpreters[k].ID)
		}
	}
	out.Firms = slices.Clone(ev.Firms)
	for i := range out.Firms {
		f := &out.Firms[i]
		f.Name = l.name(f.Name, f.ID)
		f.Products = slices.Clone(f.Products)
		for k := range f.Products {
			f.Products[k].Name = l.text(f.Products[k].Name, f.ID)
		}
		if contacts {
			l.contact(f.Contact, f.ID)
		}
	}
	out.Buyers = slices.Clone(ev.Buyers)
	for i := range out.Buyers {
		b := &out.Buyers[i]
		b.Name = l.name(b.Name, b.ID)
		b.Needs = slices.Clone(b.Needs)
		for k := range b.Needs {
			b.Needs[k].Description = l.text(b.Needs[k].Description, b.ID)
		}
		if contacts {
			l.contact(b.Contact, b.ID)
		}
	}
	return &out, l.found
}

// A legibility collects what cannot be set.
type legibility struct{ found []Illegible }

// name is a text that the id can stand for.
func (l *legibility) name(t event.Text, id string) event.Text { return l.replaced(t, id, id) }

// text is one that nothing but its English can stand for.
func (l *legibility) text(t event.Text, id string) event.Text { return l.replaced(t, id, "") }

func (l *legibility) replaced(t event.Text, id, instead string) event.Text {
	if t.By == nil {
		if settable(t.Plain) {
			return t
		}
		l.tell(id, t.Plain, instead)
		if instead != "" {
			t.Plain = instead
		}
		return t
	}
	if english := t.By["en"]; english != "" && settable(english) {
		instead = english
	}
	out := event.Text{By: make(map[string]string, len(t.By))}
	for _, code := range sorted(t.By) {
		s := t.By[code]
		if out.By[code] = s; settable(s) {
			continue
		}
		if slices.ContainsFunc(event.Languages, func(l string) bool { return t.In(l) == s }) { // else no reader comes across it
			l.tell(id, s, instead)
		}
		if instead != "" {
			out.By[code] = instead
		}
	}
	return out
}

// contact tells of a person whose name cannot be set.
func (l *legibility) contact(c *event.Contact, id string) {
	if c != nil && !settable(c.Person.Or("")) {
		l.tell(id, c.Person.Or(""), "")
	}
}

// tell notes a text, once.
func (l *legibility) tell(id, text, instead string) {
	if instead == "" {
		instead = strings.Map(func(r rune) rune { _, shown, _ := setterOf(body).glyph(r); return shown }, plain(text))
	}
	if next := (Illegible{ID: id, Text: text, Printed: instead}); !slices.Contains(l.found, next) {
		l.found = append(l.found, next)
	}
}

// settable reports whether the fonts have every letter of a text.
func settable(text string) bool {
	shown := plain(text)
	if shown == "" {
		return text == ""
	}
	t := setterOf(body)
	if shown == string(missing) && strings.TrimSpace(text) != shown {
		return false // nothing but signs
	}
	return !strings.ContainsFunc(shown, func(r rune) bool { return r != '\n' && !t.has(r) })
}

func sorted(by map[string]string) []string {
	out := make([]string, 0, len(by))
	for code := range by {
		out = append(out, code)
	}
	slices.Sort(out)
	return out
}
