package scheduler

import (
	"context"

	"sangdam/scheduler/internal/lp"
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

const (
	mendChunk    = 200 // iterations of the relaxation between two looks at its bound
	mendPatience = 5   // chunks without progress that end it
	mendChunks   = 60  // in all
)

// most returns a proven limit on how many columns of a kind can be true, or what they can weigh, for whole x that keep every limit and have the
// parts before settled: all of them at worst. It stops at enough, which is known to be possible. The linear relaxation of the formula is nearly
// integral, as time-indexed ones are, so its bound is what clauses alone would need long proofs for: that a room is too small
// for a crowd.
func (m *mender) most(ctx context.Context, kind worth, settled []worth, all, enough int64) int64 {
	problem := m.relaxation(kind, settled)
	f := lp.NewFirstOrder(problem, nil, 1)
	best := all
	for since, chunk := 0, 0; since < mendPatience && chunk < mendChunks && best > enough && ctx.Err() == nil; chunk++ {
		f.Run(mendChunk)
		since++
		if b := lp.Whole(problem.Bound(lp.Round(f.Y())), 1); b < best {
			best, since = b, 0
		}
	}
	return max(best, enough)
}

// reach is most of what is counted: of all, so many are missed by the best schedule known.
func (m *mender) reach(ctx context.Context, kind worth, settled []worth, all, missed int) int {
	return int(m.most(ctx, kind, settled, int64(all), int64(all-missed)))
}

// relaxation is the formula with fractions allowed.
func (m *mender) relaxation(kind worth, settled []worth) *lp.Problem {
	rows := make([][]int32, m.columns)
	rhs := make([]int64, 0, len(m.limits)+len(settled))
	for r, l := range m.limits {
		rhs = append(rhs, int64(l.most))
		for _, c := range l.lits {
			rows[c] = append(rows[c], int32(r))
		}
	}
	for _, w := range settled {
		rhs = append(rhs, -int64(w.least))
	}
	problem := lp.New(rhs)
	for i := range m.wishes {
		for k, t := range m.slots[i] {
			cost := int64(0)
			if kind.of(i, t) {
				cost = 1
				if kind.weight != nil {
					cost = kind.weight(i)
				}
			}
			problem.AddColumn(cost, 1)
			for _, r := range rows[m.first[i]+int32(k)] {
				problem.Add(r, 1)
			}
			for s, w := range settled {
				if w.of(i, t) {
					problem.Add(int32(len(m.limits)+s), -1)
				}
			}
		}
	}
	return problem
}
