package web

import (
	"errors"
	"net/http"
	"slices"
	"strconv"

	"sangdam/api/web/timetable"
	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/lang"
)

// sinceShown limits what is told of the log.
const sinceShown = 5

// fillOutdated tells what changed since the draft was made.
func (r *request) fillOutdated(v *publishView, ev *event.Event, d *desk.Draft) {
	v.Outdated = d.Outdated
	for i := range ev.Sessions {
		if s := &ev.Sessions[i]; len(s.Slots) > 0 && timetable.Part(d.Schedule, s.ID) == nil {
			v.Missing = append(v.Missing, r.sessionName(s))
		}
	}
	if !v.Outdated || !r.caller.May(desk.Admin, ev.ID) {
		return
	}
	entries, _, err := r.desk.Audit(r.Request.Context(), r.caller, ev.ID, "", audited)
	if err != nil {
		return // the page tells the rest without
	}
	changes := []desk.Action{desk.EventChanged, desk.EventImported, desk.WishSet, desk.HoursSet}
	for _, e := range entries {
		if e.At.After(d.Run.Created) && slices.Contains(changes, e.Action) && len(v.Since) < sinceShown {
			v.Since = append(v.Since, r.moment(e.At)+" · "+e.Name+" · "+r.actionName(e.Action))
		}
	}
}

// publish is POST /events/{id}/publish: makes the draft that the page showed visible to the companies. Where anything that the page
// showed has changed, the page is shown as it is now, with what is different and what to do; nothing is published then.
func (r *request) publish() error {
	id, run := r.Param("event"), r.PostForm("run")
	if _, err := r.runOf(id, run); err != nil {
		return err
	}
	version, err := strconv.ParseUint(r.PostForm("version"), 10, 64)
	basis, errBasis := strconv.ParseUint(r.PostForm("basis"), 10, 64)
	number, errNumber := strconv.Atoi(r.PostForm("publication"))
	if err != nil || errBasis != nil || errNumber != nil {
		return errForeign
	}
	_, err = r.desk.PublishSeen(r.Request.Context(), r.caller, run, desk.PublishIf{Draft: version, Basis: basis, Publication: &number})
	if stale, ok := errors.AsType[*desk.StaleError](err); ok {
		return r.publishPage(http.StatusPreconditionFailed, r.staleNotice(stale))
	}
	if _, ok := errors.AsType[*desk.RulesError](err); ok {
		return r.publishPage(http.StatusConflict, &notice{Kind: "bad", Text: r.voice.Say("websetup.publish.rules"), Help: r.voice.Say("websetup.publish.rules.help")})
	}
	if err != nil {
		return err
	}
	return r.to(eventPath(id, "publish") + query("did", "publish"))
}

// staleNotice says what changed between the page and the click.
func (r *request) staleNotice(stale *desk.StaleError) *notice {
	n := &notice{Kind: "bad", Text: r.voice.Say("websetup.publish.stale." + stale.What), Help: r.voice.Say("websetup.publish.stale.help")}
	if stale.What != desk.StalePublication {
		return n
	}
	if p, err := r.desk.Published(r.Request.Context(), r.caller, r.Param("event")); err == nil {
		n.Lines = []string{r.voice.Say("websetup.publish.stale.by", lang.Args{"Name": r.author(p.By), "Number": r.voice.Say("webplan.publish.number", lang.Args{"N": p.Number}), "When": r.moment(p.At)})}
	}
	return n
}
