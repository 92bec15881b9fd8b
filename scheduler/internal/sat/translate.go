package sat

// translate adds a linear constraint, normalised, as clauses. Node (i, n) is a variable that implies that the terms from
// i on sum to at least n; its two sons are the cases of term i. Equal nodes are shared, so that a cardinality
// constraint over n literals with degree k takes n*k nodes, and a pseudo-boolean one at most n times its degree
// (decision diagrams: Een and Sorensson, "Translating pseudo-boolean constraints into SAT", JSAT 2006). The root
// holds, and unit propagation on the clauses finds at least a contradiction wherever the constraint has one under a
// full assignment.
func (s *Solver) translate(terms []Term, need int64) bool {
	rest := make([]int64, len(terms)+1)
	for i := len(terms) - 1; i >= 0; i-- {
		rest[i] = rest[i+1] + terms[i].Coef
	}
	type node struct {
		at   int
		need int64
	}
	nodes := map[node]Lit{}
	var todo []node
	// clause adds (head or tail or node n), which is void when n always holds.
	clause := func(n node, lits ...Lit) {
		if n.need <= 0 {
			return
		}
		if rest[n.at] >= n.need {
			l, known := nodes[n]
			if !known {
				l = Pos(s.NewVar())
				nodes[n] = l
				todo = append(todo, n)
			}
			lits = append(lits, l)
		}
		s.AddClause(lits...)
	}
	clause(node{0, need})
	for len(todo) > 0 {
		n := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		l, t := nodes[n], terms[n.at]
		clause(node{n.at + 1, n.need}, l^1, t.Lit)
		clause(node{n.at + 1, n.need - t.Coef}, l^1)
	}
	return s.ok
}
