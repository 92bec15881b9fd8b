package sat

import "slices"

// AddClause adds the clause that at least one of lits is true. It returns false when the formula has become
// unsatisfiable without any search; it stays so.
func (s *Solver) AddClause(lits ...Lit) bool {
	s.backtrack(0)
	if s.proof != nil {
		s.proof.original(lits)
	}
	return s.addDerived(lits)
}

// addDerived adds a clause that is part of the formula or follows from it. The solver must be at level 0.
func (s *Solver) addDerived(lits []Lit) bool {
	if !s.ok {
		return false
	}
	c := slices.Clone(lits)
	slices.Sort(c)
	c = slices.Compact(c)
	kept := c[:0]
	for i, l := range c {
		if s.vals[l] > 0 || i > 0 && c[i-1] == l^1 {
			return true
		}
		if s.vals[l] == 0 {
			kept = append(kept, l)
		}
	}
	// kept shares the array of c. It reaches c[i-1] only while nothing was dropped, and then leaves it as it is.
	if s.proof != nil && (len(kept) < len(lits) || len(lits) == 0) {
		s.proof.add(kept)
	}
	switch len(kept) {
	case 0:
		s.ok = false
		return false
	case 1:
		s.assign(kept[0], noWhy)
		return s.propagateRoot()
	case 2:
		s.addBinary(kept[0], kept[1])
	default:
		r := s.mem.put(kept, false, 0)
		s.clauses = append(s.clauses, r)
		s.attach(r)
	}
	return true
}

// propagateRoot draws the conclusions at level 0 and returns false when they contradict the formula.
func (s *Solver) propagateRoot() bool {
	if !s.ok {
		return false
	}
	_, conflict := s.propagate()
	if s.proof != nil {
		for ; s.emitted < len(s.trail); s.emitted++ {
			s.proof.add(s.trail[s.emitted : s.emitted+1])
		}
	}
	s.stats.Fixed = int64(len(s.trail))
	if conflict {
		s.ok = false
		if s.proof != nil {
			s.proof.add(nil)
		}
	}
	return s.ok
}
