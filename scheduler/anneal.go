package scheduler

import (
	"math"
	"math/rand/v2"
)

// An annealer raises the value of a placement by simulated annealing with ejections: a pair without a place enters a
// slot, whoever is in its way goes and takes another slot if one is free, and the change is kept when it gains, or
// with probability exp(gain / temperature) when it costs only score. One step costs O(slots of the pairs touched).
//
// The pairs that may enter are a pool; the relaxation rules out those that no better placement can hold.
type annealer struct {
	*placement
	rng     *rand.Rand
	pool    []Pair  // candidates without a place
	index   []int32 // by pair: its place in pool, -1 when placed or not a candidate
	pooled  []bool  // by pair: a candidate
	journal []move  // of the step at hand, to take it back
	evicted []Pair
	delta   Objective
	leaving func(Pair) // called before a pair leaves its slot; nil: not
}

// A move is one pair put into or taken out of a slot.
type move struct {
	pair Pair
	slot Slot
	in   bool
}

// newAnnealer works on p with the candidates, placed or not.
func newAnnealer(p *placement, candidates []Pair, rng *rand.Rand) *annealer {
	a := &annealer{placement: p, rng: rng, index: make([]int32, len(p.when)), pooled: make([]bool, len(p.when))}
	for e := range a.index {
		a.index[e] = -1
	}
	for _, e := range candidates {
		if p.in.fixedAt[e] == NoSlot && len(p.in.pairs[e].allowed) > 0 {
			a.pooled[e] = true
			if p.when[e] == NoSlot {
				a.release(e)
			}
		}
	}
	return a
}

func (a *annealer) release(e Pair) {
	if a.pooled[e] {
		a.index[e] = int32(len(a.pool))
		a.pool = append(a.pool, e)
	}
}

func (a *annealer) claim(e Pair) {
	if i := a.index[e]; i >= 0 {
		last := a.pool[len(a.pool)-1]
		a.pool[i] = last
		a.index[last] = i
		a.pool = a.pool[:len(a.pool)-1]
		a.index[e] = -1
	}
}

// enter and leave change the placement, the pool, the journal and the difference in value.
func (a *annealer) enter(e Pair, t Slot) {
	a.account(e, +1)
	a.put(e, t)
	a.claim(e)
	a.journal = append(a.journal, move{e, t, true})
}

func (a *annealer) leave(e Pair) {
	if a.leaving != nil {
		a.leaving(e)
	}
	t := a.when[e]
	a.remove(e)
	a.account(e, -1)
	a.release(e)
	a.journal = append(a.journal, move{e, t, false})
}

// account adds to delta what placing (+1) or having removed (-1) e changes. It is called when e is not placed.
func (a *annealer) account(e Pair, sign int) {
	p := &a.in.pairs[e]
	a.delta.Score += int64(sign) * p.score
	if p.must {
		a.delta.MustMissed -= sign
	}
	for _, u := range [2]Participant{p.a, p.b} {
		if int(a.held[u]) < a.in.participants[u].min {
			a.delta.Shortfall -= sign
		}
	}
}

func (a *annealer) undo() {
	for i := len(a.journal) - 1; i >= 0; i-- {
		m := a.journal[i]
		if m.in {
			a.remove(m.pair)
			a.release(m.pair)
		} else {
			a.put(m.pair, m.slot)
			a.claim(m.pair)
		}
	}
}

// run makes steps steps while the temperature falls geometrically from hot to cold, in score units, and leaves the best
// placement it saw.
func (a *annealer) run(steps int64, hot, cold float64) {
	best, value := a.clone(), a.value()
	current := value
	cooling := math.Pow(cold/hot, 1/float64(max(1, steps)))
	for temperature := hot; steps > 0 && len(a.pool) > 0; steps-- {
		temperature *= cooling
		if !a.propose() {
			continue
		}
		d := a.delta
		worse := d.MustMissed > 0 || (d.MustMissed == 0 && d.Shortfall > 0)
		same := d.MustMissed == 0 && d.Shortfall == 0
		if worse || (same && d.Score < 0 && a.rng.Float64() >= math.Exp(float64(d.Score)/temperature)) {
			a.undo()
			continue
		}
		current.MustMissed += d.MustMissed
		current.Shortfall += d.Shortfall
		current.Score += d.Score
		if current.Compare(value) < 0 {
			value = current
			best.copyFrom(a.placement)
		}
	}
	if value.Compare(current) < 0 {
		a.copyFrom(best)
	}
}

