package scheduler

import (
	"container/heap"
	"math"
	"slices"

	"sangdam/scheduler/internal/lp"
)

// brancher closes what gap the relaxation leaves, by branch and bound, best bound first. It branches on whether a pair
// meets at all, which does not suffer from slots being alike; once every pair is decided, on whether it meets in a
// slot. A node is bounded by the exact Lagrangian bound of its own prices, and its columns are those whose reduced cost
// lets them be in a better placement (reduced-cost fixing, in exact integers).
type brancher struct {
	*search
	r    *relaxation
	open nodes
	left int64 // column iterations of the budget left
	cut  int64 // greatest bound of the nodes given up
}

// A node is a part of the solutions: some pairs must or must not meet, some columns are taken.
type node struct {
	bound   int64
	depth   int
	in      []Pair // must meet; each has a row behind those of the relaxation
	taken   []int32
	columns []int32   // may be chosen
	prices  []float64 // to start from
}

type nodes []*node

func (n nodes) Len() int { return len(n) }
func (n nodes) Less(i, j int) bool {
	return n[i].bound > n[j].bound || (n[i].bound == n[j].bound && n[i].depth > n[j].depth)
}
func (n nodes) Swap(i, j int) { n[i], n[j] = n[j], n[i] }
func (n *nodes) Push(x any)   { *n = append(*n, x.(*node)) }
func (n *nodes) Pop() any {
	last := (*n)[len(*n)-1]
	*n = (*n)[:len(*n)-1]
	return last
}

// branch searches until the bound is met or about budget column iterations are spent, and returns a proven bound.
func (s *search) branch(r *relaxation, prices []float64, bound, budget int64) int64 {
	b := &brancher{search: s, r: r, left: budget, cut: math.MinInt64}
	root := &node{bound: bound, prices: prices}
	for j, e := range r.pair {
		if e >= 0 {
			root.columns = append(root.columns, int32(j))
		}
	}
	d := lp.Round(prices)
	root.columns = b.reduce(r.lp, root.columns, func(i int) int32 { return root.columns[i] }, d, r.lp.Bound(d))
	heap.Push(&b.open, root)
	for len(b.open) > 0 && b.left > 0 && !s.stopped() {
		n := b.open[0]
		if n.bound <= s.floor(r.aim) {
			break
		}
		heap.Pop(&b.open)
		s.bounded(r.aim, max(n.bound, b.cut))
		b.expand(n)
	}
	proven := max(s.floor(r.aim), b.cut)
	if len(b.open) > 0 {
		proven = max(proven, b.open[0].bound)
	}
	return min(bound, proven)
}

// reduce keeps the columns that may be 1 in a placement better than the incumbent; column i of p is columns[i] of the
// relaxation.
func (b *brancher) reduce(p *lp.Problem, columns []int32, column func(int) int32, d lp.Dual, bound int64) []int32 {
	need := (b.floor(b.r.aim) + b.r.unit) * lp.DualScale
	var out []int32
	for i := range columns {
		if rc := p.Reduced(d, i); p.Lower[i] > 0 || rc >= 0 || bound+rc >= need {
			out = append(out, column(i))
		}
	}
	return out
}

// problem builds the linear program of a node: its columns in order, those of the shortfalls, and a row for every pair
// that must meet.
func (b *brancher) problem(n *node) *lp.Problem {
	base := b.r.lp
	q := lp.New(slices.Clone(base.RHS))
	must := map[Pair]int32{}
	for _, e := range n.in {
		must[e] = int32(len(q.RHS))
		q.RHS = append(q.RHS, -1)
	}
	taken := map[int32]bool{}
	for _, j := range n.taken {
		taken[j] = true
	}
	add := func(j int32) {
		i := q.AddColumn(base.Cost[j], base.Upper[j])
		q.Lower[i] = base.Lower[j]
		if taken[j] {
			q.Lower[i] = 1
		}
		for k := base.Start[j]; k < base.Start[j+1]; k++ {
			q.Add(base.Row[k], base.Val[k])
		}
		if row, ok := must[b.r.pair[j]]; ok && b.r.pair[j] >= 0 {
			q.Add(row, -1)
		}
	}
	for _, j := range n.columns {
		add(j)
	}
	for j := b.r.start[len(b.r.start)-1]; int(j) < base.NumColumns(); j++ {
		add(j)
	}
	return q
}

