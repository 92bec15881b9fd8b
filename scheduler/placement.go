package scheduler

import "slices"

// A placement is the mutable state of the search: which pair is in which slot, without tables or interpreters (tables
// of a slot are counted; interpreters are held to Hall's condition, so that both can be handed out at the end).
// Every hard rule holds at all times.
type placement struct {
	in    *Instance
	slots int
	seat  []int32 // first seat of a participant; a participant has as many seats as its parallel
	at    []int32 // by seat and slot: the pair sitting there, -1 for none
	when  []Slot  // by pair; NoSlot when unplaced
	held  []int32 // by participant: its meetings
	load  []int32 // by slot: its meetings
	count []int32 // by hall and slot: meetings of its classes
	score int64
	size  int
	// matching is set when the halls are too many to be complete.
	matching *interpreterMatching
}

// newPlacement returns the placement of what is fixed, and nothing else.
func newPlacement(in *Instance) *placement {
	p := emptyPlacement(in)
	for _, f := range in.fixed {
		p.put(f.Pair, f.Slot)
	}
	return p
}

func emptyPlacement(in *Instance) *placement {
	p := &placement{in: in, slots: len(in.days)}
	seats := int32(0)
	for i := range in.participants {
		p.seat = append(p.seat, seats)
		seats += int32(in.participants[i].parallel)
	}
	p.seat = append(p.seat, seats)
	p.at = slices.Repeat([]int32{-1}, int(seats)*p.slots)
	p.when = slices.Repeat([]Slot{NoSlot}, len(in.pairs))
	p.held = make([]int32, len(in.participants))
	p.load = make([]int32, p.slots)
	p.count = make([]int32, len(in.halls)*p.slots)
	if len(in.halls) >= maxHalls {
		p.matching = newInterpreterMatching(in)
	}
	return p
}

func (p *placement) clone() *placement {
	q := *p
	q.at = slices.Clone(p.at)
	q.when = slices.Clone(p.when)
	q.held = slices.Clone(p.held)
	q.load = slices.Clone(p.load)
	q.count = slices.Clone(p.count)
	return &q
}

// copyFrom makes p equal to q, a placement of the same instance, without allocating.
func (p *placement) copyFrom(q *placement) {
	copy(p.at, q.at)
	copy(p.when, q.when)
	copy(p.held, q.held)
	copy(p.load, q.load)
	copy(p.count, q.count)
	p.score, p.size = q.score, q.size
}

// freeSeat returns the index into at of a free seat of u in slot t, or -1.
func (p *placement) freeSeat(u Participant, t Slot) int32 {
	for s := p.seat[u]; s < p.seat[u+1]; s++ {
		if i := s*int32(p.slots) + int32(t); p.at[i] < 0 {
			return i
		}
	}
	return -1
}

// roomFor reports whether slot t has a table and an interpreter left for pair e.
func (p *placement) roomFor(e Pair, t Slot) bool {
	if int(p.load[t]) >= p.in.tableCap[t] {
		return false
	}
	if p.fullHall(e, t) != nil {
		return false
	}
	return p.matching == nil || p.in.pairs[e].class == 0 || p.matching.fits(p, e, t)
}

// fullHall returns a set of classes that keeps e out of slot t for want of interpreters, or nil.
func (p *placement) fullHall(e Pair, t Slot) *hall {
	for _, h := range p.in.hallsOf[p.in.pairs[e].class] {
		if int(p.count[int(h)*p.slots+int(t)]) >= p.in.halls[h].limit[t] {
			return &p.in.halls[h]
		}
	}
	return nil
}

// inTheWay reports whether f, which is in slot t, takes up what is short there for another pair: an interpreter of the set
// full, a table, or, when neither is short, an interpreter that only the matching misses.
func (p *placement) inTheWay(f Pair, t Slot, full *hall) bool {
	class := p.in.pairs[f].class
	if full != nil {
		return full.holds(class)
	}
	return class != 0 || int(p.load[t]) >= p.in.tableCap[t]
}

// fits reports whether e, unplaced, can be put into slot t.
func (p *placement) fits(e Pair, t Slot) bool {
	pr := &p.in.pairs[e]
	return pr.allowed.Has(t) && p.withinMax(e) &&
		p.freeSeat(pr.a, t) >= 0 && p.freeSeat(pr.b, t) >= 0 && p.roomFor(e, t)
}

func (p *placement) withinMax(e Pair) bool {
	pr := &p.in.pairs[e]
	return int(p.held[pr.a]) < p.in.participants[pr.a].max && int(p.held[pr.b]) < p.in.participants[pr.b].max
}

// put places e, which must fit, in slot t.
func (p *placement) put(e Pair, t Slot) {
	pr := &p.in.pairs[e]
	p.at[p.freeSeat(pr.a, t)] = int32(e)
	p.at[p.freeSeat(pr.b, t)] = int32(e)
	p.when[e] = t
	p.held[pr.a]++
	p.held[pr.b]++
	p.load[t]++
	for _, h := range p.in.hallsOf[pr.class] {
		p.count[int(h)*p.slots+int(t)]++
	}
	p.score += pr.score
	p.size++
}

// remove takes e, which must be placed, out.
func (p *placement) remove(e Pair) {
	pr := &p.in.pairs[e]
	t := p.when[e]
	for _, u := range [2]Participant{pr.a, pr.b} {
		for s := p.seat[u]; s < p.seat[u+1]; s++ {
			if i := s*int32(p.slots) + int32(t); p.at[i] == int32(e) {
				p.at[i] = -1
			}
		}
	}
	p.when[e] = NoSlot
	p.held[pr.a]--
	p.held[pr.b]--
	p.load[t]--
	for _, h := range p.in.hallsOf[pr.class] {
		p.count[int(h)*p.slots+int(t)]--
	}
	p.score -= pr.score
	p.size--
}

// value returns the parts of the objective that do not depend on when or where: musts, minimums, score.
func (p *placement) value() Objective {
	o := Objective{Score: p.score}
	for e := range p.in.pairs {
		if p.in.pairs[e].must && p.when[e] == NoSlot {
			o.MustMissed++
		}
	}
	for u := range p.in.participants {
		o.Shortfall += max(0, p.in.participants[u].min-int(p.held[u]))
	}
	return o
}

// inSlot lists the pairs placed in slot t, ascending. O(seats).
func (p *placement) inSlot(t Slot) []Pair { return p.appendSlot(nil, t) }

// appendSlot appends the pairs placed in slot t to out, ascending.
func (p *placement) appendSlot(out []Pair, t Slot) []Pair {
	first := len(out)
	for u := range p.in.participants {
		for s := p.seat[u]; s < p.seat[u+1]; s++ {
			if e := p.at[s*int32(p.slots)+int32(t)]; e >= 0 && p.in.pairs[e].a == Participant(u) {
				out = append(out, Pair(e))
			}
		}
	}
	slices.Sort(out[first:])
	return out
}