// propose makes one step and reports whether anything changed.
func (a *annealer) propose() bool {
	a.journal, a.evicted, a.delta = a.journal[:0], a.evicted[:0], Objective{}
	e := a.pool[a.rng.IntN(len(a.pool))]
	t := a.gentlest(e)
	if t == NoSlot || !a.makeRoom(e, t) {
		a.undo()
		return false
	}
	a.enter(e, t)
	for _, f := range a.evicted {
		if s := a.freeSlot(f); s != NoSlot {
			a.enter(f, s)
		}
	}
	return true
}

// gentlest returns the slot where the pairs sitting on e's seats score least, ties at random.
func (a *annealer) gentlest(e Pair) Slot {
	best, loss, ties := NoSlot, int64(math.MaxInt64), 0
	p := &a.in.pairs[e]
	p.allowed.Each(func(t Slot) {
		l := a.seatLoss(p.a, t) + a.seatLoss(p.b, t)
		if int(a.load[t]) >= a.in.tableCap[t] && l == 0 {
			l = ScoreScale / 2
		}
		switch {
		case l < loss:
			best, loss, ties = t, l, 1
		case l == loss:
			if ties++; a.rng.IntN(ties) == 0 {
				best = t
			}
		}
	})
	return best
}

// seatLoss is the score of the pair that would lose its seat of u in slot t, zero when one is free.
func (a *annealer) seatLoss(u Participant, t Slot) int64 {
	least := int64(math.MaxInt32)
	for s := a.seat[u]; s < a.seat[u+1]; s++ {
		f := a.at[s*int32(a.slots)+int32(t)]
		if f < 0 {
			return 0
		}
		if a.in.fixedAt[f] == NoSlot {
			least = min(least, a.in.pairs[f].score)
		}
	}
	return least
}

// makeRoom evicts what keeps e out of slot t; false when something fixed does.
func (a *annealer) makeRoom(e Pair, t Slot) bool {
	p := &a.in.pairs[e]
	for _, u := range [2]Participant{p.a, p.b} {
		if a.freeSeat(u, t) < 0 && !a.evict(a.weakest(u, t, t+1)) {
			return false
		}
		if int(a.held[u]) >= a.in.participants[u].max && !a.evict(a.weakest(u, 0, Slot(a.slots))) {
			return false
		}
	}
	for !a.roomFor(e, t) {
		if !a.evict(a.weakestInSlot(e, t)) {
			return false
		}
	}
	return true
}

func (a *annealer) evict(f Pair) bool {
	if f < 0 {
		return false
	}
	a.leave(f)
	a.evicted = append(a.evicted, f)
	return true
}

// weakest returns the pair of u with the least score in slots from..to-1 that may leave, or -1.
func (a *annealer) weakest(u Participant, from, to Slot) Pair {
	weak, least := Pair(-1), int64(math.MaxInt64)
	for s := a.seat[u]; s < a.seat[u+1]; s++ {
		for t := from; t < to; t++ {
			f := a.at[s*int32(a.slots)+int32(t)]
			if f >= 0 && a.in.fixedAt[f] == NoSlot && a.in.pairs[f].score < least {
				weak, least = Pair(f), a.in.pairs[f].score
			}
		}
	}
	return weak
}

// weakestInSlot returns a weak pair of slot t, of eight tried, whose leaving makes room for e; or -1.
func (a *annealer) weakestInSlot(e Pair, t Slot) Pair {
	full := a.fullHall(e, t)
	weak, least := Pair(-1), int64(math.MaxInt64)
	seats := len(a.at) / a.slots
	first := a.rng.IntN(seats)
	for i, tried := 0, 0; i < seats && tried < 8; i++ {
		f := a.at[(first+i)%seats*a.slots+int(t)]
		if f < 0 || a.in.fixedAt[f] != NoSlot || !a.inTheWay(Pair(f), t, full) {
			continue
		}
		tried++
		if s := a.in.pairs[f].score; s < least {
			weak, least = Pair(f), s
		}
	}
	return weak
}

// freeSlot returns a slot that fits f, at random among equals, or NoSlot.
func (a *annealer) freeSlot(f Pair) Slot {
	best, ties := NoSlot, 0
	if !a.withinMax(f) {
		return best
	}
	a.in.pairs[f].allowed.Each(func(t Slot) {
		if a.fits(f, t) {
			if ties++; a.rng.IntN(ties) == 0 {
				best = t
			}
		}
	})
	return best
}
