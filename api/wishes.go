package api

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"sangdam/event"
)

// registerWishes adds the operations on the parts of an event that change most: who wishes to meet whom, and what counts how much.
func (s *service) registerWishes(h huma.API) {
	huma.Register(h, operation("set-requests", http.MethodPut, "/events/{event}/requests", "events",
		"Replace all wishes of an event", named|withBody|conditional), s.setRequests)

	weights := operation("set-weights", http.MethodPatch, "/events/{event}/weights", "events",
		"Change weights of factors (RFC 7396: null takes one back to the matcher's own)", named|withBody|conditional)
	huma.Register(h, weights, s.setWeights)

	huma.Register(h, operation("read-weights", http.MethodGet, "/events/{event}/weights", "events",
		"Read the weights that an event states", named), s.readWeights)
}

func (s *service) setRequests(ctx context.Context, in *struct {
	EventPath
	MatchHeader
	Body []event.Request `maxItems:"200000" example:"[{\"from\":\"F01\",\"to\":\"B001\",\"wish\":\"want\"}]" doc:"All wishes of the event, of either side."`
}) (*versioned, error) {
	version, err := versionOf(in.IfMatch)
	if err != nil {
		return nil, err
	}
	now, err := s.desk.SetRequests(ctx, callerOf(ctx), in.Event, in.Body, version)
	if err != nil {
		return nil, ofBody("requests", err)
	}
	return &versioned{etag(now)}, nil
}

func (s *service) setWeights(ctx context.Context, in *struct {
	EventPath
	MatchHeader
	Body weightsPatch `contentType:"application/merge-patch+json"`
}) (*versioned, error) {
	version, err := versionOf(in.IfMatch)
	if err != nil {
		return nil, err
	}
	now, err := s.desk.SetWeights(ctx, callerOf(ctx), in.Event, in.Body, version)
	if err != nil {
		return nil, ofBody("weights", err)
	}
	return &versioned{etag(now)}, nil
}

// weightsPatch holds the weights to change; nil takes one back.
type weightsPatch map[string]*float64

// Schema describes the patch; a map of pointers says nothing of null by itself.
func (weightsPatch) Schema(huma.Registry) *huma.Schema {
	return &huma.Schema{
		Type: huma.TypeObject, AdditionalProperties: orNull(huma.TypeNumber, ""), Examples: []any{map[string]any{"sector": 0.4, "text": nil}},
		Description: "Weights by the name of the factor; null takes one back to the matcher's own.",
	}
}

type weightsOutput struct {
	ETag string `header:"ETag" doc:"The version of the event."`
	Body map[string]float64
}

func (s *service) readWeights(ctx context.Context, in *struct{ EventPath }) (*weightsOutput, error) {
	ev, err := s.desk.Event(ctx, callerOf(ctx), in.Event)
	if err != nil {
		return nil, err
	}
	out := &weightsOutput{ETag: etag(ev.Version), Body: ev.Value.Weights}
	if out.Body == nil {
		out.Body = map[string]float64{}
	}
	return out, nil
}
