package api

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"

	"sangdam/internal/desk"
)

// A Backup writes a copy of everything that is kept, as of one moment, while the server goes on working.
type Backup func(ctx context.Context, w io.Writer) error

// registerBackup adds the copy of the data, where the store can make one.
func (s *service) registerBackup(h huma.API) {
	op := operation("read-backup", http.MethodGet, "/backup", "operation", "A copy of all data, as one file to restore from", 0, http.StatusNotFound)
	answers(&op, "200", "the file", map[string]*huma.MediaType{"application/octet-stream": {Schema: &huma.Schema{Type: huma.TypeString, Format: "binary"}}})
	huma.Register(h, op, s.backup)
}

func (s *service) backup(ctx context.Context, _ *struct{}) (*huma.StreamResponse, error) {
	c := callerOf(ctx)
	if !c.May(desk.Admin, "") {
		if c.Kind != desk.Organizer && c.Kind != desk.Company {
			return nil, desk.ErrUnauthenticated
		}
		return nil, &desk.ForbiddenError{Scope: desk.Admin}
	}
	if s.opt.Backup == nil {
		return nil, desk.ErrNotFound
	}
	return &huma.StreamResponse{Body: func(hc huma.Context) {
		out := humagin.Unwrap(hc).Writer
		h := out.Header()
		h.Set("Content-Type", "application/octet-stream")
		h.Set("Content-Disposition", fmt.Sprintf("attachment; filename=%q", "sangdam-"+time.Now().UTC().Format("20060102T150405Z")+".db"))
		h.Set("Cache-Control", "no-store")
		if err := http.NewResponseController(out).SetWriteDeadline(time.Time{}); err != nil {
			requestOf(ctx).tell(ctx, http.StatusInternalServerError, err)
			return
		}
		if err := s.opt.Backup(ctx, out); err != nil {
			requestOf(ctx).tell(ctx, http.StatusInternalServerError, err)
			panic(http.ErrAbortHandler) // so that half a copy is not taken for a whole one
		}
	}}, nil
}
