package sat

import "context"

// MinimizeLinear finds the fewest true costs from above: each model must be better than the last by a totalizer's
// assumption, until there is none (solution-improving search: Een and Sorensson 2006). Its upper bound falls step by
// step; the lower bound stays zero until the end.
//
// It adds variables and clauses to s, none of which excludes a model of the formula.
func MinimizeLinear(ctx context.Context, s *Solver, g Goal) Minimum {
	m := newMinimiser(s, g)
	var total *Totalizer
	for !m.done() {
		var below []Lit
		if m.best.Upper <= len(g.Costs) {
			if total == nil {
				total = NewTotalizer(s, g.Costs, m.best.Upper)
			}
			below = []Lit{total.AtLeast(m.best.Upper) ^ 1}
		}
		switch m.solve(ctx, 0, below) {
		case Unknown:
			return m.best
		case Unsat:
			m.refuted()
			return m.best
		}
	}
	return m.best
}
