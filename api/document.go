package api

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"sangdam/event"
)

// A documentInput is a request whose body is a document. The document is read by its own strict reader and not by huma,
// so that all its faults are told, with their places.
type documentInput struct {
	Language string `header:"Accept-Language" doc:"Language of the messages: ko, en, zh or ru; else English."`
	RawBody  []byte `contentType:"application/json"`
}

// A documentOutput is an answer that is a document.
type documentOutput struct {
	ContentType string `header:"Content-Type"`
	Body        []byte
}

// documentOperation describes an operation that takes one document and answers with another.
func documentOperation(opt Options, id, path, summary, body, answer string) huma.Operation {
	return huma.Operation{
		OperationID: id, Method: http.MethodPost, Path: basePath + path, Summary: summary, Tags: []string{"stateless"},
		MaxBodyBytes: opt.MaxBodyBytes, SkipValidateBody: true,
		Errors: []int{http.StatusRequestEntityTooLarge, http.StatusUnprocessableEntity, http.StatusInternalServerError},
		RequestBody: &huma.RequestBody{Required: true, Description: body,
			Content: map[string]*huma.MediaType{"application/json": {Schema: &huma.Schema{Type: huma.TypeObject}}}},
		Responses: map[string]*huma.Response{"200": {Description: answer,
			Content: map[string]*huma.MediaType{"application/json": {Schema: &huma.Schema{}}}}},
	}
}

// answer adds to an operation the writing of its document and the telling of its error.
func answer(work func(ctx context.Context, body []byte) (func(io.Writer) error, error)) func(context.Context, *documentInput) (*documentOutput, error) {
	return func(ctx context.Context, in *documentInput) (*documentOutput, error) {
		write, err := work(ctx, in.RawBody)
		var b bytes.Buffer
		if err == nil {
			err = write(&b)
		}
		if err != nil {
			return nil, problem(err, languageOf(in.Language))
		}
		return &documentOutput{"application/json", b.Bytes()}, nil
	}
}

// readEvent reads an event that stands at location in the body.
func readEvent(location string, data []byte) (*event.Event, error) {
	ev, err := event.ReadEvent(bytes.NewReader(data))
	if err != nil {
		return nil, locatedError{location, err}
	}
	return ev, nil
}

// requireSmall refuses an event that is too large to be solved while the caller waits.
func requireSmall(ev *event.Event) error {
	const most = 100_000 // pairs of a firm and a buyer, over all sessions
	pairs := len(ev.Firms) * len(ev.Buyers) * len(ev.Sessions)
	if pairs > most {
		return locatedError{"body", fmt.Errorf("the event has up to %d pairs; at most %d are answered at once", pairs, most)}
	}
	return nil
}
