package plan

import (
	"context"
	"errors"
	"fmt"
	"math"
	"sync"
	"time"

	"sangdam/event"
	"sangdam/internal/crew"
	"sangdam/scheduler"
)

// A runner solves the sessions of an event on a pool of workers. Each session depends on its own instance and the
// options alone, so the result is the same whatever the number of workers.
type runner struct {
	event     *event.Event
	pairs     []event.Pair
	opt       Options
	solve     func(context.Context, *scheduler.Instance, scheduler.Options) scheduler.Result
	sites     []*site
	instances []*scheduler.Instance

	progress sync.Mutex // held while opt.Progress runs
	share    sync.Mutex // guards left
	left     int        // sessions not begun
}

// run returns the sessions' schedules in the order of the event.
func (r *runner) run(ctx context.Context) ([]event.SessionSchedule, error) {
	began := r.opt.Clock()
	r.left = len(r.sites)
	parts := make([]event.SessionSchedule, len(r.sites))
	errs := make([]error, len(r.sites))
	next := make(chan int)
	var workers crew.Crew
	for range min(r.opt.Workers, len(r.sites)) {
		workers.Go(func() {
			for i := range next {
				workers.Guard(func() {
					limited, cancel := r.allot(ctx, began)
					defer cancel()
					parts[i], errs[i] = r.session(limited, i)
				})
			}
		})
	}
	for i := range r.sites {
		next <- i
	}
	close(next)
	workers.Wait()
	return parts, together(errs...)
}

// allot gives a session that begins now its share of the time that is left: all of it when every session that has not
// begun has a worker, else so much that those who wait get as much.
func (r *runner) allot(ctx context.Context, began time.Time) (context.Context, context.CancelFunc) {
	r.share.Lock()
	waiting := r.left
	r.left--
	r.share.Unlock()
	if r.opt.TimeLimit <= 0 {
		return context.WithCancel(ctx)
	}
	rest := r.opt.TimeLimit - r.opt.Clock().Sub(began)
	if rounds := (waiting + r.opt.Workers - 1) / r.opt.Workers; rounds > 1 {
		rest /= time.Duration(rounds)
	}
	return context.WithTimeout(ctx, rest)
}

// session solves one session and puts the names back.
func (r *runner) session(ctx context.Context, i int) (event.SessionSchedule, error) {
	st := r.sites[i]
	rec := recorder{began: r.opt.Clock(), clock: r.opt.Clock}
	opt := r.options(st)
	opt.Report = func(p scheduler.Progress) {
		point := rec.record(p.Incumbent, p.Bound, p.Feasible)
		r.report(Progress{Session: st.session.ID, Point: point, Feasible: p.Feasible, Meetings: st.incumbent(p.When)})
	}
	res := r.solve(ctx, r.instances[i], opt)
	if res.Schedule == nil {
		return event.SessionSchedule{}, noSchedule(ctx, st, res.Status)
	}
	res = notWorse(res, r.instances[i], opt)
	seats := st.seats(res.Schedule.Meetings())
	if broken := st.hardRules(seats, true); len(broken) > 0 {
		return event.SessionSchedule{}, fmt.Errorf("session %q: the packer broke a hard rule: %v", st.session.ID, findingsError(broken))
	}
	last := rec.record(res.Objective, res.Bound, true)
	out := st.named(seats, res)
	out.Seed = r.opt.Seed
	out.ScoreSlack = r.opt.ScoreSlack
	if r.opt.Fair {
		out.Fairness = st.fairness(res)
	}
	out.Seconds = last.Seconds
	out.Trace = rec.trace
	out.Stopped = stopped(ctx, res)
	board := newBoard(st, seats)
	out.Unplaced = board.leftOut()
	out.Shortfalls = board.shortfalls(res.Objective.Shortfall == res.Bound.Shortfall)
	out.Blocking = board.blocking(mostBlocking)
	if r.opt.Help > 0 && ctx.Err() == nil {
		out.Help = r.help(ctx, board, res)
	}
	r.report(Progress{
		Session: st.session.ID, Point: last, Feasible: true, Done: true,
		Meetings: func() []event.Meeting { return out.Meetings },
	})
	return out, nil
}

// options are those of the core; the workers that no session needs serve inside the sessions.
func (r *runner) options(st *site) scheduler.Options {
	return scheduler.Options{
		Seed:       r.opt.Seed,
		SlackPPM:   int64(math.Floor(r.opt.ScoreSlack*1e6 + 1e-6)),
		Iterations: r.opt.Iterations,
		Workers:    max(1, r.opt.Workers/max(1, len(r.sites))),
		Start:      st.start(r.opt.Start),
		Fair:       st.fairAmong(r.opt.Fair),
	}
}

func (r *runner) report(p Progress) {
	if r.opt.Progress == nil {
		return
	}
	r.progress.Lock()
	defer r.progress.Unlock()
	r.opt.Progress(p)
}

// stopped says what cut a run short, in the words of the document.
func stopped(ctx context.Context, res scheduler.Result) string {
	switch {
	case !res.Stopped:
		return ""
	case errors.Is(ctx.Err(), context.DeadlineExceeded):
		return "time_limit"
	default:
		return "cancelled"
	}
}

// noSchedule is the error of a session that came back empty-handed, which only fixed meetings can bring about.
func noSchedule(ctx context.Context, st *site, status scheduler.Status) error {
	if status == scheduler.Infeasible {
		return refuse("", "H7", say(
			"%[1]s 상담회: 고정된 상담을 모두 지키는 일정은 없습니다", "session %[1]s: no schedule keeps all its fixed meetings",
			"场次 %[1]s：没有能保留全部固定洽谈的日程", "сессия %[1]s: нет расписания, которое сохраняет все закреплённые встречи", st.session.ID))
	}
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("session %q: stopped before there was a schedule: %w", st.session.ID, err)
	}
	return refuse("", "", say(
		"%[1]s 상담회: 일정을 찾지 못했습니다", "session %[1]s: no schedule was found", "场次 %[1]s：未找到日程", "сессия %[1]s: расписание не найдено", st.session.ID))
}
