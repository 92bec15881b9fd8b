package matcher

// A table tells how near each firm's set of sectors or codes is to each buyer's: as near as the nearest two of them. Numbers are kept
// both ways, since whoever searches for one company reads the row of its set over and over; where there would be too many, rows are
// worked out when they are asked for. Set 0 is the empty one, near to nothing.
type table struct {
	forFirms, forBuyers [][]float64 // by firm's set and buyer's, by buyer's set and firm's; or nil
	work                func(firms bool, set int32, to []float64)
	near                func(firm, buyer int32) float64
	sets                [2]int // how many the firms have, and the buyers
}

// manySets is up to how many pairs of sets are kept, each twice: 256 MB.
const manySets = 1 << 24

// tabulate makes the table of two lists of sets, given how near two elements are.
func tabulate[E comparable](firms, buyers [][]E, near func(firm, buyer E) float64, limit int) table {
	offered, needed := dissect(firms), dissect(buyers)
	t := table{sets: [2]int{len(firms), len(buyers)}}
	t.work = func(ofFirm bool, set int32, to []float64) {
		if ofFirm {
			needed.nearest(firms[set], near, to)
			return
		}
		offered.nearest(buyers[set], func(buyer, firm E) float64 { return near(firm, buyer) }, to)
	}
	t.near = func(firm, buyer int32) float64 {
		best := 0.0
		for _, a := range firms[firm] {
			for _, b := range buyers[buyer] {
				best = max(best, near(a, b))
			}
		}
		return best
	}
	if len(firms)*len(buyers) > limit {
		return t
	}
	t.forFirms, t.forBuyers = grid(len(firms), len(buyers)), grid(len(buyers), len(firms))
	for i, row := range t.forFirms {
		t.work(true, int32(i), row)
		for j, value := range row {
			t.forBuyers[j][i] = value
		}
	}
	return t
}

// at is how near a firm's set and a buyer's are.
func (t *table) at(firm, buyer int32) float64 {
	if t.forFirms == nil {
		return t.near(firm, buyer)
	}
	return t.forFirms[firm][buyer]
}

// row is how near a set of one side is to all sets of the other. It may be written to memory that is passed in, which grows as needed.
func (t *table) row(firms bool, set int32, to *[]float64) []float64 {
	switch {
	case t.forFirms == nil:
		size := t.sets[0]
		if firms {
			size = t.sets[1]
		}
		if len(*to) != size {
			*to = make([]float64, size)
		}
		t.work(firms, set, *to)
		return *to
	case firms:
		return t.forFirms[set]
	}
	return t.forBuyers[set]
}

// elements are the distinct ones of some sets, and the sets in numbers of them.
type elements[E comparable] struct {
	distinct []E
	sets     [][]int32
}

func dissect[E comparable](sets [][]E) elements[E] {
	e := elements[E]{sets: make([][]int32, len(sets))}
	numbers := map[E]int32{}
	for i, set := range sets {
		for _, x := range set {
			n, known := numbers[x]
			if !known {
				n = int32(len(numbers))
				numbers[x], e.distinct = n, append(e.distinct, x)
			}
			e.sets[i] = append(e.sets[i], n)
		}
	}
	return e
}

// nearest finds how near a set is to each of the sets. It costs the set times the distinct elements, and a look at each set.
func (e *elements[E]) nearest(set []E, near func(x, y E) float64, to []float64) {
	best := make([]float64, len(e.distinct))
	for _, x := range set {
		for i, y := range e.distinct {
			best[i] = max(best[i], near(x, y))
		}
	}
	for i, other := range e.sets {
		to[i] = 0
		for _, n := range other {
			to[i] = max(to[i], best[n])
		}
	}
}

// grid makes rows of zeros in one piece of memory.
func grid(rows, columns int) [][]float64 {
	all, grid := make([]float64, rows*columns), make([][]float64, rows)
	for i := range grid {
		grid[i] = all[i*columns : (i+1)*columns]
	}
	return grid
}
