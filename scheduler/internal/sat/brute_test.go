package sat

import (
	"context"
	"math/rand/v2"
	"testing"
)

// A row is a linear constraint as the tests keep it: the sum of the terms is at least need.
type row struct {
	terms []Term
	need  int64
}

// A toy is a small formula that can be decided by trying every assignment.
type toy struct {
	vars int
	rows []row
}

func holds(l Lit, m uint32) bool { return m>>uint(l.Var())&1 == 1 != l.Negative() }

func (r row) holds(m uint32) bool {
	var sum int64
	for _, t := range r.terms {
		if holds(t.Lit, m) {
			sum += t.Coef
		}
	}
	return sum >= r.need
}

// models calls f with every model in which the assumptions hold, until it returns false.
func (y toy) models(assumptions []Lit, f func(m uint32) bool) {
next:
	for m := range uint32(1) << y.vars {
		for _, a := range assumptions {
			if !holds(a, m) {
				continue next
			}
		}
		for _, r := range y.rows {
			if !r.holds(m) {
				continue next
			}
		}
		if !f(m) {
			return
		}
	}
}

func (y toy) satisfiable(assumptions ...Lit) bool {
	found := false
	y.models(assumptions, func(uint32) bool { found = true; return false })
	return found
}

func clauseRow(lits ...Lit) row {
	r := row{need: 1}
	for _, l := range lits {
		r.terms = append(r.terms, Term{1, l})
	}
	return r
}

func randomLits(rng *rand.Rand, vars, n int) []Lit {
	lits := make([]Lit, n)
	for i := range lits {
		lits[i] = Lit(rng.IntN(2 * vars))
	}
	return lits
}

// addRandom adds a random constraint to both the toy and the solver.
func (y *toy) addRandom(rng *rand.Rand, s *Solver) {
	n := 1 + rng.IntN(y.vars)
	switch rng.IntN(8) {
	case 0:
		lits := randomLits(rng, y.vars, n)
		k := rng.IntN(n + 1)
		r := row{need: int64(n - k)}
		for _, l := range lits {
			r.terms = append(r.terms, Term{1, Not(l)})
		}
		y.rows = append(y.rows, r)
		s.AddAtMost(lits, k)
	case 1:
		lits := randomLits(rng, y.vars, n)
		r := clauseRow(lits...)
		r.need = int64(rng.IntN(n/2 + 2))
		y.rows = append(y.rows, r)
		s.AddAtLeast(lits, int(r.need))
	case 2:
		var r row
		for _, l := range randomLits(rng, y.vars, n) {
			r.terms = append(r.terms, Term{int64(rng.IntN(12) - 4), l})
			r.need += int64(rng.IntN(4))
		}
		y.rows = append(y.rows, r)
		s.AddLinear(r.terms, r.need)
	case 3:
		perm := rng.Perm(y.vars)[:min(y.vars, 2+rng.IntN(8))]
		r := row{need: int64(len(perm) - 1)}
		var lits []Lit
		for _, v := range perm {
			l := Lit(2*v + rng.IntN(2))
			lits = append(lits, l)
			r.terms = append(r.terms, Term{1, Not(l)})
		}
		y.rows = append(y.rows, r)
		s.AddAtMost(lits, 1)
	default:
		lits := randomLits(rng, y.vars, 2+rng.IntN(3))
		y.rows = append(y.rows, clauseRow(lits...))
		s.AddClause(lits...)
	}
}

// checkAgainstBrute solves the toy under assumptions and compares with exhaustive search; a model must meet every
// constraint, a core must be a set of assumptions that is truly contradictory.
func checkAgainstBrute(t *testing.T, y toy, s *Solver, assumptions []Lit) {
	t.Helper()
	want := y.satisfiable(assumptions...)
	switch st := s.Solve(context.Background(), Budget{}, assumptions...); {
	case st == Sat && want:
		var m uint32
		for v := range y.vars {
			if s.Value(Var(v)) {
				m |= 1 << v
			}
		}
		for i, r := range y.rows {
			if !r.holds(m) {
				t.Fatalf("model %b violates constraint %d: %v", m, i, r)
			}
		}
		for _, a := range assumptions {
			if !holds(a, m) {
				t.Fatalf("model %b violates assumption %d", m, a)
			}
		}
	case st == Unsat && !want:
		core := s.Core()
		for _, l := range core {
			found := false
			for _, a := range assumptions {
				found = found || a == l
			}
			if !found {
				t.Fatalf("core %v holds a literal that is no assumption of %v", core, assumptions)
			}
		}
		if y.satisfiable(core...) {
			t.Fatalf("core %v of %v can hold", core, assumptions)
		}
	default:
		t.Fatalf("solver says %v, exhaustive search says satisfiable: %v, assumptions %v, formula %v", st, want, assumptions, y)
	}
}

// TestAgainstBruteForce solves thousands of tiny formulas of all kinds of constraints, growing between the calls.
func TestAgainstBruteForce(t *testing.T) {
	for seed := range uint64(6000) {
		rng := rand.New(rand.NewPCG(seed, 1))
		y := toy{vars: 2 + rng.IntN(9)}
		s := New(Options{Seed: seed, PhaseTrue: seed%2 == 0})
		if seed%3 == 0 {
			hurried(s)
			s.tidying.at, s.tidying.unit, s.reducing.at = 1, 1, 1
		}
		for range y.vars {
			s.NewVar()
		}
		for range 1 + rng.IntN(4) {
			for range rng.IntN(2 * y.vars) {
				y.addRandom(rng, s)
			}
			checkAgainstBrute(t, y, s, randomLits(rng, y.vars, rng.IntN(4)))
		}
	}
}
