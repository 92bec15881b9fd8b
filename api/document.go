package api

import (
	"context"
	"io"
	"net/http"
	"strconv"

	"github.com/danielgtaylor/huma/v2"

	"sangdam/event"
	"sangdam/internal/desk"
)

// A DocumentInput is a request whose body is a document. The document is read by its own strict reader and not by huma,
// so that all its faults are told, with their places.
type DocumentInput struct {
	LanguageHeader
	RawBody []byte `contentType:"application/json"`
}

// stateless describes an operation that takes one document and answers with another, and keeps nothing.
func (s *service) stateless(id, path, summary string) huma.Operation {
	traits := withBody
	if s.opt.Open {
		traits |= open
	}
	return operation(id, http.MethodPost, path, "stateless", summary, traits)
}

// answer adds to an operation the question who asks, and the writing of its document.
func (s *service) answer(work func(ctx context.Context, body []byte) (func(io.Writer) error, error)) func(context.Context, *DocumentInput) (*documentOutput, error) {
	return func(ctx context.Context, in *DocumentInput) (*documentOutput, error) {
		switch c := callerOf(ctx); {
		case s.opt.Open, c.Kind == desk.Organizer: // whatever its scopes: nothing is read or kept
		case c.Kind == desk.Company:
			return nil, &desk.ForbiddenError{Scope: desk.ReadEvents}
		default:
			return nil, desk.ErrUnauthenticated
		}
		write, err := work(ctx, in.RawBody)
		if err != nil {
			return nil, err
		}
		return written(mediaJSON, "", write)
	}
}

// requireSmall refuses an event that is too large to be solved while the caller waits.
func requireSmall(ev *event.Event) error {
	const most = 100_000 // pairs of a firm and a buyer, over all sessions
	pairs := len(ev.Firms) * len(ev.Buyers) * len(ev.Sessions)
	if pairs > most {
		return event.Faults{{Code: event.CodeTooManyPairs, Args: event.Args{
			"got": {Plain: strconv.Itoa(pairs)}, "limit": {Plain: strconv.Itoa(most)},
		}}}
	}
	return nil
}
