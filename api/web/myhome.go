package web

import (
	"fmt"
	"html/template"
	"net/http"
	"strings"
	"time"

	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/lang"
)

// A myHomeView is the first page behind a personal link: what to do before a schedule is published, and then the day.
type myHomeView struct {
	myShell
	Published   bool
	Withdrawn   bool // there was a schedule, which was taken back
	Places      []myPlace
	Wishes      int // that the company has stated
	Next        *myMeetingLine
	Days        []myDay
	Cancelled   []myMeetingLine
	Unlogged    int // meetings that are over and not reported
	CalendarURL string
	FeedURL     template.URL // webcal:, which calendars subscribe to
	FeedText    string
	PaperURL    string
}

// A myPlace is a session that the company takes part in.
type myPlace struct{ Name, Place, When, Zone string }

// A myDay are the meetings of a day in one session.
type myDay struct {
	Title, Place, Zone string
	Meetings           []myMeetingLine
}

// A myMeetingLine is a meeting in the list of a day.
type myMeetingLine struct {
	Name, Country, URL   string
	Start, End           time.Time // in the session's zone
	From, To, Day, Zone  string
	Place                string
	Table, Interpreter   string
	Why                  string
	Now, Over, Logged    bool
	Held                 bool // as logged
	StartISO, EndISO, At string
}

// myHome is GET /my/{link}; htmx asks for the part that changes.
func (r *request) myHome() error {
	a, err := r.myAgenda()
	if err != nil {
		return err
	}
	v := &myHomeView{myShell: r.myShell(&a, "webcompany.title", ""), Published: a.Publication > 0, Withdrawn: a.Publication == 0 && len(a.Cancelled) > 0,
		CalendarURL: r.base() + "/calendar.ics", PaperURL: r.base() + "/agenda.pdf"}
	v.FeedText = r.origin() + v.CalendarURL
	v.FeedURL = template.URL("webcal://" + r.Request.Host + v.CalendarURL)
	for i := range a.Sessions {
		v.Places = append(v.Places, r.myPlace(&a.Sessions[i]))
	}
	if v.Published {
		r.fillDays(v, &a)
	} else {
		wishes, err := r.desk.Wishes(r.Request.Context(), r.caller, a.Event, a.Company.ID)
		if err != nil {
			return err
		}
		v.Wishes = len(wishes)
	}
	if wantsPart(r.Context) {
		return r.part("my", "my-home", v)
	}
	return r.page(http.StatusOK, "my", v)
}

func (r *request) myPlace(s *desk.AgendaSession) myPlace {
	p := myPlace{Name: nameOr(r.voice.Text(s.Name), s.ID), Zone: zoneOf(s)}
	p.Place = r.placeOf(s.City, s.Country)
	if len(s.Slots) > 0 {
		loc := locationOf(s)
		first, last := r.voice.Day(s.Slots[0].Start.In(loc)), r.voice.Day(s.Slots[len(s.Slots)-1].Start.In(loc))
		p.When = first
		if last != first {
			p.When = first + " – " + last
		}
	}
	return p
}

// placeOf names a city and its country, in the order of the language.
func (r *request) placeOf(in event.Text, code string) string {
	city, country := r.voice.Text(in), r.voice.Country(code)
	if city == "" || country == "" {
		return city + country
	}
	return r.voice.Say("webcompany.place", lang.Args{"City": city, "Country": country})
}

// zoneOf is the distance of a session's time from UTC, e.g. "UTC+08:00".
func zoneOf(s *desk.AgendaSession) string {
	if len(s.Slots) == 0 {
		return s.TimeZone
	}
	return s.Slots[0].Start.In(locationOf(s)).Format("UTC-07:00")
}

// locationOf is the time zone of a session; one that is not known stands for UTC.
func locationOf(s *desk.AgendaSession) *time.Location {
	loc, err := time.LoadLocation(s.TimeZone)
	if err != nil {
		return time.UTC
	}
	return loc
}

// fillDays lists the meetings by session and day, and finds the next of them.
func (r *request) fillDays(v *myHomeView, a *desk.Agenda) {
	now := r.site.Clock()
	var next *desk.AgendaMeeting
	for i := range a.Sessions {
		s := &a.Sessions[i]
		for k := range a.Meetings {
			m := &a.Meetings[k]
			if m.Session != s.ID {
				continue
			}
			line := r.myLine(s, m, now)
			if n := len(v.Days); n == 0 || v.Days[n-1].Title != line.Day || v.Days[n-1].Place != line.Place {
				v.Days = append(v.Days, myDay{Title: line.Day, Place: line.Place, Zone: line.Zone})
			}
			day := &v.Days[len(v.Days)-1]
			day.Meetings = append(day.Meetings, line)
			if line.Over && !line.Logged {
				v.Unlogged++
			}
			if m.End.After(now) && (next == nil || m.Start.Before(next.Start)) {
				next, v.Next = m, &line
			}
		}
		for k := range a.Cancelled {
			if m := &a.Cancelled[k]; m.Session == s.ID {
				v.Cancelled = append(v.Cancelled, r.myLine(s, m, now))
			}
		}
	}
}

// myLine describes a meeting in the session's zone.
func (r *request) myLine(s *desk.AgendaSession, m *desk.AgendaMeeting, now time.Time) myMeetingLine {
	loc := locationOf(s)
	start, end := m.Start.In(loc), m.End.In(loc)
	l := myMeetingLine{
		Name: nameOr(r.voice.Text(m.Counterpart.Name), m.Counterpart.ID), Start: start, End: end,
		From: start.Format("15:04"), To: end.Format("15:04"), Day: r.voice.Day(start), Zone: zoneOf(s),
		Table: m.Table, Why: r.voice.Text(m.Why), URL: r.meetingURL(m.Session, m.Counterpart.ID),
		Now: !now.Before(m.Start) && now.Before(m.End), Over: !now.Before(m.End), Logged: m.Outcome != nil,
		StartISO: m.Start.UTC().Format(time.RFC3339), EndISO: m.End.UTC().Format(time.RFC3339),
	}
	l.Place = nameOr(r.voice.Text(s.Name), s.ID)
	if city := r.voice.Text(s.City); city != "" && !strings.Contains(l.Place, city) {
		l.Place += " · " + city
	}
	l.At = fmt.Sprintf("%s %s–%s", l.Day, l.From, l.To)
	if m.Counterpart.Country != "" {
		l.Country = r.voice.Country(m.Counterpart.Country)
	}
	if m.Interpreter != "" {
		l.Interpreter = nameOr(r.voice.Text(m.InterpreterName), m.Interpreter)
	}
	if m.Outcome != nil {
		l.Held = m.Outcome.Held.Or(true)
	}
	return l
}
