package sat

import "slices"

// Marks of a variable during one analysis.
const (
	markSeen      = 1 << iota // in the lemma, or resolved away on the conflict's level
	markRemovable             // implied by the rest of the lemma
	markPoison                // not implied by it
)

// levelMark says, for a level, how many literals of the lemma are on it and the earliest of them in the trail.
type levelMark struct {
	count, first int32
}

// analyze derives from a conflict, above the level of the assumptions, the lemma of its first unique implication point.
// It leaves the lemma in s.lemma, the literal to assert first and one of the level to return to second, and returns
// that level and the lemma's literal block distance.
func (s *Solver) analyze(c conflict) (level, glue int) {
	s.lemma = append(s.lemma[:0], noLit)
	open := 0
	current := int32(s.level())
	mark := func(l Lit) {
		v := l.Var()
		st := &s.vars[v]
		if s.marks[v] != 0 || st.level == 0 {
			return
		}
		s.marks[v] = markSeen
		s.marked = append(s.marked, v)
		if st.level == current {
			open++
			return
		}
		s.lemma = append(s.lemma, l)
		m := &s.atLevel[st.level]
		if m.count == 0 {
			s.usedAt = append(s.usedAt, st.level)
			m.first = st.pos
		}
		m.count++
		m.first = min(m.first, st.pos)
	}
	if c.lit != noLit {
		mark(c.lit)
	}
	w, lit := c.why, c.lit
	at := len(s.trail)
	for {
		switch w & whyKind {
		case whyBinary:
			mark(w.other())
		case whyClause:
			r := w.clause()
			if s.mem.learnt(r) {
				s.touch(r)
			}
			for _, l := range s.mem.lits(r) {
				if l != lit {
					mark(l)
				}
			}
		case whyLinear:
			s.scratch = s.explainLinear(s.scratch[:0], w.linear(), lit)
			for _, l := range s.scratch {
				mark(l)
			}
		}
		for at--; s.marks[s.trail[at]>>1] == 0; at-- {
		}
		lit = s.trail[at]
		open--
		if open == 0 {
			break
		}
		w = s.vars[lit>>1].why
	}
	s.lemma[0] = lit ^ 1
	glue = len(s.usedAt) + 1
	s.minimise()
	if glue <= 6 && len(s.lemma) <= 30 {
		s.strengthenBinary()
	}
	level = 0
	if len(s.lemma) > 1 {
		best := 1
		for i := 2; i < len(s.lemma); i++ {
			if s.vars[s.lemma[i]>>1].level > s.vars[s.lemma[best]>>1].level {
				best = i
			}
		}
		s.lemma[1], s.lemma[best] = s.lemma[best], s.lemma[1]
		level = int(s.vars[s.lemma[1]>>1].level)
	}
	return level, s.glueOf(s.lemma)
}

// clearMarks forgets the marks of an analysis.
func (s *Solver) clearMarks() {
	for _, v := range s.marked {
		s.marks[v] = 0
	}
	s.marked = s.marked[:0]
	for _, l := range s.usedAt {
		s.atLevel[l] = levelMark{}
	}
	s.usedAt = s.usedAt[:0]
}

// glueOf returns the number of levels on which the literals, all assigned, lie: the literal block distance.
func (s *Solver) glueOf(lits []Lit) int {
	s.stamp++
	n := 0
	for _, l := range lits {
		if at := &s.stamps[s.vars[l>>1].level]; *at != s.stamp {
			*at = s.stamp
			n++
		}
	}
	return n
}

// touch notes that a learnt clause took part in a conflict: its distance may have become smaller, and it survives the
// next reductions.
func (s *Solver) touch(r ref) {
	glue := s.mem.glue(r)
	if glue > coreGlue {
		if g := s.glueOf(s.mem.lits(r)); g < glue {
			glue = g
			s.mem.setGlue(r, g)
		}
	}
	if glue <= middleGlue {
		s.mem.setUsed(r, 2)
	} else if s.mem.used(r) == 0 {
		s.mem.setUsed(r, 1)
	}
}

// bump prefers the variables of the conflict in later decisions.
func (s *Solver) bump() {
	if s.mode.stable {
		for _, v := range s.marked {
			if s.marks[v]&markSeen != 0 {
				s.heap.bump(v)
			}
		}
		s.heap.decay()
		return
	}
	vs := s.scratchVars(len(s.marked))
	for _, v := range s.marked {
		if s.marks[v]&markSeen != 0 {
			vs = append(vs, v)
		}
	}
	slices.SortFunc(vs, func(a, b Var) int {
		x, y := s.queue.time[a], s.queue.time[b]
		switch {
		case x < y:
			return -1
		case x > y:
			return 1
		}
		return 0
	})
	for _, v := range vs {
		s.queue.bump(v, s.vals[Pos(v)] == 0)
	}
	s.queue.sorted = vs[:0]
}

func (s *Solver) scratchVars(n int) []Var {
	if cap(s.queue.sorted) < n {
		s.queue.sorted = make([]Var, 0, 2*n)
	}
	return s.queue.sorted[:0]
}
