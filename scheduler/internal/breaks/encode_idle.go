package breaks

import "sangdam/scheduler/internal/sat"

// idleSlots makes, for every participant and slot, a literal that is true when the participant is idle there: used
// before and after on the same day, but not in it. As many need be true as there are idle slots.
func (e *encoding) idleSlots() []sat.Lit {
	var idle []sat.Lit
	for p := range e.p.Participants {
		u := e.u[p*e.n : (p+1)*e.n]
		after := e.after[p*e.n : (p+1)*e.n]
		before := none // used earlier that day
		for t := range e.n {
			if t > 0 && e.p.Days[t] != e.p.Days[t-1] {
				before = none
			}
			if before != none && t+1 < e.n && e.p.Days[t+1] == e.p.Days[t] && after[t+1] != none {
				i := e.fresh()
				idle = append(idle, i)
				e.clause(sat.Not(before), u[t], sat.Not(after[t+1]), i)
			}
			before = e.either(before, u[t])
		}
	}
	return idle
}

// either returns a literal that is true when a or b is.
func (e *encoding) either(a, b sat.Lit) sat.Lit {
	switch {
	case a == none:
		return b
	case b == none:
		return a
	}
	l := e.fresh()
	e.s.AddClause(sat.Not(a), l)
	e.s.AddClause(sat.Not(b), l)
	return l
}
