package api

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"

	"github.com/danielgtaylor/huma/v2"

	"sangdam/event"
	"sangdam/internal/plan"
)

// registerCheck adds POST /check: an event and a schedule document in, the check document out. A schedule that breaks rules
// is no error: the answer says what is wrong with it.
func registerCheck(h huma.API, opt Options) {
	op := documentOperation(opt, "check", "/check", "Verify a schedule independently of the solver",
		`an object of two documents: {"event": …, "schedule": …}`, "the check document")
	huma.Register(h, op, answer(func(_ context.Context, body []byte) (func(io.Writer) error, error) {
		var parts struct {
			Event    json.RawMessage `json:"event"`
			Schedule json.RawMessage `json:"schedule"`
		}
		d := json.NewDecoder(bytes.NewReader(body))
		d.DisallowUnknownFields()
		if err := d.Decode(&parts); err != nil {
			return nil, locatedError{"body", err}
		}
		if parts.Event == nil || parts.Schedule == nil {
			return nil, locatedError{"body", errors.New(`"event" and "schedule" are both needed`)}
		}
		ev, pairs, err := match(parts.Event, "body.event")
		if err != nil {
			return nil, err
		}
		s, err := event.ReadSchedule(bytes.NewReader(parts.Schedule))
		if err != nil {
			return nil, locatedError{"body.schedule", err}
		}
		return plan.Check(ev, s, pairs).Write, nil
	}))
}
