package report

import (
	"cmp"

	"sangdam/event"
	"sangdam/internal/lang"
)

// A View splits the figures of a report one way.
type View struct {
	Title string
	Lines []ViewLine
}

// A ViewLine is a part of a view.
type ViewLine struct {
	Name string
	Figures
}

// ViewsOf names the lines of a report's four views in the reader's language. sectors are the names of the sectors that have one.
func ViewsOf(ev *event.Event, r Report, v *lang.Voice, sectors map[string]event.Text) []View {
	x := event.NewIndex(ev)
	session := func(id string) string {
		if s := x.Session(id); s != nil {
			return cmp.Or(v.Text(s.City), v.Text(s.Name), id)
		}
		return id
	}
	firm := func(id string) string {
		if f := x.Firm(id); f != nil {
			return cmp.Or(v.Text(f.Name), id)
		}
		return id
	}
	sector := func(id string) string { return cmp.Or(v.Text(sectors[id]), id, v.Say("report.final.no_sector")) }
	country := func(id string) string {
		if id == "" {
			return v.Say("report.final.no_country")
		}
		return v.Country(id)
	}
	views := []View{
		viewOf(v.Say("report.final.sessions"), r.Sessions, session), viewOf(v.Say("report.final.countries"), r.Countries, country),
		viewOf(v.Say("report.final.sectors"), r.Sectors, sector), viewOf(v.Say("report.final.firms"), r.Firms, firm),
	}
	return views
}

func viewOf(title string, lines []Line, name func(id string) string) View {
	out := View{Title: title}
	for _, l := range lines {
		out.Lines = append(out.Lines, ViewLine{Name: name(l.ID), Figures: l.Figures})
	}
	return out
}
