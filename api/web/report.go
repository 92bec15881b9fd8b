package web

import (
	"bytes"
	"html/template"
	"net/http"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/lang"
	"sangdam/internal/report"
	"sangdam/internal/report/chart"
	"sangdam/internal/report/press"
)

// A reportView is the page of the figures of an event: in total, by four views with a chart each, and in words for the press.
type reportView struct {
	Shell
	Path    string
	Empty   bool
	Main    []reportFigure
	More    []reportFigure
	Notes   []string
	Won     string // the rate as it was entered
	WonBad  bool
	Press   []pressText
	Views   []reportSection
	Columns []string
	Files   []reportFile
}

// A reportFigure is a figure with its name, and what it comes to in won.
type reportFigure struct{ Name, Value, InWon string }

// A pressText is the paragraph in one language.
type pressText struct{ Language, Name, Text string }

// A reportSection is one view: a chart and the same as a table.
type reportSection struct {
	Title    string
	Chart    template.HTML // empty: there is nothing to draw
	ChartURL string
	Lines    []reportLine
	Total    reportLine
}

// A reportLine is a row of a view's table.
type reportLine struct {
	Name   string
	Values []string
}

// A reportFile is a form in which the report is taken away.
type reportFile struct{ Name, URL string }

func (s *site) reportRoutes(r gin.IRouter) {
	g := r.Group("/events/:event/report")
	g.GET("", s.organizer((*request).report))
	g.GET("/report.pdf", s.organizer((*request).reportPaper))
	g.GET("/report.xlsx", s.organizer((*request).reportWorkbook))
	g.GET("/report.csv", s.organizer((*request).reportCSV))
	g.GET("/charts/:chart", s.organizer((*request).reportChart))
}

// A reportSource is what the pages and files of the report are made of.
type reportSource struct {
	event   *event.Event
	figures report.Report
	views   []report.View
	won     float64 // rate of the US dollar in won; 0: none was given
	wonBad  bool    // what was given is no rate
}

// reportOf adds up the event of the address, with the rate of ?won=.
func (r *request) reportOf() (*reportSource, error) {
	figures, ev, err := r.desk.Report(r.Request.Context(), r.caller, r.Param("event"))
	if err != nil {
		return nil, err
	}
	src := &reportSource{event: ev, figures: figures, views: report.ViewsOf(ev, figures, r.voice, desk.SectorNames(ev))}
	if text := strings.ReplaceAll(strings.TrimSpace(r.Query("won")), ",", ""); text != "" {
		rate, err := strconv.ParseFloat(text, 64)
		if src.wonBad = err != nil || !(rate >= 1 && rate <= 1e6); !src.wonBad {
			src.won = rate
		}
	}
	return src, nil
}

// paragraph is the report in words, in the language of a voice.
func (s *reportSource) paragraph(v *lang.Voice) string {
	return press.Paragraph(s.event, s.figures, v, press.Options{Won: s.won})
}

// report is GET /events/{id}/report?won=.
func (r *request) report() error {
	src, err := r.reportOf()
	if err != nil {
		return err
	}
	id := src.event.ID
	shell, err := r.shell(id, "webcompany.report.title", "report")
	if err != nil {
		return err
	}
	path, won := eventPath(id, "report"), ""
	if src.won > 0 {
		won = strconv.FormatFloat(src.won, 'f', -1, 64)
	}
	v := &reportView{Shell: shell, Path: path, Empty: src.figures.Total.Reported == 0, Won: r.Query("won"), WonBad: src.wonBad}
	v.Main, v.More, v.Notes = r.reportFigures(src)
	for _, code := range []string{"ko", "en", r.voice.Language()} {
		if len(v.Press) < 2 || code != "ko" && code != "en" {
			v.Press = append(v.Press, pressText{code, languageNames[code], src.paragraph(lang.New(code))})
		}
	}
	for _, column := range reportColumns {
		v.Columns = append(v.Columns, r.voice.Say("report.final.column."+column.name))
	}
	if v.Views, err = r.reportSections(src, path+"/charts/"); err != nil {
		return err
	}
	for _, form := range []string{"pdf", "xlsx", "csv"} {
		v.Files = append(v.Files, reportFile{r.voice.Say("webcompany.report.file." + form), path + "/report." + form + query("won", won)})
	}
	return r.page(http.StatusOK, "report", v)
}

