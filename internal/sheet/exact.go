package sheet

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"
)

// Cells cannot say everything that a document can: that a limit is null and not absent, that a list is empty, that a
// name has a control character in it. Each row may therefore carry, in its last column, a JSON object with those fields
// whose cells would be read as something else. The rule that keeps the two from contradicting each other:
//
//	a field of the object counts as long as the cells of the row still say what they said when it was written;
//	once a person changes a cell, the cell counts.
//
// A value that does not fit into one cell goes on in further columns of the same heading.

// exactOf returns the fields of a row's object that its cells do not say, as text in ASCII; "" when there is none.
func exactOf(own, shown object) (string, error) {
	more := make(object)
	for field, v := range own {
		if s, there := shown[field]; !there || !equal(v, s) {
			more[field] = v
		}
	}
	if len(more) == 0 {
		return "", nil
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(more); err != nil {
		return "", fmt.Errorf("sheet: %w", err)
	}
	return plainASCII(strings.TrimSpace(b.String())), nil
}

// plainASCII writes what a cell could change on its way as JSON escapes, the underscore too, with which workbooks escape.
func plainASCII(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '_' || r == 0x7F:
			fmt.Fprintf(&b, `\u%04x`, r)
		case r < utf8.RuneSelf:
			b.WriteRune(r)
		case r > 0xFFFF:
			r -= 0x10000
			fmt.Fprintf(&b, `\u%04x\u%04x`, 0xD800+r>>10, 0xDC00+r&0x3FF)
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	return b.String()
}

// parseExact reads such an object.
func parseExact(text string) (object, bool) {
	dec := json.NewDecoder(strings.NewReader(text))
	dec.UseNumber()
	var o object
	if err := dec.Decode(&o); err != nil || o == nil {
		return nil, false
	}
	return o, !dec.More()
}

// apply puts the exact fields in the place of what the cells say, where the cells have not been changed since. It
// returns those that no longer count.
func (s *Sheet) apply(exact object, r record, in *scope) (outdated []string) {
	if len(exact) == 0 {
		return nil
	}
	context := make(object, len(r.own))
	for field, v := range r.own {
		context[field] = v
	}
	for field, v := range exact {
		context[field] = v
	}
	shown := s.record(func(c *Column) told { return s.show(c, context, in) }, in).own
	for field, v := range exact {
		now, there := r.own[field]
		was, wasThere := shown[field]
		if there == wasThere && equal(now, was) {
			r.own[field] = v
		} else {
			outdated = append(outdated, field)
		}
	}
	return sorted(outdated)
}

// show writes the value of a column in the words of the first language, as it is when read again from a file.
func (s *Sheet) show(c *Column, own object, in *scope) told {
	if c.Field == "" || c.Kind == KindExact {
		return told{}
	}
	v := get(own, c.Field)
	if c.Kind == KindText {
		t := renderText(v)
		t.plain = surviving(t.plain)
		for code, text := range t.by {
			t.by[code] = surviving(text)
		}
		return t
	}
	text := surviving(s.cell(c, own, "ko", in))
	if numeric(c) && text != "" {
		text = rounded(text)
	}
	return told{plain: text}
}

// cell writes the value of a column that is no text.
func (s *Sheet) cell(c *Column, own object, language string, in *scope) string {
	v := get(own, c.Field)
	if c.Kind == KindSlot {
		id, _ := own["session"].(string)
		return in.slotText(id, v)
	}
	return c.render(v, language)
}
