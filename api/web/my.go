package web

import (
	"errors"
	"net/http"

	"github.com/gin-gonic/gin"

	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/lang"
)

// A myShell is what the pages behind a personal link have in common.
type myShell struct {
	Shell
	Base      string // address of the link
	EventName string
	Name      string // of the firm or buyer that the link is for
	Kind      string // which of the two
	Tabs      []tab
	Notice    *notice
}

// A closedView is the page of a link that opens nothing, in every language: whoever follows it may read only one of them.
type closedView struct {
	Shell
	Texts []closedText
}

// A closedText is what the page of a closed link says in one language.
type closedText struct{ Language, Title, Text string }

func (s *site) myRoutes(r gin.IRouter) {
	g := r.Group(linkPath+":link", guardLink)
	g.GET("", s.link((*request).myHome))
	g.GET("/stream", s.link((*request).myStream))
	g.GET("/partners", s.link((*request).myPartners))
	g.POST("/wish", s.link((*request).mySetWish))
	g.GET("/hours", s.link((*request).myHours))
	g.POST("/hours", s.link((*request).mySetHours))
	g.GET("/meetings/:session/:partner", s.link((*request).myMeeting))
	g.POST("/meetings/:session/:partner", s.link((*request).myLog))
	g.GET("/calendar.ics", s.link((*request).myCalendar))
	g.GET("/agenda.pdf", s.link((*request).myPaper))
}

// guardLink keeps the address of a personal link, which is its secret, from other hosts and from search engines.
func guardLink(c *gin.Context) {
	c.Header("Referrer-Policy", "no-referrer")
	c.Header("X-Robots-Tag", "noindex, nofollow")
}

// link wraps a handler of a company, which its personal link names. Whoever else is signed in in that browser has no part in it, but
// for the proof that a form is of ours, which their session asks for.
func (s *site) link(h handler) gin.HandlerFunc {
	return func(c *gin.Context) {
		r := &request{Context: c, site: s, desk: s.Desk, session: sessionOf(c), voice: lang.New(languageOf(c))}
		caller, err := s.Desk.ByLink(c.Request.Context(), c.Param("link"))
		if errors.Is(err, desk.ErrUnauthenticated) && !r.isPart() {
			err = r.closed()
		} else if err == nil {
			r.caller = caller
			if _, chosen := c.Cookie(languageCookie); chosen != nil && c.Query("lang") == "" && caller.Language != "" {
				r.voice = lang.New(caller.Language)
			}
			if err = r.shows(caller.Event); err == nil {
				err = h(r)
			}
			if err != nil && !r.isPart() {
				err = r.myFailure(err)
			}
		}
		if err != nil {
			s.fail(c, err)
		}
	}
}

// closed answers for a link that is forged, revoked or expired.
func (r *request) closed() error {
	shell := r.bare("webcompany.closed.title")
	shell.Home, shell.Caller = "", ""
	v := &closedView{Shell: shell}
	for _, code := range append([]string{r.voice.Language()}, event.Languages...) {
		if len(v.Texts) > 0 && code == v.Texts[0].Language {
			continue
		}
		voice := lang.New(code)
		v.Texts = append(v.Texts, closedText{code, voice.Say("webcompany.closed.title"), voice.Say("webcompany.closed.text")})
	}
	return r.page(http.StatusNotFound, "myclosed", v)
}

// myFailure is the page of an error, from which the way back leads to the link's own pages.
func (r *request) myFailure(failure error) error {
	status, n := explain(r.voice, failure)
	if status == http.StatusInternalServerError {
		return failure
	}
	shell := r.bare("web.problem.title")
	shell.Home, shell.Caller = r.base(), ""
	return r.page(status, "problem", &problemView{Shell: shell, Status: status, Notice: n, Back: r.base(), BackText: r.voice.Say("webcompany.back")})
}

// base is the address of the link, with which those of all its pages begin.
func (r *request) base() string { return linkPath + r.Param("link") }

// myShell returns the shell of a page behind a personal link.
func (r *request) myShell(a *desk.Agenda, title, current string) myShell {
	s := r.bare(title)
	s.Home, s.Caller, s.Stream, s.Since, s.Scripts = r.base(), "", r.base()+"/stream", r.since, []string{"my.js"}
	m := myShell{Shell: s, Base: r.base(), EventName: nameOr(r.voice.Text(a.Name), a.Event), Name: nameOr(r.voice.Text(a.Company.Name), a.Company.ID)}
	m.Kind = r.voice.Say("webcompany.kind.buyer")
	if a.Company.Firm {
		m.Kind = r.voice.Say("webcompany.kind.firm")
	}
	for _, t := range []string{"", "partners", "hours"} {
		one := tab{Name: r.voice.Say("webcompany.tab." + t), URL: r.base(), Current: t == current}
		if t == "" {
			one.Name = r.voice.Say("webcompany.tab.home")
		} else {
			one.URL += "/" + t
		}
		m.Tabs = append(m.Tabs, one)
	}
	return m
}

// agendaOf reads the agenda of the link's company.
func (r *request) myAgenda() (desk.Agenda, error) {
	return r.desk.Agenda(r.Request.Context(), r.caller, r.caller.Event, r.caller.Company)
}

// myStream is GET /my/{link}/stream?after=: which part of the event was changed, for the pages to ask for it afresh.
func (r *request) myStream() error { return r.tellChanges(r.caller.Event) }
