package sat

// A Var is a Boolean variable, numbered from 0 in the order of NewVar.
type Var int32

// A Lit is a variable or its negation: 2v for v, 2v+1 for not v. So a literal indexes an array directly and the lowest
// bit negates it.
type Lit int32

// noLit stands for the absence of a literal.
const noLit Lit = -1

// Pos returns the literal that is true when v is.
func Pos(v Var) Lit { return Lit(v << 1) }

// Neg returns the literal that is true when v is false.
func Neg(v Var) Lit { return Lit(v<<1 | 1) }

// Not returns the negation of l.
func Not(l Lit) Lit { return l ^ 1 }

// Not returns the negation of l.
func (l Lit) Not() Lit { return l ^ 1 }

// Var returns the variable of l.
func (l Lit) Var() Var { return Var(l >> 1) }

// Negative reports whether l is a negated variable.
func (l Lit) Negative() bool { return l&1 == 1 }

// dimacs returns l as DIMACS and DRAT write it: variables from 1, a minus sign for a negation.
func (l Lit) dimacs() int {
	n := int(l>>1) + 1
	if l.Negative() {
		return -n
	}
	return n
}

// A Status is the answer of a search.
type Status int8

// The answers.
const (
	Unknown Status = iota // the budget or the context ended first
	Sat                   // a model was found
	Unsat                 // proven: no model under the assumptions
)

// String returns the name that SAT competitions use.
func (st Status) String() string {
	switch st {
	case Sat:
		return "SATISFIABLE"
	case Unsat:
		return "UNSATISFIABLE"
	}
	return "UNKNOWN"
}
