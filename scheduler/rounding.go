package scheduler

import (
	"cmp"
	"math/rand/v2"
	"slices"
)

// round turns a fractional solution into a placement: it wants the pairs that the relaxation holds for more than half,
// the surest first and nobody beyond its maximum, packs them with a preference for the slots of the relaxation, and
// fills what room is left. steps bounds the packing.
func (r *relaxation) round(x []float64, steps int64, rng *rand.Rand) *placement {
	in := r.in
	p := newPlacement(in)
	k := newPacker(p, rng)
	k.prefer = make([]bool, len(in.pairs)*p.slots)
	held := make([]float64, len(in.pairs))
	for j, v := range x {
		if e := r.pair[j]; e >= 0 {
			held[e] += v
			k.prefer[int(e)*p.slots+int(r.slot[j])] = v > 0.01
		}
	}
	var wanted []Pair
	for e := range in.pairs {
		if held[e] > 0.5 && p.when[e] == NoSlot {
			wanted = append(wanted, Pair(e))
		}
	}
	slices.SortStableFunc(wanted, func(e, f Pair) int {
		return cmp.Or(cmp.Compare(held[f], held[e]), cmp.Compare(in.pairs[f].score, in.pairs[e].score))
	})
	planned := slices.Clone(p.held)
	for _, e := range wanted {
		a, b := in.pairs[e].a, in.pairs[e].b
		if int(planned[a]) < in.participants[a].max && int(planned[b]) < in.participants[b].max {
			planned[a]++
			planned[b]++
			k.want(e)
		}
	}
	k.run(steps)
	p.construct()
	return p
}
