package web

import (
	"net/url"

	"sangdam/internal/desk"
)

// A Shell is what the layout shows around every page; views embed it.
type Shell struct {
	Title     string
	Language  string
	Languages []languageLink
	Home      string // where the brand leads
	Theme     string // light or dark as chosen; empty: as the system says
	Nav       []place
	Event     *eventLink // whose pages these are
	Events    []eventLink
	Caller    string // name of who is signed in
	CSRF      string
	Stream    string   // address of the event's changes
	Since     uint64   // version of the event after which the page was made; 0: not known
	Scripts   []string // modules of this page
}

func (s *Shell) shell() *Shell { return s }

// A place is an entry of the navigation.
type place struct {
	Name, Icon, URL string
	Current         bool
	Soon            bool // its place is kept
}

// An eventLink leads to the pages of an event.
type eventLink struct {
	ID, Name, URL string
	Current       bool
}

// places are the entries of the navigation in their order: by the last part of the address below the event.
var places = []struct{ path, icon string }{
	{"matches", "matches"}, {"schedule", "schedule"}, {"mend", "mend"}, {"publish", "publish"}, {"outcomes", "outcomes"},
	{"report", "report"}, {"live", "live"}, {"settings", "settings"},
}

// eventPath returns the address of a page of an event.
func eventPath(event string, parts ...string) string {
	p := "/events/" + url.PathEscape(event)
	for _, part := range parts {
		p += "/" + url.PathEscape(part)
	}
	return p
}

// bare returns the shell of a page outside of any event, without navigation.
func (r *request) bare(title string) Shell {
	return Shell{
		Title: r.voice.Say(title), Language: r.voice.Language(), Languages: languageLinks(r.Request, r.voice.Language()), Home: "/", Theme: themeOf(r.Context),
		Caller: r.author(r.caller.Name), CSRF: csrfToken(r.session),
	}
}

// maxSwitch is the number of events that the switcher lists; the start page has them all.
const maxSwitch = 20

// shell returns the shell of a page of an event, or of none where event is empty: the title by the id of its message, the
// place in the navigation that it belongs to ("" for the start), and the scripts it loads.
func (r *request) shell(event, title, current string, scripts ...string) (Shell, error) {
	s := r.bare(title)
	s.Scripts = scripts
	infos, _, err := r.desk.Events(r.Request.Context(), r.caller, "", maxSwitch)
	if err != nil {
		return Shell{}, err
	}
	for _, info := range infos {
		link := r.eventLink(info, current)
		link.Current = info.ID == event
		s.Events = append(s.Events, link)
		if link.Current {
			s.Event = &link
		}
	}
	s.Nav = append(s.Nav, place{Name: r.voice.Say("web.place.start"), Icon: "start", URL: "/", Current: current == ""})
	for _, p := range places {
		entry := place{Name: r.voice.Say("web.place." + p.path), Icon: p.icon, Current: p.path == current}
		switch {
		case p.path == "live" && event != "":
			entry.Soon = true
		case event != "":
			entry.URL = eventPath(event, p.path)
		case p.path == "settings":
			entry.URL = "/settings"
		default:
			continue
		}
		s.Nav = append(s.Nav, entry)
	}
	if event != "" {
		s.Stream, s.Since = eventPath(event, "stream"), r.since
		if s.Event == nil { // beyond those that the switcher lists
			s.Event = &eventLink{ID: event, Name: event, URL: eventPath(event, "matches"), Current: true}
		}
	}
	return s, nil
}

func (r *request) eventLink(info desk.EventInfo, current string) eventLink {
	if current == "" {
		current = "matches"
	}
	name := r.voice.Text(info.Name)
	if name == "" {
		name = info.ID
	}
	return eventLink{ID: info.ID, Name: name, URL: eventPath(info.ID, current)}
}

// author returns the name that readers know someone by who did something: the token of the first start was named by nobody.
func (r *request) author(name string) string {
	if name == desk.GivenToken || name == desk.FirstToken {
		return r.voice.Say("web.author.first")
	}
	return name
}
