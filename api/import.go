package api

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/sheet"
)

// registerImport adds the way in for workbooks.
func (s *service) registerImport(h huma.API) {
	op := operation("import-event", http.MethodPost, "/events/import", "events",
		"Store the event of a workbook, a zip of CSV files or a document", withBody|once, http.StatusPreconditionFailed)
	file := &huma.Schema{Type: huma.TypeString, Format: "binary"}
	takesDocument(&op, "application/octet-stream", "the file; what it is, is seen from its content", file, nil, s.opt.MaxBodyBytes)
	for _, media := range []string{mediaXLSX, mediaZIP} {
		op.RequestBody.Content[media] = &huma.MediaType{Schema: file}
	}
	op.Middlewares = s.idempotent(op)
	huma.Register(h, op, s.importEvent)
}

// An Import is what became of a file.
type Import struct {
	Event   string         `json:"event" example:"jinju-2019" doc:"Id of the event."`
	Version uint64         `json:"version" example:"5" doc:"Its version now; after a dry run that of the one to be replaced, 0 where there is none."`
	Created bool           `json:"created" doc:"There was no event of this id."`
	Changes []ImportChange `json:"changes" doc:"What differs from the event that was there."`
	Notes   []ImportNote   `json:"notes" doc:"What the reader decided or left aside."`
}

// An ImportChange is one difference, as people call it.
type ImportChange struct {
	Kind  string     `json:"kind" enum:"added,removed,changed"`
	Sheet string     `json:"sheet" example:"firms" doc:"The key of the sheet it stands in."`
	Title event.Text `json:"title,omitzero" doc:"The name of that sheet."`
	ID    string     `json:"id" example:"F01"`
	Name  event.Text `json:"name,omitzero"`
	Field string     `json:"field,omitempty" doc:"Of what changed: the key of a column."`
	Label event.Text `json:"label,omitzero" doc:"The heading of that column."`
	Old   event.Text `json:"old,omitzero" doc:"As a cell shows it."`
	New   event.Text `json:"new,omitzero"`
}

// An ImportNote is something that the owner of a file should know.
type ImportNote struct {
	Sheet string     `json:"sheet,omitempty"`
	Cell  string     `json:"cell,omitempty" example:"C7"`
	Code  string     `json:"code"`
	Text  event.Text `json:"text"`
}

type importOutput struct {
	ETag string `header:"ETag" doc:"The version of the event."`
	Body Import
}

func (s *service) importEvent(ctx context.Context, in *struct {
	OnceHeader
	IfMatch string `header:"If-Match" example:"\"7\"" doc:"Only in the place of this version, as a dry run told; without it of any."`
	DryRun  bool   `query:"dry_run" doc:"Only tell what would be."`
	RawBody []byte `contentType:"application/octet-stream"`
}) (*importOutput, error) {
	opt := desk.ImportOptions{DryRun: in.DryRun}
	if in.IfMatch != "" {
		version, err := versionOf(in.IfMatch)
		if err != nil {
			return nil, err
		}
		opt.IfVersion = version
	}
	result, err := s.desk.Import(ctx, callerOf(ctx), in.RawBody, opt)
	if err != nil {
		return nil, err
	}
	if len(result.Faults) > 0 {
		return nil, result.Faults
	}
	return imported(result), nil
}

func imported(r desk.ImportResult) *importOutput {
	out := &importOutput{Body: Import{
		Event: r.Event.ID, Version: r.Version, Created: r.Created, Changes: changesOf(r.Changes), Notes: make([]ImportNote, len(r.Notes)),
	}}
	for i, n := range r.Notes {
		out.Body.Notes[i] = ImportNote{n.Sheet, n.Cell, n.Code, n.Text}
	}
	if r.Version != 0 {
		out.ETag = etag(r.Version)
	}
	return out
}

func changesOf(changes []sheet.Change) []ImportChange {
	out := make([]ImportChange, len(changes))
	for i, c := range changes {
		out[i] = ImportChange(c)
	}
	return out
}
