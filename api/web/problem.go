package web

import (
	"context"
	"errors"
	"net/http"

	"github.com/gin-gonic/gin"

	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/lang"
)

var (
	// errForeign is a request that no page of ours made, or one of a page that is older than the session.
	errForeign = errors.New("web: the request comes from elsewhere")
	// errNotConfirmed is a deletion without the id typed once more.
	errNotConfirmed = errors.New("web: not confirmed")
)

// A notice tells people something: what is, and what they can do about it.
type notice struct {
	Kind  string   `json:"kind"` // good, info, warn or bad
	Text  string   `json:"text"`
	Help  string   `json:"help,omitempty"`
	Lines []string `json:"lines,omitempty"`
}

// A problemView is the page of an error.
type problemView struct {
	Shell
	Status         int
	Notice         notice
	Back, BackText string
}

// explain turns an error into a status and the words for it: "web.problem.NAME" and "web.problem.NAME.help". It is the only
// place of the pages that knows of statuses. What it does not know is the program's own fault and keeps its text to itself.
func explain(v *lang.Voice, err error) (int, notice) {
	status, name, lines := http.StatusInternalServerError, "internal", []string(nil)
	var stale *desk.StaleError
	var exists *desk.ExistsError
	var rules *desk.RulesError
	var tooLarge *http.MaxBytesError
	var faults event.Faults
	switch {
	case errors.Is(err, errForeign):
		status, name = http.StatusForbidden, "foreign"
	case errors.Is(err, errNotConfirmed):
		status, name = http.StatusUnprocessableEntity, "not_confirmed"
	case errors.Is(err, http.ErrMissingFile), errors.Is(err, http.ErrNotMultipart):
		status, name = http.StatusUnprocessableEntity, "no_file"
	case errors.Is(err, desk.ErrUnauthenticated):
		status, name = http.StatusUnauthorized, "unauthenticated"
	case errors.Is(err, desk.ErrForbidden):
		status, name = http.StatusForbidden, "forbidden"
	case errors.Is(err, desk.ErrNotFound):
		status, name = http.StatusNotFound, "not_found"
	case errors.As(err, &stale):
		status, name = http.StatusPreconditionFailed, "stale"
	case errors.As(err, &exists):
		status, name = http.StatusConflict, "exists"
	case errors.As(err, &tooLarge):
		status, name = http.StatusRequestEntityTooLarge, "too_large"
	case errors.As(err, &faults):
		status, name = http.StatusUnprocessableEntity, "faults"
		for _, f := range faults {
			lines = append(lines, f.In(v.Language()))
		}
	case errors.As(err, &rules):
		status, name = http.StatusConflict, "rules"
		for _, f := range rules.Findings {
			lines = append(lines, v.Text(f.Message))
		}
	case errors.Is(err, desk.ErrUnavailable), errors.Is(err, context.DeadlineExceeded):
		status, name = http.StatusServiceUnavailable, "unavailable"
	case errors.Is(err, desk.ErrBusy):
		status, name = http.StatusTooManyRequests, "busy"
	}
	id := "web.problem." + name
	return status, notice{Kind: "bad", Text: v.Say(id), Help: v.Say(id + ".help"), Lines: lines}
}

// fail answers with an error: as a page, as a notice for htmx to show beside what is there, or as JSON for a script.
func (s *site) fail(c *gin.Context, err error) {
	c.Abort()
	if errors.Is(err, context.Canceled) && c.Request.Context().Err() != nil {
		return // nobody is there to read an answer
	}
	v := lang.New(languageOf(c))
	status, n := explain(v, err)
	if status == http.StatusInternalServerError {
		s.Log.Error("page failed", "method", c.Request.Method, "path", c.Request.URL.Path, "error", err)
	}
	r := &request{Context: c, site: s, voice: v, session: sessionOf(c)}
	switch {
	case wantsJSON(c):
		c.JSON(status, n)
		return
	case wantsPart(c):
		c.Header("HX-Retarget", "#toasts")
		c.Header("HX-Reswap", "beforeend")
		err = r.write(status, "problem", "notice", n)
	default:
		view := &problemView{Shell: r.bare("web.problem.title"), Status: status, Notice: n, Back: "/", BackText: v.Say("web.problem.back")}
		err = r.page(status, "problem", view)
	}
	if err != nil {
		s.Log.Error("the page of an error failed", "error", err)
		c.Status(http.StatusInternalServerError)
	}
}
