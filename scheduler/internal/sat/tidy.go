package sat

import "context"

const (
	tidyUnit    = 2000 // conflicts to the first inprocessing, and by as much more each time
	vivifyShare = 0.15 // ticks for vivification, by those of the search
	probeShare  = 0.03 // the same for probing
)

// tidying schedules the work at level 0.
type tidying struct {
	at, count int64
	unit      int64   // tidyUnit
	fixed     int     // trail at the last sweep
	ticks     int64   // of the search when it was last done
	probed    []int32 // by literal: the trail when it was last probed
	next      int     // literal to probe next
	saved     []int8  // phases, which the work at level 0 must not change
}

func (t *tidying) init() { t.at, t.unit = tidyUnit, tidyUnit }

// tidy removes what level 0 has settled, refutes literals and shortens lemmas. It returns false when that refutes the
// formula. The solver must be at level 0.
func (s *Solver) tidy(ctx context.Context) bool {
	t := &s.tidying
	t.count++
	t.at = s.stats.Conflicts + t.unit*(t.count+1)
	if !s.propagateRoot() {
		return false
	}
	s.sweep()
	ticks := s.ticks
	work := float64(ticks - t.ticks)
	t.ticks = ticks
	t.saved = append(t.saved[:0], s.phases.saved...)
	ok := s.probe(ctx, int64(work*probeShare)) && s.vivify(ctx, int64(work*vivifyShare))
	copy(s.phases.saved, t.saved)
	s.ticks = ticks
	if ok {
		s.sweep()
		s.collect()
	}
	return ok
}

// sweep discards clauses that are true at level 0 and takes false literals out of the others.
func (s *Solver) sweep() {
	if len(s.trail) == s.tidying.fixed {
		return
	}
	s.tidying.fixed = len(s.trail)
	for _, list := range [][]ref{s.clauses, s.learnts} {
		for _, r := range list {
			if !s.mem.garbage(r) {
				s.sweepClause(r)
			}
		}
	}
	for l := range s.bins {
		switch {
		case s.vals[l] != 0:
			s.bins[l] = nil
		default:
			kept := s.bins[l][:0]
			for _, q := range s.bins[l] {
				if s.vals[q] == 0 {
					kept = append(kept, q)
				}
			}
			s.bins[l] = kept
		}
	}
	s.collect()
}

// sweepClause brings one clause up to date. At level 0, after propagation, the watched literals of a clause that is not
// satisfied are both open, so only others can go.
func (s *Solver) sweepClause(r ref) {
	c := s.mem.lits(r)
	n := 0
	for _, l := range c {
		if s.vals[l] > 0 {
			s.drop(r)
			return
		}
		if s.vals[l] == 0 {
			n++
		}
	}
	if n == len(c) {
		return
	}
	var before []Lit
	if s.proof != nil {
		before = append(before, c...)
	}
	j := 2
	for _, l := range c[2:] {
		if s.vals[l] == 0 {
			c[j] = l
			j++
		}
	}
	if s.proof != nil {
		s.proof.add(c[:j])
		s.proof.remove(before)
	}
	if j == 2 {
		s.addBinary(c[0], c[1])
		s.mem.discard(r)
		return
	}
	s.mem[r], s.mem[r+2] = Lit(j), 2
}
