package sat

// A why tells what forced a literal, in one word: nothing (a decision or an assumption), a clause, the other literal of
// a binary clause or of a clique, or a linear constraint.
type why uint32

const (
	noWhy     why = 0
	whyClause why = 1
	whyBinary why = 2
	whyLinear why = 3
	whyKind   why = 3
)

func fromClause(r ref) why     { return why(r)<<2 | whyClause }
func fromBinary(other Lit) why { return why(other)<<2 | whyBinary }
func fromLinear(i int32) why   { return why(i)<<2 | whyLinear }

func (w why) clause() ref   { return ref(w >> 2) }
func (w why) other() Lit    { return Lit(w >> 2) }
func (w why) linear() int32 { return int32(w >> 2) }

// A conflict is a constraint without a way out: as the reason of lit, which is false already, or, where lit is noLit, in
// itself.
type conflict struct {
	why why
	lit Lit
}

// explain appends to buf the literals, all false, that forced lit by w; with lit noLit, those that make the constraint
// fail. The clause of lit and what is appended follows from the formula.
func (s *Solver) explain(buf []Lit, w why, lit Lit) []Lit {
	switch w & whyKind {
	case whyBinary:
		return append(buf, w.other())
	case whyClause:
		for _, l := range s.mem.lits(w.clause()) {
			if l != lit {
				buf = append(buf, l)
			}
		}
		return buf
	case whyLinear:
		return s.explainLinear(buf, w.linear(), lit)
	}
	return buf
}
