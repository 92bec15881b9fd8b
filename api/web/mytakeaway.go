package web

import (
	"bytes"
	"fmt"
	"net/http"

	"sangdam/internal/handout"
)

// myCalendar is GET /my/{link}/calendar.ics: the agenda for a calendar, once or to subscribe to.
func (r *request) myCalendar() error {
	a, err := r.myAgenda()
	if err != nil {
		return err
	}
	var out bytes.Buffer
	if err := handout.WriteCalendar(&out, a, r.voice, r.site.Clock()); err != nil {
		return err
	}
	r.Header("Content-Disposition", fmt.Sprintf(`attachment; filename="%s-%s.ics"`, a.Event, a.Company.ID))
	r.Data(http.StatusOK, "text/calendar; charset=utf-8", out.Bytes())
	return nil
}

// myPaper is GET /my/{link}/agenda.pdf.
func (r *request) myPaper() error {
	a, err := r.myAgenda()
	if err != nil {
		return err
	}
	var out bytes.Buffer
	if err := handout.WritePaper(&out, a, r.voice, r.site.Clock()); err != nil {
		return err
	}
	r.attach(fmt.Sprintf("%s-%s.pdf", a.Event, a.Company.ID), "application/pdf", out.Bytes())
	return nil
}
