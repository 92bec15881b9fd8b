package sheet

import "sangdam/internal/sheet/grid"

// readSectors reads the event's own sectors, which the columns of sectors may name from then on.
func (r *reader) readSectors() {
	var own []Sector
	r.rows("sectors", func(at spot, rec record) {
		r.add(r.event, "", "sectors", rec.own, at)
		own = append(own, sectorOf(rec.own))
	})
	r.scope.sectors = r.scope.builtin.with(own)
}

// sectorOf reads one of the event's own sectors for what it is called.
func sectorOf(own object) Sector {
	s := Sector{ID: text(own, "id")}
	t := renderText(own["name"])
	s.Name.Plain, s.Name.By = t.plain, t.by
	return s
}

// An unknownSector is a word in one sheet that names no sector: the first cell of it, and how many there are.
type unknownSector struct {
	at    spot
	count int
}

// seeSectors keeps which words of a row name no sector.
func (r *reader) seeSectors(at spot, rec record) {
	for i := range at.table.sheet.Columns {
		c := &at.table.sheet.Columns[i]
		var words []any
		switch c.Kind {
		case KindSectors:
			words, _ = rec.own[c.Field].([]any)
		case KindSector:
			words = []any{rec.own[c.Field]}
		}
		for _, w := range words {
			word, _ := w.(string)
			if word == "" {
				continue
			}
			key := sectorPlace{at.table, word}
			if r.sectorsSeen[key] == nil {
				r.sectorsSeen[key] = &unknownSector{at: spot{at.table, at.row, at.table.where(c, "")}}
				r.sectorOrder = append(r.sectorOrder, key)
			}
			r.sectorsSeen[key].count++
		}
	}
}

type sectorPlace struct {
	table *table
	word  string
}

// noteSectors tells the words that name no sector, each once a sheet, with the sector that is nearest. They are no faults: a
// document may name sectors that nobody knows.
func (r *reader) noteSectors() {
	if len(r.scope.builtin.ids) == 0 {
		return
	}
	for _, key := range r.sectorOrder {
		if r.scope.sectors.knows(key.word) {
			continue
		}
		seen := r.sectorsSeen[key]
		at := grid.Spot{Row: seen.at.row, Column: seen.at.column}
		a := args{"Got": shortened(key.word), "Count": seen.count}
		if near, ok := r.scope.sectors.nearest(key.word); ok {
			a["Near"] = near
			r.note(key.table, at, "mistyped_sector", a)
		} else {
			r.note(key.table, at, "unknown_sector", a)
		}
	}
}
