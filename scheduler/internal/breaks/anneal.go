package breaks

import (
	"context"
	"math"
	"math/rand/v2"
)

// Weights of what a placement must not have, in breaks.
const (
	outWeight      = 6.0
	crowdWeight    = 2.0
	disorderWeight = 2.0
	excessWeight   = 2.0
	idleWeight     = 0.1 // a slope towards short breaks, which are easier to close
)

// cost is what the annealing minimises. With right, no rule is broken that the placement could break.
func (s *state) cost() float64 {
	return float64(s.total) + idleWeight*float64(s.idleSum) + outWeight*float64(len(s.out)) +
		crowdWeight*float64(s.crowd) + disorderWeight*float64(s.disorder) + excessWeight*float64(s.excess)
}

// right reports whether every rule but the spread is kept for sure.
func (s *state) right() bool { return len(s.out) == 0 && s.crowd == 0 && s.disorder == 0 }

// An annealer improves a placement by simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983) with two moves: a
// Kempe chain between two slots, and the insertion of a meeting that is out, with the ejection of what stands in its place.
type annealer struct {
	s       *state
	rng     *rand.Rand
	chain   chain
	movable []int32 // meetings with more than one slot
	best    value
	have    bool
	slots   []int // the best placement
	cooling cooling
	moves   int64
}

func newAnnealer(s *state, seed, stream uint64) *annealer {
	a := &annealer{s: s, rng: rand.New(rand.NewPCG(seed, stream))}
	a.chain.mark = make([]int32, len(s.p.Meetings))
	return a
}

// load puts the state at a placement; the meetings that it places are the ones to be placed, and those that must be held.
func (a *annealer) load(slots []int) {
	s := a.s
	a.movable = a.movable[:0]
	for m, t := range slots {
		if s.when[m] != NoSlot {
			s.eject(m)
		}
		if t == NoSlot && !s.p.Meetings[m].Held {
			continue
		}
		if s.outAt[m] < 0 {
			s.demand(m)
		}
		if len(s.p.Meetings[m].Slots) > 1 {
			a.movable = append(a.movable, int32(m))
		}
	}
	for m, t := range slots {
		if t == NoSlot || !s.allow[m*s.n+t] {
			continue
		}
		g := &s.p.Meetings[m]
		if x, y := s.free(g.A, t), s.free(g.B, t); x >= 0 && y >= 0 {
			s.insert(m, t, x, y)
		}
	}
}

// Temperatures, in breaks: the first cooling starts hot, the later ones, from the best placement, warm.
const (
	hot  = 2.0
	warm = 0.8
	cold = 0.1
	// a slow cooling starts between them, and is not cut short
	mild = 1.0
	// moves of the first cooling; each is longer than the one before by half, up to longest
	shortest = 15_000
	longest  = 3_000_000
)

// A cooling is one fall of the temperature.
type cooling struct {
	length, left int
	from         float64
	slow         bool
}

// temperature falls geometrically.
func (c cooling) temperature() float64 {
	return c.from * math.Pow(cold/c.from, 1-float64(c.left)/float64(c.length))
}

// step makes a number of moves. It ends early when target is reached, nothing can move, or the context is done.
func (a *annealer) step(ctx context.Context, moves int, target value) {
	for moves > 0 && ctx.Err() == nil && !(a.have && !target.less(a.best)) {
		if a.cooling.left == 0 {
			a.reheat()
		}
		const batch = 256 // moves at one temperature
		if !a.run(batch, a.cooling.temperature(), target) {
			return
		}
		a.cooling.left = max(0, a.cooling.left-batch)
		a.moves += batch
		moves -= batch
	}
}

func (a *annealer) reheat() {
	if a.cooling.length == 0 && !a.have {
		a.cooling = cooling{length: shortest, left: shortest, from: hot}
		return
	}
	n := max(shortest, min(longest, a.cooling.length*3/2))
	if a.cooling.slow {
		n = shortest
	}
	a.cooling = cooling{length: n, left: n, from: warm}
	if a.have {
		a.load(a.slots)
	}
}

