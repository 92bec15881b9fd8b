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

// A floor is the least that a part of the damage can come to, as the relaxation proves it, and the hope that it is met: a literal that can be
// true in every schedule that meets it, and by which the prices decide columns for those alone. Without prices it is none.
type floor struct {
	least int64
	hope  sat.Lit
}

// assume adds the hope to what is assumed in the search for schedules in which the part comes to k at most, where k is the floor.
func (f floor) assume(k int64, lits ...sat.Lit) []sat.Lit {
	if f.meets(k) {
		lits = append(lits, f.hope)
	}
	return lits
}

func (f floor) meets(k int64) bool { return k == f.least && f.hope != none }

// keep holds on to the hope when a part is settled at its floor.
func (m *mender) keep(f floor, settled int64) {
	if f.meets(settled) {
		m.solver.AddClause(f.hope)
	}
}

// settle looks for the least number of true costs, from what was proven of it up: a schedule that meets the bound is usually
// found at once, and a bound that is one too low refuted. After a search that its budget ends, what is left up to the best schedule known is
// halved in on: that is for a better schedule, since only refuting what is one less proves it. It reports whether the part is proven; then the
// formula holds on to it.
func (m *mender) settle(ctx context.Context, costs []sat.Lit, from floor, out *Mending, budget int64, part func(*Damage) *int) bool {
	best, bound := part(&out.Damage), part(&out.Bound)
	open, sure := m.undecided(costs)
	*bound = max(int(from.least), sure)
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
		switch m.solver.Solve(ctx, limit, from.assume(int64(k), total.AtLeast(k-sure+1).Not())...) {
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
	m.keep(from, int64(*bound))
	m.simplify()
	return true
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
