package web

import (
	"cmp"
	"errors"
	"strconv"
	"strings"

	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/jobs"
	"sangdam/internal/lang"
	"sangdam/internal/verdict"
)

const (
	defaultLimit = "20" // seconds, offered in the form
	helpChanges  = 6    // how many changes are tried to say what would help
)

// A solveForm is the options of a solve as the form shows them.
type solveForm struct {
	TimeLimit, Slack, Seed string
	Fair, Help             bool
}

// formOf fills the form from the options of an earlier solve; nil: the defaults.
func formOf(o *jobs.Options) solveForm {
	if o == nil {
		return solveForm{TimeLimit: defaultLimit, Slack: "0", Seed: "0"}
	}
	f := solveForm{Slack: plainNumber(100 * o.ScoreSlack), Seed: strconv.FormatUint(o.Seed, 10), Fair: o.Fair, Help: o.Help > 0}
	if o.TimeLimit > 0 {
		f.TimeLimit = plainNumber(o.TimeLimit)
	}
	return f
}

// plainNumber writes a number as a form field takes it, in at most four digits.
func plainNumber(x float64) string { return strconv.FormatFloat(x, 'g', 4, 64) }

// options reads the form. What is not a number is as good as left empty: the browser does not let it pass.
func (r *request) options() jobs.Options {
	limit, err := strconv.ParseFloat(r.PostForm("time_limit"), 64)
	if err != nil {
		limit = 0
	}
	slack, err := strconv.ParseFloat(r.PostForm("score_slack"), 64)
	if err != nil {
		slack = 0
	}
	seed, err := strconv.ParseUint(r.PostForm("seed"), 10, 64)
	if err != nil {
		seed = 0
	}
	o := jobs.Options{Session: r.PostForm("session"), TimeLimit: limit, ScoreSlack: slack / 100, Seed: seed, Fair: r.PostForm("fair") != ""}
	if r.PostForm("help") != "" {
		o.Help = helpChanges
	}
	if r.PostForm("around") == "locked" {
		o.Start = r.PostForm("run")
	}
	return o
}

// solve is POST /events/{id}/schedule/solve: starts a run and goes to where it can be watched.
func (r *request) solve() error {
	id := r.Param("event")
	run, err := r.desk.Solve(r.Request.Context(), r.caller, id, r.options())
	if err != nil {
		return err
	}
	return r.to(eventPath(id, "schedule") + query("session", r.PostForm("shown"), "run", run.ID))
}

// stopRun is POST /events/{id}/schedule/{run}/stop.
func (r *request) stopRun() error {
	id, run := r.Param("event"), r.Param("run")
	if _, err := r.runOf(id, run); err != nil {
		return err
	}
	if err := r.desk.StopRun(r.Request.Context(), r.caller, run); err != nil {
		return err
	}
	if r.isPart() {
		r.Status(204)
		return nil
	}
	return r.to(eventPath(id, "schedule") + query("run", run))
}

// A runEnd is the last thing that the stream of a run tells.
type runEnd struct {
	Run      string   `json:"run,omitempty"` // whose schedule to show; empty: there is none
	Sentence string   `json:"sentence"`
	Lines    []string `json:"lines,omitempty"`
}

// progress is GET /events/{id}/schedule/{run}/progress: server-sent events "progress", and "done" at the end.
func (r *request) progress() error {
	id, runID := r.Param("event"), r.Param("run")
	if _, err := r.runOf(id, runID); err != nil {
		return err
	}
	current, err := r.desk.Event(r.Request.Context(), r.caller, id)
	if err != nil {
		return err
	}
	after, err := strconv.ParseUint(r.GetHeader("Last-Event-ID"), 10, 64)
	if err != nil {
		after = 0
	}
	ctx := r.Request.Context()
	return r.sendEvents(func(send func(serverEvent) bool) {
		for p, err := range r.desk.WatchRun(ctx, r.caller, runID, after) {
			if err != nil {
				return // the browser asks again by itself
			}
			if !send(serverEvent{ID: p.Seq, Name: "progress", Data: p}) {
				return
			}
		}
		if end, err := r.runEnd(current.Value, runID); err == nil {
			send(serverEvent{Name: "done", Data: end})
		}
	})
}

// runEnd says how a run ended.
func (r *request) runEnd(ev *event.Event, runID string) (runEnd, error) {
	ctx := r.Request.Context()
	run, err := r.desk.Run(ctx, r.caller, runID)
	if err != nil {
		return runEnd{}, err
	}
	switch run.State {
	case jobs.Failed:
		return runEnd{Sentence: r.voice.Say("webplan.solve.failed"), Lines: []string{r.voice.Text(run.Problem)}}, nil
	case jobs.Stopped:
		return runEnd{Sentence: r.voice.Say("webplan.solve.nothing")}, nil
	}
	draft, err := r.desk.Draft(ctx, r.caller, runID)
	if errors.Is(err, desk.ErrNotFound) {
		return runEnd{Sentence: r.voice.Say("webplan.solve.nothing")}, nil
	}
	return runEnd{Run: runID, Sentence: r.sentence(ev, draft.Schedule)}, err
}

// sentence says how good a schedule is: in one sentence a session, named where there are several.
func (r *request) sentence(ev *event.Event, s *event.Schedule) string {
	var out []string
	for i := range s.Sessions {
		part := &s.Sessions[i]
		first := verdict.Sentences(r.voice, part)[0]
		if session := ev.Session(part.Session); len(s.Sessions) > 1 && session != nil {
			first = r.voice.Say("webplan.solve.session", lang.Args{"Session": r.sessionName(session), "Sentence": first})
		}
		out = append(out, first)
	}
	return strings.Join(out, " ")
}

// sessionName is the city of a session, or its name or id.
func (r *request) sessionName(s *event.Session) string {
	return cmp.Or(r.voice.Text(s.City), r.voice.Text(s.Name), s.ID)
}
