package sheet

import (
	"sangdam/event"
	"sangdam/internal/sheet/grid"
)

// An Extra is a column that the event document has no place for, such as somebody's home page. It is kept beside the
// event, so that writing the event into another file can carry it on.
type Extra struct {
	Sheet   string            // its key
	Heading string            // as it stands in the file
	Cells   map[string]string // what it says, by the location in the document of what its row is, e.g. firms[3]
}

// An unknownColumn is where an extra comes from.
type unknownColumn struct {
	table    *table
	position int
	heading  string
}

// extras gathers what the unknown columns say of rows that became part of the document.
func (r *reader) extras() []Extra {
	if len(r.unknownColumns) == 0 {
		return nil
	}
	at := make(map[*table]map[int]string)
	for location, spot := range r.origin {
		if at[spot.table] == nil {
			at[spot.table] = make(map[int]string)
		}
		at[spot.table][spot.row] = location
	}
	var out []Extra
	for _, u := range r.unknownColumns {
		e := Extra{Sheet: u.table.sheet.Key, Heading: u.heading, Cells: make(map[string]string)}
		for _, row := range u.table.grid.Rows {
			location, known := at[u.table][row.Number]
			if c := row.At(u.position); known && c.Text != "" && c.Kind != grid.Failure {
				e.Cells[location] = c.Text
			}
		}
		if len(e.Cells) > 0 {
			out = append(out, e)
		}
	}
	return out
}

// withExtras adds the extra columns of a sheet behind its own.
func (f *filled) withExtras(extras []Extra, lines []line) {
	for _, e := range extras {
		if e.Sheet != f.sheet.Key {
			continue
		}
		f.columns = append(f.columns, physical{column: &Column{Kind: KindString, Heading: event.Text{Plain: e.Heading}}})
		for i, l := range lines {
			for len(f.rows[i]) < len(f.columns)-1 {
				f.rows[i] = append(f.rows[i], "")
			}
			f.rows[i] = append(f.rows[i], surviving(e.Cells[l.location]))
		}
	}
}
