package scheduler

import (
	"cmp"
	"slices"
)

// construct fills a placement greedily: first musts, then pairs that help someone to its minimum, then by score; each
// into the slot where it takes least from others. Pairs with few slots left go before pairs with many, within a
// tenth of a score. O(pairs · slots + pairs log pairs).
func (p *placement) construct() {
	in := p.in
	order := make([]Pair, 0, len(in.pairs))
	for e := range in.pairs {
		if p.when[e] == NoSlot && len(in.pairs[e].allowed) > 0 {
			order = append(order, Pair(e))
		}
	}
	rank := func(e Pair) int {
		if in.pairs[e].must {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(order, func(e, f Pair) int {
		return cmp.Or(
			cmp.Compare(rank(e), rank(f)),
			cmp.Compare(in.pairs[f].score/(ScoreScale/10), in.pairs[e].score/(ScoreScale/10)),
			cmp.Compare(in.pairs[e].allowed.Len(), in.pairs[f].allowed.Len()),
			cmp.Compare(in.pairs[f].score, in.pairs[e].score),
		)
	})
	needy := func(u Participant) bool { return int(p.held[u]) < in.participants[u].min }
	for _, forMinimum := range [2]bool{true, false} {
		for _, e := range order {
			pr := &in.pairs[e]
			if p.when[e] != NoSlot || (forMinimum && !pr.must && !needy(pr.a) && !needy(pr.b)) {
				continue
			}
			if t := p.roomiest(e); t != NoSlot {
				p.put(e, t)
			}
		}
	}
}

// roomiest returns the slot that fits e and has most tables left, the first of equals; NoSlot when none fits.
func (p *placement) roomiest(e Pair) Slot {
	best, room := NoSlot, 0
	p.in.pairs[e].allowed.Each(func(t Slot) {
		if left := p.in.tableCap[t] - int(p.load[t]); left > room && p.fits(e, t) {
			best, room = t, left
		}
	})
	return best
}
