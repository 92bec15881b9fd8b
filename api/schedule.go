package api

import (
	"context"
	"io"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/plan"
)

// registerSchedule adds POST /schedule: an event document in, its schedule document out. A solve that reaches the limit
// gives its best so far and says so in the document.
func (s *service) registerSchedule(h huma.API) {
	op := s.stateless("schedule", "/schedule", "Pack the sessions of an event")
	takesDocument(&op, mediaJSON, "the event document", schemaOf[event.Event](h), exampleEvent(), s.opt.MaxBodyBytes)
	answers(&op, "200", "the schedule document", document(schemaOf[event.Schedule](h), nil))
	huma.Register(h, op, func(ctx context.Context, in *scheduleInput) (*documentOutput, error) {
		opt := in.options(s.opt.SolveLimit)
		return s.answer(func(ctx context.Context, body []byte) (func(io.Writer) error, error) {
			return pack(ctx, body, opt)
		})(ctx, &in.DocumentInput)
	})
}

// scheduleInput is an event with the options of its solve.
type scheduleInput struct {
	DocumentInput
	Session    string  `query:"session" maxLength:"200" doc:"Id of a session: only that one; absent: all."`
	TimeLimit  float64 `query:"time_limit" minimum:"0" maximum:"3600" doc:"Seconds; absent, 0 or more than the server's own limit: that limit."`
	ScoreSlack float64 `query:"score_slack" minimum:"0" maximum:"0.5" doc:"Share of the score that may be given up for fewer breaks."`
	Seed       uint64  `query:"seed" default:"1" doc:"The same event, options and seed give the same schedule."`
	Fair       bool    `query:"fair" doc:"Spread meetings evenly among the firms first."`
	Help       int     `query:"help" minimum:"0" maximum:"20" doc:"How many changes to try, to say what one more table, slot, interpreter or meeting would bring."`
}

func (in *scheduleInput) options(limit time.Duration) plan.Options {
	opt := plan.Options{
		Session: in.Session, TimeLimit: limit, ScoreSlack: in.ScoreSlack, Seed: in.Seed, Fair: in.Fair, Help: in.Help,
	}
	if asked := time.Duration(in.TimeLimit * float64(time.Second)); asked > 0 {
		opt.TimeLimit = min(limit, asked)
	}
	return opt
}

// pack packs the sessions of an event document.
func pack(ctx context.Context, body []byte, opt plan.Options) (func(io.Writer) error, error) {
	ev, pairs, err := match(body, "body")
	if err != nil {
		return nil, err
	}
	if faults := desk.UnknownIDs(event.NewIndex(ev), ev, opt.Session, "", ""); len(faults) > 0 {
		return nil, ofQuery(faults)
	}
	schedule, err := plan.Schedule(ctx, ev, pairs, opt)
	if err != nil {
		return nil, of("body", "", err)
	}
	return schedule.Write, nil
}
