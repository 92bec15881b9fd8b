package scheduler

import (
	"cmp"
	"context"

	"sangdam/scheduler/internal/sat"
)

// The default limits on the conflicts of one search for a schedule with so much damage.
const (
	mendConflicts = 50_000
	mendLeast     = 2_000
	mendSize      = 4_000_000_000 // conflicts times columns
)

// settle looks for the least number of true costs, from a proven bound up: a schedule that meets the bound is usually
// found at once, and a bound that is one too low refuted. After a search that its budget ends, what is left up to the best schedule known is
// halved in on: that is for a better schedule, since only refuting what is one less proves it. It reports whether the part is proven; then the
// formula holds on to it.
func (m *mender) settle(ctx context.Context, costs []sat.Lit, least int, out *Mending, budget int64, part func(*Damage) *int) bool {
	best, bound := part(&out.Damage), part(&out.Bound)
	hope := m.takeHope()
	open, sure := m.undecided(costs)
	*bound = max(least, sure)
	limit := sat.Budget{Conflicts: cmp.Or(budget, m.affordable(mendConflicts, mendLeast, mendSize))}
	var total *sat.Totalizer
	tired := false
	for low := *bound; low < *best; {
		if total == nil {
			total = sat.NewTotalizer(m.solver, open, *best-sure)
		}
		k := low
		if tired {
			k += (*best - low) / 2
		}
		assumed := []sat.Lit{total.AtLeast(k - sure + 1).Not()}
		if k == least && hope != none {
			assumed = append(assumed, hope)
		}
		switch m.solver.Solve(ctx, limit, assumed...) {
		case sat.Sat:
			if !m.take(out) {
				return false // cannot be: the model keeps to what is settled and has fewer
			}
		case sat.Unsat:
			low, *bound = k+1, k+1
		case sat.Unknown:
			low, tired = k+1, true
		}
	}
	if *bound < *best {
		return false
	}
	m.solver.AddAtMost(open, *bound-sure)
	if *bound == least && hope != none {
		m.solver.AddClause(hope)
	}
	m.simplify()
	return true
}

// takeHope returns the hope of the bound found last, for the one part that it is of.
func (m *mender) takeHope() sat.Lit {
	hope := m.hope
	m.hope = none
	return hope
}

// affordable is a limit on the conflicts of a search: size over the columns that are still open, from least up to most. A conflict takes longer
// where there are more.
func (m *mender) affordable(most, least, size int64) int64 {
	open := int64(1)
	for _, l := range m.literal {
		if m.solver.Fixed(l) == 0 {
			open++
		}
	}
	return min(most, max(least, size/open))
}
