package api

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"sangdam/event"
	"sangdam/internal/desk"
)

// A MatchPage describes the answer of desk.MatchesJSON, which comes as bytes.
type MatchPage struct {
	Items     []event.Pair `json:"items" doc:"Ranked pairs with their factors, the best first."`
	Next      string       `json:"next,omitempty" doc:"The cursor of the next page; without it this is the last. When the event changes meanwhile it is refused, and the list begins again."`
	Shortened bool         `json:"shortened,omitempty" doc:"The event has so many pairs that only the best of each firm and buyer are ranked."`
}

type matchesInput struct {
	EventPath
	NoneMatchHeader
	Session string `query:"session" maxLength:"200" doc:"Id of a session: only that one."`
	Firm    string `query:"firm" maxLength:"200" doc:"Only this firm."`
	Buyer   string `query:"buyer" maxLength:"200" doc:"Only this buyer."`
	Paging
}

type matchesOutput struct {
	Status      int
	ContentType string `header:"Content-Type"`
	ETag        string `header:"ETag" doc:"For If-None-Match."`
	Link        string `header:"Link" doc:"The next page as a link with rel=\"next\"."`
	Body        []byte
}

// registerMatches adds the reading of ranked pairs.
func (s *service) registerMatches(h huma.API) {
	op := operation("list-matches", http.MethodGet, "/events/{event}/matches", "matches", "Ranked pairs with their factors", named|cached)
	answers(&op, "200", "a page of the match document", document(schemaOf[MatchPage](h), nil))
	huma.Register(h, op, s.listMatches)
}

func (s *service) listMatches(ctx context.Context, in *matchesInput) (*matchesOutput, error) {
	page, err := s.desk.MatchesJSON(ctx, callerOf(ctx), in.Event, desk.MatchQuery{
		Session: in.Session, Firm: in.Firm, Buyer: in.Buyer, After: in.Cursor, Limit: in.Limit,
	})
	if err != nil {
		return nil, ofQuery(err)
	}
	if seen(in.IfNoneMatch, page.ETag) {
		return &matchesOutput{Status: http.StatusNotModified, ETag: page.ETag}, nil
	}
	query := []string{"session", in.Session, "firm", in.Firm, "buyer", in.Buyer}
	return &matchesOutput{Status: http.StatusOK, ContentType: mediaJSON, ETag: page.ETag, Body: page.Body,
		Link: nextLink("/events/"+in.Event+"/matches", query, in.Limit, page.Next)}, nil
}
