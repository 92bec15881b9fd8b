package workbook

import (
	"cmp"
	"io"
	"time"

	"github.com/xuri/excelize/v2"

	"sangdam/event"
	"sangdam/internal/lang"
	"sangdam/internal/report"
)

// A ReportBook is what a report workbook is made of.
type ReportBook struct {
	Event  *event.Event
	Report report.Report
	Views  []report.View
	Text   string // a paragraph in words; "": none
	Voice  *lang.Voice
	Made   time.Time
	Won    float64 // rate of the US dollar in Korean won; 0: amounts are in dollars only
}

// WriteReport writes the report as xlsx: the totals, each view, and every report of a meeting. Amounts are numbers, exact to the
// cent, in columns of their own.
func WriteReport(w io.Writer, b ReportBook) error {
	f := excelize.NewFile()
	defer f.Close()
	style, err := newStyles(f)
	if err != nil {
		return err
	}
	x := &writer{Book: &Book{Event: b.Event, Voice: b.Voice, Made: b.Made}, file: f, style: style, index: event.NewIndex(b.Event)}
	if err := f.SetDocProps(&excelize.DocProperties{
		Title: x.title(), Creator: "Sangdam", Created: b.Made.UTC().Format(time.RFC3339), Modified: b.Made.UTC().Format(time.RFC3339),
	}); err != nil {
		return err
	}
	if err := x.totals(b); err != nil {
		return err
	}
	for _, v := range b.Views {
		if err := x.view(b, v); err != nil {
			return err
		}
	}
	if err := x.outcomes(); err != nil {
		return err
	}
	if err := f.DeleteSheet("Sheet1"); err != nil {
		return err
	}
	f.SetActiveSheet(0)
	return f.Write(w)
}

// An amount is one of the figures that are kept apart.
type amount struct {
	id string
	of func(report.Figures) lang.Cents
}

var amounts = []amount{
	{"report.final.consulted", func(f report.Figures) lang.Cents { return f.Consulted }},
	{"report.final.expected", func(f report.Figures) lang.Cents { return f.Expected }},
	{"report.final.agreed", func(f report.Figures) lang.Cents { return f.Agreed }},
	{"report.final.signed", func(f report.Figures) lang.Cents { return f.Signed }},
}

// totals writes the first sheet: the figures in large, and the paragraph.
func (x *writer) totals(b ReportBook) error {
	name, err := x.add(x.Voice.Say("report.final.total"), x.title(), x.Voice.Say("report.final.title"))
	if err != nil {
		return err
	}
	titles, widths := []string{"", "USD"}, []float64{44, 26}
	if b.Won > 0 {
		titles, widths = append(titles, "KRW"), append(widths, 26)
	}
	if err := x.headings(name, 4, titles, widths); err != nil {
		return err
	}
	row := 5
	t := b.Report.Total
	for _, count := range []struct {
		label string
		n     int
	}{
		{x.Voice.Say("report.final.held"), t.Held}, {x.Voice.Say("report.final.column.not_held"), t.NotHeld}, {x.Voice.Say("report.final.column.mous"), t.MOUs},
	} {
		if err := x.put(name, 1, row, count.label, x.style.text); err != nil {
			return err
		}
		if err := x.put(name, 2, row, count.n, x.style.number); err != nil {
			return err
		}
		row++
	}
	for _, a := range amounts {
		if err := x.put(name, 1, row, x.Voice.Say(a.id), x.style.text); err != nil {
			return err
		}
		if err := x.put(name, 2, row, dollars(a.of(t)), x.style.money); err != nil {
			return err
		}
		if b.Won > 0 {
			if err := x.put(name, 3, row, dollars(a.of(t))*b.Won, x.style.money); err != nil {
				return err
			}
		}
		row++
	}
	row++
	for _, line := range []string{b.Text, x.Voice.Say("report.final.note")} {
		if line == "" {
			continue
		}
		if err := x.paragraph(name, row, widths, line); err != nil {
			return err
		}
		row++
	}
	return x.print(name, page{area: area(len(titles), row)})
}

// paragraph writes a text over the width of the sheet, high enough to be read.
func (x *writer) paragraph(sheet string, row int, widths []float64, text string) error {
	if err := x.put(sheet, 1, row, text, x.style.wrap); err != nil {
		return err
	}
	last, err := excelize.CoordinatesToCellName(len(widths), row)
	if err != nil {
		return err
	}
	first, err := excelize.CoordinatesToCellName(1, row)
	if err != nil {
		return err
	}
	if err := x.file.MergeCell(sheet, first, last); err != nil {
		return err
	}
	total := 0.0
	for _, w := range widths {
		total += w
	}
	return x.file.SetRowHeight(sheet, row, heightOf(linesIn(text, total, 10)+1, 10))
}

