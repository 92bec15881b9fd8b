package web

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"

	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/sheet"
)

// A Backup writes the whole home of the data as it is at one moment.
type Backup func(context.Context, io.Writer) error

// A backupView offers what there is as files.
type backupView struct {
	settingsShell
	Whole bool // the whole home of the data can be had
}

// backup is GET /settings/backup.
func (r *request) backup() error {
	shell, err := r.settingsShell("backup")
	if err != nil {
		return err
	}
	return r.page(http.StatusOK, "settingsbackup", &backupView{settingsShell: shell, Whole: r.site.Backup != nil && r.caller.May(desk.Admin, "")})
}

// downloadBackup is GET /settings/backup/download.
func (r *request) downloadBackup() error {
	if !r.caller.May(desk.Admin, "") {
		return &desk.ForbiddenError{Scope: desk.Admin}
	}
	if r.site.Backup == nil {
		return desk.ErrNotFound
	}
	if err := r.desk.NoteExport(r.Request.Context(), r.caller, "", "backup"); err != nil {
		return err
	}
	r.Header("Content-Disposition", `attachment; filename="sangdam-`+r.site.Clock().UTC().Format("20060102-150405")+`.db"`)
	r.Header("Content-Type", "application/octet-stream")
	if err := r.site.Backup(r.Request.Context(), r.Writer); err != nil {
		// Part of it is out already: the answer must not end as if it were whole.
		r.site.Log.Error("backup failed", "error", err)
		panic(http.ErrAbortHandler)
	}
	return nil
}

// exports are the formats of an event as a file.
var exports = map[string]struct {
	kind  string
	write func(io.Writer, *event.Event, sheet.WriteOptions) error
}{
	"json": {"application/json", func(w io.Writer, ev *event.Event, _ sheet.WriteOptions) error { return ev.Write(w) }},
	"xlsx": {workbookType, sheet.WriteWorkbook},
	"zip":  {"application/zip", sheet.WriteZip},
}

// export is GET /events/{id}/settings/export?format=json|xlsx|zip.
func (r *request) export() error {
	format, ok := exports[r.Query("format")]
	if !ok {
		return desk.ErrNotFound
	}
	current, err := r.desk.Event(r.Request.Context(), r.caller, r.Param("event"))
	if err != nil {
		return err
	}
	var out bytes.Buffer
	if err := format.write(&out, current.Value, sheet.WriteOptions{Languages: []string{r.voice.Language()}, Sectors: desk.SheetSectors()}); err != nil {
		return err
	}
	if err := r.desk.NoteExport(r.Request.Context(), r.caller, current.Value.ID, r.Query("format")); err != nil {
		return err
	}
	r.attach(fmt.Sprintf("%s.%s", current.Value.ID, r.Query("format")), format.kind, out.Bytes())
	return nil
}
