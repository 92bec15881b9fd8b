package mending

import (
	"slices"

	"sangdam/event"
	"sangdam/internal/plan"
)

// A Grid shows the slots and tables in which something changes, before and after.
type Grid struct {
	Columns []string // when each slot begins
	Rows    []GridRow
}

// A GridRow is a table.
type GridRow struct {
	Table string
	Cells []GridCell // by column
}

// A GridCell is a table in a slot. A meeting that stays is in Same; else Gone is what was there and New what is.
type GridCell struct{ Same, Gone, New *GridMeeting }

// A GridMeeting is a meeting as the grid shows it.
type GridMeeting struct {
	Firm, Buyer string // names
	Interpreter string // name; empty: none
}

// NewGrid sets two schedules of a session side by side where changes say that they differ. O(changes · meetings).
func NewGrid(n *Names, before, after []event.Meeting, changes []plan.MeetingChange) Grid {
	slots, tables := map[int]bool{}, map[string]bool{}
	for _, c := range changes {
		for _, m := range []*event.Meeting{c.From, c.To} {
			if m != nil && c.Session == n.Session.ID {
				slots[m.Slot], tables[m.Table] = true, true
			}
		}
	}
	var g Grid
	var columns []int
	for t := range n.Session.Slots {
		if slots[t] {
			columns = append(columns, t)
			g.Columns = append(g.Columns, n.Slot(t))
		}
	}
	for _, name := range n.Session.Tables.List() {
		if !tables[name] {
			continue
		}
		row := GridRow{Table: name}
		for _, t := range columns {
			row.Cells = append(row.Cells, n.cell(meetingAt(before, t, name), meetingAt(after, t, name)))
		}
		g.Rows = append(g.Rows, row)
	}
	return g
}

func meetingAt(meetings []event.Meeting, slot int, table string) *event.Meeting {
	i := slices.IndexFunc(meetings, func(m event.Meeting) bool { return m.Slot == slot && m.Table == table })
	if i < 0 {
		return nil
	}
	return &meetings[i]
}

func (n *Names) cell(was, is *event.Meeting) GridCell {
	if was != nil && is != nil && was.Firm == is.Firm && was.Buyer == is.Buyer && was.Interpreter == is.Interpreter {
		return GridCell{Same: n.gridMeeting(is)}
	}
	return GridCell{Gone: n.gridMeeting(was), New: n.gridMeeting(is)}
}

func (n *Names) gridMeeting(m *event.Meeting) *GridMeeting {
	if m == nil {
		return nil
	}
	g := &GridMeeting{Firm: n.Company(m.Firm), Buyer: n.Company(m.Buyer)}
	if m.Interpreter != "" {
		g.Interpreter = n.Interpreter(m.Interpreter)
	}
	return g
}
