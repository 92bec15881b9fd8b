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

var minimisers = map[string]func(context.Context, *Solver, Goal) Minimum{
	"oll":    MinimizeOLL,
	"linear": MinimizeLinear,
}

func TestMinimizeAgainstBruteForce(t *testing.T) {
	for name, minimise := range minimisers {
		t.Run(name, func(t *testing.T) {
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
				got := minimise(context.Background(), s, goal)
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
		})
	}
}

// TestTotalizer gives a growing totalizer every assignment of its inputs: output k must be forced when at least k are
// true, and must be free to be false otherwise.
func TestTotalizer(t *testing.T) {
	for n := 1; n <= 7; n++ {
		for first := 0; first <= n; first++ {
			s := New(Options{})
			inputs := make([]Lit, n)
			for i := range inputs {
				inputs[i] = Pos(s.NewVar())
			}
			split := n - n/3
			tot := NewTotalizer(s, inputs[:split], first)
			tot.Extend(first + 1)
			tot.Grow(inputs[split:])
			tot.Extend(n)
			if tot.Size() != n || tot.Limit() != n {
				t.Fatalf("size %d, limit %d, want %d", tot.Size(), tot.Limit(), n)
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
