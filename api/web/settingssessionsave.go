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
	id, form := r.Param("session"), r.filled("interpreters")
	wrong := &faulty{voice: r.voice}
	told, err := r.change(form.get("agreed"), func(ev *event.Event, _ uint64) (event.Losses, error) {
		s := ev.Session(id)
		if s == nil {
			return event.Losses{}, &desk.NotFoundError{Kind: "session", ID: id}
		}
		if stampOf(s) != form.get("stamp") {
			return event.Losses{}, errOvertaken
		}
		wrong.found = nil
		lost := wrong.readSession(form, ev, s)
		return lost, wrong.err()
	})
	return r.sessionSaved(id, form, wrong, told, err)
}

// createSession is POST /events/{id}/settings/new-session.
func (r *request) createSession() error {
	form := r.filled("interpreters")
	wrong := &faulty{voice: r.voice}
	told, err := r.change(form.get("agreed"), func(ev *event.Event, _ uint64) (event.Losses, error) {
		wrong.found = nil
		id := form.get("id")
		switch {
		case !event.IsID(id):
			wrong.add("id", "id")
		case ev.Session(id) != nil:
			wrong.add("id", "id_twice", lang.Args{"ID": id})
		}
		ev.Sessions = append(ev.Sessions, event.Session{ID: id})
		s := &ev.Sessions[len(ev.Sessions)-1]
		wrong.readSession(form, ev, s)
		joinAs(ev, s, form.get("join"))
		return event.Losses{}, wrong.err()
	})
	return r.sessionSaved("", form, wrong, told, err)
}

// sessionSaved goes on after a session was saved, or shows its form again with what stands in the way.
func (r *request) sessionSaved(id string, form filled, wrong *faulty, told effect, err error) error {
	current, errNow := r.desk.Event(r.Request.Context(), r.caller, r.Param("event"))
	if errNow != nil {
		return errNow
	}
	at := slices.IndexFunc(current.Value.Sessions, func(s event.Session) bool { return s.ID == id })
	if at < 0 {
		at = len(current.Value.Sessions)
	}
	status, err := wrong.hindered(told, err, func(fault event.Fault) string {
		if below, ok := strings.CutPrefix(fault.Location, "sessions["+itoa(at)+"]."); ok {
			return sessionField(form, below)
		}
		return ""
	})
	switch {
	case err != nil:
		return err
	case status == 0:
		return r.to(r.settingsPath("event") + query("saved", "1"))
	}
	return r.sessionPage(status, current.Value, id, form, wrong.found, told, form.get("stamp"))
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
