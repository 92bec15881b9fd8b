package breaks

import "sangdam/scheduler/internal/sat"

// breaksOf makes the levels of participant p.
//
// A hole begins in slot t when p is used in t, not in t+1, and again later that day; its breaks are its holes. With
// after[t] "used in t or later that day" that is a clause or three a slot. When p has exactly k used slots in one day, there are windows
// besides: without a break it is used in k slots on end. A window is a single decision for all of p, and to exclude one needs a
// single literal.
func (e *encoding) breaksOf(p int) {
	var holes []sat.Lit
	for first := 0; first < e.n; {
		end := first + 1
		for end < e.n && e.p.Days[end] == e.p.Days[first] {
			end++
		}
		holes = append(holes, e.holes(p, first, end)...)
		first = end
	}
	k := len(e.of[p])
	most := e.mostBreaks(p)
	e.levels[p] = e.unary(holes, most)
	if e.p.Participants[p].Parallel == 1 && e.allHeld(p) && k > 1 && e.oneDay(p) {
		e.windows(p, k)
	}
}

// mostBreaks bounds the breaks of p by its number of meetings.
func (e *encoding) mostBreaks(p int) int {
	return max(0, min(len(e.of[p]), e.p.Participants[p].Max)-1)
}

// oneDay reports whether all slots of p are of one day.
func (e *encoding) oneDay(p int) bool {
	day, seen := int32(0), false
	for t := range e.n {
		if e.u[p*e.n+t] != none {
			if seen && e.p.Days[t] != day {
				return false
			}
			day, seen = e.p.Days[t], true
		}
	}
	return true
}

// holes makes the literals of the holes of p in the day of slots first..end-1.
func (e *encoding) holes(p, first, end int) (holes []sat.Lit) {
	u := e.u[p*e.n : (p+1)*e.n]
	after := e.after[p*e.n : (p+1)*e.n]
	for t := end - 1; t >= first; t-- {
		if t+1 == end || after[t+1] == none {
			after[t] = u[t]
			continue
		}
		if u[t] == none {
			after[t] = after[t+1]
			continue
		}
		after[t] = e.fresh()
		e.s.AddClause(sat.Not(u[t]), after[t])
		e.s.AddClause(sat.Not(after[t+1]), after[t])
		e.s.AddClause(sat.Not(after[t]), u[t], after[t+1])
	}
	for t := first; t+2 < end; t++ {
		if u[t] == none || after[t+2] == none {
			continue
		}
		h := e.fresh()
		holes = append(holes, h)
		e.clause(sat.Not(u[t]), u[t+1], sat.Not(after[t+2]), h)
		e.s.AddClause(sat.Not(h), u[t])
		e.s.AddClause(sat.Not(h), after[t+2])
		if u[t+1] != none {
			e.s.AddClause(sat.Not(h), sat.Not(u[t+1]))
		}
	}
	return holes
}

// windows adds w[s], p is used in slots s..s+k-1 and no other, for the places without a break that its meetings fit in.
func (e *encoding) windows(p, k int) {
	u := e.u[p*e.n : (p+1)*e.n]
	broken := none
	if len(e.levels[p]) > 0 {
		broken = e.levels[p][0]
	}
	covers := make([][]sat.Lit, e.n)
	var all []sat.Lit
	for s := 0; s+k <= e.n; s++ {
		if !usable(u[s:s+k]) || !e.fits(p, s, s+k) {
			continue
		}
		w := e.fresh()
		all = append(all, w)
		for t := range e.n {
			switch {
			case t >= s && t < s+k:
				e.s.AddClause(sat.Not(w), u[t])
				covers[t] = append(covers[t], w)
			case u[t] != none:
				e.s.AddClause(sat.Not(w), sat.Not(u[t]))
			}
		}
		if broken != none {
			e.s.AddClause(sat.Not(w), sat.Not(broken))
		}
	}
	e.clause(append(all, broken)...)
	for t := range e.n {
		if u[t] != none {
			e.clause(append(covers[t], broken, sat.Not(u[t]))...)
		}
	}
}

func usable(u []sat.Lit) bool {
	for _, l := range u {
		if l == none {
			return false
		}
	}
	return true
}

// unary counts lits exactly: output j is true when more than j of them are. Outputs beyond most are known to be false.
func (e *encoding) unary(lits []sat.Lit, most int) []sat.Lit {
	if len(lits) <= 1 {
		return lits
	}
	a := e.unary(lits[:len(lits)/2], most)
	b := e.unary(lits[len(lits)/2:], most)
	out := make([]sat.Lit, min(most, len(a)+len(b)))
	for i := range out {
		out[i] = e.fresh()
	}
	get := func(v []sat.Lit, i int) sat.Lit {
		if i < len(v) {
			return v[i]
		}
		return none
	}
	for i := 0; i <= len(a); i++ {
		for j := 0; j <= len(b); j++ {
			if i+j > 0 { // i of a and j of b make i+j
				c := []sat.Lit{get(out, i+j-1)}
				if i > 0 {
					c = append(c, sat.Not(a[i-1]))
				}
				if j > 0 {
					c = append(c, sat.Not(b[j-1]))
				}
				e.clause(c...)
			}
			if i+j < len(out) { // fewer of a and fewer of b make fewer
				e.clause(sat.Not(out[i+j]), get(a, i), get(b, j))
			}
		}
	}
	return out
}

// limitSpread keeps the numbers of breaks of any two participants within the spread. peak[j] says that someone has
// more than j; then everyone has more than j−d.
func (e *encoding) limitSpread() {
	if !e.p.LimitSpread {
		return
	}
	most := 0
	for _, l := range e.levels {
		most = max(most, len(l))
	}
	d := e.p.Spread
	for j := d; j < most; j++ {
		peak := e.fresh()
		for _, l := range e.levels {
			if j < len(l) {
				e.s.AddClause(sat.Not(l[j]), peak)
			}
			if j-d < len(l) {
				e.s.AddClause(sat.Not(peak), l[j-d])
			} else {
				e.s.AddClause(sat.Not(peak))
			}
		}
	}
}
