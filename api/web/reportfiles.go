package web

import (
	"bytes"
	"encoding/csv"
	"io"
	"net/http"
	"strconv"
	"strings"

	"sangdam/internal/desk"
	"sangdam/internal/lang"
	"sangdam/internal/report"
	"sangdam/internal/report/chart"
	"sangdam/internal/report/pdf"
	"sangdam/internal/report/workbook"
)

// reportPaper is GET /events/{id}/report/report.pdf?won=.
func (r *request) reportPaper() error {
	return r.reportFile("pdf", "application/pdf", func(w io.Writer, src *reportSource) error {
		src = r.legible(src)
		head := pdf.Head{Event: nameOr(r.voice.Text(src.event.Name), src.event.ID), Made: r.site.Clock(), Voice: r.voice}
		return pdf.Final(w, head, pdf.FinalReport{Report: src.figures, Text: src.paragraph(r.voice), Views: src.views, Won: src.won})
	})
}

// legible returns the report as a paper can say it: what the fonts lack is in English, an id, or left out.
func (r *request) legible(src *reportSource) *reportSource {
	out := *src
	out.event, _ = pdf.Legible(src.event, false)
	out.views = report.ViewsOf(out.event, src.figures, r.voice, desk.SectorNames(out.event))
	return &out
}

// reportWorkbook is GET /events/{id}/report/report.xlsx?won=.
func (r *request) reportWorkbook() error {
	return r.reportFile("xlsx", workbookType, func(w io.Writer, src *reportSource) error {
		return workbook.WriteReport(w, workbook.ReportBook{Event: src.event, Report: src.figures, Views: src.views, Text: src.paragraph(r.voice),
			Voice: r.voice, Made: r.site.Clock(), Won: src.won})
	})
}

// reportCSV is GET /events/{id}/report/report.csv: the tables of all views below each other, amounts as plain dollars.
func (r *request) reportCSV() error {
	return r.reportFile("csv", "text/csv; charset=utf-8", func(out io.Writer, src *reportSource) error {
		if _, err := io.WriteString(out, "\uFEFF"); err != nil { // without which Excel reads Korean as Latin letters
			return err
		}
		head := []string{r.voice.Say("webcompany.report.view"), r.voice.Say("webcompany.report.name")}
		for _, column := range reportColumns {
			head = append(head, r.voice.Say("report.final.column."+column.name))
		}
		lines := [][]string{head}
		for _, view := range src.views {
			for _, l := range view.Lines {
				lines = append(lines, []string{guarded(view.Title), guarded(l.Name), strconv.Itoa(l.Held), strconv.Itoa(l.NotHeld), plainDollars(l.Consulted),
					plainDollars(l.Expected), strconv.Itoa(l.MOUs), plainDollars(l.Agreed), plainDollars(l.Signed)})
			}
		}
		w := csv.NewWriter(out)
		w.UseCRLF = true
		return w.WriteAll(lines)
	})
}

// plainDollars writes an amount as programs read it.
func plainDollars(c lang.Cents) string { return strconv.FormatFloat(float64(c)/100, 'f', -1, 64) }

// reportFile answers with a form of the report to be kept, and notes that it was taken.
func (r *request) reportFile(form, kind string, write func(io.Writer, *reportSource) error) error {
	src, err := r.reportOf()
	if err != nil {
		return err
	}
	var out bytes.Buffer
	if err := write(&out, src); err != nil {
		return err
	}
	if err := r.desk.NoteExport(r.Request.Context(), r.caller, src.event.ID, "report."+form); err != nil {
		return err
	}
	r.attach(src.event.ID+"-report."+form, kind, out.Bytes())
	return nil
}

// reportChart is GET /events/{id}/report/charts/{number}.svg.
func (r *request) reportChart() error {
	src, err := r.reportOf()
	if err != nil {
		return err
	}
	bars := chart.Of(src.views, r.voice)
	name, isSVG := strings.CutSuffix(r.Param("chart"), ".svg")
	i, err := strconv.Atoi(name)
	if err != nil || !isSVG || i < 0 || i >= len(bars) {
		return desk.ErrNotFound
	}
	var out bytes.Buffer
	if err := bars[i].Write(&out); err != nil {
		return err
	}
	r.Header("Content-Disposition", `attachment; filename="`+src.event.ID+"-"+name+`.svg"`)
	r.Data(http.StatusOK, "image/svg+xml", out.Bytes())
	return nil
}
