package scheduler

import "sangdam/scheduler/internal/breaks"

// hold solves an instance all of whose pairs must be held: only when they meet is open, so that musts, minimums and score
// are given, and breaks and idle slots are what there is to decide.
func (s *search) hold() Result {
	in := s.in
	found := minimizeBreaks(s.ctx, in, nil, Objective{}, nil, s.breaksOptions(func(r breaks.Result) {
		s.bound.Breaks, s.bound.Idle = r.BreaksBound, r.IdleBound
		if s.opt.Report != nil {
			s.opt.Report(Progress{
				Incumbent: Objective{Breaks: r.Breaks, Idle: r.Idle}, Bound: s.bound, Feasible: r.Slots != nil,
			})
		}
	}))
	s.iterations["breaks: moves"] = found.Stats.Moves
	s.iterations["breaks: conflicts"] = found.Stats.Conflicts
	r := Result{Status: Unknown, Stopped: s.stopped(), Iterations: s.iterations}
	r.Bound.Breaks, r.Bound.Idle = found.BreaksBound, found.IdleBound
	for e := range in.pairs {
		r.Bound.Score += in.pairs[e].score
	}
	if found.Status == breaks.Infeasible {
		r.Status = Infeasible
		return r
	}
	if found.placement == nil {
		return r
	}
	r.Schedule = found.placement.schedule()
	r.Objective, _ = Verify(in, r.Schedule)
	r.Bound.Shortfall = r.Objective.Shortfall
	r.Status = Feasible
	if s.opt.BreaksOnly && r.Objective.Breaks == r.Bound.Breaks || r.Objective == r.Bound {
		r.Status = Optimal
	}
	return r
}

func (s *search) breaksOptions(report func(breaks.Result)) breaks.Options {
	return breaks.Options{
		Seed:       s.opt.Seed,
		Iterations: s.opt.Iterations,
		Workers:    s.opt.Workers,
		BreaksOnly: s.opt.BreaksOnly,
		Report:     report,
	}
}
