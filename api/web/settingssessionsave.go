package web

import (
	"slices"
	"strings"

	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/lang"
)

// saveSession is POST /events/{id}/settings/sessions/{session}. Whatever is wrong is told at its field, and the form keeps what was
// written; also when someone else changed the session meanwhile: then it is told what they saved, and the next try saves over it.
func (r *request) saveSession() error {
	id := r.Param("session")
	at := -1
	w := r.sessionWrite(&at)
	w.stamp = func(ev *event.Event) (string, error) {
		if at = slices.IndexFunc(ev.Sessions, func(s event.Session) bool { return s.ID == id }); at < 0 {
			return "", &desk.NotFoundError{Kind: "session", ID: id}
		}
		return stampOf(&ev.Sessions[at]), nil
	}
	w.read = func(ev *event.Event) event.Losses { return w.wrong.readSession(w.form, ev, &ev.Sessions[at]) }
	return r.saveSessionForm(id, w)
}

// createSession is POST /events/{id}/settings/new-session.
func (r *request) createSession() error {
	at := -1
	w := r.sessionWrite(&at)
	w.read = func(ev *event.Event) event.Losses {
		id := w.form.get("id")
		switch {
		case !event.IsID(id):
			w.wrong.add("id", "id")
		case ev.Session(id) != nil:
			w.wrong.add("id", "id_twice", lang.Args{"ID": id})
		}
		at = len(ev.Sessions)
		ev.Sessions = append(ev.Sessions, event.Session{ID: id})
		w.wrong.readSession(w.form, ev, &ev.Sessions[at])
		joinAs(ev, &ev.Sessions[at], w.form.get("join"))
		return event.Losses{}
	}
	return r.saveSessionForm("", w)
}

// sessionWrite begins to save the form that was sent, of the session at a place in the event that is found later.
func (r *request) sessionWrite(at *int) formWrite {
	form := r.filled("interpreters")
	return formWrite{form: form, wrong: &faulty{voice: r.voice}, field: func(fault event.Fault) string {
		if below, ok := strings.CutPrefix(fault.Location, "sessions["+itoa(*at)+"]."); ok {
			return sessionField(form, below)
		}
		return ""
	}}
}

// saveSessionForm saves a session, or a new one where id is empty, or shows its form again with what stands in the way.
func (r *request) saveSessionForm(id string, w formWrite) error {
	status, told, err := r.saveForm(w)
	switch {
	case err != nil:
		return err
	case status == 0:
		return r.to(r.settingsPath("event") + query("saved", "1"))
	}
	current, err := r.desk.Event(r.Request.Context(), r.caller, r.Param("event"))
	if err != nil {
		return err
	}
	return r.sessionPage(status, current.Value, id, w.form, w.wrong.found, told, w.form.get("stamp"))
}

// joinAs has companies take part in a new session: none but those that take part in all ("" or of a session that is not there), all ("*"),
// or those of another session with the same limits. Buyers that name no session go by their country as ever.
func joinAs(ev *event.Event, s *event.Session, as string) {
	join := func(sessions *map[string]event.Participation, everybody bool) {
		if len(*sessions) == 0 {
			return
		}
		p, there := (*sessions)[as]
		if p.Unavailable = nil; there || as == "*" && everybody {
			(*sessions)[s.ID] = p
		}
	}
	for i := range ev.Firms {
		join(&ev.Firms[i].Sessions, true)
	}
	for i := range ev.Buyers {
		join(&ev.Buyers[i].Sessions, ev.Buyers[i].Country == s.Country)
	}
}
