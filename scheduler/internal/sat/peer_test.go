package sat

import (
	"context"
	"testing"

	"github.com/crillab/gophersat/solver"
)

// hurried makes every kind of upkeep happen after a few conflicts already, so that small formulas reach all of it.
func hurried(s *Solver) *Solver {
	s.reducing.at, s.reducing.unit = 20, 5
	s.tidying.at, s.tidying.unit = 30, 10
	s.mode.rephaseAt = 25
	return s
}

// meets reports whether the solver's model satisfies the formula.
func meets(s *Solver, cnf [][]int) bool {
	for _, c := range cnf {
		ok := false
		for _, x := range c {
			ok = ok || s.Value(Var(max(x, -x)-1)) == (x > 0)
		}
		if !ok {
			return false
		}
	}
	return true
}

// TestAgainstGophersat compares answers on random formulas near the threshold of satisfiability.
func TestAgainstGophersat(t *testing.T) {
	answers := map[Status]int{}
	for seed := range uint64(150) {
		vars := 40 + int(seed)%80
		cnf := threeSAT(seed, vars, vars*426/100)
		s := New(Options{Seed: seed})
		if seed%2 == 0 {
			hurried(s)
		}
		load(s, cnf)
		got := s.Solve(context.Background(), Budget{})
		want := solver.New(solver.ParseSlice(cnf)).Solve()
		if (got == Sat) != (want == solver.Sat) || got == Unknown {
			t.Fatalf("seed %d: %v here, %v there", seed, got, want)
		}
		if got == Sat && !meets(s, cnf) {
			t.Fatalf("seed %d: the model violates a clause", seed)
		}
		answers[got]++
	}
	if answers[Sat] < 20 || answers[Unsat] < 20 {
		t.Errorf("one-sided sample: %v", answers)
	}
}

// TestUpkeep sees to it that the hurried solver of the other tests does reduce, shorten and refute.
func TestUpkeep(t *testing.T) {
	var sum Stats
	for seed := range uint64(20) {
		s := hurried(New(Options{}))
		load(s, threeSAT(seed, 120, 511))
		s.Solve(context.Background(), Budget{})
		st := s.Stats()
		sum.Reductions += st.Reductions
		sum.Vivified += st.Vivified
		sum.Failed += st.Failed
		sum.Restarts += st.Restarts
	}
	if sum.Reductions == 0 || sum.Vivified == 0 || sum.Failed == 0 || sum.Restarts == 0 {
		t.Errorf("some upkeep never took place: %+v", sum)
	}
}

// TestSameAnswerSameWork repeats a solve and wants the same model after exactly the same work.
func TestSameAnswerSameWork(t *testing.T) {
	for seed := range uint64(6) {
		var first Stats
		var model []bool
		for round := range 2 {
			s := New(Options{Seed: 7})
			load(s, threeSAT(seed, 180, 767))
			s.Solve(context.Background(), Budget{})
			if round == 0 {
				first, model = s.Stats(), s.Model()
				continue
			}
			if s.Stats() != first {
				t.Errorf("seed %d: %+v, then %+v", seed, first, s.Stats())
			}
			for v, x := range s.Model() {
				if x != model[v] {
					t.Fatalf("seed %d: models differ", seed)
				}
			}
		}
	}
}

// TestBudgetAndContext wants Unknown from a hard formula when either ends the search, and the answer afterwards.
func TestBudgetAndContext(t *testing.T) {
	s := New(Options{})
	load(s, pigeons(7))
	if st := s.Solve(context.Background(), Budget{Conflicts: 10}); st != Unknown {
		t.Errorf("with ten conflicts: %v", st)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if st := s.Solve(ctx, Budget{}); st != Unknown {
		t.Errorf("with a context that is done: %v", st)
	}
	if st := s.Solve(context.Background(), Budget{}); st != Unsat {
		t.Errorf("without a limit: %v", st)
	}
}
