package web

import (
	"net/http"
	"net/url"
	"strings"

	"sangdam/internal/desk"
)

// An auditView is the log of who did what, the newest first.
type auditView struct {
	settingsShell
	Entries []auditRow
	Next    string // address of the older ones
}

type auditRow struct{ At, Who, Kind, Action, Object string }

// audited is the number of entries on a page.
const audited = 100

// auditLog is GET /settings/audit, of an event or of what belongs to none.
func (r *request) auditLog() error {
	shell, err := r.settingsShell("audit")
	if err != nil {
		return err
	}
	entries, next, err := r.desk.Audit(r.Request.Context(), r.caller, r.Param("event"), r.Query("after"), audited)
	if err != nil {
		return err
	}
	v := &auditView{settingsShell: shell}
	for _, e := range entries {
		v.Entries = append(v.Entries, auditRow{
			At: r.moment(e.At), Who: r.author(e.Name), Kind: r.voice.Say("web.audit.by." + kindID(e.Kind)), Action: r.actionName(e.Action), Object: e.Object,
		})
	}
	if next != "" {
		v.Next = r.settingsPath("audit") + "?" + url.Values{"after": {next}}.Encode()
	}
	return r.page(http.StatusOK, "settingsaudit", v)
}

func kindID(k desk.Kind) string {
	switch k {
	case desk.Organizer, desk.Company:
		return string(k)
	}
	return string(desk.Nobody)
}

// actionName returns the words for an action: "web.audit." and its name with underscores.
func (r *request) actionName(a desk.Action) string {
	id := "web.audit." + strings.ReplaceAll(string(a), ".", "_")
	if !r.voice.Has(id) {
		return string(a)
	}
	return r.voice.Say(id)
}
