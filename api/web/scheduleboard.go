package web

import (
	"encoding/json"
	"iter"
	"time"

	"sangdam/api/web/timetable"
	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/plan"
	"sangdam/internal/verdict"
)

// leftOutPart is how many pairs without a meeting are shown at once.
const leftOutPart = 40

// A boardView is a draft of a session as it is shown, and as scripts ask for it again.
type boardView struct {
	RunID, SessionID, Day string
	Version               uint64
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
	LeftOut               timetable.LeftOutList
	LeftOutPart           leftOutView
	Helps                 []string
	HelpAsked             bool
}

// A leftOutView is a part of the list of pairs left out.
type leftOutView struct {
	Pairs []timetable.LeftOut
	More  string // address of the next part; empty: there is none
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
		RunID: d.Run.ID, SessionID: session.ID, Version: d.Version, Grid: grid,
		EditURL: base("meetings"), PlacesURL: base("places"), LeftOutURL: base("leftout") + query("session", session.ID),
		Trace: traceOf(d.Schedule), By: d.Run.By, At: d.Run.Created, Edited: byHand(src.Part),
		Proven:    src.Part.Status == event.StatusOptimal,
		Figures:   verdict.Figures(r.voice, src.Part.Objective, src.Part.Bound),
		Shorts:    timetable.Shortfalls(src),
		LeftOut:   timetable.NewLeftOut(src, waiting(d, session.ID), timetable.LeftOutQuery{Limit: leftOutPart}, palette),
		HelpAsked: d.Run.Options.Help > 0,
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
	sentences := verdict.Sentences(r.voice, src.Part)
	b.Verdict, b.More = sentences[0], sentences[1:]
	b.LeftOutPart = leftOutOf(b.LeftOut, b.LeftOutURL, "", "")
	b.Findings = timetable.Told(src.Index, d.Schedule, d.Findings, r.voice)
	for _, h := range src.Part.Help {
		b.Helps = append(b.Helps, r.voice.Text(h.Why))
	}
	return b
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

// waiting yields the pairs of a session without a meeting.
func waiting(d *desk.Draft, session string) iter.Seq[plan.WaitingPair] {
	if w := d.Waiting(session); w != nil {
		return w.Ranked()
	}
	return func(func(plan.WaitingPair) bool) {}
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

// leftOutOf is a part of the list with the address of the next.
func leftOutOf(list timetable.LeftOutList, base, words, reason string) leftOutView {
	v := leftOutView{Pairs: list.Pairs}
	if list.Next > 0 {
		v.More = base + "&" + query("words", words, "reason", reason, "offset", itoa(list.Next))[1:]
	}
	return v
}
