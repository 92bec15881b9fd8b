package sheet

import "sangdam/internal/sheet/grid"

// noteUnknown says which sheets were left aside, and of which it seems that they only have another name.
func (r *reader) noteUnknown(unknown []*grid.Grid) {
	for _, g := range unknown {
		t := &table{grid: g}
		if s := r.meant(g); s != nil {
			r.note(t, grid.Spot{}, "renamed_sheet", args{"Name": s.Name})
		} else {
			r.note(t, grid.Spot{}, "unknown_sheet", nil)
		}
	}
}

// meant is the one sheet, among those that are not there or hold nothing, whose headings a grid has: all that are required,
// two at least, and more than any other; nil for none.
func (r *reader) meant(g *grid.Grid) *Sheet {
	const fewest = 2
	var best *Sheet
	most, alike := fewest-1, false
	for _, s := range sheets {
		if there := r.tables[s.Key]; there != nil && there.hasRows() {
			continue
		}
		t := &table{sheet: s, grid: g}
		if !t.findHeader() || !t.hasRows() || !t.hasRequired() {
			continue
		}
		seen := make(map[*Column]bool)
		for _, p := range t.columns {
			seen[p.column] = true
		}
		if len(seen) == most {
			alike = true
		}
		if len(seen) > most {
			best, most, alike = s, len(seen), false
		}
	}
	if alike {
		return nil
	}
	return best
}

func (t *table) hasRequired() bool {
	for i := range t.sheet.Columns {
		if c := &t.sheet.Columns[i]; c.Required && t.where(c, "") == 0 {
			return false
		}
	}
	return true
}
