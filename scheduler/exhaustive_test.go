package scheduler

import (
	"context"
	"math/rand/v2"
	"testing"
)

// exhaustive finds the best musts, shortfall and score of a tiny instance by trying every pair in every slot.
func exhaustive(in *Instance) Objective {
	p := newPlacement(in)
	best := p.value()
	var visit func(e int)
	visit = func(e int) {
		if e == len(in.pairs) {
			if v := p.value(); v.Compare(best) < 0 {
				best = v
			}
			return
		}
		visit(e + 1)
		for t := range Slot(p.slots) {
			if p.fits(Pair(e), t) {
				p.put(Pair(e), t)
				visit(e + 1)
				p.remove(Pair(e))
			}
		}
	}
	visit(0)
	return best
}

func TestChooseAgainstExhaustiveSearch(t *testing.T) {
	proven := 0
	for seed := range uint64(400) {
		r := rand.New(rand.NewPCG(seed, 2))
		spec := randomSpec(r, 1+r.IntN(3), 1+r.IntN(3), 1+r.IntN(3))
		if len(spec.Pairs) > 7 {
			spec.Pairs = spec.Pairs[:7]
		}
		in := mustInstance(t, spec)
		want := exhaustive(in)
		res := Solve(context.Background(), in, Options{Seed: seed})
		got := Objective{MustMissed: res.Objective.MustMissed, Shortfall: res.Objective.Shortfall, Score: res.Objective.Score}
		if got != want {
			t.Errorf("seed %d: got %+v, exhaustive search finds %+v", seed, got, want)
		}
		b := res.Bound
		if b.MustMissed > want.MustMissed || b.Shortfall > want.Shortfall || b.Score < want.Score {
			t.Errorf("seed %d: bound %+v excludes the optimum %+v", seed, b, want)
		}
		if b.MustMissed == want.MustMissed && b.Shortfall == want.Shortfall && b.Score == want.Score {
			proven++
		}
	}
	if proven != 400 {
		t.Errorf("%d of 400 proven", proven)
	}
}
