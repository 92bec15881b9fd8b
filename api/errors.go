package api

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"strconv"
	"strings"

	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/lang"
	"sangdam/internal/plan"
	"sangdam/internal/sheet"
)

// A locatedError is a fault of the part of the request that location names ("body", "body.event", "query.cursor").
type locatedError struct {
	location string
	err      error
	part     string // of the event that the body is by itself: faults within it are told without its name
}

// ofBody says of faults and broken rules that the body is a part of the event by itself.
func ofBody(part string, err error) error { return of("body", part, err) }

// ofQuery says of faults and broken rules that the parameters of the query bring them.
func ofQuery(err error) error { return of("query", "", err) }

// of locates faults and broken rules. Any other error stays as it is: it is of no part of the request.
func of(location, part string, err error) error {
	_, faults := errors.AsType[event.Faults](err)
	_, rules := errors.AsType[*desk.RulesError](err)
	_, refused := errors.AsType[plan.Refused](err)
	if !faults && !rules && !refused {
		return err
	}
	return locatedError{location, err, part}
}

// place returns where a fault is in the request.
func (e locatedError) place(location string) string {
	if e.part != "" {
		location = strings.TrimPrefix(strings.TrimPrefix(location, e.part), ".")
	}
	return join(e.location, location)
}

func (e locatedError) Error() string { return e.location + ": " + e.err.Error() }
func (e locatedError) Unwrap() error { return e.err }

// busySeconds and awaySeconds are when it is worth asking again.
const (
	busySeconds = "1"
	awaySeconds = "5"
)

// problemOf turns an error into an answer. It is the only place that knows which error has which status. What is not known is 500
// and keeps its text to itself.
func problemOf(err error, language string) *Problem {
	switch {
	case errors.Is(err, context.Canceled):
		return newProblem(statusGone, "gone_away")
	case errors.Is(err, context.DeadlineExceeded):
		return newProblem(http.StatusServiceUnavailable, "timeout").with("Retry-After", awaySeconds)
	case errors.Is(err, desk.ErrUnavailable):
		return newProblem(http.StatusServiceUnavailable, "unavailable").with("Retry-After", awaySeconds)
	case errors.Is(err, desk.ErrUnauthenticated):
		return newProblem(http.StatusUnauthorized, "unauthenticated").with("WWW-Authenticate", `Bearer realm="sangdam"`)
	case errors.Is(err, desk.ErrForbidden):
		return forbidden(err, language)
	case errors.As(err, new(*desk.NoScheduleError)):
		return noSchedule(err)
	case errors.Is(err, desk.ErrNotFound):
		return newProblem(http.StatusNotFound, "not_found")
	case errors.Is(err, desk.ErrBusy):
		return newProblem(http.StatusConflict, "busy").with("Retry-After", busySeconds)
	case errors.Is(err, desk.ErrOtherBody):
		return newProblem(http.StatusUnprocessableEntity, "key_reused")
	case errors.As(err, new(formError)):
		return notAcceptable(err, language)
	case errors.Is(err, desk.ErrCursor):
		err = locatedError{location: "query.cursor", err: cursorError{}}
	}
	if e, ok := errors.AsType[*desk.StaleError](err); ok {
		p := newProblem(http.StatusPreconditionFailed, "stale")
		switch {
		case e.What == desk.StaleEvent:
			p.Errors = []Detail{{Location: "query.event_version", Message: voices[language].Say("api.body.event_version", lang.Args{"Version": strconv.FormatUint(e.Current, 10)}), Code: "stale"}}
		case e.Current != 0:
			p.with("ETag", etag(e.Current))
		}
		return p
	}
	if e, ok := errors.AsType[*desk.ExistsError](err); ok {
		p := newProblem(http.StatusConflict, "exists")
		p.args = lang.Args{"ID": e.ID}
		return p
	}
	if e, ok := errors.AsType[*desk.RulesError](err); ok {
		p := newProblem(http.StatusConflict, "rules")
		for _, f := range e.Findings {
			place := placeOf(err).place(f.Location)
			if strings.HasPrefix(f.Location, "sessions[") { // of the schedule, which no body holds
				place = join("schedule", f.Location)
			}
			p.Errors = append(p.Errors, Detail{Location: place, Message: f.Message.In(language), Code: f.Rule})
		}
		return p
	}
	if e, ok := errors.AsType[conditionError](err); ok {
		if e.missing {
			return newProblem(http.StatusPreconditionRequired, "condition_missing")
		}
		return newProblem(http.StatusBadRequest, "condition_malformed")
	}
	if e, ok := errors.AsType[*http.MaxBytesError](err); ok {
		p := newProblem(http.StatusRequestEntityTooLarge, "too_large")
		p.args = lang.Args{"Limit": int(e.Limit)}
		return p
	}
	if p, ok := faulty(err, language); ok {
		return p
	}
	return newProblem(http.StatusInternalServerError, "internal")
}

