package bench

import (
	"context"
	"errors"
	"fmt"
	"time"

	"sangdam/event"
	"sangdam/fixtures/family"
	"sangdam/internal/plan"
	"sangdam/matcher"
)

// Options steer a measurement. Clock is mandatory; the zero value of the others is a sensible default.
type Options struct {
	Seed      uint64           // of the search
	Slack     float64          // share of the score that may be given up
	TimeLimit time.Duration    // zero: the search stops by itself
	Clock     func() time.Time // gives the seconds of the trace
	// Until ends a run as soon as the gap of the score is proven to be no larger; zero: the run goes on to breaks, idle
	// time and tables.
	Until float64
}

// A Run is one measured solve of an event.
type Run struct {
	Name                        string
	Firms, Buyers, Slots, Pairs int
	Session                     event.SessionSchedule
	PeakMemory                  int64 // bytes resident at most, the program itself included; zero where the system does not tell
	Event                       *event.Event
}

// Measure makes the event of a name, packs it and checks the schedule. It is an error when the schedule breaks a rule or
// misstates a figure.
func Measure(ctx context.Context, name string, opt Options) (Run, error) {
	ev, err := family.Event(name)
	if err != nil {
		return Run{}, err
	}
	pairs := matcher.Rank(ev)
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	po := plan.Options{Seed: opt.Seed, ScoreSlack: opt.Slack, TimeLimit: opt.TimeLimit, Clock: opt.Clock}
	if opt.Until > 0 {
		po.Progress = func(p plan.Progress) {
			if p.Feasible && gap(p.Point) <= opt.Until {
				stop()
			}
		}
	}
	resetPeakMemory()
	schedule, err := plan.Schedule(ctx, ev, pairs, po)
	if err != nil {
		return Run{}, fmt.Errorf("%s: %w", name, err)
	}
	r := Run{
		Name: name, Firms: len(ev.Firms), Buyers: len(ev.Buyers), Slots: len(ev.Sessions[0].Slots), Pairs: len(ev.Scores),
		Session: schedule.Sessions[0], PeakMemory: peakMemory(), Event: ev,
	}
	var wrong []error
	for _, f := range plan.Check(ev, schedule, pairs).Findings {
		wrong = append(wrong, fmt.Errorf("%s: %s [%s]: %s", name, f.Location, f.Rule, f.Message.In("en")))
	}
	return r, errors.Join(wrong...)
}

// Within returns the seconds after which the gap of the score was proven to be no larger than the given one, and false when
// that never happened. Schedules that miss more musts or fall shorter than the last one do not count.
func (r *Run) Within(limit float64) (seconds float64, ok bool) {
	last := r.Session.Objective
	for _, p := range r.Session.Trace {
		if p.MustMissed <= last.MustMissed && p.MinimumShortfall <= last.MinimumShortfall && gap(p) <= limit {
			return p.Seconds, true
		}
	}
	return 0, false
}

// gap is that of the score, never negative.
func gap(p event.TracePoint) float64 {
	if p.Bound <= 0 {
		return 0
	}
	return max(0, (p.Bound-p.Score)/p.Bound)
}
