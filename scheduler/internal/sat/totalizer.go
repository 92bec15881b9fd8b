package sat

// A Totalizer counts true inputs in unary. Its output k, AtLeast(k), is forced by any k true inputs; the converse is not
// encoded, since bounds from above need none of it. So assuming Not(AtLeast(k+1)) allows at most k true inputs.
//
// It is a balanced binary tree whose nodes add the numbers of their two sons: sons' outputs i and j force output i+j
// (Bailleux and Boufkhad, CP 2003). A node over n inputs has at most n outputs, of which only those up to the limit are
// made; Extend makes more, and adds only the clauses that are new (Martins, Joshi, Manquinho and Lynce, CP 2014).
// Up to limit k and n inputs that takes O(n k) variables and O(n k^2) clauses.
type Totalizer struct {
	s     *Solver
	root  *totals
	limit int
}

// totals is a node of the tree: outs[i] is true when more than i inputs below it are.
type totals struct {
	outs        []Lit
	size        int // inputs below
	left, right *totals
}

// NewTotalizer builds the tree over the inputs with outputs up to the limit. Clauses are added to s.
func NewTotalizer(s *Solver, inputs []Lit, limit int) *Totalizer {
	t := &Totalizer{s: s}
	if len(inputs) > 0 {
		t.root = tree(inputs)
	}
	t.Extend(limit)
	return t
}

func tree(inputs []Lit) *totals {
	n := len(inputs)
	if n == 1 {
		return &totals{outs: inputs[:1:1], size: 1}
	}
	return &totals{size: n, left: tree(inputs[:n/2]), right: tree(inputs[n/2:])}
}

// Size returns the number of inputs.
func (t *Totalizer) Size() int {
	if t.root == nil {
		return 0
	}
	return t.root.size
}

// AtLeast returns the literal that any k true inputs force, for k from 1 to the limit. The outputs are ordered: a larger k is
// true only when the smaller are.
func (t *Totalizer) AtLeast(k int) Lit { return t.root.outs[k-1] }

// Extend raises the limit, at most to the number of inputs.
func (t *Totalizer) Extend(limit int) {
	limit = min(limit, t.Size())
	if limit > t.limit {
		t.limit = limit
		t.root.extend(t.s, limit)
	}
}

// extend makes outputs up to the limit and the clauses that reach them.
func (n *totals) extend(s *Solver, limit int) {
	limit = min(limit, n.size)
	from := len(n.outs)
	if limit <= from {
		return
	}
	oldLeft, oldRight := len(n.left.outs), len(n.right.outs)
	if from == 0 {
		oldLeft, oldRight = 0, 0
	}
	n.left.extend(s, limit)
	n.right.extend(s, limit)
	for len(n.outs) < limit {
		n.outs = append(n.outs, Pos(s.NewVar()))
		if k := len(n.outs); k > 1 {
			s.AddClause(n.outs[k-1]^1, n.outs[k-2])
		}
	}
	for i := 0; i <= len(n.left.outs); i++ {
		for j := 0; j <= len(n.right.outs); j++ {
			sum := i + j
			if sum == 0 || sum > limit {
				continue
			}
			if sum <= from && i <= oldLeft && j <= oldRight {
				continue
			}
			lits := make([]Lit, 0, 3)
			lits = append(lits, n.outs[sum-1])
			if i > 0 {
				lits = append(lits, n.left.outs[i-1]^1)
			}
			if j > 0 {
				lits = append(lits, n.right.outs[j-1]^1)
			}
			s.AddClause(lits...)
		}
	}
}
