package scheduler

import (
	"context"
	"math/rand/v2"
	"testing"
)

// everyPlacement calls visit with every placement of a tiny instance, one and the same that changes between the calls.
func everyPlacement(in *Instance, visit func(*placement)) {
	p := newPlacement(in)
	var from func(e Pair)
	from = func(e Pair) {
		if int(e) == len(in.pairs) {
			visit(p)
			return
		}
		from(e + 1)
		if p.when[e] != NoSlot { // fixed
			return
		}
		for t := range Slot(p.slots) {
			if p.fits(e, t) {
				p.put(e, t)
				from(e + 1)
				p.remove(e)
			}
		}
	}
	from(0)
}

// exhaustive finds the best objective of a tiny instance, but for table changes, by trying every pair in every slot.
func exhaustive(in *Instance) Objective {
	best := Objective{MustMissed: 1 << 30}
	everyPlacement(in, func(p *placement) {
		v := p.value()
		if v.Compare(Objective{best.MustMissed, best.Shortfall, best.Score, 0, 0, 0}) > 0 {
			return
		}
		v, _ = Verify(in, p.schedule())
		v.TableChanges = 0
		if v.Compare(best) < 0 {
			best = v
		}
	})
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
