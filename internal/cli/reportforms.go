package cli

import (
	"io"
	"slices"

	"sangdam/event"
	"sangdam/internal/report"
	"sangdam/internal/report/chart"
	"sangdam/internal/report/pdf"
	"sangdam/internal/report/press"
	"sangdam/internal/report/workbook"
	"sangdam/matcher"
)

// viewOrder is the order of the views in report.ViewsOf, by the names of the flag.
var viewOrder = []string{"session", "country", "sector", "firm"}

// writeReport writes the report as a paragraph, a workbook, a paper or a chart.
func (p *program) writeReport(w io.Writer, format, by string, ev *event.Event, r report.Report, won float64) error {
	text := press.Paragraph(ev, r, p.voice, press.Options{Won: won})
	views := report.ViewsOf(ev, r, p.voice, matcher.SectorNames(ev))
	switch format {
	case "xlsx":
		return workbook.WriteReport(w, workbook.ReportBook{
			Event: ev, Report: r, Views: views, Text: text, Voice: p.voice, Made: p.now(), Won: won,
		})
	case "pdf":
		ev = p.legible(ev, false, everybody)
		text = press.Paragraph(ev, r, p.voice, press.Options{Won: won})
		views = report.ViewsOf(ev, r, p.voice, matcher.SectorNames(ev))
		return pdf.Final(w, p.head(ev), pdf.FinalReport{Report: r, Text: text, Views: views, Won: won})
	case "svg":
		charts := chart.Of(views[slices.Index(viewOrder, by):][:1], p.voice)
		if len(charts) == 0 {
			return saidError(p.say("reporting.no_chart"))
		}
		return charts[0].Write(w)
	}
	if text == "" {
		return saidError(p.say("reporting.no_meeting"))
	}
	_, err := io.WriteString(w, text+"\n")
	return err
}
