package timetable

import (
	"cmp"
	"slices"
	"strings"

	"sangdam/event"
	"sangdam/internal/lang"
)

// A Grid is one day of a session: a row a table, firm, buyer or interpreter, a column a slot.
type Grid struct {
	View    View
	Session string
	Zone    string
	Days    []Day
	Columns []Column
	Rows    []Row
	Legend  []Tone
}

// A Row of a grid.
type Row struct {
	ID, Name string
	Note     string // how full it is: "3 / 5"
	Short    bool   // below its minimum of meetings
	Tone     int
	Cells    []Cell
	Mark     string // changes whenever anything in the row does
}

// A Cell holds the meetings of a row in a slot: one, but for participants who take several at a time.
type Cell struct {
	Away  bool // unavailable
	Pause bool // there is a pause before it
	Cards []Card
}

// A Card is a meeting as the grid shows it.
type Card struct {
	Firm, Buyer          string // ids
	FirmName, BuyerName  string
	First, Second, Third string // what the card says, beside what its row says already
	Slot                 int
	When                 string
	Table, Interpreter   string
	Score                string
	Tone                 Tone
	Locked               bool // by hand, or fixed by the event
	Fixed                bool // by the event
	Must                 bool
}

// NewGrid builds a view of one day of a session. O(rows · slots + meetings · log meetings).
func NewGrid(s *Source, view View, date string, palette *Palette) Grid {
	return newGrid(s, view, date, palette, func(string) bool { return true })
}

// NewRows is NewGrid with only the rows that were asked for, by their ids. O(rows + meetings) beside those rows.
func NewRows(s *Source, view View, date string, palette *Palette, ids map[string]bool) Grid {
	return newGrid(s, view, date, palette, func(id string) bool { return ids[id] })
}

func newGrid(s *Source, view View, date string, palette *Palette, asked func(id string) bool) Grid {
	g := Grid{View: view, Session: s.Session.ID, Zone: Zone(s.Session), Legend: palette.Legend}
	g.Days, g.Columns = s.days(date)
	g.Rows = s.rows(view, palette, asked)
	at := make(map[string]int, len(g.Rows))
	for i := range g.Rows {
		at[g.Rows[i].ID] = i
	}
	column := make(map[int]int, len(g.Columns))
	for i, c := range g.Columns {
		column[c.Slot] = i
	}
	for i := range s.Part.Meetings {
		m := &s.Part.Meetings[i]
		row, ok := at[RowOf(view, m)]
		col, today := column[m.Slot]
		if !ok || !today {
			continue
		}
		card := s.card(m.Firm, m.Buyer, m.Slot, m.Score, palette)
		card.Table, card.Interpreter = m.Table, m.Interpreter
		s.lines(&card, view)
		cell := &g.rowCells(row)[col]
		cell.Cards = append(cell.Cards, card)
	}
	for i := range g.Rows {
		s.away(view, &g.Rows[i], g.rowCells(i), g.Columns)
		g.Rows[i].Mark = mark(&g.Rows[i])
	}
	return g
}

// rowCells returns the cells of a row, made when first asked for.
func (g *Grid) rowCells(i int) []Cell {
	if g.Rows[i].Cells == nil {
		g.Rows[i].Cells = make([]Cell, len(g.Columns))
		for c := range g.Columns {
			g.Rows[i].Cells[c].Pause = g.Columns[c].Pause
		}
	}
	return g.Rows[i].Cells
}

// RowOf is the id of the row in which a view shows a meeting; empty: in none.
func RowOf(view View, m *event.Meeting) string {
	switch view {
	case ByFirm:
		return m.Firm
	case ByBuyer:
		return m.Buyer
	case ByInterpreter:
		return m.Interpreter
	}
	return m.Table
}

