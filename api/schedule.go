package api

import (
	"context"
	"errors"
	"io"

	"github.com/danielgtaylor/huma/v2"

	"sangdam/internal/plan"
)

// registerSchedule adds POST /schedule: an event document in, its schedule document out. A solve that reaches the limit
// gives its best so far and says so in the document.
func registerSchedule(h huma.API, opt Options) {
	op := documentOperation(opt, "schedule", "/schedule", "Pack the sessions of an event", "the event document", "the schedule document")
	huma.Register(h, op, answer(func(ctx context.Context, body []byte) (func(io.Writer) error, error) {
		ev, pairs, err := match(body, "body")
		if err != nil {
			return nil, err
		}
		s, err := plan.Schedule(ctx, ev, pairs, plan.Options{TimeLimit: opt.SolveLimit, Seed: 1})
		switch {
		case err == nil:
			return s.Write, nil
		case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
			return nil, err
		default:
			return nil, locatedError{"body", err}
		}
	}))
}