// reportFigures are the four figures that events are known by, then the others, and what must be said with them.
func (r *request) reportFigures(src *reportSource) (main, more []reportFigure, notes []string) {
	t, v := src.figures.Total, r.voice
	amount := func(name string, c lang.Cents) reportFigure {
		f := reportFigure{Name: v.Say("report.final." + name), Value: v.Money(c)}
		if src.won > 0 {
			f.InWon = v.Won(float64(c) / 100 * src.won)
		}
		return f
	}
	main = []reportFigure{
		{Name: v.Say("report.final.held"), Value: v.Count("report.final.meetings", t.Held)}, amount("consulted", t.Consulted),
		{Name: v.Say("webcompany.report.mous"), Value: v.Count("webcompany.report.count", t.MOUs)}, amount("agreed", t.Agreed),
	}
	more = []reportFigure{amount("expected", t.Expected), amount("signed", t.Signed)}
	if t.Planned > 0 {
		notes = append(notes, v.Count("report.final.planned", t.Planned))
	}
	for _, n := range []struct {
		id string
		n  int
	}{{"not_held", t.NotHeld}, {"disputed", t.Disputed}, {"missing", t.Missing}} {
		if n.n > 0 {
			notes = append(notes, v.Count("report.final."+n.id, n.n))
		}
	}
	if t.Ratings > 0 {
		notes = append(notes, v.Count("report.final.ratings", t.Ratings, lang.Args{"Mean": v.Decimal(t.Rating, 1)}))
	}
	return main, more, append(notes, v.Say("report.final.note"))
}

// reportColumns are those of the views' tables. The amounts are in dollars.
var reportColumns = []struct {
	name string
	of   func(v *lang.Voice, f report.Figures) string
}{
	{"held", func(v *lang.Voice, f report.Figures) string { return v.Int(f.Held) }},
	{"not_held", func(v *lang.Voice, f report.Figures) string { return v.Int(f.NotHeld) }},
	{"consulted", func(v *lang.Voice, f report.Figures) string { return v.Dollars(f.Consulted) }},
	{"expected", func(v *lang.Voice, f report.Figures) string { return v.Dollars(f.Expected) }},
	{"mous", func(v *lang.Voice, f report.Figures) string { return v.Int(f.MOUs) }},
	{"agreed", func(v *lang.Voice, f report.Figures) string { return v.Dollars(f.Agreed) }},
	{"signed", func(v *lang.Voice, f report.Figures) string { return v.Dollars(f.Signed) }},
}

func (r *request) reportLine(name string, f report.Figures) reportLine {
	line := reportLine{Name: name}
	for _, column := range reportColumns {
		line.Values = append(line.Values, column.of(r.voice, f))
	}
	return line
}

// reportSections draws each view and sets its table.
func (r *request) reportSections(src *reportSource, charts string) ([]reportSection, error) {
	drawn := map[string]int{}
	bars := chart.Of(src.views, r.voice)
	for i, b := range bars {
		drawn[b.Title] = i
	}
	var out []reportSection
	for _, view := range src.views {
		s := reportSection{Title: view.Title, Total: r.reportLine(r.voice.Say("report.final.total"), src.figures.Total)}
		for _, l := range view.Lines {
			s.Lines = append(s.Lines, r.reportLine(l.Name, l.Figures))
		}
		if i, ok := drawn[view.Title]; ok {
			bar := bars[i]
			bar.Untitled = true
			var svg bytes.Buffer
			if err := bar.Write(&svg); err != nil {
				return nil, err
			}
			s.Chart, s.ChartURL = template.HTML(svg.String()), charts+itoa(i)+".svg"
		}
		out = append(out, s)
	}
	return out, nil
}
