package scheduler

import (
	"math/rand/v2"
	"testing"

	"sangdam/scheduler/internal/lp"
)

// Whatever the prices, all placements that are worth the threshold must agree with the choice.
func TestChoiceHoldsForEveryPlacementWorthTheThreshold(t *testing.T) {
	decided, held := 0, 0
	for seed := range uint64(150) {
		r := rand.New(rand.NewPCG(seed, 51))
		s := randomSpec(r, 1+r.IntN(3), 1+r.IntN(3), 1+r.IntN(3))
		s.Pairs = s.Pairs[:min(len(s.Pairs), 6)]
		s.Fixed = nil
		in := mustInstance(t, withFixed(t, s, r))
		best := exhaustive(in)
		goal := aim{part: scorePart, missed: best.MustMissed, shortfall: best.Shortfall}
		if r.IntN(3) == 0 { // among more placements than the best in the parts before
			goal.missed++
			goal.shortfall++
		}
		rel := newRelaxation(in, goal)
		for _, iterations := range []int{0, 20, 600} {
			f := lp.NewFirstOrder(rel.lp, nil, 1)
			f.Run(iterations)
			threshold := best.Score - int64(r.IntN(4))*ScoreScale/8
			c := rel.choose(f.Prices(), threshold)
			for e := range in.pairs {
				if c.in[e] && !c.possible[e] {
					t.Fatalf("seed %d: pair %d is in every placement and in none", seed, e)
				}
				if in.fixedAt[e] == NoSlot && (c.in[e] || !c.possible[e]) {
					decided++
				}
			}
			everyPlacement(in, func(p *placement) {
				if v := p.value(); !goal.meets(v) || v.Score < threshold {
					return
				}
				held++
				for e, at := range p.when {
					if (c.in[e] && at == NoSlot) || (!c.possible[e] && at != NoSlot) {
						t.Fatalf("seed %d, %d iterations, threshold %d: pair %d in %v, possible %v, but slots %v score %d",
							seed, iterations, threshold, e, c.in[e], c.possible[e], p.when, p.score)
					}
				}
			})
		}
	}
	if decided < 300 || held < 500 {
		t.Errorf("%d pairs decided, %d placements compared; too few to tell", decided, held)
	}
}
