package api

import (
	"context"
	"errors"
	"net/http"
	"slices"

	"github.com/danielgtaylor/huma/v2"

	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/jobs"
	"sangdam/internal/plan"
)

// registerSchedules adds the operations on solves and what comes of them.
func (s *service) registerSchedules(h huma.API) {
	start := operation("start-schedule", http.MethodPost, "/events/{event}/schedules", "schedules",
		"Solve an event in the background", named|withBody|once)
	start.DefaultStatus = http.StatusAccepted
	start.Middlewares = s.idempotent(start)
	huma.Register(h, start, s.startSchedule)

	huma.Register(h, operation("list-schedules", http.MethodGet, "/events/{event}/schedules", "schedules",
		"List the solves of an event, the newest first", named), s.listSchedules)

	huma.Register(h, operation("read-schedule", http.MethodGet, "/schedules/{schedule}", "schedules",
		"State of a solve, the best so far, and the schedule", named|cached), s.readSchedule)

	stop := operation("stop-schedule", http.MethodDelete, "/schedules/{schedule}", "schedules",
		"Stop a solve and keep the best; or delete one that has ended", named, http.StatusConflict)
	answers(&stop, "204", "Deleted, as forget asks", nil)
	huma.Register(h, stop, s.stopSchedule)
}

// SolveOptions is the body that starts a solve.
type SolveOptions struct {
	Session    string  `json:"session,omitempty" maxLength:"200" example:"changsha" doc:"Id of a session: only that one; absent: all."`
	TimeLimit  float64 `json:"time_limit,omitempty" minimum:"0" maximum:"86400" example:"30" doc:"Seconds for the whole event; absent or 0: the server's own limit."`
	ScoreSlack float64 `json:"score_slack,omitempty" minimum:"0" maximum:"0.5" example:"0.005" doc:"Share of the score that may be given up for fewer breaks."`
	Seed       uint64  `json:"seed,omitempty" maximum:"9007199254740991" example:"1" doc:"The same event, options and seed give the same schedule."`
	Fair       bool    `json:"fair,omitempty" doc:"Spread meetings evenly among the firms first."`
	Help       int     `json:"help,omitempty" minimum:"0" maximum:"20" doc:"How many changes to try, to say what one table, slot, interpreter or meeting more would bring."`
	Start      string  `json:"start,omitempty" maxLength:"230" doc:"Id of a schedule to begin from; its locked meetings stay."`
}

func (o *SolveOptions) job() jobs.Options {
	return jobs.Options{Session: o.Session, TimeLimit: o.TimeLimit, ScoreSlack: o.ScoreSlack, Seed: o.Seed, Fair: o.Fair, Help: o.Help, Start: o.Start}
}

// A Solve is a solve and what came of it.
type Solve struct {
	jobs.Run
	Schedule     *event.Schedule `json:"schedule,omitempty" doc:"The schedule document, when there is one."`
	Locked       []jobs.Kept     `json:"locked,omitempty" doc:"Meetings that stay where they are when it is solved again."`
	Findings     []Finding       `json:"findings,omitempty" doc:"Rules that the schedule breaks since the event changed."`
	Version      uint64          `json:"version,omitempty" doc:"Of schedule and locks; the ETag holds the same."`
	FiguresEvent uint64          `json:"figures_event_version,omitempty" doc:"Version of the event by which the figures were last worked out."`
}

// A Finding is one broken rule.
type Finding struct {
	Location string     `json:"location" example:"sessions[0].meetings[3]" doc:"Where in the schedule document."`
	Rule     string     `json:"rule" example:"R2" doc:"Number of the rule in docs/model.md."`
	Message  event.Text `json:"message"`
}

func findingsOf(found []plan.Finding) []Finding {
	out := make([]Finding, len(found))
	for i, f := range found {
		out[i] = Finding{f.Location, f.Rule, f.Message}
	}
	return out
}

type scheduleOutput struct {
	Status   int
	Location string `header:"Location" doc:"Where the schedule is."`
	ETag     string `header:"ETag" doc:"The version of schedule and locks, once there is one."`
	Body     *Solve
}

// draftOutput shows a schedule that is there.
func draftOutput(d desk.Draft) *scheduleOutput {
	return &scheduleOutput{Status: http.StatusOK, ETag: etag(d.Version), Body: &Solve{
		Run: d.Run, Schedule: d.Whole(), Locked: d.Locks, Findings: findingsOf(d.Findings), Version: d.Version, FiguresEvent: d.EventVersion,
	}}
}

func (s *service) startSchedule(ctx context.Context, in *struct {
	EventPath
	OnceHeader
	Body *SolveOptions `doc:"How to solve; without a body everything is as the server would have it."`
}) (*scheduleOutput, error) {
	opt := jobs.Options{}
	if in.Body != nil {
		opt = in.Body.job()
	}
	run, err := s.desk.Solve(ctx, callerOf(ctx), in.Event, opt)
	if err != nil {
		return nil, err
	}
	return &scheduleOutput{Status: http.StatusAccepted, Location: basePath + "/schedules/" + run.ID, Body: &Solve{Run: run}}, nil
}

func (s *service) listSchedules(ctx context.Context, in *struct {
	EventPath
	Paging
}) (*pageOutput[jobs.Run], error) {
	runs, err := s.desk.Runs(ctx, callerOf(ctx), in.Event)
	if err != nil {
		return nil, err
	}
	if in.Cursor != "" {
		at := slices.IndexFunc(runs, func(r jobs.Run) bool { return r.ID == in.Cursor })
		if at < 0 {
			return nil, cursorError{}
		}
		runs = runs[at+1:]
	}
	next := ""
	if len(runs) > in.Limit {
		runs = runs[:in.Limit]
		next = runs[in.Limit-1].ID
	}
	return pageOf("/events/"+in.Event+"/schedules", nil, in.Paging, runs, next), nil
}

func (s *service) readSchedule(ctx context.Context, in *struct {
	SchedulePath
	NoneMatchHeader
}) (*scheduleOutput, error) {
	draft, err := s.desk.Draft(ctx, callerOf(ctx), in.Schedule)
	if errors.Is(err, desk.ErrNotFound) {
		run, err := s.desk.Run(ctx, callerOf(ctx), in.Schedule)
		if err != nil {
			return nil, err
		}
		return &scheduleOutput{Status: http.StatusOK, Body: &Solve{Run: run}}, nil
	}
	if err != nil {
		return nil, err
	}
	if tag := etag(draft.Version); seen(in.IfNoneMatch, tag) {
		return &scheduleOutput{Status: http.StatusNotModified, ETag: tag}, nil
	}
	return draftOutput(draft), nil
}

func (s *service) stopSchedule(ctx context.Context, in *struct {
	SchedulePath
	Forget bool `query:"forget" doc:"Delete a solve that has ended, with its schedule; what was published of it stays."`
}) (*scheduleOutput, error) {
	c := callerOf(ctx)
	if in.Forget {
		return &scheduleOutput{Status: http.StatusNoContent}, s.desk.DeleteRun(ctx, c, in.Schedule)
	}
	if err := s.desk.StopRun(ctx, c, in.Schedule); err != nil {
		return nil, err
	}
	run, err := s.desk.Run(ctx, c, in.Schedule)
	if err != nil {
		return nil, err
	}
	return &scheduleOutput{Status: http.StatusOK, Body: &Solve{Run: run}}, nil
}
