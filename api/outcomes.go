package api

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"sangdam/event"
)

// registerOutcomes adds the consultation log.
func (s *service) registerOutcomes(h huma.API) {
	op := operation("add-outcomes", http.MethodPost, "/events/{event}/outcomes", "afterwards",
		"Report what came of meetings; a report replaces an earlier one of the same side", named|withBody|once)
	op.MaxBodyBytes = 16 << 20
	op.Middlewares = s.idempotent(op)
	huma.Register(h, op, s.addOutcomes)
}

func (s *service) addOutcomes(ctx context.Context, in *struct {
	EventPath
	OnceHeader
	Body []event.Outcome `minItems:"1" maxItems:"10000" doc:"Reports; a company reports its own meetings, and reported_by is set to its side."`
}) (*versioned, error) {
	version, err := s.desk.AddOutcomes(ctx, callerOf(ctx), in.Event, in.Body)
	if err != nil {
		return nil, ofBody("outcomes", err)
	}
	return &versioned{etag(version)}, nil
}
