package scheduler

import "sangdam/scheduler/internal/lp"

// A choice says which pairs can be in a placement whose worth is at least some threshold: the others are out, and some
// are in all of them. It is proven from prices in exact integers (reduced-cost fixing).
type choice struct {
	in       []bool // by pair: in every one
	possible []bool // by pair: in some, as far as is known
}

// choose classifies the pairs. Where d is the bound at the prices, a pair is out when d plus the largest reduced cost of
// its columns, if negative, is below the threshold; it is in when d less what its columns and its own row bring is.
// O(entries).
func (r *relaxation) choose(prices []float64, threshold int64) choice {
	d := lp.Round(prices)
	bound, need := r.lp.Bound(d), threshold*lp.DualScale
	c := choice{make([]bool, len(r.in.pairs)), make([]bool, len(r.in.pairs))}
	for e := range r.in.pairs {
		best, gain := int64(-1)<<62, int64(0)
		for j := r.start[e]; j < r.start[e+1]; j++ {
			rc := r.lp.Reduced(d, int(j))
			best = max(best, rc)
			gain += max(0, rc)
		}
		if row := r.rows.pair[e]; row >= 0 {
			gain += d.Price[row]
		}
		if r.in.fixedAt[e] != NoSlot {
			c.in[e], c.possible[e] = true, true
			continue
		}
		c.possible[e] = r.start[e] < r.start[e+1] && bound+min(0, best) >= need
		c.in[e] = c.possible[e] && bound-gain < need
	}
	return c
}
