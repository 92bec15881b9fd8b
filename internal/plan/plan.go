// Package plan leads an event through the core: ranked pairs become a scheduler.Instance, its schedule becomes an
// event.Schedule. Names meet indices only here. The model, its rules and its reasons are numbered in docs/model.md.
package plan

import (
	"context"
	"runtime"
	"time"

	"sangdam/event"
	"sangdam/scheduler"
)

// Options steer Schedule. The zero value is a sensible default for every field.
type Options struct {
	Session    string        // solve only the session of this id; empty: all
	TimeLimit  time.Duration // for the whole event; zero: none
	ScoreSlack float64       // share of the score that may be given up for fewer breaks, e.g. 0.005
	Seed       uint64
	// Fair spreads meetings evenly among the firms, as far as can be, before the score is raised.
	Fair     bool
	Workers  int             // zero: the number of processors; never changes the result
	Start    *event.Schedule // an earlier schedule to begin from; nil: none
	Progress func(Progress)  // called from one goroutine at a time; nil: not
	// Help is how many changes (one table, slot, interpreter or meeting more) are tried by solving again, to say what
	// would help; zero: none. It costs about one solve each, out of the same time limit.
	Help int
	// Iterations limits each phase of the search; zero: the search stops by itself.
	Iterations int64
	// Clock gives the seconds of the document; nil: time.Now.
	Clock func() time.Time
}

// Progress is the state of one session's solve.
type Progress struct {
	Session  string
	Point    event.TracePoint
	Feasible bool
	Done     bool
	// Meetings returns the best so far, for Options.Start of a later solve; nil when there is none yet. Tables are handed out
	// only once the session is done. It may be called at any time, from any goroutine. O(pairs).
	Meetings func() []event.Meeting
}

// Schedule packs the ranked pairs of an event, its sessions side by side. An error means that there is no schedule: the
// match document does not fit the event, or the fixed meetings cannot all stand; it names every fault. When ctx or the
// time limit ends, the best so far is returned and says so.
func Schedule(ctx context.Context, ev *event.Event, pairs []event.Pair, opt Options) (*event.Schedule, error) {
	if opt.ScoreSlack < 0 || opt.ScoreSlack >= 1 || opt.ScoreSlack != opt.ScoreSlack {
		return nil, refuse("", "", say(
			"포기할 수 있는 점수의 비율 %[1]v은(는) 0 이상 1 미만이 아닙니다", "score slack %[1]v is not in 0 to 1",
			"可放弃的得分比例 %[1]v 不在 0 到 1 之间", "доля оценки, от которой можно отказаться, %[1]v не в пределах от 0 до 1", opt.ScoreSlack))
	}
	if opt.Workers <= 0 {
		opt.Workers = runtime.GOMAXPROCS(0)
	}
	if opt.Clock == nil {
		opt.Clock = time.Now
	}
	sites, err := newSites(ev, pairs)
	if err != nil {
		return nil, err
	}
	r := runner{event: ev, pairs: pairs, opt: opt, solve: scheduler.Solve}
	for _, st := range sites {
		if opt.Session == "" || st.session.ID == opt.Session {
			r.sites = append(r.sites, st)
		}
	}
	if opt.Session != "" && len(r.sites) == 0 {
		return nil, refuse("", "", noSession(opt.Session, ev))
	}
	var errs []error
	for _, st := range r.sites {
		in, err := st.instance()
		errs = append(errs, err)
		r.instances = append(r.instances, in)
	}
	if err := together(errs...); err != nil {
		return nil, err
	}
	parts, err := r.run(ctx)
	if err != nil {
		return nil, err
	}
	return &event.Schedule{Format: event.Format, Event: ev.ID, Sessions: parts}, nil
}