func (s *Source) card(firm, buyer string, slot int, score float64, palette *Palette) Card {
	return Card{
		Firm: firm, Buyer: buyer, FirmName: s.firmName(firm), BuyerName: s.buyerName(buyer),
		Slot: slot, When: s.Clock(slot), Score: s.Voice.Decimal(score, 2), Tone: palette.Of(s.Index.Firm(firm)),
		Locked: s.Locked[Pairing{firm, buyer}] || s.fixed[Pairing{firm, buyer}], Fixed: s.fixed[Pairing{firm, buyer}], Must: s.Index.Wishes(firm, buyer).Must(),
	}
}

// lines fills the lines of a card.
func (s *Source) lines(c *Card, view View) {
	table := s.Voice.Say("webplan.table", lang.Args{"Name": c.Table})
	switch view {
	case ByFirm:
		c.First, c.Second, c.Third = c.BuyerName, table, c.Interpreter
	case ByBuyer:
		c.First, c.Second, c.Third = c.FirmName, table, c.Interpreter
	case ByInterpreter:
		c.First, c.Second, c.Third = c.FirmName, c.BuyerName, table
	default:
		c.First, c.Second, c.Third = c.FirmName, c.BuyerName, c.Interpreter
	}
}

// RowCount is the number of rows with the head.
func (g Grid) RowCount() int { return len(g.Rows) + 1 }

// rows lists the rows without their cells.
func (s *Source) rows(view View, palette *Palette, asked func(id string) bool) []Row {
	held := map[string]int{}
	for _, m := range s.Part.Meetings {
		held[m.Firm]++
		held[m.Buyer]++
	}
	var rows []Row
	add := func(id string, row func() Row) {
		if asked(id) {
			rows = append(rows, row())
		}
	}
	switch view {
	case ByFirm:
		for _, f := range s.Index.FirmsIn(s.Session) {
			add(f.ID, func() Row {
				p, _ := f.In(s.Session)
				l := p.Limits()
				return Row{ID: f.ID, Name: s.firmName(f.ID), Note: s.full(held[f.ID], l.Max), Short: held[f.ID] < l.Min, Tone: palette.Of(f).Number}
			})
		}
	case ByBuyer:
		for _, b := range s.Index.BuyersIn(s.Session) {
			add(b.ID, func() Row {
				p, _ := b.In(s.Session)
				l := p.Limits()
				return Row{ID: b.ID, Name: s.buyerName(b.ID), Note: s.full(held[b.ID], l.Max), Short: held[b.ID] < l.Min}
			})
		}
	case ByInterpreter:
		for i := range s.Session.Interpreters {
			in := &s.Session.Interpreters[i]
			add(in.ID, func() Row {
				return Row{ID: in.ID, Name: cmp.Or(s.Voice.Text(in.Name), in.ID), Note: strings.Join(in.Languages, "·")}
			})
		}
	default:
		for _, name := range s.Session.Tables.List() {
			add(name, func() Row { return Row{ID: name, Name: name} })
		}
	}
	return rows
}

// full says how many meetings somebody has, of how many at most.
func (s *Source) full(held, limit int) string {
	if limit > len(s.Session.Slots) { // no limit, or one that means nothing
		return s.Voice.Int(held)
	}
	return s.Voice.Int(held) + " / " + s.Voice.Int(limit)
}

// away marks the slots in which the row's participant is unavailable.
func (s *Source) away(view View, row *Row, cells []Cell, columns []Column) {
	var free []bool
	switch view {
	case ByFirm:
		p, _ := s.Index.Firm(row.ID).In(s.Session)
		free = p.Available(s.Session)
	case ByBuyer:
		p, _ := s.Index.Buyer(row.ID).In(s.Session)
		free = p.Available(s.Session)
	case ByInterpreter:
		i := slices.IndexFunc(s.Session.Interpreters, func(in event.Interpreter) bool { return in.ID == row.ID })
		free = s.Session.Interpreters[i].Available(s.Session)
	default:
		return
	}
	for i, c := range columns {
		cells[i].Away = !free[c.Slot]
	}
}
