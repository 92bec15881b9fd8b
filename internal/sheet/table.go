package sheet

import (
	"slices"
	"strings"

	"sangdam/event"
	"sangdam/internal/sheet/grid"
)

// A table is a grid whose sheet and headings are known.
type table struct {
	sheet   *Sheet
	grid    *grid.Grid
	header  int // number of the headings' row
	columns []placed
}

// A placed column is a heading with its place.
type placed struct {
	heading
	position int // from 1
	text     string
}

// where returns the position of a column, for a text that of the language; else the first one of the column; 0 for none.
func (t *table) where(c *Column, language string) int {
	first := 0
	for _, p := range t.columns {
		if p.column == c && p.language == language {
			return p.position
		}
		if p.column == c && first == 0 {
			first = p.position
		}
	}
	return first
}

func (t *table) headingAt(position int) string {
	for _, p := range t.columns {
		if p.position == position {
			return p.text
		}
	}
	return ""
}

// lacksIDs reports whether a sheet has rows and no column of ids, which is a fault of its own.
func (t *table) lacksIDs() bool {
	c := t.sheet.column("id")
	return c != nil && t.hasRows() && t.where(c, "") == 0
}

// totals begin rows that sum others up. None of them could be an id.
var totals = []string{"합계", "총계", "소계", "총합계", "계", "合计", "总计", "итого"}

// isTotal reports whether a row of a table sums up those above it.
func isTotal(row grid.Row) bool {
	for _, c := range row.Cells {
		if clean(c.Text) != "" {
			return slices.Contains(totals, folded(c.Text))
		}
	}
	return false
}

// headerRows is how far down the headings are looked for, below titles and remarks.
const headerRows = 20

// findHeader places the headings: of the first rows the one with most columns that are known.
func (t *table) findHeader() bool {
	best := 0
	for i, row := range t.grid.Rows {
		if i == headerRows {
			break
		}
		var columns []placed
		seen := make(map[heading]bool)
		for j, c := range row.Cells {
			if h, ok := parseHeading(t.sheet, c.Text); ok {
				columns = append(columns, placed{h, j + 1, clean(c.Text)})
				seen[h] = true
			}
		}
		if len(seen) > best {
			best, t.header, t.columns = len(seen), row.Number, columns
		}
	}
	return best > 0
}

// exampleMarks begin the first cell of a row that only shows how to fill in.
var exampleMarks = map[string]string{"ko": "예)", "en": "e.g.", "zh": "例）", "ru": "напр."}

func isExample(row grid.Row) bool {
	for _, c := range row.Cells {
		text := strings.ToLower(clean(c.Text))
		if text == "" {
			continue
		}
		for _, mark := range exampleMarks {
			if strings.HasPrefix(text, mark) || strings.HasPrefix(narrow(text), narrow(mark)) {
				return true
			}
		}
		return false
	}
	return false
}

// isBlank reports whether none of the known columns says anything.
func (t *table) isBlank(row grid.Row) bool {
	for _, p := range t.columns {
		if c := row.At(p.position); clean(c.Text) != "" || c.Kind == grid.Hollow {
			return false
		}
	}
	return true
}

// recognize finds the sheet and the headings of every grid, and says what is not known.
func (r *reader) recognize(others []string) {
	for _, name := range others {
		r.note(nil, grid.Spot{}, "other_file", args{"Name": name})
	}
	r.fileNotes()
	var unknown []*grid.Grid
	for i := range r.grids {
		g := &r.grids[i]
		s := sheetNamed(g.Name)
		t := &table{sheet: s, grid: g}
		switch {
		case s == nil && isInstructions(g.Name):
		case s == nil:
			unknown = append(unknown, g)
		case len(g.Rows) == 0 && s.Key != "event":
			r.tables[s.Key] = t
		case r.tables[s.Key] != nil:
			r.fault(t, grid.Spot{}, "sheet_twice", args{"First": r.tables[s.Key].grid.Name})
		case !t.findHeader():
			r.fault(t, grid.Spot{}, "no_headings", args{"Known": headingList(s)})
			r.tables[s.Key] = &table{sheet: s, grid: &grid.Grid{Name: g.Name, File: g.File}}
		default:
			r.tables[s.Key] = t
			r.checkHeadings(t)
		}
		if s != nil {
			r.garbled(t)
		}
	}
	r.noteUnknown(unknown)
	for _, key := range []string{"event", "sessions", "firms", "buyers"} {
		if r.tables[key] == nil {
			r.faults = append(r.faults, fault("missing_sheet", args{"Name": sheetOf(key).Name, "Key": key}))
		}
	}
}

// checkHeadings tells headings that are not known or given twice, and columns that are missed.
func (r *reader) checkHeadings(t *table) {
	names := headingsOf(t.sheet)
	first := make(map[heading]int)
	at := make(map[int]bool)
	for _, p := range t.columns {
		at[p.position] = true
		if before, twice := first[p.heading]; twice && p.column.Kind != KindExact {
			r.fault(t, grid.Spot{Row: t.header, Column: p.position}, "heading_twice", args{"First": cellName(t.header, before)})
			continue
		}
		first[p.heading] = p.position
	}
	var known []string
	for name := range names {
		known = append(known, name)
	}
	for _, row := range t.grid.Rows {
		if row.Number != t.header {
			continue
		}
		for i, c := range row.Cells {
			if clean(c.Text) == "" || at[i+1] {
				continue
			}
			r.unknownHeading(t, i+1, clean(c.Text), known)
		}
	}
	for i := range t.sheet.Columns {
		if c := &t.sheet.Columns[i]; c.Required && t.where(c, "") == 0 && t.hasRows() && !r.otherwise(t, c) {
			r.fault(t, grid.Spot{Row: t.header}, "missing_column", args{"Name": c.Heading})
		}
	}
}

// otherwise reports whether another sheet may give what a required column is for.
func (r *reader) otherwise(t *table, c *Column) bool {
	return t.sheet.Key == "sessions" && c.Key == "tables"
}

func (r *reader) unknownHeading(t *table, position int, text string, known []string) {
	filled := 0
	for _, row := range t.grid.Rows {
		if row.Number > t.header && clean(row.At(position).Text) != "" {
			filled++
		}
	}
	r.unknownColumns = append(r.unknownColumns, unknownColumn{t, position, text})
	a := args{"Got": shortened(text), "Count": filled}
	code := "unknown_column"
	if near, ok := event.Nearest(folded(text), sorted(known)); ok && filled > 0 {
		a["Near"], code = headingsOf(t.sheet)[near].Heading, "misspelled_column"
	}
	r.note(t, grid.Spot{Row: t.header, Column: position}, code, a)
}

func (t *table) hasRows() bool {
	for _, row := range t.grid.Rows {
		if row.Number > t.header && !t.isBlank(row) && !isExample(row) && !isTotal(row) {
			return true
		}
	}
	return false
}

func headingList(s *Sheet) event.Text {
	by := make(map[string]string)
	for _, code := range event.Languages {
		var names []string
		for _, c := range s.Columns {
			if !c.Rare {
				names = append(names, c.Heading.In(code))
			}
		}
		by[code] = strings.Join(names, ", ")
	}
	return event.Text{By: by}
}
