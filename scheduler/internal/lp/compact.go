package lp

// Compact drops the rows that no column has an entry in, which sub-programs have many of. kept lists the rows that stay,
// in order; feasible is false when a dropped row cannot hold, so that the problem has no solution. The columns are shared
// with p. O(rows + entries).
func (p *Problem) Compact() (q *Problem, kept []int32, feasible bool) {
	used := make([]bool, len(p.RHS))
	for _, i := range p.Row {
		used[i] = true
	}
	place := make([]int32, len(p.RHS))
	c := *p
	c.RHS = nil
	feasible = true
	for i, b := range p.RHS {
		switch {
		case used[i]:
			place[i] = int32(len(kept))
			kept = append(kept, int32(i))
			c.RHS = append(c.RHS, b)
		case b < 0:
			feasible = false
		}
	}
	c.Row = make([]int32, len(p.Row))
	for k, i := range p.Row {
		c.Row[k] = place[i]
	}
	return &c, kept, feasible
}

// Gather returns the entries of y at the kept rows.
func Gather(y []float64, kept []int32) []float64 {
	out := make([]float64, len(kept))
	for k, i := range kept {
		out[k] = y[i]
	}
	return out
}

// Scatter puts entries of the kept rows back among n rows; the others are zero.
func Scatter(y []float64, kept []int32, n int) []float64 {
	out := make([]float64, n)
	for k, i := range kept {
		out[i] = y[k]
	}
	return out
}
