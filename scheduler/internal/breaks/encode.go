package breaks

import (
	"slices"

	"sangdam/scheduler/internal/sat"
)

// none stands where there is no literal because it could only be false.
const none sat.Lit = -1

// An encoding states a problem as a formula.
//
// Variables (docs/breaks.md): x[m,t], meeting m is in slot t; u[p,t], participant p meets in slot t; for every
// participant the literals levels[j], it has more than j breaks. Every model is a placement that keeps the rules, and every
// such placement extends to a model whose levels are exact.
type encoding struct {
	p      *Problem
	s      *sat.Solver
	n      int
	x      []sat.Lit   // by meeting and slot
	u      []sat.Lit   // by participant and slot
	of     [][]int     // by participant: its meetings
	levels [][]sat.Lit // by participant
	costs  []sat.Lit   // all levels; as many are true as there are breaks
	after  []sat.Lit   // by participant and slot: used in it or later that day
	form   form
}

// A form says how limits on a slot are stated. Which does better differs from instance to instance, so provers differ in it.
type form struct {
	tables, used counting
	stars        bool // tables count stars of meetings
	place        bool // decide first that a meeting is in a slot, rather than that it is not
}

// counting is the way to say "at most k of these".
type counting int8

const (
	native  counting = iota // a counter inside the solver
	unary                   // a totalizer: more variables, and lemmas that can speak of partial sums
	omitted                 // not at all; only for what follows from the rest
)

// forms are those of the provers.
var forms = [...]form{
	{tables: unary, used: omitted, stars: true, place: true},
	{tables: native, used: unary},
	{tables: unary, used: unary},
}

// encode builds the formula of p in s. O((meetings + participants) · slots²) clauses.
func encode(p *Problem, s *sat.Solver, f form) *encoding {
	e := &encoding{p: p, s: s, n: len(p.Days), form: f}
	e.after = slices.Repeat([]sat.Lit{none}, len(p.Participants)*e.n)
	e.of = make([][]int, len(p.Participants))
	for m, g := range p.Meetings {
		if !g.Held && len(g.Slots) == 0 {
			continue // never placed
		}
		e.of[g.A] = append(e.of[g.A], m)
		e.of[g.B] = append(e.of[g.B], m)
	}
	e.placeMeetings()
	e.useSlots()
	e.fillSlots()
	e.orderMeetings()
	e.chooseMeetings()
	e.levels = make([][]sat.Lit, len(p.Participants))
	for u := range p.Participants {
		e.breaksOf(u)
		e.costs = append(e.costs, e.levels[u]...)
	}
	e.limitSpread()
	return e
}

func (e *encoding) fresh() sat.Lit { return sat.Pos(e.s.NewVar()) }

// clause adds a clause, leaving out what is none.
func (e *encoding) clause(lits ...sat.Lit) {
	kept := make([]sat.Lit, 0, len(lits))
	for _, l := range lits {
		if l != none {
			kept = append(kept, l)
		}
	}
	e.s.AddClause(kept...)
}

// placeMeetings makes x: a meeting is in at most one slot, in exactly one when it must be held.
func (e *encoding) placeMeetings() {
	e.x = make([]sat.Lit, len(e.p.Meetings)*e.n)
	for i := range e.x {
		e.x[i] = none
	}
	for m, g := range e.p.Meetings {
		var row []sat.Lit
		for _, t := range g.Slots {
			l := e.fresh()
			e.s.SetPhase(l.Var(), e.form.place)
			e.x[m*e.n+t] = l
			row = append(row, l)
		}
		if g.Held {
			e.s.AddClause(row...)
		}
		e.s.AddAtMost(row, 1)
	}
}

// useSlots makes u from x, and says how many slots a participant uses.
func (e *encoding) useSlots() {
	e.u = make([]sat.Lit, len(e.p.Participants)*e.n)
	for p, part := range e.p.Participants {
		var used []sat.Lit
		for t := range e.n {
			e.u[p*e.n+t] = none
			at := e.at(e.of[p], t)
			if len(at) == 0 {
				continue
			}
			u := e.fresh()
			e.u[p*e.n+t] = u
			used = append(used, u)
			for _, l := range at {
				e.s.AddClause(sat.Not(l), u)
			}
			e.s.AddClause(append(at, sat.Not(u))...)
			e.s.AddAtMost(at, part.Parallel)
		}
		if part.Parallel == 1 {
			if k := len(e.of[p]); e.allHeld(p) {
				e.s.AddAtLeast(used, k)
				e.s.AddAtMost(used, k)
			} else {
				e.s.AddAtMost(used, part.Max)
			}
			e.fillStretches(p)
		}
	}
}

