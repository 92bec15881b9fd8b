package chart

import (
	"sangdam/internal/lang"
	"sangdam/internal/report"
)

// mostLines is up to how many lines a view is drawn; more are read in the table.
const mostLines = 30

// Of draws a chart of each view of a report: what was consulted beside what is expected, agreed and signed, each by itself. Views
// without any amount, or with too many lines, are left out.
func Of(views []report.View, v *lang.Voice) []Bars {
	var out []Bars
	for _, view := range views {
		if b := amounts(view, v); b != nil {
			out = append(out, *b)
		}
	}
	return out
}

func amounts(view report.View, v *lang.Voice) *Bars {
	if len(view.Lines) == 0 || len(view.Lines) > mostLines {
		return nil
	}
	b := &Bars{Title: view.Title}
	for _, l := range view.Lines {
		b.Names = append(b.Names, l.Name)
	}
	for _, kind := range []struct {
		id string
		of func(report.Figures) lang.Cents
	}{
		{"report.final.consulted", func(f report.Figures) lang.Cents { return f.Consulted }},
		{"report.final.expected", func(f report.Figures) lang.Cents { return f.Expected }},
		{"report.final.agreed", func(f report.Figures) lang.Cents { return f.Agreed }},
		{"report.final.signed", func(f report.Figures) lang.Cents { return f.Signed }},
	} {
		s := Series{Name: v.Say(kind.id)}
		sum := lang.Cents(0)
		for _, l := range view.Lines {
			c := kind.of(l.Figures)
			sum += c
			s.Values, s.Labels = append(s.Values, float64(c)/100), append(s.Labels, v.Money(c))
		}
		if sum > 0 {
			b.Series = append(b.Series, s)
		}
	}
	if len(b.Series) == 0 {
		return nil
	}
	return b
}
