package sat

import (
	"context"
	"math/bits"
	"math/rand/v2"
	"testing"
)

// fewest returns the least number of true costs over all models, -1 without a model.
func (y toy) fewest(costs []Lit) int {
	best := -1
	y.models(nil, func(m uint32) bool {
		n := 0
		for _, l := range costs {
			if holds(l, m) {
				n++
			}
		}
		if best < 0 || n < best {
			best = n
		}
		return true
	})
	return best
}

func TestMinimizeAgainstBruteForce(t *testing.T) {
	for seed := range uint64(2500) {
		rng := rand.New(rand.NewPCG(seed, 2))
		y := toy{vars: 2 + rng.IntN(9)}
		s := New(Options{Seed: seed})
		for range y.vars {
			s.NewVar()
		}
		for range rng.IntN(3 * y.vars) {
			y.addRandom(rng, s)
		}
		costs := randomLits(rng, y.vars, rng.IntN(2*y.vars))
		want := y.fewest(costs)
		goal := Goal{Costs: costs}
		outside := seed%3 == 0 && want >= 0
		if outside {
			above := want + rng.IntN(2)
			goal.Upper = func() int { return above }
		}
		lower := -1
		goal.Report = func(l, u int) {
			if l < lower || l > u || want >= 0 && (l > want || u < want) {
				t.Errorf("seed %d: reported %d..%d, minimum is %d", seed, l, u, want)
			}
			lower = l
		}
		got := MinimizeOLL(context.Background(), s, goal)
		if !got.Proven() {
			t.Fatalf("seed %d: not proven: %+v", seed, got)
		}
		if got.Infeasible != (want < 0) {
			t.Fatalf("seed %d: infeasible %v, minimum is %d", seed, got.Infeasible, want)
		}
		if want < 0 {
			continue
		}
		if got.Lower != want || got.Upper != want {
			t.Fatalf("seed %d: %d..%d, minimum is %d", seed, got.Lower, got.Upper, want)
		}
		if !outside && (got.Model == nil || got.Cost != want) {
			t.Fatalf("seed %d: model costs %d, minimum is %d", seed, got.Cost, want)
		}
		if got.Model != nil {
			var m uint32
			for v := range y.vars {
				if got.Model[v] {
					m |= 1 << v
				}
			}
			for _, r := range y.rows {
				if !r.holds(m) {
					t.Fatalf("seed %d: model violates %v", seed, r)
				}
			}
		}
	}
}

// TestVertexCovers minimises vertex covers of random graphs: odd cycles overlap, so that cores run into the sums of
// earlier cores, and sums move up more than one step.
func TestVertexCovers(t *testing.T) {
	for seed := range uint64(60) {
		rng := rand.New(rand.NewPCG(seed, 6))
		y := toy{vars: 8 + rng.IntN(6)}
		s := New(Options{})
		var costs []Lit
		for range y.vars {
			costs = append(costs, Pos(s.NewVar()))
		}
		for a := range y.vars {
			for b := range a {
				if rng.IntN(100) < 20+int(seed) {
					y.rows = append(y.rows, clauseRow(costs[a], costs[b]))
					s.AddClause(costs[a], costs[b])
				}
			}
		}
		costs = append(costs, costs[0]) // counts twice
		want := y.fewest(costs)
		if got := MinimizeOLL(context.Background(), s, Goal{Costs: costs}); got.Lower != want || got.Upper != want || got.Cost != want {
			t.Errorf("seed %d: %d..%d, smallest cover has %d", seed, got.Lower, got.Upper, want)
		}
	}
}

// TestCoreExhaustion relaxes a core that is not minimal: of six costs, no four can be false together.
func TestCoreExhaustion(t *testing.T) {
	s := New(Options{})
	var costs []Lit
	for range 6 {
		costs = append(costs, Pos(s.NewVar()))
	}
	s.AddAtLeast(costs, 3)
	o := &oll{minimiser: *newMinimiser(s, Goal{Costs: costs}), sums: map[Lit]*sum{}}
	all := core{lits: negate(append([]Lit(nil), costs...))}
	o.take(all)
	o.relax(context.Background(), all)
	if o.best.Lower != 3 {
		t.Errorf("bound %d, want 3", o.best.Lower)
	}
	if len(o.active) != 1 || s.Solve(context.Background(), Budget{}, o.active...) != Sat {
		t.Errorf("the assumptions %v should be at most 3, and hold", o.active)
	}
}

// TestMinimizeWithinBudget stops early and wants bounds that hold all the same.
func TestMinimizeWithinBudget(t *testing.T) {
	s := New(Options{})
	// eight pigeons, seven holes: with one cost a pigeon that stays outside, the minimum is 1
	var costs []Lit
	for range 8 {
		var some []Lit
		for range 7 {
			some = append(some, Pos(s.NewVar()))
		}
		out := Pos(s.NewVar())
		costs = append(costs, out)
		s.AddClause(append(some, out)...)
	}
	for h := range 7 {
		for p := range 8 {
			for q := range p {
				s.AddClause(Neg(Var(p*8+h)), Neg(Var(q*8+h)))
			}
		}
	}
	early := MinimizeOLL(context.Background(), s, Goal{Costs: costs, Budget: Budget{Conflicts: 20}})
	if early.Proven() || early.Lower > 1 || early.Upper < 1 {
		t.Errorf("with 20 conflicts: %+v", early)
	}
	full := MinimizeOLL(context.Background(), s, Goal{Costs: costs})
	if full.Lower != 1 || full.Upper != 1 {
		t.Errorf("%d..%d, the minimum is 1", full.Lower, full.Upper)
	}
}

// TestTotalizer gives a totalizer whose limit rises every assignment of its inputs: output k must be forced when at least k are
// true, and must be free to be false otherwise.
func TestTotalizer(t *testing.T) {
	for n := 1; n <= 7; n++ {
		for first := 0; first <= n; first++ {
			s := New(Options{})
			inputs := make([]Lit, n)
			for i := range inputs {
				inputs[i] = Pos(s.NewVar())
			}
			tot := NewTotalizer(s, inputs, first)
			tot.Extend(first + 1)
			tot.Extend(n)
			if tot.Size() != n {
				t.Fatalf("size %d, want %d", tot.Size(), n)
			}
			for m := range uint32(1) << n {
				assumptions := make([]Lit, n, n+1)
				for i, l := range inputs {
					assumptions[i] = l
					if m>>i&1 == 0 {
						assumptions[i] = Not(l)
					}
				}
				for k := 1; k <= n; k++ {
					st := s.Solve(context.Background(), Budget{}, append(assumptions, Not(tot.AtLeast(k)))...)
					if forced := bits.OnesCount32(m) >= k; forced != (st == Unsat) {
						t.Fatalf("inputs %b of %d: at least %d answered %v", m, n, k, st)
					}
				}
			}
		}
	}
}
