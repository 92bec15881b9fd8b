package scheduler

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"

	"sangdam/scheduler/internal/lp"
)

// search is the state of a solve: the incumbent and what is proven so far.
type search struct {
	ctx        context.Context
	in         *Instance
	opt        Options
	rng        *rand.Rand
	best       *placement
	value      Objective // of best, without breaks, idle and tables
	breaks     int       // of best, as far as they were looked at
	idle       int
	bound      Objective
	proof      proof // of the score
	unfair     int64 // the score before meetings were spread fairly
	iterations map[string]int64
}

func newSearch(ctx context.Context, in *Instance, opt Options) *search {
	s := &search{ctx: ctx, in: in, opt: opt, rng: rand.New(rand.NewPCG(opt.Seed, 0x5a9d)), iterations: map[string]int64{}}
	s.bound.Score, s.bound.Shortfall = in.seatBound(), in.leastShortfall()
	return s
}

func (s *search) stopped() bool { return s.ctx.Err() != nil }

// offer makes p the incumbent when it is better.
func (s *search) offer(p *placement) bool {
	v := p.value()
	if s.best != nil && v.Compare(s.value) >= 0 {
		return false
	}
	s.best, s.value = p, v
	s.report()
	return true
}

func (s *search) report() { s.reportAs(s.best.when) }

// reportAs reports the incumbent in an arrangement that may be ahead of it.
func (s *search) reportAs(when []Slot) {
	if s.opt.Report != nil {
		now := s.value
		now.Breaks, now.Idle = s.breaks, s.idle
		s.opt.Report(Progress{Incumbent: now, Bound: s.bound, Feasible: true, When: when})
	}
}

// bounded notes a proven bound of a part.
func (s *search) bounded(goal aim, bound int64) {
	before := s.bound
	switch goal.part {
	case mustsPart:
		s.bound.MustMissed = max(s.bound.MustMissed, s.in.musts-int(bound))
	case shortfallPart:
		s.bound.Shortfall = max(s.bound.Shortfall, -int(bound))
	default:
		s.bound.Score = min(s.bound.Score, bound)
	}
	if s.bound != before {
		s.report()
	}
}

// floor is the worth of the incumbent under an aim.
func (s *search) floor(goal aim) int64 {
	if !goal.meets(s.value) {
		return math.MinInt64 / lp.DualScale / 2
	}
	return goal.worth(s.in, s.value)
}

// packing is the number of packing steps that a rounding may take.
func (s *search) packing() int64 { return 2000 + 20*int64(len(s.in.participants)*s.in.NumSlots()/8) }

// choose decides which pairs meet: musts, then minimums, then score, each proven as far as the iterations allow.
func (s *search) choose() {
	p := newPlacement(s.in)
	p.construct()
	s.offer(p)
	if s.opt.Start != nil {
		s.offer(s.startFrom(s.opt.Start))
	}
	if s.value.MustMissed > 0 || s.value.Shortfall > 0 {
		s.anneal(200_000)
	}
	if s.value.MustMissed > 0 {
		s.optimise(aim{part: mustsPart})
	}
	if s.value.Shortfall > 0 {
		s.optimise(aim{part: shortfallPart, missed: s.value.MustMissed})
	}
	s.optimise(aim{part: scorePart, missed: s.value.MustMissed, shortfall: s.value.Shortfall})
	if len(s.opt.Fair) > 0 {
		s.unfair = s.value.Score
		s.raiseMinimums(s.opt.Fair)
		s.bound.Score = s.in.seatBound()
		s.optimise(aim{part: scorePart, missed: s.value.MustMissed, shortfall: s.value.Shortfall})
	}
}

// startFrom takes over the meetings of an earlier schedule that still fit, and fills what room is left.
func (s *search) startFrom(earlier *Schedule) *placement {
	p := newPlacement(s.in)
	for _, m := range earlier.meetings {
		if int(m.Pair) < len(p.when) && m.Pair >= 0 && p.when[m.Pair] == NoSlot && p.fits(m.Pair, m.Slot) {
			p.put(m.Pair, m.Slot)
		}
	}
	p.construct()
	return p
}

// anneal tries to raise the incumbent with all pairs as candidates.
func (s *search) anneal(steps int64) {
	p := s.best.clone()
	all := make([]Pair, len(s.in.pairs))
	for e := range all {
		all[e] = Pair(e)
	}
	newAnnealer(p, all, s.rng).run(steps, ScoreScale/30, ScoreScale/3000)
	s.offer(p)
}

// optimise raises one part of the objective and proves a bound for it: the relaxation by a first-order method with
// roundings on the way, then dives, then branch and bound.
func (s *search) optimise(goal aim) {
	r := newRelaxation(s.in, goal)
	prices, bound := s.relax(r)
	s.proof = proof{r, prices}
	if s.proven(goal, bound) || s.stopped() {
		return
	}
	v := newDiver(r, prices, s.opt.Workers, s.rng, s.stopped)
	s.dive(v, bound)
	if s.proven(goal, bound) || s.stopped() {
		return
	}
	bound = s.branch(r, prices, bound, 40_000_000)
	s.bounded(goal, bound)
	if s.proven(goal, bound) || s.stopped() {
		return
	}
	s.neighbourhoods(v, bound)
	if !s.proven(goal, bound) {
		bound = s.branch(r, prices, bound, 40_000_000)
		s.bounded(goal, bound)
	}
}

