package web

import (
	"net/http"

	"sangdam/event"
)

// A beginView is a page of an event that lacks what the page is about, with the way to it.
type beginView struct {
	Shell
	Heading string
	Text    string
	Ways    []way
}

// A way leads to what is missing.
type way struct{ Icon, Name, URL string }

// begin shows, in place of a page of an event, what has to be entered before there is anything to show: a session, or firms and buyers to
// bring together. It tells whether it did; parts of pages are not for it.
func (r *request) begin(ev *event.Event, title, place string) (bool, error) {
	v := &beginView{Heading: r.voice.Say(title)}
	switch {
	case r.isPart():
		return false, nil
	case len(ev.Sessions) == 0:
		v.Text = r.voice.Say("web.begin.sessions")
		v.Ways = []way{{"plus", r.voice.Say("websetup.session.add"), eventPath(ev.ID, "settings", "new-session")}}
	case len(ev.Firms) == 0 || len(ev.Buyers) == 0:
		v.Text = r.voice.Say("web.begin.companies")
		v.Ways = []way{{"plus", r.voice.Say("websetup.company.new.firm"), eventPath(ev.ID, "settings", "new-company") + query("kind", "firm")},
			{"plus", r.voice.Say("websetup.company.new.buyer"), eventPath(ev.ID, "settings", "new-company") + query("kind", "buyer")}}
	default:
		return false, nil
	}
	v.Ways = append(v.Ways, way{"upload", r.voice.Say("web.begin.file"), "/"})
	var err error
	if v.Shell, err = r.shell(ev.ID, title, place); err != nil {
		return true, err
	}
	return true, r.page(http.StatusOK, "begin", v)
}
