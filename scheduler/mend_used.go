package scheduler

import "sangdam/scheduler/internal/sat"

// none stands where there is no literal because it could only be false.
const none sat.Lit = -1

// gaps makes the literals of breaks and of idle slots: at least as many are true as there are, and no more need be. slots, by wish, are those of
// a good schedule: its values are tried first.
//
// With u[t] "used in t", e[t] "used before t that day" and l[t] "used in t or later that day", a break begins after t when u[t], not
// u[t+1] and l[t+2]; slot t is idle when e[t], not u[t] and l[t+1]. O(participants · slots) variables.
func (m *mender) gaps(slots []Slot) (holes, idle []sat.Lit) {
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
		if u[t] != none && t+2 < len(u) && later[t+2] != none {
			holes = append(holes, m.unless(u[t], u[t+1], later[t+2]))
		}
		if earlier != none && later[t+1] != none {
			idle = append(idle, m.unless(earlier, u[t], later[t+1]))
		}
		earlier = m.either(u[t], earlier)
	}
	return holes, idle
}

// used makes, for every participant and slot, the literal that it meets in it; none where it cannot.
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
			at[a][t], at[b][t] = append(at[a][t], m.at[i][k]), append(at[b][t], m.at[i][k])
		}
	}
	for p, known := range usedSlots(m.in, m.wishes, slots) {
		for t, lits := range at[p] {
			if len(lits) == 0 {
				continue
			}
			l := m.solver.NewVar()
			m.solver.SetPhase(l, known.Has(Slot(t)))
			u[p][t] = sat.Pos(l)
			for _, x := range lits {
				m.solver.AddClause(x.Not(), u[p][t])
			}
			m.solver.AddClause(append(lits, u[p][t].Not())...)
		}
	}
	always := sat.Pos(m.solver.NewVar())
	m.solver.AddClause(always)
	for _, f := range m.in.fixed {
		a, b := m.in.Ends(f.Pair)
		u[a][f.Slot], u[b][f.Slot] = always, always
	}
	return u
}

// either returns a literal that is true when a or b is.
func (m *mender) either(a, b sat.Lit) sat.Lit {
	switch {
	case a == none:
		return b
	case b == none:
		return a
	}
	l := sat.Pos(m.solver.NewVar())
	m.solver.AddClause(a.Not(), l)
	m.solver.AddClause(b.Not(), l)
	return l
}

// unless returns a literal that is true when before and after are, unless between is.
func (m *mender) unless(before, between, after sat.Lit) sat.Lit {
	l := sat.Pos(m.solver.NewVar())
	clause := []sat.Lit{before.Not(), after.Not(), l}
	if between != none {
		clause = append(clause, between)
	}
	m.solver.AddClause(clause...)
	return l
}
