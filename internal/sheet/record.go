package sheet

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"unicode"

	"sangdam/event"
)

// A told value is what the cells of one column say: one text, or for a text one a language.
type told struct {
	plain string
	by    map[string]string
}

func (t told) isEmpty() bool {
	if clean(t.plain) != "" {
		return false
	}
	for _, s := range t.by {
		if clean(s) != "" {
			return false
		}
	}
	return true
}

// A record is what one row says.
type record struct {
	own      object              // the fields of its object
	keys     map[string]string   // columns that say whose the row is, by key
	problems map[string]*problem // by key of the column
	naming   []naming            // names that stood where ids belong
}

// record reads the cells of a row. Reading is what defines writing: a value whose cells are not read as the value itself
// goes into the exact column.
func (s *Sheet) record(cells func(*Column) told, in *scope) record {
	r := record{own: make(object), keys: make(map[string]string), problems: make(map[string]*problem)}
	for i := range s.Columns {
		c := &s.Columns[i]
		said := cells(c)
		if said.isEmpty() || c.Kind == KindExact {
			continue
		}
		var v any
		var p *problem
		switch {
		case c.Kind == KindText:
			v, p = parseText(said)
		case c.Kind == KindSlot:
			id, _ := r.own["session"].(string)
			v, p = in.slot(id, said.plain)
		case c.Kind == KindSectors:
			v, p = c.parse(said.plain)
			v = in.sectors.resolved(v)
		case c.Kind == KindSector: // of which own sectors may come later
			v, p = c.parse(said.plain)
			if id, ok := in.builtin.resolve(said.plain); ok && v != nil {
				v = id
			}
		case c.Kind == KindID || c.Kind == KindIDs:
			v, p = c.parse(said.plain)
			v = r.refer(c, v, in)
		default:
			v, p = c.parse(said.plain)
		}
		switch {
		case p != nil:
			r.problems[c.Key] = p
		case v == nil:
		case c.Field == "":
			text, _ := v.(string)
			if n, ok := v.(json.Number); ok {
				text = string(n)
			}
			r.keys[c.Key] = text
		default:
			put(r.own, c.Field, v)
		}
	}
	return r
}

// put sets a field, contact.person inside the contact.
func put(o object, field string, v any) {
	outer, inner, nested := strings.Cut(field, ".")
	if !nested {
		o[field] = v
		return
	}
	inside, ok := o[outer].(object)
	if !ok {
		inside = make(object)
		o[outer] = inside
	}
	inside[inner] = v
}

func get(o object, field string) any {
	outer, inner, nested := strings.Cut(field, ".")
	if !nested {
		return o[field]
	}
	inside, _ := o[outer].(object)
	return inside[inner]
}

// parseText reads a text for people. A text in a column without a language beside others with one is of the language of
// its letters.
func parseText(t told) (any, *problem) {
	by := make(object)
	for code, s := range t.by {
		if s = clean(s); s != "" {
			by[code] = s
		}
	}
	plain := clean(t.plain)
	switch {
	case len(by) == 0 && plain == "":
		return nil, nil
	case len(by) == 0:
		return plain, nil
	case plain == "":
		return by, nil
	}
	code := lettersOf(plain)
	if other, taken := by[code]; taken && other != plain {
		return nil, &problem{"text_twice", args{"Got": shortened(plain), "Language": labels[code]}}
	}
	by[code] = plain
	return by, nil
}

// lettersOf guesses the language of a text by its letters.
func lettersOf(s string) string {
	for _, try := range []struct {
		code    string
		letters *unicode.RangeTable
	}{{"ko", unicode.Hangul}, {"zh", unicode.Han}, {"ru", unicode.Cyrillic}} {
		if strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(try.letters, r) }) {
			return try.code
		}
	}
	return "en"
}

// renderText is the other way.
func renderText(v any) told {
	switch v := v.(type) {
	case string:
		return told{plain: v}
	case object:
		t := told{by: make(map[string]string)}
		for code, s := range v {
			t.by[code], _ = s.(string)
		}
		return t
	}
	return told{}
}

// languagesIn lists the languages of a text in the order of the product, then of their codes.
func languagesIn(v any) []string {
	o, _ := v.(object)
	return inOrder(slices.Collect(maps.Keys(o)))
}

func inOrder(codes []string) []string {
	slices.SortFunc(codes, func(a, b string) int {
		i, j := slices.Index(event.Languages, a), slices.Index(event.Languages, b)
		switch {
		case i >= 0 && j >= 0:
			return i - j
		case i >= 0:
			return -1
		case j >= 0:
			return 1
		}
		return strings.Compare(a, b)
	})
	return codes
}

func sorted(s []string) []string {
	slices.Sort(s)
	return s
}
