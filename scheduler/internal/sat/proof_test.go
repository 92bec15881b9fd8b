package sat

import (
	"context"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"sangdam/scheduler/internal/sat/rup"
)

// checkProof checks every line of a proof with a checker that shares no code with the solver, and returns its last clause.
func checkProof(t *testing.T, s *Solver, text string) []int {
	t.Helper()
	if err := s.FlushProof(); err != nil {
		t.Fatal(err)
	}
	var formula strings.Builder
	if err := s.WriteFormula(&formula); err != nil {
		t.Fatal(err)
	}
	last, err := rup.Check(strings.NewReader(formula.String()), strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return last
}

func TestProofOfClauses(t *testing.T) {
	refuted := 0
	for seed := range uint64(12) {
		var text strings.Builder
		s := hurried(New(Options{Seed: seed, Proof: &text}))
		load(s, threeSAT(seed, 110, 500)) // large enough for lemmas that vivification discards to matter
		if s.Solve(context.Background(), Budget{}) != Unsat {
			continue
		}
		refuted++
		s.FlushProof()
		if last := checkProof(t, s, text.String()); last == nil || len(last) != 0 {
			t.Errorf("seed %d: the proof ends in %v", seed, last)
		}
	}
	if refuted < 5 {
		t.Errorf("only %d formulas had a refutation", refuted)
	}
}

// TestProofOfConstraints solves toys with cardinality and linear constraints under assumptions, with a proof: the
// answers must be right although all is clauses now, and the proof must end in the negated core.
func TestProofOfConstraints(t *testing.T) {
	refuted := 0
	for seed := range uint64(400) {
		rng := rand.New(rand.NewPCG(seed, 5))
		y := toy{vars: 3 + rng.IntN(6)}
		var text strings.Builder
		s := New(Options{Seed: seed, Proof: &text})
		for range y.vars {
			s.NewVar()
		}
		for range 1 + rng.IntN(3) {
			for range rng.IntN(y.vars) {
				y.addRandom(rng, s)
			}
			checkAgainstBrute(t, y, s, randomLits(rng, y.vars, rng.IntN(3)))
		}
		if s.Solve(context.Background(), Budget{}, Pos(0), Neg(1)) != Unsat {
			continue
		}
		refuted++
		want := []int{}
		for _, l := range s.Core() {
			want = append(want, Not(l).dimacs())
		}
		slices.Sort(want)
		s.FlushProof()
		if last := checkProof(t, s, text.String()); !slices.Equal(slices.Sorted(slices.Values(last)), want) {
			t.Errorf("seed %d: the proof ends in %v, the core says %v", seed, last, want)
		}
	}
	if refuted < 50 {
		t.Errorf("only %d formulas had a refutation", refuted)
	}
}
