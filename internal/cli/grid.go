package cli

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"sangdam/event"
	"sangdam/internal/lang"
)

// gridFirms is how many firms a grid has room for; more are better read as a list.
const gridFirms = 14

// grid shows a session as organizers draw it: a row a slot, a column a firm, and in the cell whom it meets. The second
// line of the heading is the firm's table, where it keeps one all day. It returns nil when there are too many firms.
func (p *program) grid(ev *event.Event, s *event.Session, part *event.SessionSchedule) *table {
	firms := event.NewIndex(ev).FirmsIn(s)
	if len(firms) > gridFirms {
		return nil
	}
	t := &table{columns: []column{{title: p.say("column.time")}}}
	at := map[string]int{}
	for i, f := range firms {
		at[f.ID] = i + 1
		t.columns = append(t.columns, column{title: f.ID})
	}
	tables := make([][]string, len(firms)+1)
	rows := make([][][]string, len(s.Slots))
	for i := range rows {
		rows[i] = make([][]string, len(firms)+1)
	}
	for _, m := range part.Meetings {
		col, ok := at[m.Firm]
		if !ok || m.Slot < 0 || m.Slot >= len(rows) {
			continue
		}
		rows[m.Slot][col] = append(rows[m.Slot][col], m.Buyer)
		if !slices.Contains(tables[col], m.Table) {
			tables[col] = append(tables[col], m.Table)
		}
	}
	heads := []string{""}
	for _, names := range tables[1:] {
		heads = append(heads, p.tableHead(names))
	}
	t.add(heads...)
	times := p.slotTimes(s)
	for i, row := range rows {
		line := []string{times[i]}
		for _, buyers := range row[1:] {
			line = append(line, strings.Join(buyers, "+"))
		}
		t.add(line...)
	}
	return t
}

func (p *program) tableHead(names []string) string {
	switch len(names) {
	case 0:
		return ""
	case 1:
		return p.say("table.one", lang.Args{"Name": names[0]})
	default:
		return p.count("table.several", len(names))
	}
}

// list shows every meeting of a session, in the order of time and table.
func (p *program) list(ev *event.Event, s *event.Session, part *event.SessionSchedule) *table {
	t := &table{columns: []column{
		{title: p.say("column.time")}, {title: p.say("column.table")},
		{title: p.say("column.firm"), shrink: true}, {title: p.say("column.buyer"), shrink: true},
		{title: p.say("column.interpreter")}, {title: p.say("column.score"), right: true},
	}}
	x := event.NewIndex(ev)
	times := p.slotTimes(s)
	for _, m := range part.Meetings {
		when := ""
		if m.Slot >= 0 && m.Slot < len(times) {
			when = times[m.Slot]
		}
		t.add(when, m.Table, p.firmLabel(x, m.Firm), p.buyerLabel(x, m.Buyer), m.Interpreter, p.voice.Decimal(m.Score, 4))
	}
	return t
}

// slotTimes writes each slot in the session's own zone; the day stands before it when the session has several.
func (p *program) slotTimes(s *event.Session) []string {
	loc, err := s.Location()
	if err != nil {
		loc = time.UTC
	}
	days := s.Days()
	several := len(days) > 0 && days[0].Compare(days[len(days)-1]) != 0
	out := make([]string, len(s.Slots))
	for i, slot := range s.Slots {
		out[i] = slot.Start.In(loc).Format("15:04") + "-" + slot.End.In(loc).Format("15:04")
		if several {
			out[i] = fmt.Sprintf("%02d-%02d %s", days[i].Month, days[i].Day, out[i])
		}
	}
	return out
}
