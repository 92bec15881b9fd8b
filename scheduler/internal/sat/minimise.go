package sat

// deepest is how far minimise follows reasons; beyond it a literal counts as needed.
const deepest = 500

// minimise drops from the lemma every literal that the others imply, following reasons backwards (Sorensson and Biere,
// "Minimizing learned clauses", SAT 2009). Successes and failures are marked, so the whole costs no more than the
// reasons it looks at. Two tests of Knuth's cut it short: a literal that is alone on its level, or the first of its
// level in the trail, cannot be implied.
func (s *Solver) minimise() {
	j := 1
	for _, l := range s.lemma[1:] {
		if s.atLevel[s.vars[l>>1].level].count < 2 || !s.implied(l, 0) {
			s.lemma[j] = l
			j++
		}
	}
	s.lemma = s.lemma[:j]
}

// implied reports whether the false literal l follows from false literals of the lemma other than itself.
func (s *Solver) implied(l Lit, depth int) bool {
	v := l.Var()
	st := &s.vars[v]
	m := s.marks[v]
	if st.level == 0 || m&markRemovable != 0 || depth > 0 && m&markSeen != 0 {
		return true
	}
	if st.why == noWhy || m&markPoison != 0 || depth > deepest {
		return false
	}
	at := s.atLevel[st.level]
	if at.count == 0 || st.pos <= at.first {
		return false
	}
	ok := true
	switch st.why & whyKind {
	case whyBinary:
		ok = s.implied(st.why.other(), depth+1)
	case whyClause:
		for _, q := range s.mem.lits(st.why.clause()) {
			if q != l^1 && !s.implied(q, depth+1) {
				ok = false
				break
			}
		}
	case whyLinear:
		start := len(s.scratch)
		s.scratch = s.explainLinear(s.scratch, st.why.linear(), l^1)
		for i := start; i < len(s.scratch); i++ {
			if !s.implied(s.scratch[i], depth+1) {
				ok = false
				break
			}
		}
		s.scratch = s.scratch[:start]
	}
	if m == 0 {
		s.marked = append(s.marked, v)
	}
	if ok {
		s.marks[v] |= markRemovable
	} else {
		s.marks[v] |= markPoison
	}
	return ok
}

// strengthenBinary drops literals q for which (first or not q) is a binary clause (Audemard and Simon, Glucose 2.1).
func (s *Solver) strengthenBinary() {
	s.stamp++
	first := s.lemma[0]
	// stamps is indexed by level and has an entry for every variable more than needed, so it serves for variables too
	n := 0
	for _, l := range s.lemma[1:] {
		s.stamps[l>>1] = s.stamp
	}
	for _, q := range s.bins[first] {
		if s.stamps[q>>1] == s.stamp && s.vals[q] > 0 {
			s.stamps[q>>1] = s.stamp - 1
			n++
		}
	}
	if n == 0 {
		return
	}
	j := 1
	for _, l := range s.lemma[1:] {
		if s.stamps[l>>1] == s.stamp {
			s.lemma[j] = l
			j++
		}
	}
	s.lemma = s.lemma[:j]
}
