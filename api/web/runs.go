package web

import (
	"errors"
	"net/http"
	"strings"
	"time"

	"sangdam/api/web/timetable"
	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/jobs"
	"sangdam/internal/lang"
	"sangdam/internal/plan"
	"sangdam/internal/verdict"
)

// A runsView is the page of the schedules that were kept, two of them side by side.
type runsView struct {
	Shell
	Path, BackURL string
	SessionID     string
	Rows          []runRow
	Comparable    bool        // there are two with a schedule
	Comparison    *comparison // nil: no two were picked
}

// A runRow is a kept schedule.
type runRow struct {
	ID, By             string
	At                 time.Time
	State              string
	Done               bool
	Resumed            bool        // continued after its process had ended: the same seed may give another schedule
	Results            []namedText // by session
	Options            string
	Chosen, Published  bool
	PickedA, PickedB   bool
	OpenURL, ChooseURL string
}

// A namedText is a text about something with a name.
type namedText struct{ Name, Text string }

// A comparison is two schedules side by side.
type comparison struct {
	A, B     runRow
	Sessions []sessionComparison
}

// A sessionComparison is what differs in one session.
type sessionComparison struct {
	Name               string
	VerdictA, VerdictB string
	Figures            []figurePair
	Moves              []timetable.Move
	Affected           int
}

// A figurePair is a part of the objective of two schedules.
type figurePair struct {
	Name string
	A, B verdict.Figure
}

// runs is GET /events/{id}/schedule/runs?a=&b=.
func (r *request) runs() error {
	id := r.Param("event")
	ctx := r.Request.Context()
	current, err := r.desk.Event(ctx, r.caller, id)
	if err != nil {
		return err
	}
	shell, err := r.shell(id, "webplan.runs.title", "schedule", "moment.js")
	if err != nil {
		return err
	}
	v := &runsView{Shell: shell, Path: eventPath(id, "schedule", "runs"), SessionID: r.Query("session"),
		BackURL: eventPath(id, "schedule") + query("session", r.Query("session"))}
	if v.Rows, err = r.runRows(current.Value); err != nil {
		return err
	}
	v.pick(r.Query("a"), r.Query("b"))
	if r.Query("a") != "" && r.Query("b") != "" {
		if v.Comparison, err = r.compare(current.Value, r.Query("a"), r.Query("b")); err != nil {
			return err
		}
	}
	return r.page(http.StatusOK, "runs", v)
}

func (r *request) runRows(ev *event.Event) ([]runRow, error) {
	ctx := r.Request.Context()
	runs, err := r.desk.Runs(ctx, r.caller, ev.ID)
	if err != nil {
		return nil, err
	}
	chosen, err := r.desk.ChosenRun(ctx, r.caller, ev.ID)
	if err != nil && !errors.Is(err, desk.ErrNotFound) {
		return nil, err
	}
	published, err := r.desk.Published(ctx, r.caller, ev.ID)
	if err != nil && !errors.Is(err, desk.ErrNotFound) {
		return nil, err
	}
	rows := make([]runRow, 0, len(runs))
	for i := range runs {
		row := r.runRow(ev, &runs[i])
		row.Chosen, row.Published = row.ID == chosen, row.ID == published.Run
		rows = append(rows, row)
	}
	return rows, nil
}

// pick marks the two runs that are compared: those asked for, or else the newest that have a schedule.
func (v *runsView) pick(a, b string) {
	done := 0
	for i := range v.Rows {
		if row := &v.Rows[i]; row.Done {
			done++
			switch {
			case b == "" && row.ID != a:
				b = row.ID
			case a == "" && row.ID != b:
				a = row.ID
			}
		}
	}
	v.Comparable = done > 1
	for i := range v.Rows {
		row := &v.Rows[i]
		row.PickedA, row.PickedB = row.ID == a, row.ID == b
	}
}

