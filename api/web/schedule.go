package web

import (
	"errors"
	"net/http"
	"net/url"

	"github.com/gin-gonic/gin"

	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/jobs"
)

// A scheduleView is the page of the schedule of a session: solving, the grid, and what did not find a place.
type scheduleView struct {
	Shell
	SessionID  string
	RunID      string // whose schedule is shown; empty: there is none
	RunsURL    string
	PublishURL string
	SolveURL   string
	Sessions   []sessionTab
	Running    runningView
	Form       solveForm
	Board      *boardView // nil: there is no schedule yet
	Notice     *notice
	Words      map[string]string // for the scripts
}

// A sessionTab leads to a session.
type sessionTab struct {
	ID, Name, URL string
	Current       bool
}

// A runningView is the solve that goes on, or with a sentence alone the one that has ended; the zero value stands for none.
type runningView struct{ ID, ProgressURL, StopURL, Sentence string }

func (s *site) scheduleRoutes(r gin.IRouter) {
	g := r.Group("/events/:event/schedule")
	g.GET("", s.organizer((*request).schedule))
	g.POST("/solve", s.organizer((*request).solve))
	g.GET("/runs", s.organizer((*request).runs))
	g.GET("/:run/progress", s.organizer((*request).progress))
	g.POST("/:run/stop", s.organizer((*request).stopRun))
	g.GET("/:run/places", s.organizer((*request).places))
	g.POST("/:run/meetings", s.organizer((*request).editMeetings))
	g.GET("/:run/leftout", s.organizer((*request).leftOut))
	g.POST("/:run/restore", s.organizer((*request).restoreRun))
}

// schedule is GET /events/{id}/schedule?session=&view=&day=&run=: the page, or the board alone for a script.
func (r *request) schedule() error {
	id := r.Param("event")
	current, err := r.desk.Event(r.Request.Context(), r.caller, id)
	if err != nil {
		return err
	}
	if done, err := r.begin(current.Value, "webplan.title", "schedule"); done {
		return err
	}
	session, err := r.sessionAsked(current.Value)
	if err != nil {
		return err
	}
	draft, running, err := r.runsAsked(id)
	if err != nil {
		return err
	}
	var board *boardView
	if draft != nil {
		board = r.board(current.Value, session, draft, boardOptions{view: r.Query("view"), day: r.Query("day")})
	}
	if r.isPart() {
		if board == nil {
			return &desk.NotFoundError{Kind: "schedule", ID: r.Query("run")}
		}
		return r.part("schedule", "board", board)
	}
	shell, err := r.shell(id, "webplan.title", "schedule", "schedule.js")
	if err != nil {
		return err
	}
	v := &scheduleView{
		Shell: shell, SessionID: session.ID, Board: board,
		RunsURL: eventPath(id, "schedule", "runs") + "?session=" + url.QueryEscape(session.ID), PublishURL: eventPath(id, "publish"),
		SolveURL: eventPath(id, "schedule", "solve"),
		Sessions: r.scheduleTabs(current.Value, session, r.Query("run"), r.Query("view")),
		Words:    r.scriptWords(current.Value),
		Form:     formOf(nil),
	}
	if draft != nil {
		v.RunID, v.Form = draft.Run.ID, formOf(&draft.Run.Options)
		if r.Query("restored") != "" {
			v.Notice = &notice{Kind: "good", Text: r.voice.Say("webplan.runs.restored")}
		}
	}
	if asked := r.Query("run"); asked != "" && running == nil { // a solve that ended before anybody could watch it
		end, err := r.runEnd(current.Value, asked)
		if err != nil {
			return err
		}
		if v.Running.Sentence = end.Sentence; end.Run == "" {
			v.Notice = &notice{Kind: "bad", Text: end.Sentence, Lines: end.Lines}
		}
	}
	if running != nil {
		v.Running = runningView{
			ID: running.ID, ProgressURL: eventPath(id, "schedule", running.ID, "progress"),
			StopURL: eventPath(id, "schedule", running.ID, "stop"), Sentence: r.voice.Say("webplan.solve.running"),
		}
	}
	return r.page(http.StatusOK, "schedule", v)
}

// runsAsked finds the draft to show and the solve that goes on, each nil where there is none. The run of ?run= is shown, or
// watched while it goes on; without, the chosen one is shown, and whatever goes on is watched.
func (r *request) runsAsked(id string) (draft *desk.Draft, running *jobs.Run, err error) {
	ctx := r.Request.Context()
	asked := r.Query("run")
	if asked != "" {
		run, err := r.runOf(id, asked)
		if err != nil {
			return nil, nil, err
		}
		if !run.State.Ended() {
			running, asked = &run, ""
		}
	}
	if asked == "" {
		asked, err = r.desk.ChosenRun(ctx, r.caller, id)
		if err != nil && !errors.Is(err, desk.ErrNotFound) {
			return nil, nil, err
		}
	}
	if running == nil && r.Query("run") == "" {
		running, err = r.goesOn(id)
		if err != nil {
			return nil, nil, err
		}
	}
	if asked == "" {
		return nil, running, nil
	}
	d, err := r.desk.Draft(ctx, r.caller, asked)
	if errors.Is(err, desk.ErrNotFound) {
		return nil, running, nil
	}
	return &d, running, err
}

// goesOn is the newest run that has not ended, or nil.
func (r *request) goesOn(id string) (*jobs.Run, error) {
	runs, err := r.desk.Runs(r.Request.Context(), r.caller, id)
	if err != nil {
		return nil, err
	}
	for i := range runs {
		if !runs[i].State.Ended() {
			return &runs[i], nil
		}
	}
	return nil, nil
}

// runOf returns a run of an event; one of another event is none.
func (r *request) runOf(id, runID string) (jobs.Run, error) {
	run, err := r.desk.Run(r.Request.Context(), r.caller, runID)
	if err == nil && run.Event != id {
		err = &desk.NotFoundError{Kind: "run", ID: runID}
	}
	return run, err
}

// scheduleTabs lead to the sessions, with the same run and view.
func (r *request) scheduleTabs(ev *event.Event, current *event.Session, run, view string) []sessionTab {
	var out []sessionTab
	for i := range ev.Sessions {
		s := &ev.Sessions[i]
		out = append(out, sessionTab{
			ID: s.ID, Name: r.sessionName(s), Current: s.ID == current.ID,
			URL: eventPath(ev.ID, "schedule") + query("session", s.ID, "view", view, "run", run),
		})
	}
	return out
}

// query writes names and values as the query of an address, without the empty ones.
func query(pairs ...string) string {
	q := url.Values{}
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			q.Set(pairs[i], pairs[i+1])
		}
	}
	if len(q) == 0 {
		return ""
	}
	return "?" + q.Encode()
}