// slow begins one long cooling. From the same number of moves that brings far more than many short ones, but only at its end.
func (a *annealer) slow(moves int) {
	a.cooling = cooling{length: moves, left: moves, from: mild, slow: true}
}

// adopt makes a placement found elsewhere the best, from which the next cooling starts.
func (a *annealer) adopt(slots []int, v value) {
	a.have, a.best = true, v
	a.slots = append(a.slots[:0], slots...)
	if !a.cooling.slow {
		a.cooling.left = 0
	}
}

// run makes moves at one temperature and keeps the best right placement it meets. It reports false when nothing can move.
func (a *annealer) run(moves int, temperature float64, target value) bool {
	s := a.s
	cost := s.cost()
	for range moves {
		if len(s.out) > 0 && (len(a.movable) == 0 || a.rng.IntN(4) == 0) {
			cost = a.tryInsert(cost, temperature)
		} else if len(a.movable) > 0 {
			cost = a.tryChain(cost, temperature)
		} else {
			a.record()
			return len(s.out) > 0
		}
		if s.right() && (!a.have || s.total <= a.best.breaks) {
			a.record()
			if a.have && !target.less(a.best) {
				return true
			}
		}
	}
	return true
}

// record keeps the placement at hand when it is right and better than the best.
func (a *annealer) record() {
	s := a.s
	v := value{s.total, s.idleSum}
	if a.have && !v.less(a.best) {
		return
	}
	if !s.right() || s.p.LimitSpread && s.excess > 0 {
		return
	}
	a.have, a.best = true, v
	a.slots = a.slots[:0]
	for _, t := range s.when {
		a.slots = append(a.slots, int(t))
	}
}

// accept is the rule of Metropolis.
func (a *annealer) accept(delta, temperature float64) bool {
	return delta <= 0 || a.rng.Float64() < math.Exp(-delta/temperature)
}

func (a *annealer) tryChain(cost, temperature float64) float64 {
	s := a.s
	m := int(a.movable[a.rng.IntN(len(a.movable))])
	if s.when[m] == NoSlot {
		return cost
	}
	slots := s.p.Meetings[m].Slots
	t := slots[a.rng.IntN(len(slots))]
	from := int(s.when[m])
	if t == from || !a.chain.grow(s, m, t, 40) {
		return cost
	}
	a.chain.swap(s, from, t)
	after := s.cost()
	if a.accept(after-cost, temperature) {
		return after
	}
	a.chain.swap(s, from, t)
	return cost
}

func (a *annealer) tryInsert(cost, temperature float64) float64 {
	s := a.s
	m := int(s.out[a.rng.IntN(len(s.out))])
	g := &s.p.Meetings[m]
	if len(g.Slots) == 0 {
		return cost
	}
	t := g.Slots[a.rng.IntN(len(g.Slots))]
	x, gone := a.vacate(g.A, t)
	y, also := a.vacate(g.B, t)
	var fx, fy [2]int32
	if gone >= 0 {
		fx = s.mine[gone]
	}
	if also >= 0 && also != gone {
		fy = s.mine[also]
	} else {
		also = -1
	}
	if gone >= 0 {
		s.eject(gone)
	}
	if also >= 0 {
		s.eject(also)
	}
	s.insert(m, t, x, y)
	after := s.cost()
	if a.accept(after-cost, temperature) {
		return after
	}
	s.eject(m)
	if gone >= 0 {
		s.insert(gone, t, fx[0], fx[1])
	}
	if also >= 0 {
		s.insert(also, t, fy[0], fy[1])
	}
	return cost
}

// vacate chooses a seat of u in slot t, and names the meeting that must leave it, or -1.
func (a *annealer) vacate(u, t int) (seat int32, gone int) {
	s := a.s
	if k := s.free(u, t); k >= 0 {
		return k, -1
	}
	k := s.seat[u] + int32(a.rng.IntN(int(s.seat[u+1]-s.seat[u])))
	return k, int(s.at[int(k)*s.n+t])
}
