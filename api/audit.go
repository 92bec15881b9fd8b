package api

import (
	"context"
	"errors"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"sangdam/internal/desk"
)

// registerAudit adds the log of who did what.
func (s *service) registerAudit(h huma.API) {
	huma.Register(h, operation("list-audit", http.MethodGet, "/audit", "access", "Who changed, published and exported what, the newest first", 0), s.listAudit)
}

func (s *service) listAudit(ctx context.Context, in *struct {
	Event string `query:"event" maxLength:"200" example:"jinju-2019" doc:"The log of this event; absent: that of tokens, sign-ins and deleted events."`
	Paging
}) (*pageOutput[desk.AuditEntry], error) {
	entries, next, err := s.desk.Audit(ctx, callerOf(ctx), in.Event, in.Cursor, in.Limit)
	if errors.Is(err, desk.ErrNotFound) {
		return nil, ofQuery(desk.UnknownEvent("event", in.Event))
	}
	if err != nil {
		return nil, err
	}
	return pageOf("/audit", []string{"event", in.Event}, in.Paging, entries, next), nil
}
