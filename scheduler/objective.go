package scheduler

import "cmp"

// An Objective holds the parts of the contract's objective, each before the next. Score is maximised, the others are
// minimised.
type Objective struct {
	MustMissed   int
	Shortfall    int
	Score        int64 // in units of 1/ScoreScale
	Breaks       int
	Idle         int
	TableChanges int
}

// Compare is negative when o is better than p, zero when they are equal in every part.
func (o Objective) Compare(p Objective) int {
	return cmp.Or(
		cmp.Compare(o.MustMissed, p.MustMissed),
		cmp.Compare(o.Shortfall, p.Shortfall),
		cmp.Compare(p.Score, o.Score),
		cmp.Compare(o.Breaks, p.Breaks),
		cmp.Compare(o.Idle, p.Idle),
		cmp.Compare(o.TableChanges, p.TableChanges),
	)
}
