package scheduler

import (
	"math"
	"math/rand/v2"
	"slices"
)

// A packer places a chosen set of pairs by tabu search over partial schedules (PartialCol, Blöchliger and Zufferey 2008,
// for edge colouring with forbidden colours): take a pair that has no place, put it into the slot from which fewest
// others must go, and forbid these to come straight back. Hard rules hold at every step; only the number of pairs
// without a place is reduced. One step costs O(slots of the pair).
type packer struct {
	*placement
	rng     *rand.Rand
	waiting []Pair
	index   []int32 // by pair: its place in waiting, -1 when placed or not wanted
	tabu    []int64 // by pair · slots + slot: the step until which the pair may not enter
	step    int64
	prefer  []bool // by pair · slots + slot: break ties for it; nil: none
	out     []Pair // evicted by the step at hand
}

func newPacker(p *placement, rng *rand.Rand) *packer {
	k := &packer{placement: p, rng: rng, index: make([]int32, len(p.when)), tabu: make([]int64, len(p.when)*p.slots)}
	for e := range k.index {
		k.index[e] = -1
	}
	return k
}

// want adds a pair to those that wait for a place.
func (k *packer) want(e Pair) {
	k.index[e] = int32(len(k.waiting))
	k.waiting = append(k.waiting, e)
}

func (k *packer) arrived(e Pair) {
	i := k.index[e]
	last := k.waiting[len(k.waiting)-1]
	k.waiting[i] = last
	k.index[last] = i
	k.waiting = k.waiting[:len(k.waiting)-1]
	k.index[e] = -1
}

// run makes at most steps steps and reports whether every wanted pair has a place. It leaves the best partial placement
// it saw, by number waiting; those without a place are then in waiting.
func (k *packer) run(steps int64) bool {
	best, kept := len(k.waiting), k.placement.clone()
	for ; steps > 0 && len(k.waiting) > 0; steps-- {
		k.advance()
		if len(k.waiting) < best {
			best = len(k.waiting)
			kept.copyFrom(k.placement)
		}
	}
	if len(k.waiting) > best {
		k.restore(kept)
	}
	return len(k.waiting) == 0
}

// advance makes one step.
func (k *packer) advance() {
	k.step++
	e := k.waiting[k.rng.IntN(len(k.waiting))]
	t := k.cheapest(e)
	if t == NoSlot {
		return
	}
	if !k.evict(e, t) {
		k.tabu[int(e)*k.slots+int(t)] = math.MaxInt64 // what is fixed never leaves
		return
	}
	k.put(e, t)
	k.arrived(e)
	for _, f := range k.out {
		k.want(f)
		k.tabu[int(f)*k.slots+int(t)] = k.step + 5 + int64(k.rng.IntN(10)) + int64(len(k.waiting))/2
	}
}

// restore goes back to a placement of the same wanted pairs.
func (k *packer) restore(kept *placement) {
	wanted := slices.Clone(k.waiting)
	for e, t := range k.when {
		if t != NoSlot && kept.when[e] == NoSlot {
			wanted = append(wanted, Pair(e))
		}
	}
	k.copyFrom(kept)
	for _, e := range k.waiting {
		k.index[e] = -1
	}
	k.waiting = k.waiting[:0]
	for _, e := range wanted {
		if k.when[e] == NoSlot {
			k.want(e)
		}
	}
}

// cheapest returns the slot that e can enter at the cost of fewest others, ties at random; NoSlot when all are
// forbidden for now.
func (k *packer) cheapest(e Pair) Slot {
	best, cost, ties := NoSlot, 1<<30, 0
	k.in.pairs[e].allowed.Each(func(t Slot) {
		if k.tabu[int(e)*k.slots+int(t)] > k.step {
			return
		}
		c := k.cost(e, t)
		if c > cost {
			return
		}
		if c < cost {
			best, cost, ties = t, c, 1
			return
		}
		if ties++; k.rng.IntN(ties) == 0 {
			best = t
		}
	})
	return best
}

// cost counts the pairs that must leave slot t for e to enter, doubled, less one when the relaxation has e there.
// Where it cannot be done (a fixed meeting is in the way) it is prohibitive.
func (k *packer) cost(e Pair, t Slot) int {
	c := 0
	p := &k.in.pairs[e]
	for _, u := range [2]Participant{p.a, p.b} {
		if k.freeSeat(u, t) < 0 {
			c += 2
			if k.occupant(u, t) < 0 {
				return 1 << 20
			}
		}
	}
	if int(k.load[t])-c/2 >= k.in.tableCap[t] {
		c += 2
	}
	for _, h := range k.in.hallsOf[p.class] {
		if int(k.count[int(h)*k.slots+int(t)]) >= k.in.halls[h].limit[t] {
			c += 2
			break
		}
	}
	if k.prefer != nil && k.prefer[int(e)*k.slots+int(t)] {
		c--
	}
	return c
}

// occupant returns a pair that may leave a seat of u in slot t, or -1.
func (k *packer) occupant(u Participant, t Slot) Pair {
	first := k.seat[u]
	n := k.seat[u+1] - first
	shift := int32(0)
	if n > 1 {
		shift = int32(k.rng.IntN(int(n)))
	}
	for i := range n {
		s := first + (i+shift)%n
		if e := k.at[s*int32(k.slots)+int32(t)]; e >= 0 && k.in.fixedAt[e] == NoSlot {
			return Pair(e)
		}
	}
	return -1
}

// evict takes out what is in the way of e in slot t and notes it in out. It reports false, and changes nothing, when
// something fixed is in the way.
func (k *packer) evict(e Pair, t Slot) bool {
	k.out = k.out[:0]
	leave := func(f Pair) bool {
		if f >= 0 {
			k.remove(f)
			k.out = append(k.out, f)
			return true
		}
		for _, f := range k.out {
			k.put(f, t)
		}
		k.out = k.out[:0]
		return false
	}
	p := &k.in.pairs[e]
	for _, u := range [2]Participant{p.a, p.b} {
		if k.freeSeat(u, t) < 0 && !leave(k.occupant(u, t)) {
			return false
		}
	}
	for !k.roomFor(e, t) {
		if !leave(k.anyone(e, t)) {
			return false
		}
	}
	return true
}

// anyone returns some pair of slot t whose leaving makes room for e: of a full set of classes when interpreters are
// short, else any; -1 when all of them are fixed.
func (k *packer) anyone(e Pair, t Slot) Pair {
	full := k.fullHall(e, t)
	chosen, n := Pair(-1), 0
	for s := int(t); s < len(k.at); s += k.slots {
		f := k.at[s]
		if f < 0 || k.in.fixedAt[f] != NoSlot || !k.inTheWay(Pair(f), t, full) {
			continue
		}
		if n++; k.rng.IntN(n) == 0 {
			chosen = Pair(f)
		}
	}
	return chosen
}
