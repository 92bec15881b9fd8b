package web

import (
	"cmp"
	"net/http"
	"strings"

	"sangdam/api/web/timetable"
	"sangdam/event"
	"sangdam/internal/lang"
)

// An eventSettingsView is the form of an event, and the list of its sessions.
type eventSettingsView struct {
	formView
	Name, Note formGroup
	Sessions   []sessionCard
	Parts      []partCard
	NewURL     string
	EventID    string
}

// A sessionCard tells of a session in the list.
type sessionCard struct {
	ID, Name, Place, Days, Zone, Slots, Tables, Interpreters, People string
	URL, CopyURL, RemoveURL                                          string
}

// eventSettings is GET /events/{id}/settings/event.
func (r *request) eventSettings() error {
	current, err := r.desk.Event(r.Request.Context(), r.caller, r.Param("event"))
	if err != nil {
		return err
	}
	return r.eventPage(http.StatusOK, current.Value, fillEvent(current.Value), nil, eventStamp(current.Value))
}

func fillEvent(ev *event.Event) filled {
	f := newFilled()
	f.setText("name", ev.Name)
	f.setText("note", ev.Note)
	return f
}

// eventStamp names what the form of an event shows of it.
func eventStamp(ev *event.Event) string { return stampOf([]any{ev.Name, ev.Note}) }

func (r *request) eventPage(status int, ev *event.Event, form filled, faults []fieldFault, stamp string) error {
	shell, err := r.settingsShell("event", "settings.js")
	if err != nil {
		return err
	}
	b := newFormBuilder(r.voice, form, faults)
	v := &eventSettingsView{formView: formView{settingsShell: shell, Stamp: stamp}, EventID: ev.ID, NewURL: r.settingsPath("new-session")}
	v.overtake(b, status, eventStamp(ev), func() filled { return fillEvent(ev) }, nil)
	v.Name, v.Note = b.text("name", "text", "event.name"), b.text("note", "area", "event.note")
	v.Faults, v.Notice = b.summary(), r.formNotice(status, effect{}, b.theirs != nil)
	if name := r.Query("removed"); name != "" {
		v.Notice = &notice{Kind: "info", Text: r.voice.Say("websetup.removed", lang.Args{"Name": name})}
	}
	index := event.NewIndex(ev)
	for i := range ev.Sessions {
		v.Sessions = append(v.Sessions, r.sessionCard(index, &ev.Sessions[i]))
	}
	v.Parts = r.partCards(ev)
	return r.page(status, "settingsevent", v)
}

func (r *request) sessionCard(index *event.Index, s *event.Session) sessionCard {
	place := zoneOfSession(s)
	c := sessionCard{ID: s.ID, Name: cmp.Or(r.voice.Text(s.Name), s.ID), Place: r.placeOf(s.City, s.Country), Zone: timetable.Zone(s),
		Slots: r.voice.Count("websetup.slots", len(s.Slots)), Tables: r.voice.Count("websetup.tables", s.Tables.Len()),
		Interpreters: r.voice.Say("websetup.interpreters.none"),
		People: r.voice.Say("websetup.people", lang.Args{"Firms": r.voice.Count("websetup.firms", len(index.FirmsIn(s))),
			"Buyers": r.voice.Count("websetup.buyers", len(index.BuyersIn(s)))}),
		URL: r.settingsPath("sessions", s.ID), CopyURL: r.settingsPath("new-session") + query("copy", s.ID), RemoveURL: r.settingsPath("sessions", s.ID, "remove")}
	if len(s.Interpreters) > 0 {
		c.Interpreters = r.voice.Count("websetup.interpreters", len(s.Interpreters))
	}
	if n := len(s.Slots); n > 0 {
		first, last := s.Slots[0].Start.In(place), s.Slots[n-1].End.In(place)
		if c.Days = r.voice.Date(first); event.DateOf(first, place) != event.DateOf(last, place) {
			c.Days += " – " + r.voice.Date(last)
		}
		c.Days += ", " + first.Format("15:04") + "–" + last.Format("15:04")
	}
	return c
}

// saveEvent is POST /events/{id}/settings/event.
func (r *request) saveEvent() error {
	form := r.filled()
	wrong := &faulty{voice: r.voice}
	status, _, err := r.saveForm(formWrite{
		form: form, wrong: wrong,
		stamp: func(ev *event.Event) (string, error) { return eventStamp(ev), nil },
		read: func(ev *event.Event) event.Losses {
			ev.Name, ev.Note = form.text("name", ev.Name), form.text("note", ev.Note)
			return event.Losses{}
		},
		field: func(fault event.Fault) string { head, _, _ := strings.Cut(fault.Location, "."); return head },
	})
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
	return r.eventPage(status, current.Value, form, wrong.found, form.get("stamp"))
}

// deleteEvent is POST /events/{id}/settings/delete: with the id typed once more.
func (r *request) deleteEvent() error {
	id := r.Param("event")
	if r.PostForm("id") != id {
		return errNotConfirmed
	}
	if err := r.desk.DeleteEvent(r.Request.Context(), r.caller, id, 0); err != nil {
		return err
	}
	return r.to("/")
}
