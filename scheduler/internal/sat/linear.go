package sat

import (
	"cmp"
	"slices"
)

// A Term is a coefficient times a literal.
type Term struct {
	Coef int64
	Lit  Lit
}

// A linear constraint: the sum of coefs[i] * lits[i] is at least some degree d. Coefficients are positive and
// descending; coefs is nil when all are 1.
type linear struct {
	lits  []Lit
	coefs []int64
	spare int64 // the sum of all coefficients less d
}

// slack of a constraint is the sum of the coefficients whose literals are not known to be false, less the degree.
// Negative: the constraint fails. Less than a coefficient: its literal must be true. Nothing follows while it is at
// least max, the largest coefficient.
type slack struct {
	now, max int64
}

// occ is a place of a literal in a linear constraint.
type occ struct {
	lin, at int32
}

func (c *linear) coef(i int) int64 {
	if c.coefs == nil {
		return 1
	}
	return c.coefs[i]
}

// AddAtMost adds the constraint that at most k of lits are true; a literal given twice counts twice. It returns false
// when the formula has become unsatisfiable without any search.
func (s *Solver) AddAtMost(lits []Lit, k int) bool {
	terms := make([]Term, len(lits))
	for i, l := range lits {
		terms[i] = Term{1, l ^ 1}
	}
	return s.AddLinear(terms, int64(len(lits)-k))
}

// AddAtLeast adds the constraint that at least k of lits are true; a literal given twice counts twice. It returns false
// when the formula has become unsatisfiable without any search.
func (s *Solver) AddAtLeast(lits []Lit, k int) bool {
	terms := make([]Term, len(lits))
	for i, l := range lits {
		terms[i] = Term{1, l}
	}
	return s.AddLinear(terms, int64(k))
}

// AddLinear adds the constraint that the sum of the terms is at least the given number. Coefficients may be negative
// and literals may come more than once; the sum of the absolute values must fit an int64. It returns false when the
// formula has become unsatisfiable without any search.
//
// What is a clause or an at-most-one constraint in disguise is stored as such. Anything else keeps a counter:
// propagation costs O(1) for every occurrence of a literal that becomes false, and a walk over the constraint only when
// something follows (Sheini and Sakallah, Pueblo, JSAT 2006; lazy reasons as in Ohrimenko et al., CP 2007).
func (s *Solver) AddLinear(terms []Term, atLeast int64) bool {
	s.backtrack(0)
	if !s.ok {
		return false
	}
	terms, need := s.normalise(terms, atLeast)
	if need <= 0 {
		return true
	}
	var sum int64
	for _, t := range terms {
		sum += t.Coef
	}
	lits := make([]Lit, len(terms))
	for i, t := range terms {
		lits[i] = t.Lit
	}
	switch {
	case sum < need:
		return s.AddClause()
	case terms[len(terms)-1].Coef >= need:
		return s.AddClause(lits...)
	case s.proof != nil:
		return s.translate(terms, need)
	}
	first, last := terms[0].Coef, terms[len(terms)-1].Coef
	if first == last && (need+first-1)/first == int64(len(lits)-1) && len(lits) > 2 {
		return s.addClique(lits)
	}
	c := linear{lits: lits, spare: sum - need}
	if first == last {
		c.spare = int64(len(lits)) - (need+first-1)/first
		first = 1
	} else {
		for _, t := range terms {
			c.coefs = append(c.coefs, t.Coef)
		}
	}
	id := int32(len(s.lins))
	s.lins = append(s.lins, c)
	s.slacks = append(s.slacks, slack{c.spare, first})
	for i, l := range lits {
		s.occs[l] = append(s.occs[l], occ{id, int32(i)})
	}
	if c.spare < first {
		s.forceLinear(id)
	}
	return s.propagateRoot()
}

// normalise turns a constraint into one over open literals of distinct variables, with positive coefficients of at most
// the degree, descending. A degree of zero or less says that it always holds.
func (s *Solver) normalise(terms []Term, need int64) ([]Term, int64) {
	byLit := make([]Term, 0, len(terms))
	for _, t := range terms {
		if t.Coef < 0 {
			need -= t.Coef
			t = Term{-t.Coef, t.Lit ^ 1}
		}
		switch {
		case t.Coef == 0 || s.vals[t.Lit] < 0:
		case s.vals[t.Lit] > 0:
			need -= t.Coef
		default:
			byLit = append(byLit, t)
		}
	}
	slices.SortFunc(byLit, func(a, b Term) int { return cmp.Compare(a.Lit, b.Lit) })
	out := byLit[:0]
	for _, t := range byLit {
		if n := len(out); n > 0 && out[n-1].Lit == t.Lit {
			out[n-1].Coef += t.Coef
			continue
		}
		if n := len(out); n > 0 && out[n-1].Lit == t.Lit^1 {
			both := min(out[n-1].Coef, t.Coef)
			need -= both
			out[n-1].Coef -= both
			t.Coef -= both
			if out[n-1].Coef == 0 {
				out = out[:n-1]
			}
			if t.Coef == 0 {
				continue
			}
		}
		out = append(out, t)
	}
	for i := range out {
		out[i].Coef = min(out[i].Coef, max(need, 0))
	}
	slices.SortStableFunc(out, func(a, b Term) int { return cmp.Compare(b.Coef, a.Coef) })
	return out, need
}

// smallClique is the size up to which a clique is stored as its binary clauses.
const smallClique = 5

// addClique adds that at most one of the negations of lits is true.
func (s *Solver) addClique(lits []Lit) bool {
	if len(lits) <= smallClique {
		for i, a := range lits {
			for _, b := range lits[:i] {
				s.addBinary(a, b)
			}
		}
		return true
	}
	id := int32(len(s.cliques))
	c := make([]Lit, len(lits))
	for i, l := range lits {
		c[i] = l ^ 1
		s.inside[l^1] = append(s.inside[l^1], id)
	}
	s.cliques = append(s.cliques, c)
	return true
}
