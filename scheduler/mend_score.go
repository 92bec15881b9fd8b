package scheduler

import (
	"cmp"
	"context"

	"sangdam/scheduler/internal/sat"
)

// mendScoreConflicts is the default limit on the conflicts of one search for a schedule that loses no more than so much score.
const mendScoreConflicts = 10_000

// value settles how much the least damage is worth: by how much the minimums suffer, then the score that is lost. Neither is
// less than nothing. It reports whether both are proven; then the formula holds on to them.
func (m *mender) value(ctx context.Context, settled []worth, out *Mending, budget int64) bool {
	budget = cmp.Or(budget, mendScoreConflicts)
	return m.settle(ctx, m.shortfalls(), floor{hope: none}, out, budget, func(d *Damage) *int { return &d.Shortfall }) &&
		m.settleScore(ctx, settled, out, budget)
}

// shortfalls are literals of which as many are true as the minimums suffer: for every participant one for each wish that it misses beyond
// those that it can do without.
func (m *mender) shortfalls() []sat.Lit {
	of := make([][]sat.Lit, len(m.in.participants))
	for i, w := range m.wishes {
		a, b := m.in.Ends(w.Pair)
		of[a], of[b] = append(of[a], m.missed[i]), append(of[b], m.missed[i])
	}
	var costs []sat.Lit
	for p, spare := range spares(m.in, m.wishes) {
		spare = max(0, spare)
		if spare >= len(of[p]) {
			continue
		}
		total := sat.NewTotalizer(m.solver, of[p], len(of[p]))
		for k := spare + 1; k <= len(of[p]); k++ {
			costs = append(costs, total.AtLeast(k))
		}
	}
	return costs
}

// settleScore finds the least score that is lost, by halving what lies between the bound of the relaxation and the best schedule found;
// the bound itself is tried first, since it is usually met. It reports whether it is proven; then the formula holds on to it.
func (m *mender) settleScore(ctx context.Context, settled []worth, out *Mending, budget int64) bool {
	var all int64
	for _, w := range m.wishes {
		all += m.in.pairs[w.Pair].score
	}
	kept := worth{of: func(int, Slot) bool { return true }, weight: func(i int) int64 { return m.in.pairs[m.wishes[i].Pair].score }}
	bound, from := &out.Bound.Score, floor{hope: none}
	if out.Damage.Score > 0 {
		most, hope := m.most(ctx, kept, settled, all, all-out.Damage.Score)
		from = floor{all - most, hope}
	}
	*bound = from.least
	for try := *bound; *bound < out.Damage.Score; try = *bound + (out.Damage.Score-*bound)/2 {
		switch m.solver.Solve(ctx, sat.Budget{Conflicts: budget}, from.assume(try, m.loses(try, all))...) {
		case sat.Sat:
			if !m.take(out) {
				return false // cannot be: the model keeps to what is settled and loses less
			}
		case sat.Unsat:
			*bound = try + 1
		case sat.Unknown:
			return false
		}
	}
	m.keep(from, out.Damage.Score)
	consistent := m.solver.AddClause(m.loses(*bound, all))
	m.simplify()
	return consistent
}

// loses returns a literal that, when true, has the wishes that are not held score no more than most, of all together.
func (m *mender) loses(most, all int64) sat.Lit {
	on := sat.Pos(m.solver.NewVar())
	terms := []sat.Term{{Coef: all - most, Lit: on.Not()}}
	for i, w := range m.wishes {
		if score := m.in.pairs[w.Pair].score; score > 0 {
			terms = append(terms, sat.Term{Coef: score, Lit: m.missed[i].Not()})
		}
	}
	m.solver.AddLinear(terms, all-most)
	return on
}
