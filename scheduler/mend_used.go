package scheduler

import "sangdam/scheduler/internal/sat"

// none stands where there is no literal because it could only be false.
const none sat.Lit = -1

// gaps makes the literals of breaks and of idle slots: at least as many are true as there are, and no more need be. slots, by wish, are those of
// a good schedule: its values are tried first.
//
// With u[t] "used in t", e[t] "used before t that day" and l[t] "used in t or later that day", a break begins after t when u[t], not
// u[t+1] and l[t+2]; slot t is idle when e[t], not u[t] and l[t+1]. Of what is decided no variables are made: O(participants · slots) of those
// whose meetings can still be elsewhere.
func (m *mender) gaps(slots []Slot) (holes, idle []sat.Lit) {
	m.always = sat.Pos(m.solver.NewVar())
	m.solver.AddClause(m.always)
	days := m.in.days
	for _, u := range m.used(slots) {
		for first, end := 0, 0; first < len(days); first = end {
			for end = first; end < len(days) && days[end] == days[first]; end++ {
			}
			h, i := m.gapsOf(u[first:end])
			holes, idle = append(holes, h...), append(idle, i...)
		}
	}
	return holes, idle
}

// gapsOf makes the literals of a participant's day from those of its slots.
func (m *mender) gapsOf(u []sat.Lit) (holes, idle []sat.Lit) {
	later := make([]sat.Lit, len(u)+1)
	later[len(u)] = none
	for t := len(u) - 1; t >= 0; t-- {
		later[t] = m.either(u[t], later[t+1])
	}
	earlier := none
	for t := 0; t+1 < len(u); t++ {
		if t+2 < len(u) {
			if l := m.unless(u[t], u[t+1], later[t+2]); l != none {
				holes = append(holes, l)
			}
		}
		if l := m.unless(earlier, u[t], later[t+1]); l != none {
			idle = append(idle, l)
		}
		earlier = m.either(u[t], earlier)
	}
	return holes, idle
}

// used makes, for every participant and slot, the literal that it meets in it: none where it cannot, always where it must. A wish that can only be
// there is its own.
func (m *mender) used(slots []Slot) [][]sat.Lit {
	u := make([][]sat.Lit, len(m.in.participants))
	at := make([][][]sat.Lit, len(u))
	for p := range u {
		u[p] = make([]sat.Lit, len(m.in.days))
		at[p] = make([][]sat.Lit, len(u[p]))
		for t := range u[p] {
			u[p][t] = none
		}
	}
	for i, w := range m.wishes {
		a, b := m.in.Ends(w.Pair)
		for k, t := range m.slots[i] {
			switch l := m.at[i][k]; m.solver.Fixed(l) {
			case 1:
				u[a][t], u[b][t] = m.always, m.always
			case 0:
				m.solver.SetPhase(l.Var(), slots[i] == t)
				at[a][t], at[b][t] = append(at[a][t], l), append(at[b][t], l)
			}
		}
	}
	for _, f := range m.in.fixed {
		a, b := m.in.Ends(f.Pair)
		u[a][f.Slot], u[b][f.Slot] = m.always, m.always
	}
	for p, known := range usedSlots(m.in, m.wishes, slots) {
		for t, lits := range at[p] {
			if len(lits) > 0 && u[p][t] != m.always {
				u[p][t] = m.anyOf(lits, known.Has(Slot(t)))
			}
		}
	}
	return u
}

// anyOf returns a literal that is true when one of lits is and only then; likely is tried first.
func (m *mender) anyOf(lits []sat.Lit, likely bool) sat.Lit {
	if len(lits) == 1 {
		return lits[0]
	}
	v := m.solver.NewVar()
	m.solver.SetPhase(v, likely)
	for _, x := range lits {
		m.solver.AddClause(x.Not(), sat.Pos(v))
	}
	m.solver.AddClause(append(lits, sat.Neg(v))...)
	return sat.Pos(v)
}

// either returns a literal that is true when a or b is.
func (m *mender) either(a, b sat.Lit) sat.Lit {
	switch {
	case a == none, b == m.always:
		return b
	case b == none, a == m.always:
		return a
	}
	l := sat.Pos(m.solver.NewVar())
	m.solver.AddClause(a.Not(), l)
	m.solver.AddClause(b.Not(), l)
	return l
}

// unless returns a literal that is true when before and after are, unless between is; none where it need never be.
func (m *mender) unless(before, between, after sat.Lit) sat.Lit {
	if before == none || after == none || between == m.always {
		return none
	}
	clause := make([]sat.Lit, 0, 4)
	if before != m.always {
		clause = append(clause, before.Not())
	}
	if after != m.always {
		clause = append(clause, after.Not())
	}
	if between != none {
		clause = append(clause, between)
	}
	if len(clause) == 0 {
		return m.always
	}
	l := sat.Pos(m.solver.NewVar())
	m.solver.AddClause(append(clause, l)...)
	return l
}
