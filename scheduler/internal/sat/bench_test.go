package sat

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/crillab/gophersat/solver"
)

// threeSAT returns a random formula of clauses with three distinct variables, in DIMACS numbers.
func threeSAT(seed uint64, vars, clauses int) [][]int {
	rng := rand.New(rand.NewPCG(seed, 3))
	out := make([][]int, clauses)
	for i := range out {
		for _, v := range rng.Perm(vars)[:3] {
			out[i] = append(out[i], (v+1)*(1-2*rng.IntN(2)))
		}
	}
	return out
}

// pigeons returns the formula that puts n+1 pigeons into n holes.
func pigeons(n int) [][]int {
	var out [][]int
	at := func(p, h int) int { return p*n + h + 1 }
	for p := range n + 1 {
		var some []int
		for h := range n {
			some = append(some, at(p, h))
		}
		out = append(out, some)
	}
	for h := range n {
		for p := range n + 1 {
			for q := range p {
				out = append(out, []int{-at(p, h), -at(q, h)})
			}
		}
	}
	return out
}

// roundRobin returns the formula of a round-robin tournament: n teams, all pairs meet once, in the given rounds, one
// game a team and round. With n odd and n-1 rounds there is none.
func roundRobin(n, rounds int) [][]int {
	var out [][]int
	games := 0
	of := make([][]int, n)
	for a := range n {
		for b := range a {
			of[a], of[b] = append(of[a], games), append(of[b], games)
			games++
		}
	}
	at := func(g, r int) int { return g*rounds + r + 1 }
	for g := range games {
		var some []int
		for r := range rounds {
			some = append(some, at(g, r))
		}
		out = append(out, some)
	}
	for r := range rounds {
		for _, gs := range of {
			for i := range gs {
				for j := range i {
					out = append(out, []int{-at(gs[i], r), -at(gs[j], r)})
				}
			}
		}
	}
	return out
}

// load adds DIMACS clauses to a solver.
func load(s *Solver, cnf [][]int) {
	for _, c := range cnf {
		lits := make([]Lit, len(c))
		for i, x := range c {
			for len(s.vars) < max(x, -x) {
				s.NewVar()
			}
			lits[i] = Pos(Var(max(x, -x) - 1))
			if x < 0 {
				lits[i] = Not(lits[i])
			}
		}
		s.AddClause(lits...)
	}
}

type formula struct {
	name string
	cnf  func(i int) [][]int
}

func formulas() []formula {
	return []formula{
		{"random-150", func(i int) [][]int { return threeSAT(uint64(i), 150, 639) }},
		{"random-200", func(i int) [][]int { return threeSAT(uint64(i), 200, 852) }},
		{"random-250", func(i int) [][]int { return threeSAT(uint64(i), 250, 1065) }},
		{"pigeons-8", func(int) [][]int { return pigeons(8) }},
		{"round-robin-7-6", func(int) [][]int { return roundRobin(7, 6) }},
		{"round-robin-14-13", func(int) [][]int { return roundRobin(14, 13) }},
	}
}

// BenchmarkSolve measures whole solves, this solver beside gophersat.
func BenchmarkSolve(b *testing.B) {
	for _, f := range formulas() {
		b.Run(fmt.Sprintf("%s/sangdam", f.name), func(b *testing.B) {
			var st Stats
			for i := 0; b.Loop(); i++ {
				s := New(Options{})
				load(s, f.cnf(i%16))
				s.Solve(context.Background(), Budget{})
				st.Conflicts += s.Stats().Conflicts
			}
			b.ReportMetric(float64(st.Conflicts)/float64(b.N), "conflicts/op")
		})
		b.Run(fmt.Sprintf("%s/gophersat", f.name), func(b *testing.B) {
			var conflicts int
			for i := 0; b.Loop(); i++ {
				s := solver.New(solver.ParseSlice(f.cnf(i % 16)))
				s.Solve()
				conflicts += s.Stats.NbConflicts
			}
			b.ReportMetric(float64(conflicts)/float64(b.N), "conflicts/op")
		})
	}
}

// BenchmarkCardinality puts more pigeons than the holes hold into holes for three, with one constraint a hole.
func BenchmarkCardinality(b *testing.B) {
	const holes, room = 3, 3
	const birds = holes*room + 1
	b.Run("sangdam", func(b *testing.B) {
		for b.Loop() {
			s := New(Options{})
			var in [holes][]Lit
			for range birds {
				var some []Lit
				for h := range in {
					l := Pos(s.NewVar())
					in[h] = append(in[h], l)
					some = append(some, l)
				}
				s.AddClause(some...)
			}
			for _, lits := range in {
				s.AddAtMost(lits, room)
			}
			if s.Solve(context.Background(), Budget{}) != Unsat {
				b.Fatal("room for one too many")
			}
		}
	})
	b.Run("gophersat", func(b *testing.B) {
		for b.Loop() {
			var cs []solver.CardConstr
			var in [holes][]int
			for p := range birds {
				var some []int
				for h := range in {
					x := p*holes + h + 1
					in[h] = append(in[h], -x)
					some = append(some, x)
				}
				cs = append(cs, solver.AtLeast1(some...))
			}
			for _, lits := range in {
				cs = append(cs, solver.CardConstr{Lits: lits, AtLeast: birds - room})
			}
			if solver.New(solver.ParseCardConstrs(cs)).Solve() != solver.Unsat {
				b.Fatal("room for one too many")
			}
		}
	})
}
