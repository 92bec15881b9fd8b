package workbook

import (
	"fmt"
	"strconv"

	"github.com/xuri/excelize/v2"

	"sangdam/event"
)

// check writes the sheet that watches over the master grid: a row for everybody who takes part, a column for each slot, and in it a
// formula that counts their meetings in that row of the grid. Whoever has more than they can is marked, so that a double booking
// made by hand is seen at once; so are tables: a cell of the grid holds one meeting anyway.
func (x *writer) check(s *event.Session, part *event.SessionSchedule, g *gridSheet) error {
	name, err := x.add(x.Voice.Say("workbook.check")+" "+x.session(s), x.Voice.Say("workbook.check.title", map[string]any{"Session": x.session(s)}),
		x.Voice.Say("workbook.check.note", map[string]any{"Grid": g.name}))
	if err != nil {
		return err
	}
	titles := []string{"ID", x.Voice.Say("workbook.name"), x.Voice.Say("workbook.verdict"), x.Voice.Say("workbook.meetings"), x.Voice.Say("workbook.limit"), x.Voice.Say("workbook.parallel")}
	people := x.people(s)
	names := make([]string, len(people))
	for i, p := range people {
		names[i] = p.name
	}
	widths := []float64{8, widest(names, 26, 48), 14, 9, 9, 9}
	for t := range s.Slots {
		titles, widths = append(titles, strconv.Itoa(t)), append(widths, 5)
	}
	const head = 5
	if err := x.headings(name, head, titles, widths); err != nil {
		return err
	}
	row := head
	for _, p := range people {
		row++
		if err := x.watch(name, row, p, g); err != nil {
			return err
		}
	}
	if row > head {
		column := fmt.Sprintf("C%d:C%d", head+1, row)
		summary := fmt.Sprintf(`IF(COUNTIF(%s,%s)=0,%s,COUNTIF(%s,%s)&%s)`, column, literal(x.Voice.Say("workbook.bad")),
			literal(x.Voice.Say("workbook.check.clean")), column, literal(x.Voice.Say("workbook.bad")), literal(x.Voice.Say("workbook.check.faults")))
		if err := x.formula(name, 1, 3, summary, x.style.good); err != nil {
			return err
		}
		if err := x.file.MergeCell(name, "A3", "F3"); err != nil {
			return err
		}
		if err := x.mark(name, head, row, len(titles)); err != nil {
			return err
		}
	}
	if err := x.freeze(name, 2, head); err != nil {
		return err
	}
	return x.print(name, page{landscape: true, repeat: "$5:$5", area: area(len(titles), max(row, head))})
}

// A watched participant, with how its entry in a cell of the grid begins.
type watched struct {
	id, name, pattern string
	limits            event.Limits
}

func (x *writer) people(s *event.Session) []watched {
	var all []watched
	for _, f := range x.index.FirmsIn(s) {
		p, _ := f.In(s)
		all = append(all, watched{f.ID, x.firm(f.ID), literal(f.ID + " *"), p.Limits()})
	}
	for _, b := range x.index.BuyersIn(s) {
		p, _ := b.In(s)
		all = append(all, watched{b.ID, x.buyer(b.ID), `"*"&CHAR(10)&` + literal(b.ID+" *"), p.Limits()})
	}
	return all
}

// watch writes the row of one participant.
func (x *writer) watch(sheet string, row int, p watched, g *gridSheet) error {
	if err := x.put(sheet, 1, row, p.id, x.style.text); err != nil {
		return err
	}
	if err := x.put(sheet, 2, row, p.name, x.style.text); err != nil {
		return err
	}
	var limit any = "–"
	if p.limits.Max != event.NoLimit {
		limit = p.limits.Max
	}
	if err := x.put(sheet, 5, row, limit, x.style.number); err != nil {
		return err
	}
	if err := x.put(sheet, 6, row, p.limits.Parallel, x.style.number); err != nil {
		return err
	}
	last, err := excelize.ColumnNumberToName(6 + max(1, len(g.rows)))
	if err != nil {
		return err
	}
	if err := x.formula(sheet, 4, row, fmt.Sprintf("SUM(G%d:%s%d)", row, last, row), x.style.number); err != nil {
		return err
	}
	verdict := fmt.Sprintf("IF(OR(MAX(G%d:%s%d)>F%d,AND(ISNUMBER(E%d),D%d>E%d)),%s,%s)", row, last, row, row, row, row, row,
		literal(x.Voice.Say("workbook.bad")), literal(x.Voice.Say("workbook.good")))
	if err := x.formula(sheet, 3, row, verdict, x.style.cell); err != nil {
		return err
	}
	right, err := excelize.ColumnNumberToName(1 + max(1, len(g.tables)))
	if err != nil {
		return err
	}
	for t, at := range g.rows {
		count := fmt.Sprintf("COUNTIF(%s!$B$%d:$%s$%d,%s)", quoted(g.name), at, right, at, p.pattern)
		if err := x.formula(sheet, 7+t, row, count, x.style.number); err != nil {
			return err
		}
	}
	return nil
}

// mark paints what is wrong: a verdict, and the slots in which somebody is in more meetings than they can.
func (x *writer) mark(sheet string, head, last, columns int) error {
	right, err := excelize.ColumnNumberToName(columns)
	if err != nil {
		return err
	}
	bad := x.style.bad
	for _, rule := range []struct{ at, formula string }{
		{fmt.Sprintf("C%d:C%d", head+1, last), fmt.Sprintf("$C%d=%s", head+1, literal(x.Voice.Say("workbook.bad")))},
		{fmt.Sprintf("G%d:%s%d", head+1, right, last), fmt.Sprintf("G%d>$F%d", head+1, head+1)},
		{"A3", fmt.Sprintf("COUNTIF($C$%d:$C$%d,%s)>0", head+1, last, literal(x.Voice.Say("workbook.bad")))},
	} {
		if err := x.file.SetConditionalFormat(sheet, rule.at, []excelize.ConditionalFormatOptions{{Type: "formula", Criteria: rule.formula, Format: &bad}}); err != nil {
			return err
		}
	}
	return nil
}

// literal is a text as formulas have it.
func literal(s string) string {
	out := `"`
	for _, r := range s {
		if r == '"' {
			out += `"`
		}
		out += string(r)
	}
	return out + `"`
}
