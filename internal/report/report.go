package report

import (
	"cmp"
	"slices"

	"sangdam/event"
)

// A Report holds the figures of an event in total and by four views. Each view splits the total: every meeting counts in
// exactly one of its lines.
type Report struct {
	Event     string  `json:"event"`
	Total     Figures `json:"total"`
	Sessions  []Line  `json:"sessions"`  // in the order of the event
	Sectors   []Line  `json:"sectors"`   // by the first sector of the firm, most meetings first
	Firms     []Line  `json:"firms"`     // in the order of the event
	Countries []Line  `json:"countries"` // of the buyer, most meetings first
}

// A Line is the part of a view that belongs to one session, sector, firm or country.
type Line struct {
	ID string `json:"id"` // empty: the firm names no sector, or the buyer is not known
	Figures
}

// A meeting is one that was planned, reported, or both.
type meeting struct {
	session, firm, buyer string
	planned              bool
	result               *event.Result // nil: nobody reported it
}

// Of adds up the outcomes of an event. With a schedule, its meetings count as planned, and those that nobody reported as
// missing; s may be nil. It costs O(outcomes + meetings).
func Of(ev *event.Event, s *event.Schedule) Report {
	x := event.NewIndex(ev)
	r := Report{Event: ev.ID}
	sessions, sectors, firms, countries := view{}, view{}, view{}, view{}
	for i := range ev.Sessions {
		sessions.line(ev.Sessions[i].ID)
	}
	for i := range ev.Firms {
		firms.line(ev.Firms[i].ID)
	}
	for _, m := range meetings(ev, s) {
		sector, country := "", ""
		if f := x.Firm(m.firm); f != nil && len(f.Sectors) > 0 {
			sector = f.Sectors[0]
		}
		if b := x.Buyer(m.buyer); b != nil {
			country = b.Country
		}
		r.Total.add(m)
		sessions.line(m.session).add(m)
		sectors.line(sector).add(m)
		firms.line(m.firm).add(m)
		countries.line(country).add(m)
	}
	r.Sessions, r.Firms = sessions.lines(), firms.lines()
	r.Sectors, r.Countries = sectors.mostFirst(), countries.mostFirst()
	return r
}

// meetings lists the reported meetings in the order of their first report, then the planned ones that nobody reported.
func meetings(ev *event.Event, s *event.Schedule) []meeting {
	type key struct{ session, firm, buyer string }
	results := ev.Results()
	out := make([]meeting, len(results))
	at := make(map[key]int, len(results))
	for i := range results {
		r := &results[i]
		out[i] = meeting{session: r.Session, firm: r.Firm, buyer: r.Buyer, result: r}
		at[key{r.Session, r.Firm, r.Buyer}] = i
	}
	if s == nil {
		return out
	}
	for _, part := range s.Sessions {
		for _, m := range part.Meetings {
			k := key{part.Session, m.Firm, m.Buyer}
			i, known := at[k]
			if !known {
				i = len(out)
				at[k] = i
				out = append(out, meeting{session: k.session, firm: k.firm, buyer: k.buyer})
			}
			out[i].planned = true
		}
	}
	return out
}

// A view collects lines in the order in which they are first asked for.
type view struct {
	at  map[string]*Line
	all []*Line
}

func (v *view) line(id string) *Line {
	if v.at == nil {
		v.at = map[string]*Line{}
	}
	if v.at[id] == nil {
		v.at[id] = &Line{ID: id}
		v.all = append(v.all, v.at[id])
	}
	return v.at[id]
}

func (v *view) lines() []Line {
	out := make([]Line, len(v.all))
	for i, l := range v.all {
		out[i] = *l
	}
	return out
}

func (v *view) mostFirst() []Line {
	out := v.lines()
	slices.SortStableFunc(out, func(a, b Line) int {
		return cmp.Or(cmp.Compare(b.Held, a.Held), cmp.Compare(b.Planned, a.Planned), cmp.Compare(a.ID, b.ID))
	})
	return out
}
