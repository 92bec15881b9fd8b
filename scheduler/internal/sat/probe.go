package sat

import "context"

// probe looks for failed literals: those whose propagation alone contradicts, so that their negation holds. It tries
// only the roots of the binary implications, since a literal that another one implies fails only if that one does, and
// goes on where it stopped the last time (Lynce and Marques-Silva, "Probing-based preprocessing techniques", 2003).
func (s *Solver) probe(ctx context.Context, ticks int64) bool {
	t := &s.tidying
	for len(t.probed) < len(s.vals) {
		t.probed = append(t.probed, -1)
	}
	end := s.ticks + ticks
	for i := range s.vals {
		if s.ticks > end || i&1023 == 0 && ctx.Err() != nil {
			break
		}
		t.next++
		if t.next >= len(s.vals) {
			t.next = 0
		}
		l := Lit(t.next)
		if s.vals[l] != 0 || t.probed[l] == int32(len(s.trail)) || !s.isRoot(l) {
			continue
		}
		t.probed[l] = int32(len(s.trail))
		s.levels = append(s.levels, int32(len(s.trail)))
		s.assign(l, noWhy)
		_, bad := s.propagate()
		s.backtrack(0)
		if !bad {
			continue
		}
		s.stats.Failed++
		if s.proof != nil {
			s.proof.add([]Lit{l ^ 1})
		}
		s.assign(l^1, noWhy)
		if !s.propagateRoot() {
			return false
		}
	}
	return true
}

// isRoot reports whether l implies something by binary clauses and cliques, and is not itself so implied.
func (s *Solver) isRoot(l Lit) bool {
	return len(s.bins[l]) == 0 && len(s.inside[l^1]) == 0 && (len(s.bins[l^1]) > 0 || len(s.inside[l]) > 0)
}
