package scheduler

import "math"

// A trader gives up score for fewer breaks, down to a floor. It is an annealer whose steps change which pairs meet, and
// that weighs the breaks and idle slots of the participants touched instead of the score.
type trader struct {
	*annealer
	floor   Objective
	current Objective // musts, shortfall, score, breaks, idle
	touched []Participant
	before  shape
}

// A shape is a number of breaks and of idle slots inside them.
type shape struct{ breaks, idle int }

// weight makes a break worth ten idle slots, so that breaks close step by step.
func (s shape) weight() float64 { return float64(s.breaks) + 0.1*float64(s.idle) }

// less reports whether s has fewer breaks, or as many and fewer idle slots.
func (s shape) less(o shape) bool {
	return s.breaks < o.breaks || (s.breaks == o.breaks && s.idle < o.idle)
}

// shapeOf counts the breaks and idle slots of a participant. O(slots).
func (p *placement) shapeOf(u Participant) shape {
	var out shape
	last := -1
	for t := range p.slots {
		used := false
		for s := p.seat[u]; s < p.seat[u+1]; s++ {
			used = used || p.at[int(s)*p.slots+t] >= 0
		}
		if !used {
			continue
		}
		if last >= 0 && t-last > 1 && p.in.days[last] == p.in.days[t] {
			out.breaks++
			out.idle += t - last - 1
		}
		last = t
	}
	return out
}

// shape counts the breaks and idle slots of everyone.
func (p *placement) shape() shape {
	var out shape
	for u := range p.in.participants {
		s := p.shapeOf(Participant(u))
		out.breaks += s.breaks
		out.idle += s.idle
	}
	return out
}

// trade lowers the breaks of the incumbent within the floor and returns what it found.
func (s *search) trade(floor Objective, among choice) *placement {
	var pool []Pair
	for e, ok := range among.possible {
		if ok {
			pool = append(pool, Pair(e))
		}
	}
	p := s.best.clone()
	t := &trader{annealer: newAnnealer(p, pool, s.rng), floor: floor, current: p.value()}
	t.leaving = t.touch
	steps := tradeSteps * int64(p.size)
	if s.opt.Iterations > 0 {
		steps = min(steps, 1000*s.opt.Iterations)
	}
	t.run(s, steps)
	s.iterations["trade"] += steps
	return p
}

// tradeSteps is the length of the one cooling of a trade, in steps a meeting.
const tradeSteps = 10_000

// run makes steps steps from hot to cold, in breaks, and leaves the best placement it saw.
func (t *trader) run(s *search, steps int64) {
	const hot, cold = 0.6, 0.03
	now := t.shape()
	best, least := t.clone(), now
	temperature, cooling := hot, math.Pow(cold/hot, 1/float64(steps))
	for i := range steps {
		temperature *= cooling
		if i%4096 == 0 && s.stopped() {
			break
		}
		if !t.step() {
			continue
		}
		after := t.shapeAround()
		d := after.weight() - t.before.weight()
		value := t.current
		value.MustMissed += t.delta.MustMissed
		value.Shortfall += t.delta.Shortfall
		value.Score += t.delta.Score
		if value.Compare(t.floor) > 0 || (d > 0 && t.rng.Float64() >= math.Exp(-d/temperature)) {
			t.undo()
			continue
		}
		t.current = value
		now.breaks += after.breaks - t.before.breaks
		now.idle += after.idle - t.before.idle
		if now.less(least) {
			least = now
			best.copyFrom(t.placement)
		}
	}
	t.copyFrom(best)
}

// step moves a placed pair to another slot, or lets an unplaced one in, at even odds; what is in the way takes another
// slot, the one just left first, or goes. It leaves in before the shape of those touched as it was, and reports whether
// anything changed.
func (t *trader) step() bool {
	t.journal, t.evicted, t.delta = t.journal[:0], t.evicted[:0], Objective{}
	t.touched, t.before = t.touched[:0], shape{}
	if len(t.pool) > 0 && t.rng.IntN(2) == 0 {
		return t.letIn(t.pool[t.rng.IntN(len(t.pool))], NoSlot)
	}
	e := Pair(t.rng.IntN(len(t.when)))
	if t.when[e] == NoSlot || !t.pooled[e] {
		return false
	}
	old := t.when[e]
	t.leave(e)
	return t.letIn(e, old)
}

// letIn puts e into a random slot other than old.
func (t *trader) letIn(e Pair, old Slot) bool {
	allowed := t.in.pairs[e].allowed
	to, n := NoSlot, 0
	allowed.Each(func(s Slot) {
		if s != old {
			if n++; t.rng.IntN(n) == 0 {
				to = s
			}
		}
	})
	if to != NoSlot {
		t.touch(e)
	}
	if to == NoSlot || !t.makeRoom(e, to) {
		t.undo()
		return false
	}
	t.enter(e, to)
	for _, f := range t.evicted {
		switch s := t.freeSlot(f); {
		case old != NoSlot && t.fits(f, old):
			t.enter(f, old)
		case s != NoSlot:
			t.enter(f, s)
		}
	}
	return true
}

// touch notes the participants of e, and their shape before anything of theirs changes.
func (t *trader) touch(e Pair) {
	for _, u := range [2]Participant{t.in.pairs[e].a, t.in.pairs[e].b} {
		seen := false
		for _, v := range t.touched {
			seen = seen || u == v
		}
		if !seen {
			t.touched = append(t.touched, u)
			s := t.shapeOf(u)
			t.before.breaks += s.breaks
			t.before.idle += s.idle
		}
	}
}

func (t *trader) shapeAround() shape {
	var out shape
	for _, u := range t.touched {
		s := t.shapeOf(u)
		out.breaks += s.breaks
		out.idle += s.idle
	}
	return out
}
