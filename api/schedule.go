package api

import (
	"context"
	"errors"
	"io"

	"github.com/danielgtaylor/huma/v2"

	"sangdam/event"
	"sangdam/internal/plan"
)

// registerSchedule adds POST /schedule: an event document in, its schedule document out. A solve that reaches the limit
// gives its best so far and says so in the document.
func (s *service) registerSchedule(h huma.API) {
	op := s.stateless("schedule", "/schedule", "Pack the sessions of an event")
	takesDocument(&op, mediaJSON, "the event document", schemaOf[event.Event](h), exampleEvent(), s.opt.MaxBodyBytes)
	answers(&op, "200", "the schedule document", document(schemaOf[event.Schedule](h), nil))
	huma.Register(h, op, s.answer(func(ctx context.Context, body []byte) (func(io.Writer) error, error) {
		ev, pairs, err := match(body, "body")
		if err != nil {
			return nil, err
		}
		schedule, err := plan.Schedule(ctx, ev, pairs, plan.Options{TimeLimit: s.opt.SolveLimit, Seed: 1})
		switch {
		case err == nil:
			return schedule.Write, nil
		case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
			return nil, err
		default:
			return nil, locatedError{location: "body", err: err}
		}
	}))
}
