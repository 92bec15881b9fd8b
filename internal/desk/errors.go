package desk

import (
	"context"
	"errors"
	"fmt"

	"sangdam/internal/jobs"
	"sangdam/internal/plan"
	"sangdam/internal/store"
)

// The errors of the desk beside event.Faults, which a wrong document or argument brings. Ask with errors.Is and errors.AsType.
var (
	ErrUnauthenticated = errors.New("desk: who asks is not known, or no longer")
	ErrForbidden       = errors.New("desk: not allowed")
	ErrNotFound        = errors.New("desk: there is no such thing")
	ErrUnavailable     = errors.New("desk: the store or the solver cannot be reached now") // worth trying again
	ErrBusy            = errors.New("desk: it is being worked on")                         // worth trying again
	ErrCursor          = errors.New("desk: the cursor is of no use any more; begin again without one")
	ErrOtherBody       = errors.New("desk: the key was used for another request")
)

// A ForbiddenError says which scope a caller lacks, for which event ("" for none in particular). It is ErrForbidden.
type ForbiddenError struct {
	Scope Scope
	Event string
}

func (e *ForbiddenError) Error() string {
	if e.Event == "" {
		return fmt.Sprintf("desk: the scope %s is needed", e.Scope)
	}
	return fmt.Sprintf("desk: the scope %s is needed for the event %s", e.Scope, e.Event)
}

// Is makes it ErrForbidden.
func (e *ForbiddenError) Is(target error) bool { return target == ErrForbidden }

// A NotFoundError names what there is not. It is ErrNotFound.
type NotFoundError struct{ Kind, ID string }

func (e *NotFoundError) Error() string { return fmt.Sprintf("desk: there is no %s %q", e.Kind, e.ID) }

// Is makes it ErrNotFound.
func (e *NotFoundError) Is(target error) bool { return target == ErrNotFound }

// A NoScheduleError says that a run has no schedule: not yet, or it ended without one. It is ErrNotFound.
type NoScheduleError struct {
	Run    string
	Coming bool // it has not ended
}

func (e *NoScheduleError) Error() string {
	return fmt.Sprintf("desk: the run %q has no schedule", e.Run)
}

// Is makes it ErrNotFound.
func (e *NoScheduleError) Is(target error) bool { return target == ErrNotFound }

// What a StaleError is about, where that could be several things.
const (
	StaleDraft       = "draft"
	StaleEvent       = "event"
	StalePublication = "publication"
)

// A StaleError says that someone else was first: the version asked for is not the current one.
type StaleError struct {
	Current uint64
	What    string // of the above; empty: what the request names
}

func (e *StaleError) Error() string {
	return fmt.Sprintf("desk: it was changed by someone else; the version is now %d", e.Current)
}

// An ExistsError says that the id of a new event is taken.
type ExistsError struct{ ID string }

func (e *ExistsError) Error() string { return fmt.Sprintf("desk: there is an event %q already", e.ID) }

// A RulesError refuses a schedule, or a change of one, with all the rules that it would break, in four languages. A location
// edits[i] points at the edit that brings it about; sessions[i].meetings[j] into the schedule.
type RulesError struct{ Findings []plan.Finding }

func (e *RulesError) Error() string {
	if len(e.Findings) == 0 {
		return "desk: the schedule breaks the rules"
	}
	f := e.Findings[0]
	return fmt.Sprintf("desk: %d findings; the first: %s %s (%s)", len(e.Findings), f.Location, f.Message.In("en"), f.Rule)
}

// storeError says what store and jobs say in the words of the desk, so that nobody above needs to know them.
func storeError(err error) error {
	_, conflict := errors.AsType[*store.ConflictError](err)
	switch {
	case err == nil, conflict:
		return err
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	case errors.Is(err, store.ErrNotFound), errors.Is(err, store.ErrInvalid): // a name that no record could have
		return ErrNotFound
	case errors.Is(err, store.ErrBadCursor):
		return ErrCursor
	case errors.Is(err, store.ErrUnavailable), errors.Is(err, store.ErrClosed), errors.Is(err, jobs.ErrClosed):
		return fmt.Errorf("%w: %w", ErrUnavailable, err)
	}
	return err
}
