package breaks

import (
	"slices"

	"sangdam/scheduler/internal/sat"
)

// What a participant's own meetings say of its slots by Hall's theorem, since meetings one at a time need a slot each. A
// solver finds it only by trying all ways to place them: it is the pigeonhole principle, whose proofs by resolution are exponential
// (Haken 1985).

// fits reports whether the meetings of p can be matched with slots first..end-1, one each. Augmenting paths:
// O(meetings² · slots).
func (e *encoding) fits(p, first, end int) bool {
	in := slices.Repeat([]int{-1}, end-first) // by slot: its meeting
	seen := make([]int, end-first)
	var place func(m, round int) bool
	place = func(m, round int) bool {
		for _, t := range e.p.Meetings[m].Slots {
			if t < first || t >= end || seen[t-first] == round {
				continue
			}
			seen[t-first] = round
			if in[t-first] < 0 || place(in[t-first], round) {
				in[t-first] = m
				return true
			}
		}
		return false
	}
	for i, m := range e.of[p] {
		if !place(m, i+1) {
			return false
		}
	}
	return true
}

// fillStretches says, of every stretch of slots that holds all slots of several meetings of p, that p is used in as many of
// them. Stretches begin and end where the slots of a meeting do.
func (e *encoding) fillStretches(p int) {
	var first, last []int
	for _, m := range e.of[p] {
		if g := e.p.Meetings[m]; g.Held && len(g.Slots) > 0 {
			first = append(first, g.Slots[0])
			last = append(last, g.Slots[len(g.Slots)-1])
		}
	}
	for _, from := range distinct(first) {
		for _, to := range distinct(last) {
			inside := 0
			for i := range first {
				if first[i] >= from && last[i] <= to {
					inside++
				}
			}
			if inside > 1 && inside < len(e.of[p]) { // else it is said already
				e.s.AddAtLeast(used(e.u[p*e.n+from:p*e.n+to+1]), inside)
			}
		}
	}
}

func distinct(x []int) []int {
	x = slices.Clone(x)
	slices.Sort(x)
	return slices.Compact(x)
}

// used leaves out what is none.
func used(lits []sat.Lit) []sat.Lit {
	var out []sat.Lit
	for _, l := range lits {
		if l != none {
			out = append(out, l)
		}
	}
	return out
}
