package api

import (
	"context"
	"io"

	"github.com/danielgtaylor/huma/v2"

	"sangdam/event"
	"sangdam/internal/plan"
)

// registerMatch adds POST /match: an event document in, its match document out.
func (s *service) registerMatch(h huma.API) {
	op := s.stateless("match", "/match", "Rank the pairs of an event")
	takesDocument(&op, mediaJSON, "the event document", schemaOf[event.Event](h), exampleEvent(), s.opt.MaxBodyBytes)
	answers(&op, "200", "the match document", document(schemaOf[[]event.Pair](h), nil))
	huma.Register(h, op, s.answer(func(_ context.Context, body []byte) (func(io.Writer) error, error) {
		_, pairs, err := match(body, "body")
		return func(w io.Writer) error { return event.WritePairs(w, pairs) }, err
	}))
}

// match reads an event that stands at location in the body and ranks its pairs.
func match(body []byte, location string) (*event.Event, []event.Pair, error) {
	ev, err := readEvent(location, body)
	if err == nil {
		err = of(location, "", requireSmall(ev))
	}
	if err != nil {
		return nil, nil, err
	}
	pairs, err := plan.Match(ev)
	if err != nil {
		return nil, nil, locatedError{location: location, err: err}
	}
	return ev, pairs, nil
}
