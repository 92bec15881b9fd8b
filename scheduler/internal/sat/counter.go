package sat

import (
	"math"
	"slices"
)

// propagateLinear visits the linear constraints of f, now false. Every counter is brought up to date even after a
// conflict, so that restoreLinear undoes exactly what was done.
func (s *Solver) propagateLinear(f Lit) (conflict, bool) {
	bad := int32(-1)
	list := s.occs[f]
	s.ticks += int64(1 + len(list)>>1)
	for _, o := range list {
		h := &s.slacks[o.lin]
		if c := s.lins[o.lin].coefs; c == nil {
			h.now--
		} else {
			h.now -= c[o.at]
		}
		if h.now < h.max && bad < 0 {
			if h.now < 0 {
				bad = o.lin
			} else {
				s.forceLinear(o.lin)
			}
		}
	}
	if bad >= 0 {
		return conflict{fromLinear(bad), noLit}, true
	}
	return conflict{}, false
}

// forceLinear makes true every open literal whose coefficient is larger than the slack.
func (s *Solver) forceLinear(id int32) {
	c := &s.lins[id]
	now := s.slacks[id].now
	s.ticks += int64(1 + len(c.lits)>>3)
	for i, l := range c.lits {
		if c.coefs != nil && c.coefs[i] <= now {
			break
		}
		if s.vals[l] == 0 {
			s.assign(l, fromLinear(id))
		}
	}
}

// restoreLinear undoes propagateLinear.
func (s *Solver) restoreLinear(f Lit) {
	for _, o := range s.occs[f] {
		s.slacks[o.lin].now += s.lins[o.lin].coef(int(o.at))
	}
}

// explainLinear appends false literals of the constraint, assigned before lit, whose coefficients together leave too
// little for the constraint without lit. It prefers literals that cost nothing: false at level 0, or marked by the
// analysis already; then large coefficients.
func (s *Solver) explainLinear(buf []Lit, id int32, lit Lit) []Lit {
	c := &s.lins[id]
	left, before := c.spare, int32(math.MaxInt32)
	if lit != noLit {
		before = s.vars[lit>>1].pos
		if c.coefs == nil {
			left--
		} else {
			left -= c.coefs[slices.Index(c.lits, lit)]
		}
	}
	if left < 0 {
		return buf
	}
	for i, l := range c.lits {
		if s.vals[l] >= 0 {
			continue
		}
		v := &s.vars[l>>1]
		if v.pos >= before {
			continue
		}
		if v.level == 0 || s.marks[l>>1]&(markSeen|markRemovable) != 0 {
			left -= c.coef(i)
			if v.level != 0 {
				buf = append(buf, l)
			}
			if left < 0 {
				return buf
			}
		}
	}
	for i, l := range c.lits {
		if s.vals[l] >= 0 {
			continue
		}
		v := &s.vars[l>>1]
		if v.pos >= before || v.level == 0 || s.marks[l>>1]&(markSeen|markRemovable) != 0 {
			continue
		}
		left -= c.coef(i)
		buf = append(buf, l)
		if left < 0 {
			return buf
		}
	}
	panic("sat: a linear constraint without a reason")
}