// view writes a sheet with a row for each line of a view.
func (x *writer) view(b ReportBook, v report.View) error {
	name, err := x.add(v.Title, v.Title, x.title())
	if err != nil {
		return err
	}
	titles := []string{x.Voice.Say("workbook.name"), x.Voice.Say("report.final.column.held"), x.Voice.Say("report.final.column.not_held"), x.Voice.Say("report.final.column.mous")}
	names := make([]string, len(v.Lines))
	for i, l := range v.Lines {
		names[i] = l.Name
	}
	widths := []float64{widest(names, 24, 56), 10, 10, 8}
	for _, a := range amounts {
		titles, widths = append(titles, x.Voice.Say(a.id)+" (USD)"), append(widths, 18)
	}
	if b.Won > 0 {
		for _, a := range amounts {
			titles, widths = append(titles, x.Voice.Say(a.id)+" (KRW)"), append(widths, 20)
		}
	}
	if err := x.headings(name, 3, titles, widths); err != nil {
		return err
	}
	row := 3
	for _, l := range append(v.Lines, report.ViewLine{Name: x.Voice.Say("report.final.total"), Figures: b.Report.Total}) {
		row++
		cells := []any{l.Name, l.Held, l.NotHeld, l.MOUs}
		looks := []int{x.style.text, x.style.number, x.style.number, x.style.number}
		for _, a := range amounts {
			cells, looks = append(cells, dollars(a.of(l.Figures))), append(looks, x.style.money)
		}
		if b.Won > 0 {
			for _, a := range amounts {
				cells, looks = append(cells, dollars(a.of(l.Figures))*b.Won), append(looks, x.style.money)
			}
		}
		for i, c := range cells {
			if err := x.put(name, i+1, row, c, looks[i]); err != nil {
				return err
			}
		}
	}
	if err := x.freeze(name, 1, 3); err != nil {
		return err
	}
	return x.print(name, page{landscape: true, repeat: "$3:$3", area: area(len(titles), row)})
}

// outcomes writes every report of a meeting, as it was made.
func (x *writer) outcomes() error {
	name, err := x.add(x.Voice.Say("workbook.outcomes"), x.Voice.Say("workbook.outcomes"), x.title())
	if err != nil {
		return err
	}
	titles := []string{x.Voice.Say("workbook.session"), x.Voice.Say("workbook.firm"), x.Voice.Say("workbook.name"), x.Voice.Say("workbook.buyer"), x.Voice.Say("workbook.name"),
		x.Voice.Say("workbook.reported_by"), x.Voice.Say("report.final.column.held")}
	widths := []float64{14, 8, 24, 8, 30, 12, 10}
	for _, a := range amounts {
		titles, widths = append(titles, x.Voice.Say(a.id)+" (USD)"), append(widths, 16)
	}
	titles, widths = append(titles, x.Voice.Say("workbook.rating"), x.Voice.Say("workbook.note")), append(widths, 8, 40)
	if err := x.headings(name, 3, titles, widths); err != nil {
		return err
	}
	for i, o := range x.Event.Outcomes {
		where := o.Session
		if s := x.index.Session(o.Session); s != nil {
			where = x.session(s)
		}
		held := x.Voice.Say("workbook.yes")
		if !o.Held.Or(true) {
			held = x.Voice.Say("workbook.no")
		}
		by := cmp.Or(o.ReportedBy, "organizer")
		cells := []any{where, o.Firm, x.firm(o.Firm), o.Buyer, x.buyer(o.Buyer), x.Voice.Say("workbook.by." + by), held,
			stated(o.ConsultedUSD), stated(o.ExpectedContractUSD), stated(o.MOUUSD), stated(o.SignedUSD), stated(o.Rating), o.Note.Or("")}
		texts := make([]string, len(cells))
		for c, value := range cells {
			style := x.style.wrap
			if c >= 7 && c <= 10 {
				style = x.style.money
			}
			if err := x.put(name, c+1, i+4, value, style); err != nil {
				return err
			}
			if text, ok := value.(string); ok {
				texts[c] = text
			}
		}
		if err := x.fit(name, i+4, widths, texts); err != nil {
			return err
		}
	}
	if err := x.freeze(name, 0, 3); err != nil {
		return err
	}
	return x.print(name, page{landscape: true, repeat: "$3:$3", area: area(len(titles), len(x.Event.Outcomes)+3)})
}

// stated is a value of a document, or an empty cell.
func stated[T any](m event.Maybe[T]) any {
	if v, ok := m.Get(); ok {
		return v
	}
	return ""
}

func dollars(c lang.Cents) float64 { return float64(c) / 100 }
