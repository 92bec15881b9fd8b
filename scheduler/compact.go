package scheduler

import "sangdam/scheduler/internal/breaks"

// By default a schedule is compacted until this many conflicts of a prover, or their like in moves, bring nothing; a prover
// spends at most so many in all, fewer on large events, where each takes longer, and none on the largest.
const (
	compactPatience  = 15_000
	compactConflicts = 9_000
	compactLeast     = 2_000      // fewer are not worth stating the problem to a prover
	compactWork      = 20_000_000 // conflicts · meetings · slots
	compactMoves     = 3_000_000  // moves of the annealing in all
	compactMovesEach = 500        // and as many more a meeting
)

// compact rearranges the incumbent for fewer breaks, then fewer idle slots, without giving up what the parts before came
// to, or at most the slack of the score. The choice of pairs stays open as far as it cannot be proven closed, so that the
// bounds hold for every schedule that is as good.
func (s *search) compact() {
	if s.best.size == 0 {
		return
	}
	floor := s.slackFloor()
	s.rearrange(s.value)
	if floor.Score < s.value.Score {
		s.best = s.trade(floor, s.proof.relaxation.choose(s.proof.prices, floor.Score))
		s.value = s.best.value()
		s.rearrange(floor)
	}
}

// slackFloor is the value that the slack allows to go down to.
func (s *search) slackFloor() Objective {
	floor := s.value
	whole, rest := floor.Score/1_000_000, floor.Score%1_000_000
	floor.Score -= whole*s.opt.SlackPPM + rest*s.opt.SlackPPM/1_000_000
	return floor
}

// rearrange looks for fewer breaks and idle slots among the placements that are as good as floor, beginning with the
// incumbent, and proves a bound for all of them.
func (s *search) rearrange(floor Objective) {
	among := s.proof.relaxation.choose(s.proof.prices, floor.Score)
	opt := s.breaksOptions(func(r breaks.Result) {
		s.settle(r)
		s.reportAs(s.arranged(r))
	})
	if s.opt.Iterations == 0 {
		opt.Iterations, opt.Limit = compactPatience, min(compactConflicts, compactWork/int64(s.best.size*s.in.NumSlots()))
		opt.Moves = compactMoves + compactMovesEach*int64(s.best.size)
		if opt.Limit < compactLeast {
			opt.Limit = -1
		}
	}
	found := minimizeBreaks(s.ctx, s.in, s.best, floor, &among, opt)
	s.settle(found.Result)
	s.iterations["breaks: moves"] += found.Stats.Moves
	s.iterations["breaks: conflicts"] += found.Stats.Conflicts
	if p := found.placement; p != nil && p.value().Compare(floor) <= 0 && !s.best.shape().less(p.shape()) {
		s.best, s.value = p, p.value()
	}
}

// arranged is the placement that a rearrangement has come to: the incumbent's while it has none.
func (s *search) arranged(r breaks.Result) []Slot {
	if r.Slots == nil {
		return s.best.when
	}
	when := make([]Slot, len(r.Slots))
	for e, t := range r.Slots {
		when[e] = Slot(t)
	}
	return when
}

// settle notes breaks and idle slots with what is proven of them.
func (s *search) settle(r breaks.Result) {
	s.bound.Breaks, s.bound.Idle = r.BreaksBound, max(r.IdleBound, r.BreaksBound) // a break has an idle slot at least
	s.breaks, s.idle = r.Breaks, r.Idle
}

// finish hands out tables and interpreters, and states how much is proven. stated is the instance as it was given.
func (s *search) finish(stated *Instance) Result {
	schedule := s.best.schedule()
	got, _ := Verify(stated, schedule)
	s.bound.TableChanges = s.leastTableChanges(got)
	r := Result{
		Status: Feasible, Schedule: schedule, Objective: got, Bound: s.bound,
		Prices: s.proof.relaxation.pricesFrom(s.proof.prices), Stopped: s.stopped(), Iterations: s.iterations,
		UnfairScore: s.unfair,
	}
	for u := range s.in.participants {
		r.Guaranteed = append(r.Guaranteed, s.in.participants[u].min)
	}
	if got == s.bound {
		r.Status = Optimal
	}
	return r
}

// leastTableChanges bounds the table changes of any schedule that is as good as got in the parts before.
//
// A participant with n meetings on d days has at least n-d links between consecutive meetings of a day. At most
// got.Breaks links are not between adjacent slots. Of the others, at most one leaves each meeting and is kept, for two
// would lead to two meetings at one table in one slot; and the meetings of the fullest slot, at least m/slots of m, begin
// or continue that many chains, so that at most m - m/slots links are kept. Only where the same two meet twice in a row can
// both links that leave a meeting be kept, for they lead to one: of k meetings of the same two, k-1 times at most. All this
// counts only when the choice of pairs is the same in every schedule as good; otherwise nothing is claimed.
func (s *search) leastTableChanges(got Objective) int {
	among := s.proof.relaxation.choose(s.proof.prices, got.Score)
	m, links := 0, 0
	couples := map[[2]Participant]bool{}
	n := make([]int, len(s.in.participants))
	for e := range s.in.pairs {
		if among.possible[e] && !among.in[e] {
			return 0
		}
		if among.in[e] {
			a, b := s.in.Ends(Pair(e))
			m++
			n[a]++
			n[b]++
			couples[[2]Participant{min(a, b), max(a, b)}] = true
		}
	}
	for u := range s.in.participants {
		days := map[int32]bool{}
		s.in.participants[u].available.Each(func(t Slot) { days[s.in.days[t]] = true })
		links += max(0, n[u]-len(days))
	}
	slots := max(1, len(s.in.days))
	kept := m - (m+slots-1)/slots + m - len(couples)
	return max(0, links-kept-got.Breaks)
}
