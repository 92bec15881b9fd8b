package api

import (
	"bytes"
	"context"
	"io"

	"github.com/danielgtaylor/huma/v2"

	"sangdam/event"
	"sangdam/internal/plan"
)

// checkBody describes the body of a check.
type checkBody struct {
	Event    event.Event    `json:"event"`
	Schedule event.Schedule `json:"schedule"`
}

// A Verdict describes the check document.
type Verdict struct {
	Valid      bool                       `json:"valid" doc:"No rule is broken and every figure is right."`
	Findings   []Finding                  `json:"findings"`
	Objectives map[string]event.Objective `json:"objectives" doc:"Recomputed, by session."`
}

// registerCheck adds POST /check: an event and a schedule document in, the check document out. A schedule that breaks rules
// is no error: the answer says what is wrong with it.
func (s *service) registerCheck(h huma.API) {
	op := s.stateless("check", "/check", "Verify a schedule independently of the solver")
	takesDocument(&op, mediaJSON, "an event document and a schedule document", schemaOf[checkBody](h), nil, s.opt.MaxBodyBytes+event.MaxScheduleBytes)
	answers(&op, "200", "the check document", document(schemaOf[Verdict](h), nil))
	huma.Register(h, op, s.answer(func(_ context.Context, body []byte) (func(io.Writer) error, error) {
		parts, err := opened(body, "event", "schedule")
		if err != nil {
			return nil, err
		}
		ev, pairs, err := match(parts["event"], "body.event")
		if err != nil {
			return nil, err
		}
		schedule, err := event.ReadSchedule(bytes.NewReader(parts["schedule"]))
		if err != nil {
			return nil, locatedError{location: "body.schedule", err: err}
		}
		return plan.Check(ev, schedule, pairs).Write, nil
	}))
}
