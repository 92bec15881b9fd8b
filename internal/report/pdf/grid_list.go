package pdf

import (
	"slices"
	"time"

	"sangdam/event"
	"sangdam/internal/lang"
	"sangdam/internal/report/agenda"
)

// A Grid is one day of a session as organizers know it: slots down, tables across.
type Grid struct {
	Where  string
	Zone   string
	Day    time.Time
	Tables []string
	Keeper []string // of each table, the firm that keeps it all day; "": several share it, and each cell names its own
	Slots  []event.Interval
	Cells  [][]GridCell // by slot, then table
}

// A GridCell is a meeting, or nothing.
type GridCell struct {
	Firm, Buyer, Interpreter string // names; of an interpreter the id, which is short
}

// manyTables is up to how many tables a grid shows the free ones too.
const manyTables = 10

// GridsOf draws a grid for each day of each session of a schedule. Of a session with many tables it shows those in use. A
// meeting whose start is no slot of the session is left out: such a schedule does not pass the check.
func GridsOf(ev *event.Event, s *event.Schedule, v *lang.Voice) []Grid {
	x := event.NewIndex(ev)
	book := agenda.NewBook(ev, &event.Schedule{}, v, agenda.Options{})
	var grids []Grid
	for _, part := range s.Sessions {
		session := x.Session(part.Session)
		if session == nil {
			continue
		}
		for _, day := range daysOf(session, part.Meetings) {
			g := Grid{Where: where(session, v), Zone: session.TimeZone, Day: day.start, Slots: day.slots, Tables: tablesOf(session, day.meetings)}
			if session.Tables.Len() <= manyTables && len(g.Tables) <= session.Tables.Len() {
				g.Tables = session.Tables.List()
			}
			g.place(day.meetings, book)
			g.keep()
			grids = append(grids, g)
		}
	}
	return grids
}

func (g *Grid) place(meetings []event.Meeting, book *agenda.Book) {
	g.Cells = make([][]GridCell, len(g.Slots))
	for i := range g.Cells {
		g.Cells[i] = make([]GridCell, len(g.Tables))
	}
	for _, m := range meetings {
		slot := slices.IndexFunc(g.Slots, func(s event.Interval) bool { return s.Start.Equal(m.Start) })
		table := slices.Index(g.Tables, m.Table)
		if slot < 0 || table < 0 {
			continue
		}
		g.Cells[slot][table] = GridCell{
			Firm:        book.Party(agenda.Participant{Kind: agenda.Firm, ID: m.Firm}).Name,
			Buyer:       book.Party(agenda.Participant{Kind: agenda.Buyer, ID: m.Buyer}).Name,
			Interpreter: m.Interpreter,
		}
	}
}

// keep finds the tables with one firm all day.
func (g *Grid) keep() {
	g.Keeper = make([]string, len(g.Tables))
	for table := range g.Tables {
		keeper, shared := "", false
		for _, cells := range g.Cells {
			switch firm := cells[table].Firm; {
			case firm == "" || firm == keeper:
			case keeper == "":
				keeper = firm
			default:
				shared = true
			}
		}
		if !shared {
			g.Keeper[table] = keeper
		}
	}
}
