package sat

import "slices"

// assume opens level 1 and makes every assumption true on it. It returns false, with the core, when one of them is
// false already.
func (s *Solver) assume() bool {
	s.levels = append(s.levels, int32(len(s.trail)))
	for _, a := range s.assumed {
		switch {
		case s.vals[a] < 0:
			s.coreOf(conflict{noWhy, a}, a)
			return false
		case s.vals[a] == 0:
			s.assign(a, noWhy)
		}
	}
	return true
}

// coreOf keeps as the core the assumptions from which a conflict on level 1 follows, together with the failed assumption
// itself unless that is noLit.
func (s *Solver) coreOf(c conflict, failed Lit) {
	s.core = s.core[:0]
	if failed != noLit {
		s.core = append(s.core, failed)
	}
	s.core = s.roots(c, s.core)
	if s.proof != nil && !slices.Contains(s.core, failed^1) { // a literal and its negation need no proof
		s.proof.add(negate(append([]Lit(nil), s.core...)))
	}
}

// roots appends to out the decisions and assumptions from which a conflict follows, by walking its reasons backwards; for
// a literal that is true by its reason, those from which it follows. Complexity: the size of the reasons above level 0.
func (s *Solver) roots(c conflict, out []Lit) []Lit {
	mark := func(l Lit) {
		if v := l.Var(); s.marks[v] == 0 && s.vars[v].level > 0 {
			s.marks[v] = markSeen
			s.marked = append(s.marked, v)
		}
	}
	if c.lit != noLit && s.vals[c.lit] < 0 {
		mark(c.lit)
	}
	s.scratch = s.explain(s.scratch[:0], c.why, c.lit)
	for _, l := range s.scratch {
		mark(l)
	}
	for i := len(s.trail) - 1; s.level() > 0 && i >= int(s.levels[0]); i-- {
		l := s.trail[i]
		if s.marks[l>>1] == 0 {
			continue
		}
		w := s.vars[l>>1].why
		if w == noWhy {
			out = append(out, l)
			continue
		}
		s.scratch = s.explain(s.scratch[:0], w, l)
		for _, q := range s.scratch {
			mark(q)
		}
	}
	s.clearMarks()
	return out
}
