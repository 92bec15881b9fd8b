package web

import (
	"bytes"

	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/report/workbook"
)

// scheduleWorkbook is GET /events/{id}/publish/schedule.xlsx?run=: a run's draft as a workbook, or without one what is published.
func (r *request) scheduleWorkbook() error {
	ctx, id, run := r.Request.Context(), r.Param("event"), r.Query("run")
	current, err := r.desk.Event(ctx, r.caller, id)
	if err != nil {
		return err
	}
	var schedule *event.Schedule
	name := id + "-schedule.xlsx"
	if run != "" {
		if _, err := r.runOf(id, run); err != nil {
			return err
		}
		draft, err := r.desk.Draft(ctx, r.caller, run)
		if err != nil {
			return err
		}
		schedule, name = draft.Whole(), id+"-draft.xlsx"
	} else {
		p, err := r.desk.Published(ctx, r.caller, id)
		if err != nil {
			return err
		}
		schedule = p.Schedule
	}
	var out bytes.Buffer
	book := workbook.Book{Event: current.Value, Schedule: schedule, Voice: r.voice, Made: r.site.Clock(), Sectors: desk.SectorNames(current.Value)}
	if err := workbook.Write(&out, book); err != nil {
		return err
	}
	if err := r.desk.NoteExport(ctx, r.caller, id, "schedule.xlsx"); err != nil {
		return err
	}
	r.attach(name, workbookType, out.Bytes())
	return nil
}
