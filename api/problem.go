package api

import (
	"context"
	"errors"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/gin-gonic/gin"
	"golang.org/x/text/language"

	"sangdam/event"
)

// A locatedError is a fault of the part of the body that location names ("body", "body.event").
type locatedError struct {
	location string
	err      error
}

func (e locatedError) Error() string { return e.location + ": " + e.err.Error() }
func (e locatedError) Unwrap() error { return e.err }

// problem turns an error into an answer. It is the only place that knows of statuses: faults of the body are 422, the
// caller's going away is 499 by custom, whatever is not known is 500 and keeps its text to itself.
func problem(err error, lang string) huma.StatusError {
	located, ok := errors.AsType[locatedError](err)
	switch {
	case errors.Is(err, context.Canceled):
		return &huma.ErrorModel{Status: 499, Title: "Client Closed Request"}
	case errors.Is(err, context.DeadlineExceeded):
		return newProblem(http.StatusServiceUnavailable, "no schedule was found in time")
	case !ok:
		return newProblem(http.StatusInternalServerError, "")
	}
	p := newProblem(http.StatusUnprocessableEntity, "the document has faults")
	faults, ok := errors.AsType[event.Faults](located.err)
	if !ok {
		p.Errors = []*huma.ErrorDetail{{Location: located.location, Message: located.err.Error()}}
		return p
	}
	for _, f := range faults {
		p.Errors = append(p.Errors, &huma.ErrorDetail{Location: join(located.location, f.Location), Message: f.Text().In(lang)})
	}
	return p
}

// join puts the location of a fault behind that of its document.
func join(document, location string) string {
	switch {
	case location == "":
		return document
	case location[0] == '[':
		return document + location
	default:
		return document + "." + location
	}
}

func newProblem(status int, detail string) *huma.ErrorModel {
	return &huma.ErrorModel{Status: status, Title: http.StatusText(status), Detail: detail}
}

// writeProblem answers what never reaches an operation.
func writeProblem(c *gin.Context, status int) {
	c.Header("Content-Type", "application/problem+json")
	c.JSON(status, newProblem(status, ""))
}

var spoken = language.NewMatcher([]language.Tag{language.English, language.Korean, language.Chinese, language.Russian})

// languageOf returns the language in which faults are told: the best of Accept-Language, else English.
func languageOf(accept string) string {
	tags, _, err := language.ParseAcceptLanguage(accept)
	if err != nil {
		return "en"
	}
	tag, _, _ := spoken.Match(tags...)
	base, _ := tag.Base()
	return base.String()
}
