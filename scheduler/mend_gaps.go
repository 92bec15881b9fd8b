package scheduler

import (
	"cmp"
	"context"

	"sangdam/scheduler/internal/sat"
)

// The default limits on the conflicts of the proof of the breaks, on those of the idle slots, and on each step of the search for fewer when
// the proof is cut short: a conflict takes longer where there are more columns.
const (
	mendGapConflicts = 10_000
	mendGapLeast     = 500
	mendGapSize      = 200_000_000 // conflicts times columns
	mendGapCores     = 1_000_000   // costs that must be counted up times costs that are open: with more, they are not
)

// usedSlots are the slots in which each participant meets, of what is fixed and of the wishes that are held.
func usedSlots(in *Instance, wishes []Wish, slots []Slot) []SlotSet {
	used := make([]SlotSet, len(in.participants))
	meet := func(e Pair, t Slot) {
		a, b := in.Ends(e)
		used[a].Add(t)
		used[b].Add(t)
	}
	for _, f := range in.fixed {
		meet(f.Pair, f.Slot)
	}
	for i, t := range slots {
		if t != NoSlot {
			meet(wishes[i].Pair, t)
		}
	}
	return used
}

// gapsIn counts the breaks and the idle slots between the used slots of a participant.
func (in *Instance) gapsIn(used SlotSet) shape {
	var out shape
	last := NoSlot
	used.Each(func(t Slot) {
		if last != NoSlot && t-last > 1 && in.days[last] == in.days[t] {
			out.breaks++
			out.idle += int(t - last - 1)
		}
		last = t
	})
	return out
}

// settleGaps finds the fewest breaks, then the fewest idle slots, of the schedules with the damage that is settled. Where nothing can be
// otherwise, there is nothing to find.
func (m *mender) settleGaps(ctx context.Context, out *Mending, budget int64) {
	if out.Damage.Breaks == 0 { // nor idle slots
		return
	}
	holes, idle := m.gaps(out.Slots)
	if m.fewest(ctx, holes, out, budget, func(d *Damage) *int { return &d.Breaks }) {
		m.fewest(ctx, idle, out, budget, func(d *Damage) *int { return &d.Idle })
	}
}

// fewest counts the costs that must be true up from cores (sat.MinimizeOLL), to the number known from the best schedule or to a schedule with
// fewer. A proof that its budget ends leaves the bound where it is, and schedules with one less are sought as long as they are found within
// the budget. So it goes at once where there is too much to count up: each core takes a look at all costs. It reports whether the part is proven;
// then the formula holds on to it.
func (m *mender) fewest(ctx context.Context, costs []sat.Lit, out *Mending, budget int64, part func(*Damage) *int) bool {
	limit := sat.Budget{Conflicts: cmp.Or(budget, m.affordable(mendGapConflicts, mendGapLeast, mendGapSize))}
	best, bound := part(&out.Damage), part(&out.Bound)
	open, sure := m.undecided(costs)
	*bound = sure
	if int64(*best-sure)*int64(len(open)) <= mendGapCores {
		*bound += sat.MinimizeOLL(ctx, m.solver, sat.Goal{
			Costs: open, Budget: limit,
			Upper:  func() int { return *best - sure },
			Report: func(int, int) { m.take(out) },
		}).Lower
	}
	for *bound < *best {
		switch m.solver.Solve(ctx, limit, m.atMostOf(open, *best-sure-1)) {
		case sat.Sat:
			if !m.take(out) {
				return false // cannot be: the model keeps to what is settled and has fewer
			}
		case sat.Unsat:
			*bound = *best
		case sat.Unknown:
			return false
		}
	}
	m.solver.AddAtMost(open, *bound-sure)
	return true
}

// undecided are the costs that can still be true or false, beside those that are sure to be true.
func (m *mender) undecided(costs []sat.Lit) (open []sat.Lit, sure int) {
	for _, l := range costs {
		switch m.solver.Fixed(l) {
		case 0:
			open = append(open, l)
		case 1:
			sure++
		}
	}
	return open, sure
}

// atMostOf returns a literal that, when true, has at most k of lits true.
func (m *mender) atMostOf(lits []sat.Lit, k int) sat.Lit {
	on := sat.Pos(m.solver.NewVar())
	spare := int64(len(lits) - k)
	terms := []sat.Term{{Coef: spare, Lit: on.Not()}}
	for _, l := range lits {
		terms = append(terms, sat.Term{Coef: 1, Lit: l.Not()})
	}
	m.solver.AddLinear(terms, spare)
	return on
}
