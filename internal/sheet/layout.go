package sheet

import (
	"slices"
)

// A physical column is one of a file: a column of the description, or that of a text in one language.
type physical struct {
	column   *Column
	language string
}

// A filled sheet is one that is ready to be written.
type filled struct {
	sheet   *Sheet
	columns []physical
	rows    [][]string
}

// fill puts the lines of a sheet into columns, in the words of a language. The languages of texts are those that occur, or
// the given ones where none does.
func (c *content) fill(s *Sheet, language string, texts []string) (filled, error) {
	lines := c.lines[s.Key]
	f := filled{sheet: s}
	for i := range s.Columns {
		col := &s.Columns[i]
		switch col.Kind {
		case KindText:
			f.columns = append(f.columns, textColumns(col, lines, texts)...)
		case KindExact:
		default:
			f.columns = append(f.columns, physical{column: col})
		}
	}
	exacts, pieces := make([][]string, len(lines)), 0
	for i, l := range lines {
		row := c.row(f.columns, l, language)
		f.rows = append(f.rows, row)
		if s.column("exact") == nil {
			continue
		}
		shown := c.readBack(s, f.columns, row)
		for j, p := range f.columns {
			if shown.problems[p.column.Key] != nil {
				row[j] = "" // what would be a fault is better said by the exact column alone
			}
		}
		exact, err := exactOf(l.own, shown.own)
		if err != nil {
			return f, err
		}
		exacts[i] = pieced(exact)
		pieces = max(pieces, len(exacts[i]))
	}
	for range pieces {
		f.columns = append(f.columns, physical{column: s.column("exact")})
	}
	for i := range f.rows {
		f.rows[i] = append(f.rows[i], exacts[i]...)
	}
	f.withExtras(c.extras, lines)
	return f, nil
}

// textColumns are those that the texts of a column need.
func textColumns(col *Column, lines []line, texts []string) []physical {
	var used []string
	plain := false
	for _, l := range lines {
		v := get(l.own, col.Field)
		if s, ok := v.(string); ok && s != "" {
			plain = true
		}
		for _, code := range languagesIn(v) {
			if !slices.Contains(used, code) {
				used = append(used, code)
			}
		}
	}
	if !plain && len(used) == 0 {
		used = slices.Clone(texts)
	}
	var out []physical
	if plain {
		out = append(out, physical{column: col})
	}
	for _, code := range inOrder(used) {
		out = append(out, physical{col, code})
	}
	return out
}

func (c *content) row(columns []physical, l line, language string) []string {
	row := make([]string, len(columns))
	for i, p := range columns {
		switch {
		case p.column.Field == "":
			row[i] = p.column.render(l.keys[p.column.Key], language)
		case p.column.Kind == KindText:
			t := renderText(get(l.own, p.column.Field))
			row[i] = t.plain
			if p.language != "" {
				row[i] = t.by[p.language]
			}
		case p.column.Kind == KindSlot:
			row[i] = c.scope.slotText(text(l.own, "session"), get(l.own, p.column.Field))
		default:
			row[i] = p.column.render(get(l.own, p.column.Field), language)
		}
		row[i] = surviving(row[i])
		if numeric(p.column) && row[i] != "" {
			row[i] = rounded(row[i])
		}
	}
	return row
}

// readBack reads a row as it will be read from the file.
func (c *content) readBack(s *Sheet, columns []physical, row []string) record {
	return s.record(func(col *Column) told {
		t := told{}
		for i, p := range columns {
			if p.column != col {
				continue
			}
			if p.language == "" {
				t.plain = row[i]
				continue
			}
			if t.by == nil {
				t.by = make(map[string]string)
			}
			t.by[p.language] = row[i]
		}
		return t
	}, c.scope)
}

// pieceLength keeps each piece of an exact value within a cell.
const pieceLength = 30_000

func pieced(s string) []string {
	var out []string
	for len(s) > pieceLength {
		out, s = append(out, s[:pieceLength]), s[pieceLength:]
	}
	if s != "" {
		out = append(out, s)
	}
	return out
}
