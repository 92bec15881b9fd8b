package sat

import (
	"cmp"
	"slices"
)

const (
	coreGlue   = 2 // lemmas up to this distance stay for ever
	middleGlue = 6 // those up to this survive two reductions after their last use, others one
	reduceUnit = 300
	flagLocked = 1 << 25
)

// reducing schedules the reductions of the lemmas: the distance between two grows arithmetically.
type reducing struct {
	at, count int64
	unit      int64 // reduceUnit
}

func (r *reducing) init() { r.at, r.unit = reduceUnit, reduceUnit }

// reduce discards the worse three quarters of the lemmas that were not used lately, by literal block distance, then
// size (Audemard and Simon 2009; tiers: Oh 2015). Reasons of current assignments stay.
func (s *Solver) reduce() {
	s.stats.Reductions++
	s.reducing.count++
	s.reducing.at = s.stats.Conflicts + s.reducing.unit*(s.reducing.count+1)
	for _, l := range s.trail {
		if w := s.vars[l>>1].why; w&whyKind == whyClause {
			s.mem[w.clause()+1] |= flagLocked
		}
	}
	var worse []ref
	for _, r := range s.learnts {
		if s.mem.garbage(r) || s.mem.glue(r) <= coreGlue || s.mem[r+1]&flagLocked != 0 {
			continue
		}
		if u := s.mem.used(r); u > 0 {
			s.mem.setUsed(r, u-1)
			continue
		}
		worse = append(worse, r)
	}
	slices.SortFunc(worse, func(a, b ref) int {
		return cmp.Or(
			cmp.Compare(s.mem.glue(b), s.mem.glue(a)),
			cmp.Compare(s.mem.size(b), s.mem.size(a)),
			cmp.Compare(a, b),
		)
	})
	for _, r := range worse[:len(worse)*3/4] {
		s.drop(r)
	}
	for _, l := range s.trail {
		if w := s.vars[l>>1].why; w&whyKind == whyClause {
			s.mem[w.clause()+1] &^= flagLocked
		}
	}
	s.collect()
}

// drop discards a clause; collect will free it.
func (s *Solver) drop(r ref) {
	s.mem.discard(r)
	if s.proof != nil {
		s.proof.remove(s.mem.lits(r))
	}
}

// collect moves the clauses that are left together and corrects all references. A moved clause leaves the complement of
// its new place, a negative number, where its size was.
func (s *Solver) collect() {
	old := s.mem
	fresh := make(arena, 0, len(old))
	move := func(list []ref) []ref {
		kept := list[:0]
		for _, r := range list {
			if old.garbage(r) {
				continue
			}
			to := ref(len(fresh))
			fresh = append(fresh, old[r:r+headerSize+ref(old[r])]...)
			old[r] = ^Lit(to)
			kept = append(kept, to)
		}
		return kept
	}
	s.clauses = move(s.clauses)
	s.learnts = move(s.learnts)
	for l := range s.watches {
		ws := s.watches[l]
		j := 0
		for _, w := range ws {
			if to := old[w.ref]; to < 0 {
				ws[j] = watch{ref(^to), w.blocker}
				j++
			}
		}
		s.watches[l] = ws[:j]
	}
	for _, l := range s.trail {
		st := &s.vars[l>>1]
		if st.why&whyKind != whyClause {
			continue
		}
		if to := old[st.why.clause()]; to < 0 {
			st.why = fromClause(ref(^to))
		} else {
			st.why = noWhy // only at level 0, where no reason is ever asked for
		}
	}
	s.mem = fresh
}
