package sat

// An arena holds clauses of three literals and more one behind the other, so that propagation walks over one piece of
// memory and the garbage collector sees a single object. A clause is three words of header and its literals; the first
// two are the watched ones.
type arena []Lit

// A ref is the place of a clause in the arena.
type ref uint32

const (
	noRef      ref = 1<<30 - 1
	headerSize     = 3
)

// The first word of a header is the number of literals, the third the place where propagation last found one that is not
// false. The second holds the literal block distance in the low bits and flags above.
const (
	glueMask      = 1<<20 - 1
	flagViv       = 1 << 26 // vivified since it was learnt
	flagLearnt    = 1 << 27
	usedShift     = 28
	usedMask      = 3 << usedShift // rounds of reduction that the clause still survives
	flagGarbage   = 1 << 30
	maxArenaWords = 1<<30 - 2
)

// put appends a clause and returns its place.
func (a *arena) put(lits []Lit, learnt bool, glue int) ref {
	if len(*a)+len(lits)+headerSize > maxArenaWords {
		panic("sat: more than 4 GiB of clauses")
	}
	r := ref(len(*a))
	meta := Lit(min(glue, glueMask))
	if learnt {
		meta |= flagLearnt
	}
	*a = append(*a, Lit(len(lits)), meta, 2)
	*a = append(*a, lits...)
	return r
}

// lits returns the literals of the clause at r, as part of the arena.
func (a arena) lits(r ref) []Lit {
	n := ref(a[r])
	return a[r+headerSize : r+headerSize+n : r+headerSize+n]
}

func (a arena) size(r ref) int      { return int(a[r]) }
func (a arena) glue(r ref) int      { return int(a[r+1] & glueMask) }
func (a arena) used(r ref) int      { return int(a[r+1]&usedMask) >> usedShift }
func (a arena) learnt(r ref) bool   { return a[r+1]&flagLearnt != 0 }
func (a arena) garbage(r ref) bool  { return a[r+1]&flagGarbage != 0 }
func (a arena) vivified(r ref) bool { return a[r+1]&flagViv != 0 }
func (a arena) discard(r ref)       { a[r+1] |= flagGarbage }
func (a arena) setVivified(r ref)   { a[r+1] |= flagViv }

func (a arena) setGlue(r ref, glue int) { a[r+1] = a[r+1]&^glueMask | Lit(min(glue, glueMask)) }
func (a arena) setUsed(r ref, n int)    { a[r+1] = a[r+1]&^usedMask | Lit(n)<<usedShift }

// A watch says that a clause wants to be looked at when a literal becomes false. When the blocker, another literal of
// the clause, is true, the clause need not be touched.
type watch struct {
	ref     ref
	blocker Lit
}

// attach watches the first two literals of the clause at r.
func (s *Solver) attach(r ref) {
	c := s.mem.lits(r)
	s.watches[c[0]] = append(s.watches[c[0]], watch{r, c[1]})
	s.watches[c[1]] = append(s.watches[c[1]], watch{r, c[0]})
}

// addBinary stores the clause (a or b).
func (s *Solver) addBinary(a, b Lit) {
	s.bins[a] = append(s.bins[a], b)
	s.bins[b] = append(s.bins[b], a)
}
