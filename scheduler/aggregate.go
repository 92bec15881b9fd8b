package scheduler

import "sangdam/scheduler/internal/lp"

// An aggregate is the relaxation with the slots of a pair rolled into one: a column x[e] in [0, 1] a pair and rows
//
//	Σ_{e at u} x[e] <= max[u]         max[u] is at most the seats u has in all its slots
//	Σ_e x[e] <= Σ_t tables[t]
//	Σ_{e in S} x[e] <= Σ_t limit[S,t]
//
// Without availability limits it is as tight as the time-indexed program: any set of pairs within it can be packed, by
// König's edge-colouring theorem within the tables (de Werra 1971). It is smaller by the number of slots, so its prices
// are found soon; they start the larger program, whose first bound is then this one's.
type aggregate struct {
	r     *relaxation
	lp    *lp.Problem
	pair  []Pair  // by column
	most  []int32 // row by participant, -1 where it cannot bind
	table int32
	hall  []int32
}

// newAggregate rolls up a relaxation. O(pairs).
func newAggregate(r *relaxation) *aggregate {
	in := r.in
	g := &aggregate{r: r, most: make([]int32, len(in.participants)), hall: make([]int32, len(in.halls))}
	var rhs []int64
	row := func(limit int) int32 {
		rhs = append(rhs, int64(limit))
		return int32(len(rhs) - 1)
	}
	for u := range in.participants {
		g.most[u] = -1
		if p := &in.participants[u]; p.max < len(p.pairs) {
			g.most[u] = row(p.max)
		}
	}
	total := 0
	for _, c := range in.tableCap {
		total += c
	}
	g.table = row(total)
	for h := range in.halls {
		total := 0
		for _, l := range in.halls[h].limit {
			total += l
		}
		g.hall[h] = row(total)
	}
	g.lp = lp.New(rhs)
	for e := range in.pairs {
		p := &in.pairs[e]
		if in.slotsOf(Pair(e)).Len() == 0 {
			continue
		}
		j := g.lp.AddColumn(r.lp.Cost[r.start[e]], 1)
		g.lp.Lower[j] = r.lp.Lower[r.start[e]]
		g.pair = append(g.pair, Pair(e))
		for _, u := range [2]Participant{p.a, p.b} {
			if g.most[u] >= 0 {
				g.lp.Add(g.most[u], 1)
			}
		}
		g.lp.Add(g.table, 1)
		for _, h := range in.hallsOf[p.class] {
			g.lp.Add(g.hall[h], 1)
		}
	}
	return g
}

// prices carries prices over to the rows of the relaxation: the price of a participant's maximum becomes the price of
// each of its seats where the maximum has no row of its own, that of all tables the price of each slot's tables.
func (g *aggregate) prices(y []float64) []float64 {
	r, in := g.r, g.r.in
	slots := len(in.days)
	out := make([]float64, r.lp.NumRows())
	set := func(row int32, v float64) {
		if row >= 0 {
			out[row] = v
		}
	}
	for u, most := range g.most {
		if most < 0 {
			continue
		}
		if r.rows.most[u] >= 0 {
			set(r.rows.most[u], y[most])
			continue
		}
		for t := range slots {
			set(r.rows.seat[u*slots+t], y[most])
		}
	}
	for t := range slots {
		set(r.rows.table[t], y[g.table])
		for h := range in.halls {
			set(r.rows.hall[h*slots+t], y[g.hall[h]])
		}
	}
	return out
}

// spread turns a solution of the aggregate into one of the relaxation's columns, for rounding: a pair's share is put
// evenly on its slots.
func (g *aggregate) spread(x []float64) []float64 {
	out := make([]float64, g.r.lp.NumColumns())
	for k, e := range g.pair {
		from, to := g.r.start[e], g.r.start[e+1]
		for j := from; j < to; j++ {
			out[j] = x[k] / float64(to-from)
		}
	}
	return out
}
