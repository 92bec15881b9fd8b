package web

import (
	"errors"
	"net/http"
	"slices"
	"strconv"

	"sangdam/event"
	"sangdam/internal/desk"
)

// An eventSettingsView is the form of an event: what it is called, when and where its sessions are.
type eventSettingsView struct {
	settingsShell
	Version  uint64
	Name     textField
	Sessions []sessionForm
	Notice   *notice
	EventID  string
}

// eventSettings is GET /events/{id}/settings/event.
func (r *request) eventSettings() error {
	current, err := r.desk.Event(r.Request.Context(), r.caller, r.Param("event"))
	if err != nil {
		return err
	}
	v, err := r.eventForm(current.Value, current.Version)
	if err != nil {
		return err
	}
	if r.Query("saved") != "" {
		v.Notice = &notice{Kind: "good", Text: r.voice.Say("web.settings.saved")}
	}
	return r.page(http.StatusOK, "settingsevent", v)
}

func (r *request) eventForm(ev *event.Event, version uint64) (*eventSettingsView, error) {
	shell, err := r.settingsShell("event", "settings.js")
	v := &eventSettingsView{settingsShell: shell, Version: version, EventID: ev.ID, Name: newTextField("name", ev.Name)}
	for i := range ev.Sessions {
		v.Sessions = append(v.Sessions, newSessionForm(i, &ev.Sessions[i]))
	}
	return v, err
}

// saveEvent is POST /events/{id}/settings/event. Whatever is wrong with it is told above the form, which keeps what was
// written; also when someone else was first: then it can be looked at, and saved over.
func (r *request) saveEvent() error {
	ctx, id := r.Request.Context(), r.Param("event")
	current, err := r.desk.Event(ctx, r.caller, id)
	if err != nil {
		return err
	}
	before, err := strconv.ParseUint(r.PostForm("version"), 10, 64)
	if err != nil {
		before = current.Version
	}
	next := *current.Value // its own copy of all that the form changes; the rest is shared and not touched
	next.Sessions = slices.Clone(next.Sessions)
	next.Name = readText(r.PostForm, "name", next.Name)
	var forms []sessionForm
	var faults []string
	for i := range next.Sessions {
		form := readSessionForm(r.PostForm, i, &next.Sessions[i])
		for _, f := range form.apply(&next.Sessions[i]) {
			faults = append(faults, f.in(r.voice))
		}
		forms = append(forms, form)
	}
	status, told := 0, notice{}
	if len(faults) > 0 {
		status, told = explain(r.voice, event.Faults{})
		told.Lines = faults
	} else if _, err := r.desk.ReplaceEvent(ctx, r.caller, id, &next, before); err == nil {
		return r.to(r.settingsPath("event") + "?saved=1")
	} else if stale, ok := errors.AsType[*desk.StaleError](err); ok {
		status, told = explain(r.voice, err)
		told.Help = r.voice.Say("web.settings.stale.help")
		before = stale.Current
	} else if _, ok := errors.AsType[event.Faults](err); ok {
		status, told = explain(r.voice, err)
	} else {
		return err
	}
	v, err := r.eventForm(&next, before)
	if err != nil {
		return err
	}
	v.Sessions, v.Notice = forms, &told
	return r.page(status, "settingsevent", v)
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
