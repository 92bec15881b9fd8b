package sat

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// A rup is a proof checker that shares no code with the solver: clauses as sets of DIMACS numbers, unit propagation by
// counting again and again.
type rup struct {
	clauses map[string][][]int
}

func key(c []int) string {
	c = slices.Clone(c)
	slices.Sort(c)
	return fmt.Sprint(slices.Compact(c))
}

func (r *rup) add(c []int) { r.clauses[key(c)] = append(r.clauses[key(c)], c) }

// implied reports whether the negation of c leads to a contradiction by unit propagation.
func (r *rup) implied(c []int) bool {
	is := map[int]bool{}
	for _, x := range c {
		is[-x] = true
	}
	for changed := true; changed; {
		changed = false
		for _, same := range r.clauses {
			if len(same) == 0 {
				continue
			}
			open, sat := []int{}, false
			for _, x := range same[0] {
				sat = sat || is[x]
				if !is[-x] && !slices.Contains(open, x) {
					open = append(open, x)
				}
			}
			switch {
			case sat:
			case len(open) == 0:
				return true
			case len(open) == 1:
				is[open[0]] = true
				changed = true
			}
		}
	}
	return false
}

// numbers reads lines of numbers that end in 0; it calls f with each line's clause and whether the line deletes it.
func numbers(r io.Reader, f func(c []int, deleted bool)) {
	for lines := bufio.NewScanner(r); lines.Scan(); {
		line := lines.Text()
		if strings.HasPrefix(line, "p ") {
			continue
		}
		line, deleted := strings.CutPrefix(line, "d ")
		var c []int
		for _, field := range strings.Fields(line) {
			x := 0
			fmt.Sscan(field, &x)
			if x != 0 {
				c = append(c, x)
			}
		}
		f(c, deleted)
	}
}

// checkProof checks every line of a proof and returns its last clause, nil when the proof is wrong.
func checkProof(t *testing.T, s *Solver, text string) []int {
	t.Helper()
	if err := s.FlushProof(); err != nil {
		t.Fatal(err)
	}
	r := &rup{clauses: map[string][][]int{}}
	var formula strings.Builder
	if err := s.WriteFormula(&formula); err != nil {
		t.Fatal(err)
	}
	numbers(strings.NewReader(formula.String()), func(c []int, _ bool) { r.add(c) })
	var last []int
	numbers(strings.NewReader(text), func(c []int, deleted bool) {
		if deleted {
			same := r.clauses[key(c)]
			if len(same) == 0 {
				t.Fatalf("the proof deletes %v, which is not there", c)
			}
			r.clauses[key(c)] = same[1:]
			return
		}
		if !r.implied(c) {
			t.Fatalf("%v does not follow by unit propagation", c)
		}
		r.add(c)
		last = c
	})
	return last
}

func TestProofOfClauses(t *testing.T) {
	refuted := 0
	for seed := range uint64(12) {
		var text strings.Builder
		s := hurried(New(Options{Seed: seed, Proof: &text}))
		load(s, threeSAT(seed, 40, 190))
		if s.Solve(context.Background(), Budget{}) != Unsat {
			continue
		}
		refuted++
		s.FlushProof()
		if last := checkProof(t, s, text.String()); len(last) != 0 {
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
		var want []int
		for _, l := range s.Core() {
			want = append(want, Not(l).dimacs())
		}
		s.FlushProof()
		if last := checkProof(t, s, text.String()); key(last) != key(want) {
			t.Errorf("seed %d: the proof ends in %v, the core says %v", seed, last, want)
		}
	}
	if refuted < 50 {
		t.Errorf("only %d formulas had a refutation", refuted)
	}
}

// TestCheckerRefusesWrongProofs makes sure that the checker can say no.
func TestCheckerRefusesWrongProofs(t *testing.T) {
	r := &rup{clauses: map[string][][]int{}}
	r.add([]int{1, 2})
	r.add([]int{-1, 2})
	if r.implied([]int{1}) || r.implied(nil) {
		t.Error("accepts what does not follow")
	}
	if !r.implied([]int{2}) {
		t.Error("refuses what follows")
	}
}
