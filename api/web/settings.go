package web

import (
	"time"

	"github.com/gin-gonic/gin"

	"sangdam/internal/desk"
)

// settingsTabs are the parts of the settings in their order; those of an event are missing where there is none.
var settingsTabs = []struct {
	name    string
	ofEvent bool
	scope   desk.Scope
}{
	{"event", true, desk.WriteEvents}, {"companies", true, desk.WriteEvents}, {"links", true, desk.WriteEvents}, {"tokens", false, desk.Admin},
	{"audit", false, desk.Admin}, {"backup", false, desk.ReadEvents},
}

func (s *site) settingsRoutes(r gin.IRouter) {
	r.GET("/settings", s.organizer(func(r *request) error { return r.to("/settings/tokens") }))
	r.GET("/events/:event/settings", s.organizer((*request).settingsFirst))
	r.GET("/events/:event/settings/event", s.organizer((*request).eventSettings))
	r.POST("/events/:event/settings/event", s.organizer((*request).saveEvent))
	r.POST("/events/:event/settings/delete", s.organizer((*request).deleteEvent))
	s.settingsPartRoutes(r)
	r.GET("/events/:event/settings/new-session", s.organizer((*request).newSession))
	r.POST("/events/:event/settings/new-session", s.organizer((*request).createSession))
	r.GET("/events/:event/settings/sessions/:session", s.organizer((*request).sessionSettings))
	r.POST("/events/:event/settings/sessions/:session", s.organizer((*request).saveSession))
	r.GET("/events/:event/settings/sessions/:session/remove", s.organizer((*request).removingSession))
	r.POST("/events/:event/settings/sessions/:session/remove", s.organizer((*request).removeSession))
	r.GET("/events/:event/settings/companies", s.organizer((*request).companies))
	r.GET("/events/:event/settings/new-company", s.organizer((*request).newCompany))
	r.POST("/events/:event/settings/new-company", s.organizer((*request).createCompany))
	r.GET("/events/:event/settings/companies/:company", s.organizer((*request).companySettings))
	r.POST("/events/:event/settings/companies/:company", s.organizer((*request).saveCompany))
	r.GET("/events/:event/settings/companies/:company/remove", s.organizer((*request).removingCompany))
	r.POST("/events/:event/settings/companies/:company/remove", s.organizer((*request).removeCompany))
	r.GET("/events/:event/settings/links", s.organizer((*request).links))
	r.POST("/events/:event/settings/links/revoke", s.organizer((*request).revokeLink))
	r.GET("/events/:event/settings/export", s.organizer((*request).export))
	r.GET("/settings/backup/download", s.organizer((*request).downloadBackup))
	for _, base := range []string{"", "/events/:event"} {
		g := r.Group(base + "/settings")
		g.GET("/tokens", s.organizer((*request).tokens))
		g.POST("/tokens", s.organizer((*request).createToken))
		g.POST("/tokens/revoke", s.organizer((*request).revokeToken))
		g.GET("/audit", s.organizer((*request).auditLog))
		g.GET("/backup", s.organizer((*request).backup))
	}
}

// settingsFirst is GET /events/{id}/settings: the first part that the caller may see.
func (r *request) settingsFirst() error {
	for _, t := range settingsTabs {
		if r.caller.May(t.scope, r.Param("event")) {
			return r.to(r.settingsPath(t.name))
		}
	}
	return &desk.ForbiddenError{Scope: desk.WriteEvents, Event: r.Param("event")}
}

// settingsPath returns the address of a part of the settings, of the event that is asked for if there is one.
func (r *request) settingsPath(parts ...string) string {
	if id := r.Param("event"); id != "" {
		return eventPath(id, append([]string{"settings"}, parts...)...)
	}
	path := "/settings"
	for _, p := range parts {
		path += "/" + p
	}
	return path
}

// A settingsShell is the shell of a part of the settings, with the tabs to the others.
type settingsShell struct {
	Shell
	Tabs []tab
	Base string // address of the settings
}

func (r *request) settingsShell(current string, scripts ...string) (settingsShell, error) {
	shell, err := r.shell(r.Param("event"), "web.settings.title", "settings", scripts...)
	s := settingsShell{Shell: shell, Base: r.settingsPath()}
	for _, t := range settingsTabs {
		if t.ofEvent && r.Param("event") == "" || !r.caller.May(t.scope, r.Param("event")) {
			continue
		}
		s.Tabs = append(s.Tabs, tab{Name: r.voice.Say("web.settings." + t.name), URL: r.settingsPath(t.name), Current: t.name == current})
	}
	return s, err
}

// zone is that of the times of the settings, which belong to no session: organizers sit in Korea.
var zone = time.FixedZone("KST", 9*3600)

// moment writes a moment of the settings: the day and the time in Korea.
func (r *request) moment(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	t = t.In(zone)
	return r.voice.Date(t) + " " + t.Format("15:04")
}
