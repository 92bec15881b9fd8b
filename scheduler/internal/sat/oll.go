package sat

import (
	"context"
	"slices"
)

const (
	trimRounds     = 5    // solving a core again gives a smaller one at most so often
	minimiseBudget = 1000 // conflicts for each attempt to leave a literal out of a core
	minimiseSize   = 64   // larger cores are not minimised literal by literal
	exhaustBudget  = 2000 // conflicts for each attempt to raise the bound of a new sum
)

// A oll is a core-guided search. It assumes every cost to be false. A core, a set of assumptions that cannot hold
// together, raises the lower bound by one; its members are relaxed and their sum, a totalizer, gets the assumption that
// at most one of them fails. When that is itself part of a core, it moves to at most two, and so on.
type oll struct {
	minimiser
	active  []Lit
	sums    map[Lit]*sum // by assumption
	pending []core       // found since the last model, their sums not yet built
}

// A core is a set of assumptions that cannot hold together; minimal when any part of it can.
type core struct {
	lits    []Lit
	minimal bool
}

type sum struct {
	total *Totalizer
	bound int // AtLeast(bound) is assumed false
}

// MinimizeOLL finds the fewest true costs from below: OLL (Andres, Kaufmann, Matheis and Schaub, ICLP 2012; Morgado,
// Dodaro and Marques-Silva, CP 2014) with disjoint cores first, core minimisation and core exhaustion (RC2: Ignatiev,
// Morgado and Marques-Silva, JSAT 2019). Its lower bound rises step by step. Models come early only by chance; give it
// an upper bound from elsewhere to stop at.
//
// It adds variables and clauses to s, none of which excludes a model of the formula.
func MinimizeOLL(ctx context.Context, s *Solver, g Goal) Minimum {
	o := &oll{minimiser: *newMinimiser(s, g), sums: map[Lit]*sum{}}
	seen := map[Lit]bool{}
	for _, c := range g.Costs {
		if seen[c] {
			twin := Pos(s.NewVar())
			s.AddClause(c^1, twin)
			c = twin
		}
		seen[c] = true
		o.active = append(o.active, c^1)
	}
	o.run(ctx)
	return o.best
}

func (o *oll) run(ctx context.Context) {
	for !o.done() {
		switch o.solve(ctx, 0, o.active) {
		case Unknown:
			return
		case Sat:
			if len(o.pending) == 0 {
				o.raise(o.best.Upper)
				return
			}
			for _, c := range o.pending {
				o.relax(ctx, c)
			}
			o.pending = nil
		case Unsat:
			c := o.shrink(ctx, o.s.Core())
			if len(c.lits) == 0 {
				o.refuted()
				return
			}
			o.take(c)
		}
	}
}

// shrink returns a part of the core that is still one: by solving it again, then by leaving out one literal after the
// other.
func (o *oll) shrink(ctx context.Context, lits []Lit) core {
	for range trimRounds {
		if len(lits) < 2 || o.solve(ctx, minimiseBudget, lits) != Unsat {
			break
		}
		smaller := o.s.Core()
		if len(smaller) >= len(lits) {
			break
		}
		lits = smaller
	}
	if len(lits) > minimiseSize {
		return core{lits, false}
	}
	minimal := true
	for i := 0; i < len(lits) && len(lits) > 1; {
		without := slices.Delete(slices.Clone(lits), i, i+1)
		st := o.solve(ctx, minimiseBudget, without)
		if st != Unsat {
			minimal = minimal && st == Sat
			i++
			continue
		}
		// keep the order; members before i that were needed once are in this core too
		smaller := o.s.Core()
		lits = slices.DeleteFunc(without, func(l Lit) bool { return !slices.Contains(smaller, l) })
		i = min(i, len(lits))
	}
	return core{lits, minimal}
}

// take removes the core's members from the assumptions, moves the sums among them one step up, and puts off the core's
// own sum, so that the next cores are disjoint from this one.
func (o *oll) take(c core) {
	o.s.AddClause(negate(slices.Clone(c.lits))...)
	o.active = slices.DeleteFunc(o.active, func(l Lit) bool { return slices.Contains(c.lits, l) })
	for _, l := range c.lits {
		if t := o.sums[l]; t != nil {
			delete(o.sums, l)
			o.step(t)
		}
	}
	if len(c.lits) > 1 {
		o.pending = append(o.pending, c)
	}
	o.raise(o.best.Lower + 1)
}

// step assumes the next larger output of a sum to be false, if there is one.
func (o *oll) step(t *sum) {
	if t.bound == t.total.Size() {
		return
	}
	t.bound++
	t.total.Extend(t.bound)
	l := t.total.AtLeast(t.bound) ^ 1
	o.sums[l] = t
	o.active = append(o.active, l)
}

// relax builds the sum of a core's negated members, of which at least one is true, and assumes that it is the only one.
// A core that is not minimal may have more: as long as that is refuted by itself at small cost, the bound rises at once
// (core exhaustion).
func (o *oll) relax(ctx context.Context, c core) {
	t := &sum{NewTotalizer(o.s, negate(slices.Clone(c.lits)), 1), 1}
	for o.step(t); t.bound < t.total.Size() && !c.minimal && !o.done(); o.step(t) {
		l := o.active[len(o.active)-1]
		if o.solve(ctx, exhaustBudget, []Lit{l}) != Unsat {
			return
		}
		o.s.AddClause(l ^ 1)
		o.active = o.active[:len(o.active)-1]
		delete(o.sums, l)
		o.raise(o.best.Lower + 1)
	}
}
