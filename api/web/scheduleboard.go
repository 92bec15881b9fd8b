package web

import (
	"encoding/json"
	"time"

	"sangdam/api/web/timetable"
	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/verdict"
)

// A boardView is a draft of a session as it is shown, and as scripts ask for it again.
type boardView struct {
	RunID, SessionID, Day string
	Version               uint64
	EventVersion          uint64
	URL                   string // of this board
	EditURL, PlacesURL    string
	LeftOutURL            string
	Trace                 string // JSON: how the schedule was found, by session; empty: not known
	Verdict               string
	Proven                bool
	More                  []string // sentences after the verdict
	By                    string
	At                    time.Time
	Edited                bool
	Figures               []verdict.Figure
	Findings              []string
	Views, Days           []tab
	Grid                  timetable.Grid
	Shorts                []timetable.Short
	LeftOut               leftOutCard
	Helps                 []string
	HelpAsked             bool
}

type boardOptions struct{ view, day string }

// board builds the view of a draft of a session.
func (r *request) board(ev *event.Event, session *event.Session, d *desk.Draft, opt boardOptions) *boardView {
	src, palette := r.source(ev, session, d)
	view := timetable.ViewOf(opt.view)
	grid := timetable.NewGrid(src, view, opt.day, palette)
	base := func(parts ...string) string {
		return eventPath(ev.ID, append([]string{"schedule", d.Run.ID}, parts...)...)
	}
	address := func(view timetable.View, day string) string {
		return eventPath(ev.ID, "schedule") + query("run", d.Run.ID, "session", session.ID, "view", string(view), "day", day)
	}
	b := &boardView{
		RunID: d.Run.ID, SessionID: session.ID, Version: d.Version, EventVersion: d.EventVersion, Grid: grid,
		EditURL: base("meetings"), PlacesURL: base("places"), LeftOutURL: base("leftout") + query("session", session.ID),
		Trace: traceOf(d.Schedule), HelpAsked: d.Run.Options.Help > 0,
		LeftOut: r.leftOutCard(ev, src, d, palette, leftOutQuery{}),
	}
	for _, day := range grid.Days {
		if day.Current {
			b.Day = day.Date
		}
		b.Days = append(b.Days, tab{Name: day.Label, URL: address(view, day.Date), Current: day.Current})
	}
	b.URL = address(view, b.Day)
	for _, v := range timetable.Views {
		if v != timetable.ByInterpreter || len(session.Interpreters) > 0 {
			b.Views = append(b.Views, tab{Name: r.voice.Say("webplan.view." + string(v)), URL: address(v, b.Day), Current: v == view})
		}
	}
	for _, h := range src.Part.Help {
		b.Helps = append(b.Helps, r.voice.Text(h.Why))
	}
	r.judge(b, src, d)
	return b
}

// judge fills in what is said of a draft as a whole.
func (r *request) judge(b *boardView, src *timetable.Source, d *desk.Draft) {
	sentences := verdict.Sentences(r.voice, src.Part)
	b.Verdict, b.More = sentences[0], sentences[1:]
	b.By, b.At, b.Edited = r.author(d.Run.By), d.Run.Created, byHand(src.Part)
	b.Proven = src.Part.Status == event.StatusOptimal
	b.Figures = verdict.Figures(r.voice, src.Part.Objective, src.Part.Bound)
	b.Shorts = timetable.Shortfalls(src)
	b.Findings = timetable.Told(src.Index, d.Schedule, d.Findings, r.voice)
}

// source joins a draft of a session with its event, and gives sectors their colours.
func (r *request) source(ev *event.Event, session *event.Session, d *desk.Draft) (*timetable.Source, *timetable.Palette) {
	locked := map[timetable.Pairing]bool{}
	for _, k := range d.Locks {
		if k.Session == session.ID {
			locked[timetable.Pairing{Firm: k.Firm, Buyer: k.Buyer}] = true
		}
	}
	src := timetable.NewSource(event.NewIndex(ev), session, timetable.Part(d.Schedule, session.ID), locked, r.voice)
	return src, timetable.NewPalette(ev, desk.SectorNames(ev), r.voice.Text, r.voice.Say("webplan.tone.others"))
}

// byHand reports whether a part was restated after changes by hand: no search left a trace in it.
func byHand(part *event.SessionSchedule) bool { return len(part.Trace) == 0 && len(part.Meetings) > 0 }

// traceOf is the course of the search by session, as the script of the chart reads it.
func traceOf(s *event.Schedule) string {
	traces := map[string][]event.TracePoint{}
	for i := range s.Sessions {
		if part := &s.Sessions[i]; len(part.Trace) > 0 {
			traces[part.Session] = part.Trace
		}
	}
	if len(traces) == 0 {
		return ""
	}
	data, err := json.Marshal(traces)
	if err != nil {
		return "" // a figure that JSON has no word for: there is no chart then
	}
	return string(data)
}
