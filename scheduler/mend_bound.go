package scheduler

import (
	"context"
	"math"

	"sangdam/scheduler/internal/lp"
	"sangdam/scheduler/internal/sat"
)

// A limit is a rule of the formula: at most so many of the literals.
type limit struct {
	lits []int32 // columns
	most int
}

// A worth names the columns that a part of the damage counts, and how many of them there must be once the part is settled.
type worth struct {
	of     func(i int, t Slot) bool
	weight func(i int) int64 // what a column of a wish counts; nil: 1
	least  int
}

func (w worth) value(i int) int64 {
	if w.weight == nil {
		return 1
	}
	return w.weight(i)
}

const (
	mendChunk    = 200 // iterations of the relaxation between two looks at its bound
	mendPatience = 5   // chunks without progress that end it
	mendChunks   = 60  // in all
	mendSharpen  = 3   // chunks after the bound has met what is known to be possible: closer prices decide more columns
)

// most returns a proven limit on how many columns of a kind can be true, or what they can weigh, for whole x that keep every limit and have the
// parts before settled: all of them at worst. It stops soon after the bound is enough, which is known to be possible. The linear relaxation of
// the formula is nearly integral, as time-indexed ones are, so its bound is what clauses alone would need long proofs for: that a room is too
// small for a crowd. Its prices then decide columns (see decide); where the bound is more than enough, those of the schedules that meet it with
// the hope for them (see floor).
func (m *mender) most(ctx context.Context, kind worth, settled []worth, all, enough int64) (best int64, hope sat.Lit) {
	if all = min(all, m.possible(kind)); all <= enough {
		return enough, none
	}
	r := m.relaxation(kind, settled)
	f := lp.NewFirstOrder(r.Problem, nil, 1)
	mark, sharpened := int64(math.MaxInt64), 0
	best, hope = all, none
	for since, chunk := 0, 0; since < mendPatience && chunk < mendChunks && sharpened < mendSharpen && ctx.Err() == nil; chunk++ {
		f.Run(mendChunk)
		since++
		if best <= enough {
			sharpened++
		}
		prices := lp.Round(f.Y())
		bound := r.Bound(prices)
		if bound < r.bound {
			r.bound, r.prices = bound, prices
		}
		if r.bound < mark-lp.DualScale/8 {
			mark, since = r.bound, 0
		}
		best = min(best, lp.Whole(r.bound, 1))
		if r.bound <= enough*lp.DualScale+lp.DualScale/64 {
			break
		}
	}
	m.decide(r, enough, none)
	if best > enough {
		hope = sat.Pos(m.solver.NewVar())
		m.decide(r, best, hope)
	}
	return max(best, enough), hope
}

// least is the floor of what is counted: of all, the best schedule known misses so many.
func (m *mender) least(ctx context.Context, kind worth, settled []worth, all, missed int) floor {
	most, hope := m.most(ctx, kind, settled, int64(all), int64(all-missed))
	return floor{int64(all) - most, hope}
}

// possible is what the wishes would be worth together if each could choose among its slots for itself.
func (m *mender) possible(kind worth) int64 {
	var sum int64
	for i := range m.wishes {
		for k, t := range m.slots[i] {
			if kind.of(i, t) && m.solver.Fixed(m.at[i][k]) >= 0 {
				sum += kind.value(i)
				break
			}
		}
	}
	return sum
}

// A relaxed formula allows fractions. It has the columns that are not false already.
type relaxed struct {
	*lp.Problem
	columns []int32 // by column of the problem
	bound   int64   // the least that was found, times lp.DualScale
	prices  lp.Dual // those that prove it
}

// relaxation states what the settled parts ask in one row each; in one a wish where all that can be must be, since the method takes small steps
// along rows of many columns.
func (m *mender) relaxation(kind worth, settled []worth) *relaxed {
	rows := make([][]int32, m.columns)
	rhs := make([]int64, 0, len(m.limits)+len(settled))
	for r, l := range m.limits {
		rhs = append(rhs, int64(l.most))
		for _, c := range l.lits {
			rows[c] = append(rows[c], int32(r))
		}
	}
	asks := make([]int32, len(settled)) // the row of each, or that of its first wish
	each := make([]bool, len(settled))
	for s, w := range settled {
		asks[s], each[s] = int32(len(rhs)), m.possible(worth{of: w.of}) == int64(w.least)
		if !each[s] {
			rhs = append(rhs, -int64(w.least))
			continue
		}
		for range m.wishes {
			rhs = append(rhs, 0)
		}
	}
	out := &relaxed{Problem: lp.New(rhs), bound: math.MaxInt64}
	for i := range m.wishes {
		for k, t := range m.slots[i] {
			c := m.first[i] + int32(k)
			if m.solver.Fixed(m.literal[c]) < 0 {
				continue
			}
			cost := int64(0)
			if kind.of(i, t) {
				cost = kind.value(i)
			}
			out.AddColumn(cost, 1)
			out.columns = append(out.columns, c)
			for _, r := range rows[c] {
				out.Add(r, 1)
			}
			for s, w := range settled {
				switch {
				case !w.of(i, t):
				case each[s]:
					out.Add(asks[s]+int32(i), -1)
					rhs[asks[s]+int32(i)] = -1
				default:
					out.Add(asks[s], -1)
				}
			}
		}
	}
	return out
}

// decide adds to the formula what every schedule has that is worth enough: by weak duality no schedule with a column of reduced cost r < 0 is
// worth more than bound + r, and none without a column of reduced cost r > 0 more than bound - r (Dantzig, Fulkerson and Johnson 1954). What
// the changes do not reach is decided so, and the search left with what they do. Unless on is none, it is decided for the schedules in which on
// is true only.
func (m *mender) decide(r *relaxed, enough int64, on sat.Lit) {
	if r.bound == math.MaxInt64 {
		return
	}
	add := func(l sat.Lit) {
		if on == none {
			m.solver.AddClause(l)
		} else {
			m.solver.AddClause(on.Not(), l)
		}
	}
	for j, c := range r.columns {
		switch cost := r.Reduced(r.prices, j); {
		case cost < 0 && lp.Whole(r.bound+cost, 1) < enough:
			add(m.literal[c].Not())
		case cost > 0 && lp.Whole(r.bound-cost, 1) < enough:
			add(m.literal[c])
		}
	}
	m.simplify()
}

// simplify has no wish counted as missed or shifted that is sure not to be.
func (m *mender) simplify() {
	for i, w := range m.wishes {
		held, elsewhere := false, false
		for k, l := range m.at[i] {
			value := m.solver.Fixed(l)
			held = held || value > 0
			elsewhere = elsewhere || m.slots[i][k] != w.Slot && value >= 0
		}
		if held {
			m.solver.AddClause(m.missed[i].Not())
		}
		if !elsewhere {
			m.solver.AddClause(m.shifted[i].Not())
		}
	}
}
