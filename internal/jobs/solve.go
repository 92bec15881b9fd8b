package jobs

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"slices"

	"sangdam/event"
	"sangdam/internal/store"
)

// An Outcome is how a call of Solve ended.
type Outcome int

// The outcomes.
const (
	Elsewhere Outcome = iota // there is nothing to do here: another has the run, it has ended, or it is gone
	Ended                    // it has ended, by this call
	Parked                   // it is Queued again, because ctx ended
)

// Solve solves a run, unless another does. When ctx ends the run is parked: it is Queued again. Whoever solves a run that
// was parked or abandoned begins from the best that was kept, see incumbents; so the same seed gives the same schedule unless
// a run was interrupted, and then it says so: Run.Resumed.
//
// The owner of a run writes its record at least four times a lease. A run whose record does not change for a whole lease is
// taken to be abandoned, and may be solved again by a Job with that version. The schedule and the end of the run are one
// write, on condition that the run is still held; so a run is done once, however many solve it.
//
// An error is the store's: the run is Queued, or is Running without an owner. Whatever else goes wrong, a panic of the
// packer included, is recorded as the failure of the run.
func (l *Ledger) Solve(ctx context.Context, job Job) (outcome Outcome, err error) {
	held, document, err := l.claim(ctx, job)
	if held == nil || err != nil {
		return Elsewhere, err
	}
	l.Observe.Begun(held.run)
	defer func() { l.Observe.Over(held.run, outcome) }()
	best, err := l.incumbents(ctx, held.run)
	if err != nil {
		outcome, errEnd := held.end(ctx, result{state: Queued})
		return outcome, errors.Join(err, errEnd)
	}
	held.resumed = best.some()
	switch run := &held.run; {
	case run.StopAsked && !best.some():
		return held.end(ctx, result{state: Stopped})
	case run.Lost >= mostLost:
		return held.end(ctx, result{state: Failed, problem: lostTooOften(run.Lost)})
	}

	solving, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	beside := &attendant{hold: held, news: newNews(), cancel: cancel, best: best}
	attending, release := context.WithCancel(context.WithoutCancel(ctx))
	released := make(chan struct{})
	run := held.run
	go func() {
		defer close(released)
		beside.attend(attending)
	}()
	schedule, err := l.pack(solving, run, func() (*input, error) {
		in, err := l.input(solving, run, document, best)
		if run.StopAsked { // what was kept is all there will be
			cancel(errStopAsked)
		}
		return in, err
	}, beside.news)
	release()
	<-released

	if errors.Is(context.Cause(solving), errLost) {
		l.Log.Warn("a run was lost to another while it was solved here", "run", run.ID)
		return Elsewhere, nil
	}
	if errors.Is(err, store.ErrUnavailable) || errors.Is(err, store.ErrClosed) { // the input could not be read
		outcome, errEnd := held.end(ctx, result{state: Queued})
		return outcome, errors.Join(err, errEnd)
	}
	r := held.judge(schedule, err, ctx.Err() != nil)
	last := beside.news.take()
	best.reached(last)
	r.reached, r.best = append(beside.unsaid, last...), best
	if r.problem != nil && r.problem.internal {
		l.Log.Error("a run failed by an error of the program", "run", run.ID, "error", r.problem.cause)
	}
	return held.end(ctx, r)
}

// A panicError is a panic of the packer, or of what it is given by.
type panicError struct {
	value any
	stack []byte
}

func (e *panicError) Error() string { return fmt.Sprintf("panic: %v\n%s", e.value, e.stack) }

// pack reads the input and calls the packer; a panic becomes an error.
func (l *Ledger) pack(ctx context.Context, run Run, read func() (*input, error), n *news) (_ *event.Schedule, err error) {
	defer func() {
		if value := recover(); value != nil {
			err = &panicError{value, debug.Stack()}
		}
	}()
	in, err := read()
	if err != nil {
		return nil, err
	}
	n.of(in.event.Sessions)
	in.options.Progress = n.tell
	return l.Pack(ctx, in.event, in.pairs, in.options)
}

// judge says what a run came to, from what the packer returned. Parking is whether the solve was to make way; a schedule that
// was complete by then is kept nevertheless.
func (h *hold) judge(schedule *event.Schedule, err error, parking bool) result {
	stopping := h.run.StopAsked
	switch {
	case err == nil && parking && !stopping && cutShort(schedule):
		return result{state: Queued}
	case err == nil:
		return result{state: Done, schedule: schedule}
	}
	if p, ok := errors.AsType[*problem](err); ok {
		return result{state: Failed, problem: p}
	}
	if p, ok := errors.AsType[*panicError](err); ok {
		return result{state: Failed, problem: crashed(p)}
	}
	late := errors.Is(err, context.DeadlineExceeded)
	switch {
	case (late || errors.Is(err, context.Canceled)) && stopping:
		return result{state: Stopped}
	case errors.Is(err, context.Canceled) && parking:
		return result{state: Queued}
	case late:
		return result{state: Failed, problem: noTime(err)}
	}
	return result{state: Failed, problem: noSchedule(err)}
}

// cutShort reports whether the end of a context is what ended the search.
func cutShort(s *event.Schedule) bool {
	return slices.ContainsFunc(s.Sessions, func(part event.SessionSchedule) bool { return part.Stopped == "cancelled" })
}
