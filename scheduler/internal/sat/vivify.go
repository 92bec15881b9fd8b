package sat

import (
	"cmp"
	"context"
	"slices"
)

// vivify shortens the lemmas that are worth keeping: it makes the literals of a lemma false one after the other, without
// the lemma itself. When the rest of the formula then contradicts, or decides a further literal of the lemma, a part of
// the lemma is a lemma already (Piette, Hamadi and Sais, ECAI 2008; for learnt clauses Luo et al., IJCAI 2017).
// Literals that occur often come first and the lemmas are sorted, so that neighbours share the beginning of the trail
// (Li et al., AIJ 2020). It stops at the given number of ticks and returns false when the formula is refuted.
func (s *Solver) vivify(ctx context.Context, ticks int64) bool {
	s.noccs = slices.Grow(s.noccs[:0], len(s.vals))[:len(s.vals)]
	clear(s.noccs)
	var todo []ref
	for _, r := range s.learnts {
		if s.mem.garbage(r) {
			continue
		}
		for _, l := range s.mem.lits(r) {
			s.noccs[l]++
		}
		if !s.mem.vivified(r) && (s.mem.glue(r) <= middleGlue || s.mem.used(r) > 0) {
			todo = append(todo, r)
		}
	}
	// the best first for the budget, then in the order of their literals
	slices.SortStableFunc(todo, func(a, b ref) int {
		return cmp.Or(cmp.Compare(s.mem.glue(a), s.mem.glue(b)), cmp.Compare(s.mem.size(a), s.mem.size(b)))
	})
	const most = 20000
	todo = todo[:min(len(todo), most)]
	order := make([]lemmaOrder, len(todo))
	for i, r := range todo {
		order[i] = lemmaOrder{r, s.byOccurrence(r)}
	}
	slices.SortFunc(order, func(a, b lemmaOrder) int {
		return cmp.Or(slices.CompareFunc(a.lits, b.lits, s.compareOccurrence), cmp.Compare(a.ref, b.ref))
	})
	end := s.ticks + ticks
	for i, o := range order {
		if s.ticks > end || i&255 == 0 && ctx.Err() != nil {
			break
		}
		if !s.vivifyClause(o.ref, o.lits) {
			return false
		}
	}
	s.backtrack(0)
	return s.propagateRoot()
}

// lemmaOrder is a lemma with its literals in the order in which vivify tries them.
type lemmaOrder struct {
	ref  ref
	lits []Lit
}

func (s *Solver) byOccurrence(r ref) []Lit {
	lits := slices.Clone(s.mem.lits(r))
	slices.SortFunc(lits, s.compareOccurrence)
	return lits
}

func (s *Solver) compareOccurrence(a, b Lit) int {
	return cmp.Or(cmp.Compare(s.noccs[b], s.noccs[a]), cmp.Compare(a, b))
}

// vivifyClause tries to shorten one lemma, keeping what it can of the trail.
func (s *Solver) vivifyClause(r ref, lits []Lit) bool {
	s.mem.setVivified(r)
	for _, l := range lits {
		if s.Fixed(l) > 0 {
			s.drop(r)
			return true
		}
		if s.vals[l] > 0 && s.vars[l>>1].why == fromClause(r) {
			s.backtrack(int(s.vars[l>>1].level) - 1)
		}
	}
	keep := 0
	for keep < s.level() && keep < len(lits) && s.trail[s.levels[keep]] == lits[keep]^1 {
		keep++
	}
	s.backtrack(keep)
	s.ignore = r
	short, implied := s.shorten(lits)
	s.ignore = noRef
	if implied {
		s.backtrack(0)
		s.drop(r)
		return true
	}
	if len(short) >= len(lits) {
		return true
	}
	s.stats.Vivified++
	s.backtrack(0)
	glue := min(s.mem.glue(r), max(1, len(short)-1))
	used := s.mem.used(r)
	if s.proof != nil {
		s.proof.add(short)
	}
	s.drop(r)
	return s.addLemma(short, glue, used)
}

// shorten makes the literals false in turn and returns a part of them that follows from the rest of the formula, or
// reports that the rest of the formula implies the whole clause by propagation.
func (s *Solver) shorten(lits []Lit) (short []Lit, implied bool) {
	for i, l := range lits {
		switch v := s.vals[l]; {
		case v < 0:
		case v > 0:
			short = append(s.roots(conflict{s.vars[l>>1].why, l}, nil), l^1)
			negate(short)
			return short, len(short) >= len(lits)
		default:
			s.levels = append(s.levels, int32(len(s.trail)))
			s.assign(l^1, noWhy)
			if c, bad := s.propagate(); bad {
				short = negate(s.roots(c, nil))
				s.backtrack(s.level() - 1)
				return short, i+1 == len(lits) && len(short) == len(lits)
			}
		}
	}
	for _, l := range lits {
		if s.vals[l] < 0 && s.vars[l>>1].why == noWhy && s.vars[l>>1].level > 0 {
			short = append(short, l)
		}
	}
	return short, false
}

func negate(lits []Lit) []Lit {
	for i := range lits {
		lits[i] ^= 1
	}
	return lits
}

// addLemma stores a lemma whose literals are open at level 0, where the solver must be.
func (s *Solver) addLemma(lits []Lit, glue, used int) bool {
	switch len(lits) {
	case 0:
		s.ok = false
		return false
	case 1:
		if s.vals[lits[0]] == 0 {
			s.assign(lits[0], noWhy)
		}
		return s.propagateRoot()
	case 2:
		s.addBinary(lits[0], lits[1])
	default:
		r := s.mem.put(lits, true, glue)
		s.mem.setUsed(r, used)
		s.mem.setVivified(r)
		s.learnts = append(s.learnts, r)
		s.attach(r)
	}
	return true
}
