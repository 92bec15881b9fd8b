package api

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"sangdam/event"
	"sangdam/internal/desk"
)

// registerEvents adds the operations on whole event documents.
func (s *service) registerEvents(h huma.API) {
	doc := schemaOf[event.Event](h)

	create := operation("create-event", http.MethodPost, "/events", "events", "Store a new event", withBody|once)
	create.DefaultStatus = http.StatusCreated
	takesDocument(&create, mediaJSON, "the event document", doc, exampleEvent(), s.opt.MaxBodyBytes)
	create.Middlewares = s.idempotent(create)
	huma.Register(h, create, s.createEvent)

	huma.Register(h, operation("list-events", http.MethodGet, "/events", "events", "List the events", 0), s.listEvents)

	read := operation("read-event", http.MethodGet, "/events/{event}", "events", "Read an event", named|cached)
	answers(&read, "200", "the event document", document(doc, exampleEvent()))
	huma.Register(h, read, s.readEvent)

	replace := operation("replace-event", http.MethodPut, "/events/{event}", "events", "Replace an event", named|withBody|conditional)
	takesDocument(&replace, mediaJSON, "the whole event document", doc, exampleEvent(), s.opt.MaxBodyBytes)
	huma.Register(h, replace, s.replaceEvent)

	remove := operation("delete-event", http.MethodDelete, "/events/{event}", "events", "Delete an event with all that belongs to it", named|conditional, http.StatusConflict)
	huma.Register(h, remove, s.deleteEvent)
}

type createdEvent struct {
	Location string `header:"Location" doc:"Where the event is."`
	ETag     string `header:"ETag" doc:"Its version."`
	Body     struct {
		ID      string `json:"id" example:"jinju-2019" doc:"Id of the event."`
		Version uint64 `json:"version" example:"1" doc:"Its version; the ETag holds the same."`
	}
}

func (s *service) createEvent(ctx context.Context, in *struct {
	OnceHeader
	RawBody []byte `contentType:"application/json"`
}) (*createdEvent, error) {
	ev, err := readEvent("body", in.RawBody)
	if err != nil {
		return nil, err
	}
	version, err := s.desk.CreateEvent(ctx, callerOf(ctx), ev)
	if err != nil {
		return nil, err
	}
	out := &createdEvent{Location: basePath + "/events/" + ev.ID, ETag: etag(version)}
	out.Body.ID, out.Body.Version = ev.ID, version
	return out, nil
}

func (s *service) listEvents(ctx context.Context, in *struct{ Paging }) (*pageOutput[desk.EventInfo], error) {
	events, next, err := s.desk.Events(ctx, callerOf(ctx), in.Cursor, in.Limit)
	if err != nil {
		return nil, err
	}
	return pageOf("/events", nil, in.Paging, events, next), nil
}

func (s *service) readEvent(ctx context.Context, in *struct {
	EventPath
	NoneMatchHeader
}) (*documentOutput, error) {
	ev, err := s.desk.Event(ctx, callerOf(ctx), in.Event)
	if err != nil {
		return nil, err
	}
	tag := etag(ev.Version)
	if seen(in.IfNoneMatch, tag) {
		return unchanged(tag), nil
	}
	return written(mediaJSON, tag, ev.Value.Write)
}

func (s *service) replaceEvent(ctx context.Context, in *struct {
	EventPath
	MatchHeader
	RawBody []byte `contentType:"application/json"`
}) (*versioned, error) {
	version, err := versionOf(in.IfMatch)
	if err != nil {
		return nil, err
	}
	ev, err := readEvent("body", in.RawBody)
	if err != nil {
		return nil, err
	}
	now, err := s.desk.ReplaceEvent(ctx, callerOf(ctx), in.Event, ev, version)
	if err != nil {
		return nil, err
	}
	return &versioned{etag(now)}, nil
}

func (s *service) deleteEvent(ctx context.Context, in *struct {
	EventPath
	MatchHeader
}) (*struct{}, error) {
	version, err := versionOf(in.IfMatch)
	if err != nil {
		return nil, err
	}
	return nil, s.desk.DeleteEvent(ctx, callerOf(ctx), in.Event, version)
}
