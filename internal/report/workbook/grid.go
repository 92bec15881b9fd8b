package workbook

import (
	"cmp"
	"slices"
	"time"

	"sangdam/event"
)

// A gridSheet is where the master grid of a session stands: the slots are rows from first on, the tables columns from 2 on.
type gridSheet struct {
	name   string
	first  int
	tables []string
	rows   []int // by slot: its row
}

// colours gives each sector of the firms, by their first one, a colour, in the order of the firms.
func (x *writer) colours() {
	for i := range x.Event.Firms {
		if s := sectorOf(&x.Event.Firms[i]); s != "" {
			if _, known := x.sector[s]; !known {
				x.sector[s] = len(x.sector) % len(palette)
			}
		}
	}
}

func sectorOf(f *event.Firm) string {
	if f == nil || len(f.Sectors) == 0 {
		return ""
	}
	return f.Sectors[0]
}

// grid writes the master grid: slots down, tables across, each meeting in the colour of the firm's sector, with the legend below.
// A meeting's cell has the firm on the first line and the buyer on the second, each beginning with its id: the check sheet
// reads them.
func (x *writer) grid(s *event.Session, part *event.SessionSchedule) (*gridSheet, error) {
	g := &gridSheet{first: 4, tables: s.Tables.List()}
	if len(g.tables) > 12 { // of a large hall, the tables in use
		used := map[string]bool{}
		for _, m := range part.Meetings {
			used[m.Table] = true
		}
		g.tables = slices.DeleteFunc(g.tables, func(t string) bool { return !used[t] })
	}
	var err error
	g.name, err = x.add(x.Voice.Say("workbook.grid")+" "+x.session(s), x.title()+" · "+x.session(s), x.Voice.Say("workbook.zone", map[string]any{"Zone": s.TimeZone}))
	if err != nil {
		return nil, err
	}
	titles, widths := []string{x.Voice.Say("workbook.time")}, []float64{14}
	for _, t := range g.tables {
		titles, widths = append(titles, t), append(widths, max(13, min(22, 150/float64(len(g.tables)))))
	}
	if err := x.headings(g.name, g.first-1, titles, widths); err != nil {
		return nil, err
	}
	if err := x.slots(s, g, len(titles)); err != nil {
		return nil, err
	}
	lines := make(map[int]int, len(g.rows)) // of the fullest cell, by row
	for _, m := range part.Meetings {
		column := slices.Index(g.tables, m.Table) + 2
		if column < 2 || m.Slot < 0 || m.Slot >= len(g.rows) {
			continue
		}
		text := m.Firm + " " + x.firm(m.Firm) + "\n" + m.Buyer + " " + x.buyer(m.Buyer)
		if m.Interpreter != "" {
			text += "\n(" + m.Interpreter + ")"
		}
		style := x.style.cell
		if colour, ok := x.sector[sectorOf(x.index.Firm(m.Firm))]; ok {
			style = x.style.sectors[colour]
		}
		if err := x.put(g.name, column, g.rows[m.Slot], text, style); err != nil {
			return nil, err
		}
		lines[g.rows[m.Slot]] = max(lines[g.rows[m.Slot]], linesIn(text, widths[column-1], 9))
	}
	for row, n := range lines {
		if height := heightOf(n, 9); height > slotHeight {
			if err := x.file.SetRowHeight(g.name, row, height); err != nil {
				return nil, err
			}
		}
	}
	last, err := x.legend(g, part)
	if err != nil {
		return nil, err
	}
	if err := x.freeze(g.name, 1, g.first-1); err != nil {
		return nil, err
	}
	return g, x.print(g.name, page{landscape: true, whole: len(g.rows) <= slotsOnAPage, repeat: "$1:$3", area: area(len(titles), last)})
}

// slotsOnAPage is how many slots can still be read on one page.
const slotsOnAPage = 14

// slotHeight is the least height of a row of the grid, in points.
const slotHeight = 62

// slots writes the times, each day under its date where there are several.
func (x *writer) slots(s *event.Session, g *gridSheet, columns int) error {
	loc, err := s.Location()
	if err != nil {
		loc = time.UTC
	}
	row := g.first
	days := s.Days()
	several := len(days) > 0 && days[0].Compare(days[len(days)-1]) != 0
	for t, slot := range s.Slots {
		if several && (t == 0 || days[t].Compare(days[t-1]) != 0) {
			if err := x.put(g.name, 1, row, days[t].String(), x.style.heading); err != nil {
				return err
			}
			row++
		}
		times := slot.Start.In(loc).Format("15:04") + "–" + slot.End.In(loc).Format("15:04")
		if err := x.put(g.name, 1, row, times, x.style.time); err != nil {
			return err
		}
		for c := 2; c <= columns; c++ {
			if err := x.put(g.name, c, row, "", x.style.cell); err != nil {
				return err
			}
		}
		if err := x.file.SetRowHeight(g.name, row, slotHeight); err != nil {
			return err
		}
		g.rows = append(g.rows, row)
		row++
	}
	return nil
}

// legend writes the sectors with their colours below the grid and returns the last row.
func (x *writer) legend(g *gridSheet, part *event.SessionSchedule) (int, error) {
	row := g.first
	if len(g.rows) > 0 {
		row = g.rows[len(g.rows)-1] + 2
	}
	var used []string
	for _, m := range part.Meetings {
		if s := sectorOf(x.index.Firm(m.Firm)); s != "" && !slices.Contains(used, s) {
			used = append(used, s)
		}
	}
	slices.SortFunc(used, func(a, b string) int { return cmp.Or(cmp.Compare(x.sector[a], x.sector[b]), cmp.Compare(a, b)) })
	for i, s := range used {
		if i > 0 && i%6 == 0 {
			row++
		}
		if err := x.file.SetRowHeight(g.name, row, heightOf(3, 9)); err != nil { // long names take three lines
			return 0, err
		}
		if err := x.put(g.name, 2+i%6, row, cmp.Or(x.Voice.Text(x.Sectors[s]), s), x.style.swatches[x.sector[s]]); err != nil {
			return 0, err
		}
	}
	return row, nil
}