// expand bounds a node, tries to round it, and pushes its children.
func (b *brancher) expand(n *node) {
	b.left -= int64(len(n.columns)) // so that a node without a program counts too
	if !b.propagate(n) {
		return
	}
	q, kept, feasible := b.problem(n).Compact()
	if !feasible {
		return
	}
	f := lp.NewFirstOrder(q, lp.Gather(n.prices, kept), 1)
	bound, last, idle := int64(math.MaxInt64), int64(math.MaxInt64), 0
	var prices []float64
	for f.Iterations < 4000 && idle < 4 && !b.stopped() {
		f.Run(100)
		b.left -= 100 * int64(q.NumColumns()+1)
		exact := q.Bound(lp.Round(f.Y()))
		if exact < bound {
			bound, prices = exact, f.Prices()
		}
		if lp.Whole(bound, b.r.unit) <= b.floor(b.r.aim) {
			return
		}
		if last-bound < lp.DualScale/8 {
			idle++
		} else {
			idle = 0
		}
		last = bound
	}
	if prices == nil { // stopped before anything was known
		b.cut = max(b.cut, n.bound)
		return
	}
	n.bound = min(n.bound, lp.Whole(bound, b.r.unit))
	x := make([]float64, b.r.lp.NumColumns())
	for i, j := range n.columns {
		x[j] = f.X()[i]
	}
	b.offer(b.r.round(x, b.packing(), b.rng))
	if n.bound <= b.floor(b.r.aim) {
		return
	}
	n.columns = b.reduce(q, n.columns, func(i int) int32 { return n.columns[i] }, lp.Round(prices), bound)
	n.prices = lp.Scatter(prices, kept, len(n.prices))
	if !b.split(n, x) {
		b.cut = max(b.cut, n.bound)
	}
}

// split pushes the children of n: on the pair most in doubt, else on the column most in doubt; false when there is
// neither.
func (b *brancher) split(n *node, x []float64) bool {
	held := map[Pair]float64{}
	var order []Pair
	for _, j := range n.columns {
		e := b.r.pair[j]
		if _, ok := held[e]; !ok {
			order = append(order, e)
		}
		held[e] += x[j]
	}
	doubt := func(v float64) float64 { return min(v, 1-v) }
	chosen, most := Pair(-1), 0.02
	for _, e := range order {
		if d := doubt(held[e]); d > most && !slices.Contains(n.in, e) {
			chosen, most = e, d
		}
	}
	if chosen >= 0 {
		with := n.child()
		with.in = append(slices.Clone(n.in), chosen)
		with.prices = append(slices.Clone(n.prices), 0)
		without := n.child()
		without.columns = slices.DeleteFunc(slices.Clone(n.columns), func(j int32) bool { return b.r.pair[j] == chosen })
		heap.Push(&b.open, without)
		heap.Push(&b.open, with)
		return true
	}
	column, most := int32(-1), 0.02
	for _, j := range n.columns {
		if d := doubt(x[j]); d > most && !slices.Contains(n.taken, j) {
			column, most = j, d
		}
	}
	if column < 0 {
		return false
	}
	e := b.r.pair[column]
	here := n.child()
	here.taken = append(slices.Clone(n.taken), column)
	here.columns = slices.DeleteFunc(slices.Clone(n.columns), func(j int32) bool { return b.r.pair[j] == e && j != column })
	elsewhere := n.child()
	elsewhere.columns = slices.DeleteFunc(slices.Clone(n.columns), func(j int32) bool { return j == column })
	heap.Push(&b.open, elsewhere)
	heap.Push(&b.open, here)
	return true
}

func (n *node) child() *node {
	c := *n
	c.depth++
	return &c
}
