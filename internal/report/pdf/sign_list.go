package pdf

import (
	"cmp"
	"slices"
	"time"

	"golang.org/x/text/language"

	"sangdam/event"
	"sangdam/internal/lang"
)

// A Sign stands on one table for one day.
type Sign struct {
	Where string    // session, as its visitors know it
	Day   time.Time // in the session's zone
	Table string
	Stays []Stay // in order of time; none: the table is free
}

// A Stay is the time that one firm keeps a table without another in between.
type Stay struct {
	Names []string // in Korean, English and the language of the place, none twice
	From  time.Time
	Until time.Time
}

// SignsOf lists the tables of a schedule that have meetings, by session, day, and the order of the session's tables.
func SignsOf(ev *event.Event, s *event.Schedule, v *lang.Voice) []Sign {
	x := event.NewIndex(ev)
	var signs []Sign
	for _, part := range s.Sessions {
		session := x.Session(part.Session)
		if session == nil {
			continue
		}
		local := localLanguage(session.Country)
		for _, day := range daysOf(session, part.Meetings) {
			for _, table := range tablesOf(session, day.meetings) {
				sign := Sign{Where: where(session, v), Day: day.start, Table: table}
				for _, m := range day.meetings {
					if m.Table == table {
						sign.add(m, firmNames(x, m.Firm, local))
					}
				}
				signs = append(signs, sign)
			}
		}
	}
	return signs
}

// add puts the next meeting of the table into the last stay, or begins another.
func (s *Sign) add(m event.Meeting, names []string) {
	if n := len(s.Stays); n > 0 && slices.Equal(s.Stays[n-1].Names, names) {
		s.Stays[n-1].Until = m.End
		return
	}
	s.Stays = append(s.Stays, Stay{Names: names, From: m.Start, Until: m.End})
}

func firmNames(x *event.Index, id, local string) []string {
	f := x.Firm(id)
	if f == nil {
		return []string{id}
	}
	names := []string{f.Name.In("ko"), f.Name.In("en")}
	if f.Name.By != nil {
		names = append(names, f.Name.By[local])
	}
	var out []string
	for _, name := range names {
		if name != "" && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	if len(out) == 0 {
		return []string{id}
	}
	return out
}

// localLanguage is the language that most people of a country read.
func localLanguage(country string) string {
	region, err := language.ParseRegion(country)
	if err != nil {
		return ""
	}
	tag, err := language.Compose(region)
	if err != nil {
		return ""
	}
	base, _ := tag.Base()
	return base.String()
}

// where names a session and its city.
func where(s *event.Session, v *lang.Voice) string {
	return cmp.Or(v.Text(s.Name), v.Text(s.City), s.ID)
}
