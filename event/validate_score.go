package event

import (
	"maps"
	"math"
	"slices"
)

func (v *validator) weights(at *place) {
	sum := 0.0
	for _, name := range slices.Sorted(maps.Keys(v.event.Weights)) {
		at, weight := at.field(name), v.event.Weights[name]
		v.id(at, name)
		if weight < 0 {
			v.add(at, CodeNegative, Args{"got": plain(weight)})
		} else {
			v.within(at, weight, 0, math.MaxFloat32)
		}
		sum += math.Abs(weight)
	}
	if len(v.event.Weights) > 0 && sum == 0 {
		v.add(at, CodeZeroWeights, nil)
	}
}

func (v *validator) scores(at *place) {
	seen := make(map[[2]string]*place)
	for i, s := range v.event.Scores {
		at := at.item(i)
		v.firm(at.field("firm"), s.Firm)
		v.buyer(at.field("buyer"), s.Buyer)
		v.within(at.field("score"), s.Score, 0, 1)
		key := [2]string{s.Firm, s.Buyer}
		if first, twice := seen[key]; twice {
			v.add(at, CodePairTwice, Args{"firm": plain(cut(s.Firm)), "buyer": plain(cut(s.Buyer)), "first": plain(first)})
			continue
		}
		seen[key] = at
	}
}
