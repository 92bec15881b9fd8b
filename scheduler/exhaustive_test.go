package scheduler

import (
	"context"
	"math/rand/v2"
	"testing"
)

// exhaustive finds the best objective of a tiny instance, but for table changes, by trying every pair in every slot.
func exhaustive(in *Instance) Objective {
	p := newPlacement(in)
	best := Objective{MustMissed: 1 << 30}
	var visit func(e int)
	visit = func(e int) {
		if e == len(in.pairs) {
			v := p.value()
			if v.Compare(Objective{best.MustMissed, best.Shortfall, best.Score, 0, 0, 0}) > 0 {
				return
			}
			v, _ = Verify(in, p.schedule())
			v.TableChanges = 0
			if v.Compare(best) < 0 {
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

func TestSolveAgainstExhaustiveSearch(t *testing.T) {
	for seed := range uint64(400) {
		r := rand.New(rand.NewPCG(seed, 2))
		spec := randomSpec(r, 1+r.IntN(3), 1+r.IntN(3), 1+r.IntN(4))
		if len(spec.Pairs) > 6 {
			spec.Pairs = spec.Pairs[:6]
		}
		in := mustInstance(t, spec)
		want := exhaustive(in)
		res := Solve(context.Background(), in, Options{Seed: seed})
		got, bound := res.Objective, res.Bound
		if bound.TableChanges > got.TableChanges {
			t.Errorf("seed %d: bound of %d table changes, got %d", seed, bound.TableChanges, got.TableChanges)
		}
		got.TableChanges, bound.TableChanges = 0, 0
		if got != want {
			t.Errorf("seed %d: got %+v, exhaustive search finds %+v", seed, got, want)
		}
		if bound != want {
			t.Errorf("seed %d: proven %+v, exhaustive search finds %+v", seed, bound, want)
		}
	}
}