func (s *search) proven(goal aim, bound int64) bool { return bound <= s.floor(goal) }

// relax solves the relaxation and rounds it at times on the way, more rarely later on. It returns prices and the bound
// that they prove.
func (s *search) relax(r *relaxation) ([]float64, int64) {
	const chunk = 100
	prices := s.warm(r)
	f := lp.NewFirstOrder(r.lp, prices, s.opt.Workers)
	bound, since, nextRounding := r.lp.Bound(lp.Round(prices)), 0, 1
	s.bounded(r.aim, lp.Whole(bound, r.unit))
	for done := 1; done <= 200 && since < max(4, done/4) && !s.stopped(); done++ {
		f.Run(chunk)
		s.iterations["relaxation"] += chunk
		b := r.lp.Bound(lp.Round(f.Y()))
		// Less than a tenth of a unit, or a millionth, is no progress.
		if b < bound-max(lp.DualScale/10, bound/1_000_000) {
			since = 0
		} else {
			since++
		}
		if b < bound {
			bound, prices = b, f.Prices()
			s.bounded(r.aim, lp.Whole(b, r.unit))
		}
		if done >= nextRounding || since >= max(4, done/4) {
			nextRounding = done + 1 + done/3
			s.offer(r.round(f.X(), s.packing(), s.rng))
		}
		if s.proven(r.aim, lp.Whole(bound, r.unit)) {
			break
		}
	}
	return prices, lp.Whole(bound, r.unit)
}

// warm returns prices to start the relaxation from, and makes a first placement, by its aggregate.
func (s *search) warm(r *relaxation) []float64 {
	if r.aim.part != scorePart {
		return make([]float64, r.lp.NumRows())
	}
	g := newAggregate(r)
	f := lp.NewFirstOrder(g.lp, nil, s.opt.Workers)
	best := int64(math.MaxInt64)
	var y []float64
	for since := 0; since < 3 && f.Iterations < 3000 && !s.stopped(); since++ {
		f.Run(100)
		s.iterations["aggregate"] += 100
		if b := g.lp.Bound(lp.Round(f.Y())); b < best-max(lp.DualScale, best/100_000) {
			best, y, since = b, f.Prices(), 0
			s.bounded(r.aim, lp.Whole(b, r.unit))
		}
	}
	s.offer(r.round(g.spread(f.X()), s.packing(), s.rng))
	if y == nil {
		y = f.Prices()
	}
	return g.prices(y)
}

// dive completes empty placements a few times.
func (s *search) dive(v *diver, bound int64) {
	for range 3 {
		if s.stopped() || s.proven(v.aim, bound) {
			return
		}
		p := newPlacement(s.in)
		v.complete(p, ScoreScale/20, func(int32) bool { return true })
		s.offer(p)
		s.iterations["dives"]++
	}
}

// patience is the number of neighbourhoods searched in vain after which the search gives up.
const patience = 60

// patientWork is the number of column iterations after which it gives up as well: on the largest fairs a neighbourhood
// is itself a large program.
const patientWork = 250_000_000

// neighbourhoods frees a few slots, or a few participants, of the incumbent and completes it again by diving (large
// neighbourhood search, Shaw 1998), until the bound is met or patience runs out.
func (s *search) neighbourhoods(v *diver, bound int64) {
	v.iterations, v.workers, v.work = 100, 1, 0
	for vain, i := 0, int64(0); vain < patience && v.work < patientWork && !s.proven(v.aim, bound) && !s.stopped(); vain, i = vain+1, i+1 {
		if s.opt.Iterations > 0 && i >= s.opt.Iterations {
			return
		}
		p := s.best.clone()
		s.free(p, i%2 == 0)
		v.complete(p, ScoreScale/5, func(int32) bool { return true })
		if value := p.value(); value.Compare(s.value) == 0 {
			s.best = p // sideways, so that the next neighbourhood differs
		} else if s.offer(p) {
			vain, v.work = 0, 0
		}
		s.iterations["neighbourhoods"]++
	}
}

// free takes the meetings of a few slots, or of a few participants, out of p.
func (s *search) free(p *placement, bySlot bool) {
	n := len(s.in.participants)
	var slots []Slot
	var people []Participant
	if bySlot {
		for range 2 + s.rng.IntN(3) {
			slots = append(slots, Slot(s.rng.IntN(p.slots)))
		}
	} else {
		for range 3 + s.rng.IntN(n/20+1) {
			people = append(people, Participant(s.rng.IntN(n)))
		}
	}
	for e, t := range p.when {
		pr := &s.in.pairs[e]
		if t != NoSlot && s.in.fixedAt[e] == NoSlot &&
			(slices.Contains(slots, t) || slices.Contains(people, pr.a) || slices.Contains(people, pr.b)) {
			p.remove(Pair(e))
		}
	}
}