// atMost says that at most k of lits are true.
func (e *encoding) atMost(how counting, lits []sat.Lit, k int) {
	switch {
	case how == omitted || k >= len(lits):
	case how == native || k <= 1:
		e.s.AddAtMost(lits, k)
	default:
		e.s.AddClause(sat.Not(sat.NewTotalizer(e.s, lits, k+1).AtLeast(k + 1)))
	}
}

// at lists the literals of meetings in slot t.
func (e *encoding) at(meetings []int, t int) []sat.Lit {
	var out []sat.Lit
	for _, m := range meetings {
		if l := e.x[m*e.n+t]; l != none {
			out = append(out, l)
		}
	}
	return out
}

func (e *encoding) allHeld(p int) bool {
	for _, m := range e.of[p] {
		if !e.p.Meetings[m].Held {
			return false
		}
	}
	return true
}

// fillSlots limits what a slot holds. Beside the rules it states what follows from them and a solver would not find:
// a slot of c tables serves 2c participants at most, and always an even number of them.
func (e *encoding) fillSlots() {
	all := make([]int, len(e.p.Meetings))
	for m := range all {
		all[m] = m
	}
	single := true
	for _, part := range e.p.Participants {
		single = single && part.Parallel == 1
	}
	stars := e.stars(all)
	for t := range e.n {
		e.limitTables(all, stars, t)
		for _, h := range e.p.Halls {
			e.atMost(e.form.tables, e.at(h.Meetings, t), h.Limit[t])
		}
		if !single {
			continue
		}
		var used []sat.Lit
		for p := range e.p.Participants {
			if u := e.u[p*e.n+t]; u != none {
				used = append(used, u)
			}
		}
		e.atMost(e.form.used, used, 2*e.p.Tables[t])
		e.even(used)
	}
}

// even says that an even number of lits is true, by sums modulo two of three at a time.
func (e *encoding) even(lits []sat.Lit) {
	for len(lits) > 4 {
		sum := e.fresh()
		e.parity(lits[0], lits[1], lits[2], sum)
		lits = append(lits[3:len(lits):len(lits)], sum)
	}
	e.parity(lits...)
}

// parity forbids each of the 2^(k-1) assignments with an odd number of true literals.
func (e *encoding) parity(lits ...sat.Lit) {
	for bits := range 1 << len(lits) {
		odd := false
		c := make([]sat.Lit, len(lits))
		for i, l := range lits {
			c[i] = l
			if bits>>i&1 == 1 {
				c[i] = sat.Not(l)
				odd = !odd
			}
		}
		if odd {
			e.s.AddClause(c...)
		}
	}
}

// orderMeetings states the precedences by supports: each slot of one side needs a slot of the other.
func (e *encoding) orderMeetings() {
	for _, q := range e.p.Precedences {
		before, after := e.p.Meetings[q.Before], e.p.Meetings[q.After]
		for _, t := range after.Slots {
			for _, s := range before.Slots {
				if s >= t {
					e.s.AddClause(sat.Not(e.x[q.After*e.n+t]), sat.Not(e.x[q.Before*e.n+s]))
				}
			}
		}
		if before.Held && after.Held {
			e.support(q.After, q.Before, func(t, s int) bool { return s < t })
			e.support(q.Before, q.After, func(t, s int) bool { return s > t })
		}
	}
}

func (e *encoding) support(m, other int, fits func(t, s int) bool) {
	for _, t := range e.p.Meetings[m].Slots {
		c := []sat.Lit{sat.Not(e.x[m*e.n+t])}
		for _, s := range e.p.Meetings[other].Slots {
			if fits(t, s) {
				c = append(c, e.x[other*e.n+s])
			}
		}
		e.s.AddClause(c...)
	}
}

// placement reads the solver's last model.
func (e *encoding) placement() []int { return e.placementIn(e.s.Model()) }

// placementIn reads a model, by variable.
func (e *encoding) placementIn(model []bool) []int {
	slots := make([]int, len(e.p.Meetings))
	for m, g := range e.p.Meetings {
		slots[m] = NoSlot
		for _, t := range g.Slots {
			if model[e.x[m*e.n+t].Var()] {
				slots[m] = t
			}
		}
	}
	return slots
}