// noSchedule answers for a run whose schedule is asked for: later, or not at all.
func noSchedule(err error) *Problem {
	if e, ok := errors.AsType[*desk.NoScheduleError](err); ok && e.Coming {
		return newProblem(http.StatusConflict, "unsolved").with("Retry-After", busySeconds)
	}
	return newProblem(http.StatusConflict, "no_schedule")
}

// notAcceptable says which forms there are.
func notAcceptable(err error, language string) *Problem {
	p := newProblem(http.StatusNotAcceptable, "not_acceptable")
	if e, ok := errors.AsType[formError](err); ok {
		p.Errors = []Detail{{Location: "header.Accept", Code: "not_acceptable",
			Message: voices[language].Say("api.body.unknown_word", lang.Args{"A": strings.Join(e.media, ", ")})}}
	}
	return p
}

// forbidden says what a caller lacks.
func forbidden(err error, language string) *Problem {
	p := newProblem(http.StatusForbidden, "forbidden")
	if e, ok := errors.AsType[*desk.ForbiddenError](err); ok {
		p.Errors = []Detail{{Location: "header.Authorization", Code: "scope_missing",
			Message: voices[language].Say("api.body.scope", lang.Args{"Scope": string(e.Scope)})}}
	}
	return p
}

// faulty lists the faults of a request that was understood and is not right.
func faulty(err error, language string) (*Problem, bool) {
	p := newProblem(http.StatusUnprocessableEntity, "faults")
	located, isLocated := errors.AsType[locatedError](err)
	if faults, ok := errors.AsType[event.Faults](err); ok {
		for _, f := range faults {
			p.Errors = append(p.Errors, Detail{Location: placeOf(err).place(f.Location), Message: f.Text().In(language), Code: string(f.Code)})
		}
		return p, true
	}
	if refused, ok := errors.AsType[plan.Refused](err); ok { // of the body, from the places that it names
		for _, f := range refused {
			p.Errors = append(p.Errors, Detail{Location: placeOf(err).place(f.Location), Message: f.Message.In(language), Code: f.Rule})
		}
		return p, true
	}
	if faults, ok := errors.AsType[sheet.Faults](err); ok {
		for _, f := range faults {
			place := f.Where(language)
			if f.Sheet == "" && f.File == "" && f.Location != "" { // of an event document
				place = join("body", f.Location)
			}
			p.Errors = append(p.Errors, Detail{Location: place, Message: f.Problem.In(language) + "; " + f.Want.In(language), Code: f.Code})
		}
		return p, true
	}
	if e, ok := errors.AsType[*envelopeError](err); ok {
		p.Errors = e.details(voices[language])
		return p, true
	}
	if _, ok := errors.AsType[cursorError](err); ok {
		p.Errors = []Detail{{Location: "query.cursor", Message: voices[language].Say("api.body.cursor"), Code: "cursor"}}
		return p, true
	}
	if isLocated {
		p.Errors = []Detail{{Location: located.location, Message: located.err.Error()}}
		return p, true
	}
	return nil, false
}

// placeOf returns the place of an error that says none: the body.
func placeOf(err error) locatedError {
	if located, ok := errors.AsType[locatedError](err); ok {
		return located
	}
	return locatedError{location: "body"}
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

// tell logs what the answer keeps to itself.
func (r *request) tell(ctx context.Context, status int, err error) {
	if status >= http.StatusInternalServerError {
		r.log.LogAttrs(ctx, slog.LevelError, "failed", slog.String("id", r.id), slog.String("error", err.Error()))
	}
}