func (r *request) runRow(ev *event.Event, run *jobs.Run) runRow {
	row := runRow{
		ID: run.ID, By: r.author(run.By), At: run.Created, Done: run.State == jobs.Done, Resumed: run.Resumed,
		State:   r.voice.Say("webplan.runs.state." + string(run.State)),
		Options: r.optionsText(run),
		OpenURL: eventPath(ev.ID, "schedule") + query("run", run.ID), ChooseURL: eventPath(ev.ID, "schedule", run.ID, "restore"),
	}
	for _, p := range run.Best {
		if s := ev.Session(p.Session); s != nil && p.Feasible {
			message := "webplan.runs.result.one"
			if p.Score >= p.Bound {
				message = "webplan.runs.result.best"
			}
			row.Results = append(row.Results, namedText{r.sessionName(s), r.voice.Say(message, lang.Args{
				"Score": r.voice.Decimal(p.Score, 2), "Bound": r.voice.Decimal(p.Bound, 2)})})
		}
	}
	return row
}

// optionsText names the options that are not as usual.
func (r *request) optionsText(run *jobs.Run) string {
	o := &run.Options
	var out []string
	if run.Mended {
		out = append(out, r.voice.Say("webmend.run"))
	}
	if o.TimeLimit > 0 {
		out = append(out, r.voice.Count("webplan.runs.opt.limit", int(o.TimeLimit)))
	}
	if o.ScoreSlack > 0 {
		out = append(out, r.voice.Say("webplan.runs.opt.slack", lang.Args{"Share": r.voice.Percent(o.ScoreSlack)}))
	}
	if o.Fair {
		out = append(out, r.voice.Say("webplan.runs.opt.fair"))
	}
	if len(o.Keep) > 0 {
		out = append(out, r.voice.Count("webplan.runs.opt.keep", len(o.Keep)))
	}
	if o.Seed > 0 {
		out = append(out, r.voice.Say("webplan.runs.opt.seed", lang.Args{"Seed": int(o.Seed)}))
	}
	return strings.Join(out, ", ")
}

// compare puts the schedules of two runs side by side.
func (r *request) compare(ev *event.Event, a, b string) (*comparison, error) {
	var drafts [2]desk.Draft
	for i, id := range [2]string{a, b} {
		run, err := r.runOf(ev.ID, id)
		if err != nil {
			return nil, err
		}
		if drafts[i], err = r.desk.Draft(r.Request.Context(), r.caller, run.ID); err != nil {
			return nil, err
		}
	}
	changes := plan.Differences(drafts[0].Schedule, drafts[1].Schedule)
	c := &comparison{A: r.runRow(ev, &drafts[0].Run), B: r.runRow(ev, &drafts[1].Run)}
	for i := range ev.Sessions {
		session := &ev.Sessions[i]
		before, after := timetable.Part(drafts[0].Schedule, session.ID), timetable.Part(drafts[1].Schedule, session.ID)
		if before != nil || after != nil {
			c.Sessions = append(c.Sessions, r.compareSession(ev, session, before, after, changes))
		}
	}
	return c, nil
}

func (r *request) compareSession(ev *event.Event, session *event.Session, before, after *event.SessionSchedule,
	changes []desk.MeetingChange,
) sessionComparison {
	src := timetable.NewSource(event.NewIndex(ev), session, after, nil, r.voice)
	moves := timetable.Moves(src, changes)
	out := sessionComparison{Name: r.sessionName(session), Moves: moves, Affected: len(timetable.Affected(moves))}
	var figures [2][]verdict.Figure
	for i, part := range [2]*event.SessionSchedule{before, after} {
		if part == nil {
			part = &event.SessionSchedule{Status: event.StatusEmpty}
		}
		sentence := verdict.Sentences(r.voice, part)[0]
		if figures[i] = verdict.Figures(r.voice, part.Objective, part.Bound); i == 0 {
			out.VerdictA = sentence
		} else {
			out.VerdictB = sentence
		}
	}
	for i := range figures[0] {
		out.Figures = append(out.Figures, figurePair{Name: figures[0][i].Name, A: figures[0][i], B: figures[1][i]})
	}
	return out
}

// restoreRun is POST /events/{id}/schedule/{run}/restore: makes an earlier schedule the draft again.
func (r *request) restoreRun() error {
	id, run := r.Param("event"), r.Param("run")
	if _, err := r.runOf(id, run); err != nil {
		return err
	}
	if err := r.desk.ChooseRun(r.Request.Context(), r.caller, run); err != nil {
		return err
	}
	return r.to(eventPath(id, "schedule") + query("restored", "1"))
}
