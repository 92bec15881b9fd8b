package scheduler

import "slices"

// raiseMinimums makes the schedule fair to some participants before it is made good: it raises a common floor of meetings
// step by step, as water rises, and leaves behind only those who cannot follow without someone falling short of a
// minimum (max-min fairness by progressive filling; Bertsekas and Gallager 1992). It departs from the lexicographic
// optimum in that who is left behind at a level is read off one best solution of that level.
//
// What a participant is raised to becomes a minimum of the instance that the search goes on with, so that the score is
// the best of those as fair, and its bound too. Each level is one solve of the shortfall.
func (s *search) raiseMinimums(who []Participant) {
	floor, proven, report := s.value.Shortfall, s.bound.Shortfall, s.opt.Report
	s.opt.Report = nil // what falls short of a floor on trial is nobody's business
	target := make([]int, len(s.in.participants))
	for u := range target {
		target[u] = s.in.participants[u].min
	}
	stated := slices.Clone(target)
	left := slices.Clone(who)
	for level := 1; len(left) > 0 && !s.stopped(); level++ {
		best, before := s.best, slices.Clone(target)
		left = slices.DeleteFunc(left, func(u Participant) bool { return s.in.participants[u].max < level })
		for _, u := range left {
			target[u] = max(target[u], level)
		}
		s.moveTo(s.in.withMinimums(target), best)
		s.fillUp(floor)
		if s.value.Shortfall == floor {
			continue
		}
		left = slices.DeleteFunc(left, func(u Participant) bool {
			behind := int(s.best.held[u]) < target[u]
			if behind {
				target[u] = max(stated[u], level-1)
			}
			return behind
		})
		s.moveTo(s.in.withMinimums(target), s.best)
		if s.value.Shortfall > floor { // it would be at the cost of a stated minimum
			s.moveTo(s.in.withMinimums(before), best)
			break
		}
	}
	s.bound.Shortfall, s.opt.Report = proven, report
}

// fillUp lowers the shortfall of the incumbent to floor, if that can be done.
func (s *search) fillUp(floor int) {
	if s.value.Shortfall > floor {
		s.anneal(50_000)
	}
	if s.value.Shortfall > floor {
		s.optimise(aim{part: shortfallPart, missed: s.value.MustMissed})
	}
}

// moveTo goes on with another instance of the same shape, from a placement.
func (s *search) moveTo(in *Instance, p *placement) {
	q := p.clone()
	q.in = in
	s.in, s.best, s.value = in, q, q.value()
}

// withMinimums returns the instance with other minimums, by participant.
func (in *Instance) withMinimums(least []int) *Instance {
	out := *in
	out.participants = slices.Clone(in.participants)
	for u := range out.participants {
		out.participants[u].min = least[u]
	}
	return &out
}
