package breaks

import (
	"context"
	"io"
	"math/rand/v2"
	"strings"
	"testing"

	"sangdam/scheduler/internal/sat/rup"
)

// TestRefuteAgainstExhaustiveSearch refutes one break less than the optimum of tiny problems, and cannot refute the optimum;
// where nothing keeps the rules, that is refuted. Every refutation is checked.
func TestRefuteAgainstExhaustiveSearch(t *testing.T) {
	bounds, infeasible := 0, 0
	for seed := range uint64(600) {
		p := tiny(rand.New(rand.NewPCG(seed, 0)))
		atMost := -1
		if best, _, ok := exhaust(p); ok {
			if winner, err := Refute(context.Background(), p, best, Options{Seed: seed}, io.Discard, io.Discard, io.Discard); winner >= 0 || err != nil {
				t.Fatalf("seed %d: the optimum %d is refuted, %v", seed, best, err)
			}
			if atMost = best - 1; best == 0 {
				continue
			}
			bounds++
		} else {
			infeasible++
		}
		var formula strings.Builder
		var proofs [2]strings.Builder
		winner, err := Refute(context.Background(), p, atMost, Options{Seed: seed}, &formula, &proofs[0], &proofs[1])
		if winner < 0 || err != nil {
			t.Fatalf("seed %d: at most %d breaks not refuted, %v", seed, atMost, err)
		}
		last, err := rup.Check(strings.NewReader(formula.String()), strings.NewReader(proofs[winner].String()))
		if err != nil || last == nil || len(last) != 0 {
			t.Fatalf("seed %d: the proof ends in %v, %v", seed, last, err)
		}
	}
	if bounds < 30 || infeasible < 100 {
		t.Errorf("%d bounds and %d infeasible problems; the test tries too little", bounds, infeasible)
	}
}
