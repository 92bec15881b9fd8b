package web

import (
	"cmp"
	"net/http"
	"slices"
	"strings"

	"sangdam/event"
	"sangdam/internal/desk"
)

// A formView is what every form of the settings has beside its fields.
type formView struct {
	settingsShell
	Notice *notice
	Faults []fieldFault // all of them, for the head of the form
	Stamp  string       // of what the form was made from
	Made   string       // the same field by field
	Effect effect       // what saving would do, to agree to
	Back   string
}

// A sessionView is the form of a session.
type sessionView struct {
	formView
	IsNew                               bool
	ID, Title, RemoveURL, CopyURL, Copy string
	IDField, Join                       formField // of a new one
	Name, City                          formGroup
	Country, Zone                       formField
	Slots, Tables, Closed               formField
	Base                                string // of the interpreters
	Interpreters                        []interpreterView
	Blank                               interpreterView // that the script copies
	Countries                           []choice
	Zones                               []string
}

// An interpreterView is the row of an interpreter.
type interpreterView struct {
	rowView
	ID, Name, Languages, Away formField
}

// newSession is GET /events/{id}/settings/new-session?copy=.
func (r *request) newSession() error {
	current, err := r.desk.Event(r.Request.Context(), r.caller, r.Param("event"))
	if err != nil {
		return err
	}
	form := newFilled()
	form.values["zone"], form.values["tables"] = "Asia/Seoul", "10"
	if copied := current.Value.Session(r.Query("copy")); copied != nil {
		form = fillSession(copied, r.voice)
		form.values["id"], form.values["join"] = freeID(copied.ID, current.Value), copied.ID
		form.values["copy"] = copied.ID
	}
	return r.sessionPage(http.StatusOK, current.Value, "", form, nil, effect{}, "")
}

// freeID is an id for a copy: with the next number that is free.
func freeID(id string, ev *event.Event) string {
	base := strings.TrimRight(id, "0123456789")
	base = strings.TrimSuffix(base, "-")
	for n := 2; ; n++ {
		if next := base + "-" + itoa(n); ev.Session(next) == nil {
			return next
		}
	}
}

// session is GET /events/{id}/settings/sessions/{session}.
func (r *request) sessionSettings() error {
	current, err := r.desk.Event(r.Request.Context(), r.caller, r.Param("event"))
	if err != nil {
		return err
	}
	s := current.Value.Session(r.Param("session"))
	if s == nil {
		return &desk.NotFoundError{Kind: "session", ID: r.Param("session")}
	}
	return r.sessionPage(http.StatusOK, current.Value, s.ID, fillSession(s, r.voice), nil, effect{}, stampOf(s))
}

// sessionPage writes the form of a session of the event, or of a new one where id is empty.
func (r *request) sessionPage(status int, ev *event.Event, id string, form filled, faults []fieldFault, agree effect, stamp string) error {
	shell, err := r.settingsShell("event", "settings.js")
	if err != nil {
		return err
	}
	b := newFormBuilder(r.voice, form, faults)
	v := &sessionView{formView: formView{settingsShell: shell, Stamp: stamp, Effect: agree, Back: r.settingsPath("event")}, ID: id, IsNew: id == ""}
	if s := ev.Session(id); s != nil {
		v.Title = cmp.Or(r.voice.Text(s.Name), s.ID)
		v.RemoveURL, v.CopyURL = r.settingsPath("sessions", id, "remove"), r.settingsPath("new-session")+query("copy", id)
		v.overtake(b, status, stampOf(s), func() filled { return fillSession(s, r.voice) }, []string{"interpreters"}, "id")
	} else {
		v.Title, v.Copy = r.voice.Say("websetup.session.new"), form.get("copy")
		v.IDField, v.Join = b.field("id", "text", "session.id"), b.choose("join", "session.join", r.joins(ev))
	}
	v.Name, v.City = b.text("name", "text", "session.name"), b.text("city", "text", "session.city")
	v.Country, v.Zone = b.suggested("country", "session.country", "countries"), b.suggested("zone", "session.zone", "zones")
	v.Slots, v.Tables, v.Closed = b.field("slots", "times", "session.slots"), b.field("tables", "times", "session.tables"), b.field("closed", "times", "session.closed")
	for _, row := range form.rows["interpreters"] {
		v.Interpreters = append(v.Interpreters, interpreterRow(b, row))
	}
	v.Base = form.values["base.interpreters"]
	v.Blank = interpreterRow(newFormBuilder(r.voice, newFilled(), nil), "NEW")
	v.Countries, v.Zones = r.countries(), zones
	v.Faults = b.summary()
	v.Notice = r.formNotice(status, agree, b.theirs != nil)
	return r.page(status, "settingssession", v)
}

func interpreterRow(b *formBuilder, row string) interpreterView {
	at := "interpreters." + row + "."
	return interpreterView{rowView: b.row("interpreters", row, ""), ID: b.field(at+"id", "text", "interpreter.id"), Name: b.field(at+"name", "text", "interpreter.name"),
		Languages: b.field(at+"languages", "text", "interpreter.languages"), Away: b.field(at+"away", "times", "interpreter.away")}
}

// joins are the ways to say who takes part in a new session.
func (r *request) joins(ev *event.Event) []choice {
	out := []choice{{Name: r.voice.Say("websetup.join.none")}, {Value: "*", Name: r.voice.Say("websetup.join.all")}}
	for i := range ev.Sessions {
		s := &ev.Sessions[i]
		out = append(out, choice{Value: s.ID, Name: r.voice.Say("websetup.join.as", map[string]any{"Session": cmp.Or(r.voice.Text(s.Name), s.ID)})})
	}
	return out
}

// formNotice is what the head of a form says: that it has faults, that someone else was first, or that there is something to agree to.
func (r *request) formNotice(status int, agree effect, overtaken bool) *notice {
	switch {
	case overtaken:
		return &notice{Kind: "bad", Text: r.voice.Say("web.problem.stale"), Help: r.voice.Say("websetup.stale.help")}
	case status == http.StatusUnprocessableEntity:
		return &notice{Kind: "bad", Text: r.voice.Say("web.problem.faults"), Help: r.voice.Say("websetup.faults.help")}
	case agree.Stamp != "":
		return &notice{Kind: "warn", Text: r.voice.Say("websetup.agree"), Help: r.voice.Say("websetup.agree.help")}
	case r.Query("saved") != "":
		return &notice{Kind: "good", Text: r.voice.Say("web.settings.saved")}
	}
	return nil
}

// countries suggests countries by code, in the order of their names.
func (r *request) countries() []choice {
	var out []choice
	for _, code := range countryCodes {
		out = append(out, choice{Value: code, Name: r.voice.Country(code)})
	}
	slices.SortFunc(out, func(a, b choice) int { return cmp.Compare(a.Name, b.Name) })
	return out
}
