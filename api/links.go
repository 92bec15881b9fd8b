package api

import (
	"context"
	"errors"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"sangdam/event"
	"sangdam/internal/desk"
)

// registerLinks adds the operations on the personal links by which companies come in.
func (s *service) registerLinks(h huma.API) {
	create := operation("create-link", http.MethodPost, "/events/{event}/links", "access", "Make a personal link for a company", named|withBody)
	create.Description = "The company opens the link at /my/CODE of this server, with the code of the answer in the place of CODE."
	create.DefaultStatus = http.StatusCreated
	huma.Register(h, create, s.createLink)
	huma.Register(h, operation("list-links", http.MethodGet, "/events/{event}/links", "access", "List the links of an event", named), s.listLinks)
	huma.Register(h, operation("revoke-link", http.MethodDelete, "/events/{event}/links/{link}", "access", "Revoke a link at once", named), s.revokeLink)
}

// companyWord is what a fault calls a firm or buyer.
var companyWord = event.Text{By: map[string]string{"ko": "기업", "en": "company", "zh": "公司", "ru": "компания"}}

// LinkSpec is the body that makes a link.
type LinkSpec struct {
	Company string    `json:"company" minLength:"1" maxLength:"200" example:"F01" doc:"Id of the firm or buyer."`
	Expires time.Time `json:"expires,omitzero" example:"2027-01-31T00:00:00+09:00" doc:"When it ends; absent: 30 days after the last slot."`
}

type linkOutput struct {
	CacheControl string `header:"Cache-Control"`
	Body         desk.LinkInfo
}

func (s *service) createLink(ctx context.Context, in *struct {
	EventPath
	Body LinkSpec
}) (*linkOutput, error) {
	_, info, err := s.desk.CreateLink(ctx, callerOf(ctx), in.Event, in.Body.Company, in.Body.Expires)
	if e, ok := errors.AsType[*desk.NotFoundError](err); ok && e.Kind == "company" { // of the body, not of the path
		err = ofBody("", event.Faults{{Location: "company", Code: event.CodeUnknownID, Args: event.Args{"got": {Plain: e.ID}, "kind": companyWord}}})
	}
	if err != nil {
		return nil, err
	}
	return &linkOutput{"no-store", info}, nil
}

func (s *service) listLinks(ctx context.Context, in *struct{ EventPath }) (*struct{ Body Page[desk.LinkInfo] }, error) {
	links, err := s.desk.Links(ctx, callerOf(ctx), in.Event)
	return whole(links, err)
}

func (s *service) revokeLink(ctx context.Context, in *struct {
	EventPath
	Link string `path:"link" maxLength:"200" example:"0c1d2e3f4a5b6c7d" doc:"Id of the link, not its code."`
}) (*struct{}, error) {
	return nil, s.desk.RevokeLink(ctx, callerOf(ctx), in.Event, in.Link)
}
