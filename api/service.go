package api

import (
	"bytes"
	"context"
	"io"

	"github.com/danielgtaylor/huma/v2"

	"sangdam/event"
	"sangdam/internal/desk"
)

// A service holds what the operations work with: one file a resource, each with the methods that answer its operations.
type service struct {
	desk *desk.Desk
	opt  Options
}

// callerOf returns who asks.
func callerOf(ctx context.Context) desk.Caller { return requestOf(ctx).caller }

// EventPath is the id of an event in a path.
type EventPath struct {
	Event string `path:"event" maxLength:"200" example:"jinju-2019" doc:"Id of the event."`
}

// SchedulePath is the id of a schedule in a path.
type SchedulePath struct {
	Schedule string `path:"schedule" maxLength:"230" example:"jinju-2019-r8q2m4x0v7zkp" doc:"Id of the schedule, as starting it answered."`
}

// MatchHeader is the condition of a change.
type MatchHeader struct {
	IfMatch string `header:"If-Match" example:"\"7\"" doc:"The ETag that was read. It is needed, so that nobody overwrites what another has changed meanwhile; * changes whatever there is."`
}

// NoneMatchHeader is the condition of a reading.
type NoneMatchHeader struct {
	IfNoneMatch string `header:"If-None-Match" example:"\"7\"" doc:"An ETag that was read: while it is still the current one, the answer is 304 without a body."`
}

// OnceHeader makes it safe to send a request again.
type OnceHeader struct {
	IdempotencyKey string `header:"Idempotency-Key" maxLength:"200" example:"3f1c-0001" doc:"A word of the caller's own choice: the same request with the same word, within 24 hours, is done once and answered as before."`
}

// LanguageHeader is the language of texts in an answer.
type LanguageHeader struct {
	Language string `header:"Accept-Language" example:"ko" doc:"Language of the texts: ko, en, zh or ru; else English."`
}

// versioned is the answer of an operation that changes something, without a body.
type versioned struct {
	ETag string `header:"ETag" doc:"The version that there is now."`
}

// documentOutput is an answer that is a document or file; a status of 304 has none.
type documentOutput struct {
	Status      int
	ContentType string `header:"Content-Type"`
	ETag        string `header:"ETag" doc:"The version, for If-Match and If-None-Match."`
	Disposition string `header:"Content-Disposition"`
	Vary        string `header:"Vary"`
	Body        []byte
}

// written has a document written into an answer.
func written(contentType, tag string, write func(io.Writer) error) (*documentOutput, error) {
	var b bytes.Buffer
	if err := write(&b); err != nil {
		return nil, err
	}
	return &documentOutput{Status: 200, ContentType: contentType, ETag: tag, Body: b.Bytes()}, nil
}

// unchanged is the answer to whoever has the current version already.
func unchanged(tag string) *documentOutput { return &documentOutput{Status: 304, ETag: tag} }

// readEvent reads an event that stands at location in the body.
func readEvent(location string, data []byte) (*event.Event, error) {
	ev, err := event.ReadEvent(bytes.NewReader(data))
	if err != nil {
		return nil, locatedError{location: location, err: err}
	}
	return ev, nil
}

// takesDocument describes a body that a reader of documents reads, and not the typing: it knows more, and tells every fault with its place.
func takesDocument(op *huma.Operation, contentType, description string, schema *huma.Schema, example any, limit int64) {
	op.MaxBodyBytes = limit + 1 // the typing refuses a body that reaches its limit
	op.SkipValidateBody = true
	op.RequestBody = &huma.RequestBody{Required: true, Description: description,
		Content: map[string]*huma.MediaType{contentType: {Schema: schema, Example: example}}}
}
