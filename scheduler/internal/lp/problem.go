// Package lp solves the linear relaxations of scheduling problems and turns any dual guess into a proven bound in exact
// integers. Two methods share one problem: a first-order one for large relaxations (pdhg.go) and a dual simplex for
// vertices and for branching (simplex.go).
package lp

import "math"

// A Problem is: maximise Cost·x subject to A·x <= RHS and Lower <= x <= Upper. All data are integers and the entries of A
// are small; A is stored by columns.
type Problem struct {
	Cost  []int64 // by column
	Lower []int32 // by column
	Upper []int32 // by column
	RHS   []int64 // by row
	Start []int32 // column j has entries Start[j]:Start[j+1]
	Row   []int32 // by entry
	Val   []int8  // by entry
}

// New returns a problem with the given right-hand sides and no columns.
func New(rhs []int64) *Problem { return &Problem{RHS: rhs, Start: []int32{0}} }

// AddColumn appends a column with 0 <= x <= upper and returns its index; Add then gives it entries.
func (p *Problem) AddColumn(cost int64, upper int32) int {
	p.Cost = append(p.Cost, cost)
	p.Lower = append(p.Lower, 0)
	p.Upper = append(p.Upper, upper)
	p.Start = append(p.Start, p.Start[len(p.Start)-1])
	return len(p.Cost) - 1
}

// Add appends an entry to the last column.
func (p *Problem) Add(row int32, val int8) {
	p.Row = append(p.Row, row)
	p.Val = append(p.Val, val)
	p.Start[len(p.Start)-1]++
}

// NumRows and NumColumns give the size of the problem.
func (p *Problem) NumRows() int    { return len(p.RHS) }
func (p *Problem) NumColumns() int { return len(p.Cost) }

// A Dual is a vector of row prices in fixed point: the price is Price[i] / DualScale. Prices are not negative.
type Dual struct {
	Price []int64
}

// DualScale is a power of two, so that prices of integer costs are exact, and large enough that rounding the prices of a
// thousand rows costs less than one unit of the objective.
const DualScale = 1 << 20

// maxPrice keeps a price times its scale within 50 bits, so that a column's reduced cost cannot overflow.
const maxPrice = 1 << 30

// Round turns prices in floating point into a Dual. What is negative or not a number becomes zero and what is larger than
// 2^30 becomes that, which weakens the bound but keeps it true.
func Round(y []float64) Dual {
	d := Dual{make([]int64, len(y))}
	for i, v := range y {
		if v > 0 {
			d.Price[i] = int64(math.Round(min(v, maxPrice) * DualScale))
		}
	}
	return d
}

// Reduced returns the reduced cost of column j times DualScale: its cost less the price of what it uses.
func (p *Problem) Reduced(d Dual, j int) int64 {
	r := p.Cost[j] * DualScale
	for k := p.Start[j]; k < p.Start[j+1]; k++ {
		r -= int64(p.Val[k]) * d.Price[p.Row[k]]
	}
	return r
}

// Bound returns the value of the Lagrangian dual at d, times DualScale: by weak duality no x of the problem, whole or
// fractional, has more. It is
//
//	Σ_i RHS_i y_i + Σ_j max over Lower_j..Upper_j of (c_j - y·A_j) x_j
//
// computed in integers, so that no rounding can break it. Where 64 bits might not hold the sum it claims nothing and
// returns math.MaxInt64. O(entries).
func (p *Problem) Bound(d Dual) int64 {
	const limit = 1 << 62
	var total int64
	reach := 0.0 // what the terms so far could add up to at most; twice the limit is the room for its own rounding
	add := func(times, value int64) bool {
		if reach += math.Abs(float64(times) * float64(value)); reach > limit {
			return false
		}
		total += times * value
		return true
	}
	for i, y := range d.Price {
		if !add(p.RHS[i], y) {
			return math.MaxInt64
		}
	}
	for j := range p.Cost {
		times := p.Lower[j]
		r := p.Reduced(d, j)
		if r > 0 {
			times = p.Upper[j]
		}
		if !add(int64(times), r) {
			return math.MaxInt64
		}
	}
	return total
}

// Unit is the greatest common divisor of the costs: every whole solution's value is a multiple of it. It is 1 where all
// costs are zero.
func (p *Problem) Unit() int64 {
	var unit int64
	for _, c := range p.Cost {
		for c != 0 {
			unit, c = c, unit%c
		}
	}
	if unit < 0 {
		unit = -unit
	}
	return max(1, unit)
}

// Whole rounds a bound, which is times DualScale, down to a multiple of unit, in units of the cost: what whole solutions
// can come to at most.
func Whole(bound, unit int64) int64 { return floorDiv(bound, unit*DualScale) * unit }

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}
