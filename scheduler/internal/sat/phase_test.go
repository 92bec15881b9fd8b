package sat

import (
	"context"
	"math/rand/v2"
	"testing"
)

// TestPhasesAreTriedFirst gives phases that already are a model, and wants that model without a conflict.
func TestPhasesAreTriedFirst(t *testing.T) {
	for seed := range uint64(20) {
		rng := rand.New(rand.NewPCG(seed, 7))
		s := New(Options{})
		hidden := make([]bool, 60)
		for i := range hidden {
			s.NewVar()
			hidden[i] = rng.IntN(2) == 0
		}
		for range 300 {
			lits := randomLits(rng, len(hidden), 3)
			ok := false
			for _, l := range lits {
				ok = ok || hidden[l.Var()] != l.Negative()
			}
			if ok {
				s.AddClause(lits...)
			}
		}
		for v, x := range hidden {
			s.SetPhase(Var(v), x)
		}
		if st := s.Solve(context.Background(), Budget{}); st != Sat {
			t.Fatal(st)
		}
		for v, x := range hidden {
			if s.Value(Var(v)) != x {
				t.Errorf("seed %d: variable %d is not as its phase", seed, v)
			}
		}
		if n := s.Stats().Conflicts; n != 0 {
			t.Errorf("seed %d: %d conflicts on the way", seed, n)
		}
	}
}
