package pdf

import (
	"io"

	"sangdam/internal/lang"
	"sangdam/internal/report"
)

// A FinalReport is what the report on an event says.
type FinalReport struct {
	Report report.Report
	Text   string // a paragraph in words; "": none
	Views  []report.View
	Won    float64 // rate of the US dollar in Korean won; 0: amounts are in dollars only
}

// Final sets the final report: the totals, what they mean, and each view as a chart and a table.
func Final(w io.Writer, head Head, r FinalReport) error {
	d := newDocument(head, head.Voice.Say("report.final.title"))
	d.page(false)
	d.opening(d.say("report.final.title"), head.Event, "")
	d.totals(r.Report.Total, r.Won)
	if r.Text != "" {
		d.y += d.block(margin, d.y, d.inner(), r.Text, body, left) + 4
	}
	d.remarks(r.Report.Total, r.Won)
	for _, v := range r.Views {
		d.view(v, r.Report.Total)
	}
	return d.write(w)
}

// A total is one figure in large type.
type total struct{ label, figure, below string }

// totals sets the five figures that stand apart: they are never added to each other.
func (d *document) totals(f report.Figures, won float64) {
	v := d.head.Voice
	money := func(id string, c lang.Cents, count string) total {
		below := count
		if won > 0 && c > 0 {
			below = d.say("report.final.won", lang.Args{"Won": d.won(c, won)})
			if count != "" {
				below = count + " · " + below
			}
		}
		return total{d.say(id), v.Money(c), below}
	}
	all := []total{
		{d.say("report.final.held"), v.Count("report.final.meetings", f.Held), d.planned(f)},
		money("report.final.consulted", f.Consulted, ""), money("report.final.expected", f.Expected, ""),
		money("report.final.agreed", f.Agreed, v.Count("report.final.mous", f.MOUs)),
		money("report.final.signed", f.Signed, v.Count("report.final.contracts", f.Contracts)),
	}
	const high, gap = 25.0, 3.0
	rows := [][]total{all[:2], all[2:]}
	for _, row := range rows {
		each := (d.inner() - gap*float64(len(row)-1)) / float64(len(row))
		for i, t := range row {
			b := box{margin + float64(i)*(each+gap), d.y, each, high}
			d.fill(b, tint)
			d.fill(box{b.x, b.y, 1, b.h}, accent)
			in := box{b.x + 5, b.y + 3, b.w - 8, b.h}
			d.fitLine(box{in.x, in.y, in.w, 4.5}, t.label, detail.in(grey), left)
			d.fitLine(box{in.x, in.y + 5, in.w, 9}, t.figure, style{size: 17, bold: true, ink: black}, left)
			d.fitLine(box{in.x, in.y + 14.5, in.w, 4.5}, t.below, small.at(8).in(grey), left)
		}
		d.y += high + gap
	}
	d.y += 3
}

// won writes an amount in Korean won, to the nearest one.
func (d *document) won(c lang.Cents, rate float64) string {
	return d.head.Voice.Int(int(float64(c)/100*rate + 0.5))
}

func (d *document) planned(f report.Figures) string {
	if f.Planned == 0 {
		return ""
	}
	return d.head.Voice.Count("report.final.planned", f.Planned)
}

// remarks says what does not stand in the totals, and how the amounts are to be read.
func (d *document) remarks(f report.Figures, won float64) {
	v := d.head.Voice
	var lines []string
	if f.NotHeld > 0 {
		lines = append(lines, v.Count("report.final.not_held", f.NotHeld))
	}
	if f.Disputed > 0 {
		lines = append(lines, v.Count("report.final.disputed", f.Disputed))
	}
	if f.Missing > 0 {
		lines = append(lines, v.Count("report.final.missing", f.Missing))
	}
	if f.Ratings > 0 {
		lines = append(lines, v.Count("report.final.ratings", f.Ratings, lang.Args{"Mean": v.Decimal(f.Rating, 1)}))
	}
	lines = append(lines, d.say("report.final.note"))
	if won > 0 {
		lines = append(lines, d.say("report.log.rate", lang.Args{"Rate": v.Decimal(won, 2)}))
	}
	for _, l := range lines {
		d.y += d.block(margin, d.y, d.inner(), l, small.at(8).in(grey), left)
	}
	d.y += 7
}

// view sets a chart of the amounts consulted, and a table with all figures. It begins a new page where that keeps it together.
func (d *document) view(v report.View, sum report.Figures) {
	if len(v.Lines) == 0 {
		return
	}
	columns := []column{{share: 50}}
	for _, id := range []string{"held", "not_held", "consulted", "expected", "mous", "agreed", "signed"} {
		share := 24.0
		if id == "held" || id == "not_held" || id == "mous" {
			share = 15
		}
		columns = append(columns, column{title: d.say("report.final.column." + id), share: share, align: right})
	}
	var rows []row
	for _, l := range v.Lines {
		rows = append(rows, d.figuresRow(l.Name, l.Figures, detail))
	}
	last := d.figuresRow(d.say("report.final.total"), sum, detail.strong())
	last.tinted = true
	rows = append(rows, last)

	const headingRoom, gap = 8.0, 3.0
	whole := headingRoom + chartHeight(v) + gap + headRoom
	least := whole + 2*rowHeight(rows[0], d.widths(columns))
	for _, r := range rows {
		whole += rowHeight(r, d.widths(columns))
	}
	if onPage := a4Long - 2*margin - footRoom; d.y+whole > d.bottom() && whole <= onPage || d.y+least > d.bottom() {
		d.page(false)
	}
	d.y += d.block(margin, d.y, d.inner(), v.Title, heading, left) + 1.5
	d.chart(v)
	d.y += gap
	d.table(columns, rows, func() {
		d.page(false)
		d.continued(v.Title, d.head.Event)
	})
	d.y += 9
}

func (d *document) figuresRow(name string, f report.Figures, s style) row {
	v := d.head.Voice
	r := row{cells: [][]part{cell(name, s)}}
	for _, text := range []string{
		v.Int(f.Held), v.Int(f.NotHeld), v.Dollars(f.Consulted), v.Dollars(f.Expected), v.Int(f.MOUs), v.Dollars(f.Agreed), v.Dollars(f.Signed),
	} {
		r.cells = append(r.cells, cell(text, s))
	}
	return r
}
