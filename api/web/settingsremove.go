package web

import (
	"cmp"
	"errors"
	"net/http"
	"slices"

	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/lang"
)

// A removeView asks whether a session or company is to go, and says what goes with it.
type removeView struct {
	formView
	Lead    string
	Keep    *keepView // companies that can stay; nil: there are none
	Refused *notice   // it cannot go now
	RefURL  string    // where that can be changed
	RefText string
}

// removingSession is GET /events/{id}/settings/sessions/{session}/remove: what would go with it. Nothing is changed.
func (r *request) removingSession() error { return r.removal("session", r.Param("session"), "") }

// removeSession is POST /events/{id}/settings/sessions/{session}/remove: agreed is the stamp of what goes with it.
func (r *request) removeSession() error {
	return r.removal("session", r.Param("session"), cmp.Or(r.PostForm("agreed"), "-"))
}

// removal removes a session or company where agreed says so, else asks.
func (r *request) removal(kind, id, agreed string) error {
	current, err := r.desk.Event(r.Request.Context(), r.caller, r.Param("event"))
	if err != nil {
		return err
	}
	name := r.removed(kind, current.Value, id)
	if name == "" {
		return &desk.NotFoundError{Kind: kind, ID: id}
	}
	tab := map[string]string{"session": "event", "company": "companies"}[kind]
	shell, err := r.settingsShell(tab)
	if err != nil {
		return err
	}
	v := &removeView{formView: formView{settingsShell: shell, Back: r.settingsPath(tab)}, Lead: r.voice.Say("websetup.remove."+kind, lang.Args{"Name": name})}
	if err := r.refused(v, kind, id); err != nil {
		return err
	}
	if v.Refused != nil {
		return r.page(http.StatusOK, "settingsremove", v)
	}
	keep := r.PostForm("keep")
	if kind == "session" {
		v.Keep = r.keep(current.Value, id, keep)
	}
	var lost event.Losses
	var kept []string
	remove := func(ev *event.Event) (event.Losses, error) {
		if kind == "session" {
			kept = keepStranded(ev, id, keep)
			lost, _ = ev.RemoveSession(id)
		} else {
			lost, _ = ev.RemoveCompany(id)
		}
		return lost, nil
	}
	stays := func(before, _ *event.Event, _ desk.Consequences) ([]effectPart, error) {
		return r.keptPart(before, kept, keep), nil
	}
	if agreed == "" {
		return r.removing(v, current.Value, remove, stays)
	}
	told, err := r.change(agreed, remove, stays)
	switch {
	case err != nil:
		return err
	case told.Stamp != "":
		v.Effect = told
		v.Notice = &notice{Kind: "warn", Text: r.voice.Say("websetup.agree.changed")}
		if keep != r.PostForm("chosen") {
			v.Notice = &notice{Kind: "info", Text: r.voice.Say("websetup.keep.chosen")}
		}
		return r.page(http.StatusConflict, "settingsremove", v)
	}
	if err := r.closeLinks(slices.Concat(lost.Companies, []string{id})); err != nil {
		return err
	}
	return r.to(r.settingsPath(tab) + query("removed", name))
}

// removing asks whether to remove something, with all that would go with it.
func (r *request) removing(v *removeView, ev *event.Event, remove func(*event.Event) (event.Losses, error), stays beside) error {
	next, err := cloned(ev)
	if err != nil {
		return err
	}
	lost, err := remove(next)
	if err != nil {
		return err
	}
	if v.Effect, err = r.foretell(ev, next, lost, stays); err != nil {
		return err
	}
	return r.page(http.StatusOK, "settingsremove", v)
}

// removed names what is to be removed; empty: there is no such thing.
func (r *request) removed(kind string, ev *event.Event, id string) string {
	if kind == "session" {
		if s := ev.Session(id); s != nil {
			return cmp.Or(r.voice.Text(s.Name), s.ID)
		}
		return ""
	}
	index := event.NewIndex(ev)
	if index.Firm(id) == nil && index.Buyer(id) == nil {
		return ""
	}
	return r.company(index, id).Name
}

// refused says why something cannot go: the companies see meetings of it.
func (r *request) refused(v *removeView, kind, id string) error {
	p, err := r.desk.Published(r.Request.Context(), r.caller, r.Param("event"))
	if errors.Is(err, desk.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	n := 0
	for _, part := range p.Schedule.Sessions {
		for _, m := range part.Meetings {
			if kind == "session" && part.Session == id || kind == "company" && (m.Firm == id || m.Buyer == id) {
				n++
			}
		}
	}
	if n == 0 {
		return nil
	}
	v.Refused = &notice{Kind: "bad", Text: r.voice.Count("websetup.remove.published", n), Help: r.voice.Say("websetup.remove.published." + kind)}
	v.RefURL, v.RefText = eventPath(r.Param("event"), "publish"), r.voice.Say("websetup.to_publish")
	if kind == "company" {
		v.RefURL, v.RefText = eventPath(r.Param("event"), "schedule"), r.voice.Say("webplan.publish.to_schedule")
	}
	return nil
}

// closeLinks revokes the personal links of companies that are no more.
func (r *request) closeLinks(companies []string) error {
	ctx, id := r.Request.Context(), r.Param("event")
	links, err := r.desk.Links(ctx, r.caller, id)
	if errors.Is(err, desk.ErrForbidden) { // links are looked after by those who may read contacts
		return nil
	}
	for _, l := range links {
		if err == nil && slices.Contains(companies, l.Company) {
			err = r.desk.RevokeLink(ctx, r.caller, id, l.ID)
		}
	}
	return err
}
