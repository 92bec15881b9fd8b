package web

import (
	"errors"
	"net/http"

	"github.com/gin-gonic/gin"

	"sangdam/internal/desk"
	"sangdam/internal/lang"
)

// A request is what a handler works with: gin's context, who asks, and the voice to answer with.
type request struct {
	*gin.Context
	site    *site
	desk    *desk.Desk
	caller  desk.Caller
	session string
	voice   *lang.Voice
	since   uint64 // version of the event before anything of it was read; 0: not known
}

// A handler answers a request, or returns an error before anything was sent; fail makes a page of it.
type handler func(*request) error

// open wraps a handler that anyone may call.
func (s *site) open(h handler) gin.HandlerFunc {
	return func(c *gin.Context) {
		r, err := s.request(c)
		if err == nil {
			err = h(r)
		}
		if err != nil {
			s.fail(c, err)
		}
	}
}

// organizer wraps a handler for organizers who are signed in; others are asked to sign in.
func (s *site) organizer(h handler) gin.HandlerFunc {
	return s.open(func(r *request) error {
		if r.caller.Kind == desk.Organizer {
			if err := r.shows(r.Param("event")); err != nil {
				return err
			}
			return h(r)
		}
		if r.Request.Method != http.MethodGet || r.isPart() {
			return desk.ErrUnauthenticated
		}
		if r.GetHeader("Sec-Fetch-Site") == "cross-site" {
			// A strict cookie is not sent along a link from elsewhere; asked once more by a page of ours it is.
			return r.page(http.StatusOK, "again", &problemView{Shell: r.bare("web.brand")})
		}
		return r.signIn(http.StatusUnauthorized, r.Request.URL.RequestURI(), nil)
	})
}

// request finds out who asks, in which language. A session that is no longer one is as good as none.
func (s *site) request(c *gin.Context) (*request, error) {
	r := &request{Context: c, site: s, desk: s.Desk, session: sessionOf(c), voice: lang.New(languageOf(c))}
	if r.session == "" {
		return r, nil
	}
	caller, err := s.Desk.BySession(c.Request.Context(), r.session)
	if errors.Is(err, desk.ErrUnauthenticated) {
		r.session = ""
		return r, nil
	}
	r.caller = caller
	return r, err
}

// shows notes, before anything is read of the event that a whole page is about, which version it has, so that the page's stream tells of
// all that comes after.
func (r *request) shows(event string) (err error) {
	if event != "" && !r.isPart() {
		r.since, err = r.desk.Newest(r.Request.Context(), r.caller, event)
	}
	return err
}

// isPart reports whether the answer goes into a page that is there, put in place by htmx or read by a script.
func (r *request) isPart() bool { return wantsPart(r.Context) || wantsJSON(r.Context) }

func wantsPart(c *gin.Context) bool { return c.GetHeader("HX-Request") == "true" }
func wantsJSON(c *gin.Context) bool { return c.GetHeader("Accept") == gin.MIMEJSON }

// to sends the browser to another address of ours after a form did its work.
func (r *request) to(url string) error {
	if wantsJSON(r.Context) {
		return r.json(gin.H{"go": url})
	}
	if wantsPart(r.Context) {
		r.Header("HX-Redirect", url)
		r.Status(http.StatusNoContent)
		return nil
	}
	r.Redirect(http.StatusSeeOther, url)
	return nil
}

// json answers a script.
func (r *request) json(v any) error {
	r.JSON(http.StatusOK, v)
	return nil
}
