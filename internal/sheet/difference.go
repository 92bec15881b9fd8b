package sheet

import (
	"bytes"
	"encoding/json"
	"strings"

	"sangdam/event"
)

// A Change is one difference between two versions of an event, told by what a person calls it.
type Change struct {
	Kind  string     // added, removed, changed
	Sheet string     // its key: firms, buyers, products, …
	Title event.Text // the name of that sheet
	ID    string     // of the thing, or of what it belongs to, e.g. F01 or F01 → B001 or F01 #2
	Name  event.Text // of the thing, where it has one
	Field string     // the key of the column that changes; empty when added or removed, and where only the order changes
	Label event.Text // the heading of that column
	Old   event.Text // as a cell shows it
	New   event.Text
}

// Difference tells what changes when the new version takes the place of the old one, sheet by sheet, in the order of the
// sheets; nothing when the two are the same. An event that cannot be written as a document counts as one with nothing in
// it. O(size of both).
func Difference(before, after *event.Event) []Change {
	old, current := orNothing(before), orNothing(after)
	var changes []Change
	for _, s := range sheets {
		changes = append(changes, s.difference(old, current)...)
	}
	return changes
}

func orNothing(ev *event.Event) *content {
	if c, err := divided(ev, nil); err == nil {
		return c
	}
	return emptyContent(nil)
}

func (s *Sheet) difference(old, current *content) []Change {
	was, order := named(s, old.lines[s.Key])
	is, newOrder := named(s, current.lines[s.Key])
	var changes []Change
	for _, id := range newOrder {
		l, there := was[id]
		if !there {
			changes = append(changes, Change{Kind: "added", Sheet: s.Key, Title: s.Name, ID: id, Name: nameOf(is[id])})
			continue
		}
		changes = append(changes, s.fields(id, l, is[id], old.scope, current.scope)...)
	}
	var kept []string
	for _, id := range order {
		if _, there := is[id]; there {
			kept = append(kept, id)
			continue
		}
		changes = append(changes, Change{Kind: "removed", Sheet: s.Key, Title: s.Name, ID: id, Name: nameOf(was[id])})
	}
	if len(changes) == 0 && strings.Join(kept, "\n") != strings.Join(newOrder, "\n") {
		changes = append(changes, Change{Kind: "changed", Sheet: s.Key, Title: s.Name})
	}
	return changes
}

// fields tells what differs between two rows of one thing, column by column, and then what no column shows.
func (s *Sheet) fields(id string, was, is line, old, current *scope) []Change {
	var changes []Change
	told := make(map[string]bool)
	for i := range s.Columns {
		c := &s.Columns[i]
		before, after := was.keys[c.Key], is.keys[c.Key]
		if c.Field == "" {
			if before != after {
				changes = append(changes, change(s, c, id, is, event.Text{Plain: before}, event.Text{Plain: after}))
			}
			continue
		}
		x, y := get(was.own, c.Field), get(is.own, c.Field)
		if !equal(x, y) || has(was.own, c.Field) != has(is.own, c.Field) {
			told[strings.SplitN(c.Field, ".", 2)[0]] = true
			changes = append(changes, change(s, c, id, is, s.words(c, was.own, old), s.words(c, is.own, current)))
		}
	}
	for _, field := range inOrder(fieldsOf(was.own, is.own)) {
		if !told[field] && (!equal(was.own[field], is.own[field]) || has(was.own, field) != has(is.own, field)) {
			c := s.column("exact")
			changes = append(changes, change(s, c, id, is, asLiteral(field, was.own), asLiteral(field, is.own)))
		}
	}
	return changes
}

func change(s *Sheet, c *Column, id string, is line, before, after event.Text) Change {
	return Change{Kind: "changed", Sheet: s.Key, Title: s.Name, ID: id, Name: nameOf(is), Field: c.Key, Label: c.Heading, Old: before, New: after}
}

// words are what a cell shows, in every language; a text by language as it is. Where it shows nothing, the value itself.
func (s *Sheet) words(c *Column, own object, in *scope) event.Text {
	v := get(own, c.Field)
	switch {
	case v == nil && has(own, c.Field):
		return event.Text{Plain: "null"}
	case v == nil:
		return event.Text{}
	}
	if o, ok := v.(object); ok && c.Kind == KindText {
		by := make(map[string]string)
		for code, text := range o {
			by[code], _ = text.(string)
		}
		return event.Text{By: by}
	}
	by := make(map[string]string)
	for _, code := range event.Languages {
		by[code] = s.cell(c, own, code, in)
	}
	if c.Kind == KindText {
		by["en"] = renderText(v).plain
	}
	if by["en"] == "" {
		return literal(v)
	}
	if c.Kind == KindText {
		return event.Text{Plain: by["en"]}
	}
	return event.Text{By: by}
}

// has reports whether a field is there, null or not.
func has(o object, field string) bool {
	outer, inner, nested := strings.Cut(field, ".")
	if nested {
		o, _ = o[outer].(object)
		outer = inner
	}
	_, there := o[outer]
	return there
}

func fieldsOf(a, b object) []string {
	var out []string
	for field := range a {
		out = append(out, field)
	}
	for field := range b {
		if _, both := a[field]; !both {
			out = append(out, field)
		}
	}
	return out
}

func asLiteral(field string, o object) event.Text {
	if v, there := o[field]; there {
		return literal(object{field: v})
	}
	return event.Text{}
}

// literal is a value as the document has it.
func literal(v any) event.Text {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return event.Text{}
	}
	return event.Text{Plain: strings.TrimSpace(b.String())}
}

// identity lists, by sheet, the columns that say which thing a row is. Rows of the same identity are told apart by their
// number among them.
var identity = map[string][]string{
	"event": {"id"}, "sessions": {"id"}, "sectors": {"id"}, "firms": {"id"}, "buyers": {"id"}, "interpreters": {"session", "id"}, "tables": {"session", "table"},
	"slots": {"session", "date", "start"}, "products": {"firm"}, "needs": {"buyer"}, "participation": {"company", "session"},
	"unavailability": {"who", "session", "date", "start"}, "wishes": {"from", "to"}, "fixed": {"session", "firm", "buyer"},
	"controls": {"country"}, "weights": {"factor"}, "scores": {"firm", "buyer"}, "outcomes": {"session", "firm", "buyer", "reported_by"},
}

// named gives each line of a sheet its identity, and their order.
func named(s *Sheet, lines []line) (map[string]line, []string) {
	by := make(map[string]line, len(lines))
	var order []string
	count := make(map[string]int)
	for _, l := range lines {
		var parts []string
		for _, key := range identity[s.Key] {
			part := l.keys[key]
			if c := s.column(key); c.Field != "" {
				part = text(l.own, c.Field)
			}
			parts = append(parts, part)
		}
		id := strings.Join(parts, " → ")
		if count[id]++; count[id] > 1 {
			id += " #" + formatCount(count[id])
		}
		by[id] = l
		order = append(order, id)
	}
	return by, order
}

func formatCount(n int) string { return string(formatNumber(float64(n))) }

// nameOf is the name of the thing that a line is about.
func nameOf(l line) event.Text {
	for _, field := range []string{"name", "description"} {
		switch v := l.own[field].(type) {
		case string:
			return event.Text{Plain: v}
		case object:
			by := make(map[string]string)
			for code, s := range v {
				by[code], _ = s.(string)
			}
			return event.Text{By: by}
		}
	}
	return event.Text{}
}
