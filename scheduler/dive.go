package scheduler

import (
	"cmp"
	"math/rand/v2"
	"slices"

	"sangdam/scheduler/internal/lp"
)

// A diver completes placements by fixing columns of the relaxation in rounds and solving what is left again, so that
// every choice is made knowing its consequences (diving; Danna, Rothberg and Le Pape 2005, with a first-order method for
// the linear programs).
type diver struct {
	*relaxation
	prices     []float64 // good prices for the whole relaxation
	reduced    []int64   // reduced costs at those prices, in units of the cost, rounded up
	iterations int       // of the first-order method, a round
	workers    int
	work       int64 // column iterations done
	stopped    func() bool
	rng        *rand.Rand
}

func newDiver(r *relaxation, prices []float64, workers int, rng *rand.Rand, stopped func() bool) *diver {
	v := &diver{relaxation: r, prices: prices, iterations: 200, workers: workers, rng: rng, stopped: stopped}
	d := lp.Round(prices)
	v.reduced = make([]int64, r.lp.NumColumns())
	for j := range v.reduced {
		v.reduced[j] = -(-r.lp.Reduced(d, j) / lp.DualScale)
	}
	return v
}

// complete fills p. Only columns for which may says so, and that cost no more than window against the prices, are
// considered by the linear programs; in the end any pair that fits is put in.
func (v *diver) complete(p *placement, window int64, may func(j int32) bool) {
	var open []int32
	for j, e := range v.pair {
		if e >= 0 && p.when[e] == NoSlot && v.reduced[j] >= -window && may(int32(j)) && p.fits(e, v.slot[j]) {
			open = append(open, int32(j))
		}
	}
	prices := v.prices
	for len(open) > 0 && !v.stopped() {
		rest, kept, _ := v.residual(p, open).Compact()
		f := lp.NewFirstOrder(rest, lp.Gather(prices, kept), v.workers)
		f.Run(v.iterations)
		v.work += int64(v.iterations) * int64(len(open))
		prices = lp.Scatter(f.Y(), kept, len(prices))
		if !v.fix(p, open, f.X()) {
			break
		}
		open = slices.DeleteFunc(open, func(j int32) bool {
			e := v.pair[j]
			return p.when[e] != NoSlot || !p.fits(e, v.slot[j])
		})
	}
	p.construct()
}

// residual is the relaxation restricted to the open columns, with what p holds taken off the right-hand sides.
func (r *relaxation) residual(p *placement, open []int32) *lp.Problem {
	q := lp.New(slices.Clone(r.lp.RHS))
	for e, t := range p.when {
		if t != NoSlot {
			j := r.column(Pair(e), t)
			for k := r.lp.Start[j]; k < r.lp.Start[j+1]; k++ {
				q.RHS[r.lp.Row[k]] -= int64(r.lp.Val[k])
			}
		}
	}
	copyColumn := func(j int32) {
		q.AddColumn(r.lp.Cost[j], r.lp.Upper[j])
		for k := r.lp.Start[j]; k < r.lp.Start[j+1]; k++ {
			q.Add(r.lp.Row[k], r.lp.Val[k])
		}
	}
	for _, j := range open {
		copyColumn(j)
	}
	for j := r.start[len(r.start)-1]; int(j) < r.lp.NumColumns(); j++ {
		copyColumn(j)
	}
	return q
}

// column returns the column of a pair and one of its slots.
func (r *relaxation) column(e Pair, t Slot) int32 {
	lo, hi := r.start[e], r.start[e+1]
	i, _ := slices.BinarySearch(r.slot[lo:hi], t)
	return lo + int32(i)
}

// fix places the columns that are all but whole, or, when there are few, the largest ones; it reports whether it
// placed any.
func (v *diver) fix(p *placement, open []int32, x []float64) bool {
	type entry struct {
		j int32
		x float64
	}
	var order []entry
	for i, j := range open {
		if x[i] > 0.05 {
			order = append(order, entry{j, x[i] + 0.01*v.rng.Float64()})
		}
	}
	slices.SortStableFunc(order, func(a, b entry) int { return cmp.Compare(b.x, a.x) })
	placed, quota := 0, 1+len(order)/20
	for _, o := range order {
		if o.x < 0.9 && placed >= quota {
			break
		}
		if e, t := v.pair[o.j], v.slot[o.j]; p.when[e] == NoSlot && p.fits(e, t) {
			p.put(e, t)
			placed++
		}
	}
	return placed > 0
}
