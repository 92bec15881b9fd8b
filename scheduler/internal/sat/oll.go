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
	pending [][]Lit      // cores found since the last model, their sums not yet built
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
			for _, core := range o.pending {
				o.relax(ctx, core)
			}
			o.pending = nil
		case Unsat:
			core := o.s.Core()
			if len(core) == 0 {
				o.refuted()
				return
			}
			core = o.shrink(ctx, core)
			if len(core) == 0 {
				o.refuted()
				return
			}
			o.take(core)
		}
	}
}

// shrink returns a subset of the core that is still one.
func (o *oll) shrink(ctx context.Context, core []Lit) []Lit {
	for range trimRounds {
		if len(core) < 2 || o.solve(ctx, minimiseBudget, core) != Unsat {
			break
		}
		smaller := o.s.Core()
		if len(smaller) >= len(core) {
			break
		}
		core = smaller
	}
	if len(core) > minimiseSize {
		return core
	}
	for i := 0; i < len(core) && len(core) > 1; {
		without := slices.Delete(slices.Clone(core), i, i+1)
		if o.solve(ctx, minimiseBudget, without) != Unsat {
			i++
			continue
		}
		// the members before i are needed, so they are in this core too; keep its order
		smaller := o.s.Core()
		core = slices.DeleteFunc(without, func(l Lit) bool { return !slices.Contains(smaller, l) })
		i = min(i, len(core))
	}
	return core
}

// take removes the core's members from the assumptions, moves the sums among them one step up, and puts off the core's
// own sum, so that the next cores are disjoint from this one.
func (o *oll) take(core []Lit) {
	clause := make([]Lit, len(core))
	for i, l := range core {
		clause[i] = l ^ 1
	}
	o.s.AddClause(clause...)
	o.active = slices.DeleteFunc(o.active, func(l Lit) bool { return slices.Contains(core, l) })
	for _, l := range core {
		if t := o.sums[l]; t != nil {
			delete(o.sums, l)
			o.step(t)
		}
	}
	if len(core) > 1 {
		o.pending = append(o.pending, clause)
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

// relax builds the sum of a core's negated members, of which at least one is true. As long as at most so many of them
// can be refuted by itself at small cost, the bound rises at once (core exhaustion).
func (o *oll) relax(ctx context.Context, clause []Lit) {
	t := &sum{NewTotalizer(o.s, clause, 2), 2}
	for {
		l := t.total.AtLeast(t.bound) ^ 1
		if o.done() || o.solve(ctx, exhaustBudget, []Lit{l}) != Unsat {
			o.sums[l] = t
			o.active = append(o.active, l)
			return
		}
		o.s.AddClause(l ^ 1)
		o.raise(o.best.Lower + 1)
		if t.bound == t.total.Size() {
			return
		}
		t.bound++
		t.total.Extend(t.bound)
	}
}
