package breaks

import (
	"context"

	"sangdam/scheduler/internal/sat"
)

// A prover raises the lower bound: it asks for a placement with as few breaks as the bound allows, and each time the answer is
// no, the bound is one higher. The first yes is an optimum. When the breaks are settled it does the same for idle slots.
type prover struct {
	id         int
	s          *sat.Solver
	e          *encoding
	breaks     *sat.Totalizer
	idle       *sat.Totalizer
	lower      int // of breaks, or of idle slots once these are asked for
	infeasible bool
	cored      bool // cores have been looked for
	found      []int
}

// manyBreaks is the bound from which the search for cores gets more: one higher at a time is too slow then.
const manyBreaks = 12

func (r *prover) conflicts() int64 {
	if r.s == nil {
		return 0
	}
	return r.s.Stats().Conflicts
}

// step spends a number of conflicts on what is known at the start of the round.
func (r *prover) step(ctx context.Context, known *minimizer, conflicts int64) {
	if r.s == nil {
		r.s = sat.New(sat.Options{Seed: known.opt.Seed})
		r.e = encode(known.p, r.s, forms[r.id])
		r.breaks = sat.NewTotalizer(r.s, r.e.costs, 1)
	}
	if known.idlePhase && r.idle == nil {
		r.idle = sat.NewTotalizer(r.s, r.e.idleSlots(), 1)
		r.lower = 0
	}
	last := r.conflicts() + conflicts
	if r.id == 0 && !r.cored && !known.idlePhase {
		r.cored = true
		budget := 2 * conflicts
		if known.lower.breaks >= manyBreaks {
			budget = 6 * conflicts
		}
		r.cores(ctx, known, budget)
	}
	if !known.have && known.rounds > 0 && r.id == 0 && !r.first(ctx, conflicts/2) {
		return
	}
	if known.idlePhase {
		r.lower = max(r.lower, known.lower.idle)
		r.raise(ctx, r.idle, last, atMost(r.breaks, known.best.breaks)...)
	} else {
		r.lower = max(r.lower, known.lower.breaks)
		r.raise(ctx, r.breaks, last)
	}
}

// cores raises the bound by disjoint cores, once: where there are many breaks, most of the bound comes from small groups of
// participants, each of which costs next to nothing.
func (r *prover) cores(ctx context.Context, known *minimizer, conflicts int64) {
	goal := sat.Goal{Costs: r.e.costs, Budget: sat.Budget{Conflicts: conflicts}}
	if known.have {
		goal.Upper = func() int { return known.best.breaks }
	}
	m := sat.MinimizeOLL(ctx, r.s, goal)
	r.infeasible = m.Infeasible
	r.lower = max(r.lower, m.Lower)
	if m.Model != nil {
		r.found = r.e.placementIn(m.Model)
	}
}

// first looks for any placement at all; it reports whether there is something left to ask.
func (r *prover) first(ctx context.Context, conflicts int64) bool {
	switch r.s.Solve(ctx, sat.Budget{Conflicts: max(1, conflicts)}) {
	case sat.Unsat:
		r.infeasible = true
		return false
	case sat.Sat:
		r.found = r.e.placement()
	}
	return true
}

// raise asks for at most lower true inputs of the sum until that can be had or the conflicts are spent.
func (r *prover) raise(ctx context.Context, sum *sat.Totalizer, last int64, given ...sat.Lit) {
	for left := last - r.conflicts(); left > 0; left = last - r.conflicts() {
		switch r.s.Solve(ctx, sat.Budget{Conflicts: left}, append(atMost(sum, r.lower), given...)...) {
		case sat.Unsat:
			if len(r.s.Core()) == 0 {
				r.infeasible = true
				return
			}
			r.lower++
		case sat.Sat:
			r.found = r.e.placement()
			return
		default:
			return
		}
	}
}

// atMost returns the assumption that no more than k inputs of a sum are true; none when it always holds.
func atMost(sum *sat.Totalizer, k int) []sat.Lit {
	if k >= sum.Size() {
		return nil
	}
	sum.Extend(k + 1)
	return []sat.Lit{sat.Not(sum.AtLeast(k + 1))}
}
