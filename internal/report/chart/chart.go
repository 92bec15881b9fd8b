// Package chart draws bar charts as SVG, for pages and for papers: plain shapes and texts, no script, no style sheet, so that they
// look the same wherever they are shown. A chart says in its description what it shows; whoever cannot see it reads the table
// beside it.
package chart

import (
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"github.com/mattn/go-runewidth"
)

// Bars is a chart of horizontal bars, one line of them for each name.
type Bars struct {
	Title  string
	Names  []string
	Series []Series
	// Untitled leaves the title to the page that the chart stands on; it is still read out.
	Untitled bool
}

// A Series is one kind of bars.
type Series struct {
	Name   string
	Values []float64 // by name, none negative
	Labels []string  // the values in words
}

// Colours of the series, in their order; both reach a contrast of 3 against white and against each other's neighbours on dark
// ground, as WCAG 2.2 asks of graphics (1.4.11).
var inks = []string{"#4f86b8", "#c0692b", "#3f8f5f", "#8a63b0"}

const (
	width    = 720.0
	barHigh  = 14.0
	barGap   = 3.0
	lineGap  = 12.0
	fontSize = 12.0
	top      = 56.0
	bottom   = 12.0
)

// Height is that of the chart, in the units of its view box; its width is 720.
func (b Bars) Height() float64 {
	return top + float64(len(b.Names))*b.lineHigh() + bottom
}

func (b Bars) lineHigh() float64 {
	n := float64(len(b.Series))
	return n*barHigh + max(0, n-1)*barGap + lineGap
}

// Write writes the chart. Colours of texts are currentColor, so that they follow the page into the dark.
func (b Bars) Write(w io.Writer) error {
	var s strings.Builder
	above := 0.0
	if b.Untitled {
		above = 24
	}
	fmt.Fprintf(&s, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 %g %g %g" role="img" font-family="Pretendard, 'Malgun Gothic', 'Noto Sans CJK KR', sans-serif" font-size="%g" fill="currentColor">`,
		above, width, b.Height()-above, fontSize)
	fmt.Fprintf(&s, "<title>%s</title><desc>%s</desc>", escape(b.Title), escape(b.describe()))
	if !b.Untitled {
		text(&s, 0, 16, "start", "600", b.Title)
	}
	b.legend(&s)
	names := b.widest(b.Names)
	labels := 0.0
	most := 0.0
	for _, series := range b.Series {
		labels = max(labels, b.widest(series.Labels))
		for _, v := range series.Values {
			most = max(most, v)
		}
	}
	names = min(names, width*0.4)
	room := width - names - labels - 24
	for i, name := range b.Names {
		y := top + float64(i)*b.lineHigh()
		text(&s, names, y+(b.lineHigh()-lineGap)/2+fontSize*0.36, "end", "400", shorten(name, names))
		for k, series := range b.Series {
			at := y + float64(k)*(barHigh+barGap)
			long := 0.0
			if most > 0 {
				long = room * series.Values[i] / most
			}
			fmt.Fprintf(&s, `<rect x="%g" y="%g" width="%g" height="%g" rx="2" fill="%s"/>`, round(names+8), round(at), round(max(long, 1)), barHigh, inks[k%len(inks)])
			text(&s, names+8+long+6, at+barHigh/2+fontSize*0.36, "start", "400", series.Labels[i])
		}
	}
	s.WriteString("</svg>\n")
	_, err := io.WriteString(w, s.String())
	return err
}

func (b Bars) legend(s *strings.Builder) {
	x := 0.0
	for k, series := range b.Series {
		fmt.Fprintf(s, `<rect x="%g" y="28" width="12" height="12" rx="2" fill="%s"/>`, round(x), inks[k%len(inks)])
		text(s, x+18, 38, "start", "400", series.Name)
		x += 18 + advance(series.Name) + 20
	}
}

// describe says in a sentence what the bars show.
func (b Bars) describe() string {
	var lines []string
	for i, name := range b.Names {
		parts := []string{}
		for _, series := range b.Series {
			parts = append(parts, series.Name+" "+series.Labels[i])
		}
		lines = append(lines, name+": "+strings.Join(parts, ", "))
	}
	return strings.Join(lines, "; ")
}

func (b Bars) widest(texts []string) float64 {
	most := 0.0
	for _, t := range texts {
		most = max(most, advance(t))
	}
	return most
}

// advance estimates how wide a text is set: a wide character is one em, others a little more than half.
func advance(s string) float64 { return float64(runewidth.StringWidth(s)) * fontSize * 0.56 }

// shorten cuts a name that is wider than its room.
func shorten(s string, room float64) string {
	return runewidth.Truncate(s, max(4, int(room/(fontSize*0.56))), "…")
}

func text(s *strings.Builder, x, y float64, anchor, weight, content string) {
	fmt.Fprintf(s, `<text x="%g" y="%g" text-anchor="%s" font-weight="%s">%s</text>`, round(x), round(y), anchor, weight, escape(content))
}

// round keeps coordinates short.
func round(x float64) float64 {
	r, err := strconv.ParseFloat(strconv.FormatFloat(x, 'f', 1, 64), 64)
	if err != nil || math.IsNaN(r) || math.IsInf(r, 0) {
		return 0
	}
	return r
}

func escape(s string) string {
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(strings.ToValidUTF8(s, "\uFFFD"))); err != nil {
		return ""
	}
	return b.String()
}
