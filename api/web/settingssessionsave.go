package web

import (
	"errors"
	"net/http"
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

// err is errFaulty when there are faults.
func (f *faulty) err() error {
	if len(f.found) > 0 {
		return errFaulty
	}
	return nil
}

// sessionSaved goes on after a session was saved, or shows its form again with what stands in the way.
func (r *request) sessionSaved(id string, form filled, wrong *faulty, told effect, err error) error {
	faults, isFaults := errors.AsType[event.Faults](err)
	status, stamp := http.StatusUnprocessableEntity, form.get("stamp")
	current, errNow := r.desk.Event(r.Request.Context(), r.caller, r.Param("event"))
	if errNow != nil {
		return errNow
	}
	switch {
	case err == nil && told.Stamp == "":
		return r.to(r.settingsPath("event") + query("saved", "1"))
	case err == nil:
		status = http.StatusConflict
	case errors.Is(err, errOvertaken):
		status = http.StatusPreconditionFailed
	case isFaults:
		at := len(current.Value.Sessions)
		for i := range current.Value.Sessions {
			if current.Value.Sessions[i].ID == id {
				at = i
			}
		}
		wrong.take(faults, func(location string) string {
			below, ok := strings.CutPrefix(location, "sessions["+itoa(at)+"].")
			if !ok {
				return ""
			}
			return sessionField(form, below)
		})
	case !errors.Is(err, errFaulty):
		return err
	}
	return r.sessionPage(status, current.Value, id, form, wrong.found, told, stamp)
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
