package scheduler

import (
	"cmp"
	"context"
	"fmt"
)

// A Wish is a pair that should be held, in the slot where it was held before; NoSlot when it is new.
type Wish struct {
	Pair Pair
	Slot Slot
}

// Damage counts what a mended schedule takes away from the one before, each part before the next; all are minimised.
type Damage struct {
	MustMissed int   // pairs of the wishes that are musts of the instance and not held
	Lost       int   // meetings of before that are not held
	Moved      int   // meetings of before that are held in another slot
	Shortfall  int   // by how much more participants fall short of their minimums than if all wishes were held
	Score      int64 // of the wishes that are not held, in units of 1/ScoreScale
	Breaks     int   // of everyone, in the schedule of what is fixed and the wishes that are held
	Idle       int   // slots inside those breaks
}

// Compare is negative when d is less damage than e, zero when they are equal in every part.
func (d Damage) Compare(e Damage) int {
	return cmp.Or(cmp.Compare(d.MustMissed, e.MustMissed), cmp.Compare(d.Lost, e.Lost), cmp.Compare(d.Moved, e.Moved),
		cmp.Compare(d.Shortfall, e.Shortfall), cmp.Compare(d.Score, e.Score), cmp.Compare(d.Breaks, e.Breaks), cmp.Compare(d.Idle, e.Idle))
}

// upTo is what of a bound holds for a schedule with damage d: each part only where those before are met, and what is proven of musts, losses and
// moves only.
func (d Damage) upTo(bound Damage) Damage {
	out := Damage{MustMissed: bound.MustMissed}
	if d.MustMissed == bound.MustMissed {
		out.Lost = bound.Lost
		if d.Lost == bound.Lost {
			out.Moved = bound.Moved
		}
	}
	return out
}

// A Mending says where the wishes of Mend are held.
type Mending struct {
	Slots  []Slot // by wish; NoSlot: not held
	Damage Damage
	// Bound holds, part by part, a proven limit for any schedule that is as good in the parts before.
	Bound     Damage
	Conflicts int64
}

// Proven reports whether no schedule does less damage.
func (m Mending) Proven() bool { return m.Damage == m.Bound }

// MendOptions steer Mend. The zero value is the default.
type MendOptions struct {
	Seed      uint64
	Conflicts int64 // limit on each search of the proof; zero: 50,000, fewer where the formula is large
}

// Mend fits an earlier schedule to an instance that has changed since, with the least damage: the wishes that can be held,
// as many as can be where they were. Of the ways to lose and move so few it takes one that hurts the minimums least, then one that
// loses the least score, then one with the fewest breaks and the least idle time.
//
// With x[w,t] for "wish w is held in slot t", each wish takes at most one of its slots, nobody is in more meetings than its
// parallel and its maximum, a slot has no more meetings than tables, and no set of interpreters has more meetings than members
// (Hall). The parts of the damage are settled one after the other: a bound by the linear relaxation, in exact integers (package
// lp), then clause learning (package sat) for a schedule that meets it, one step up where there is none; the score is halved in on instead,
// since its steps are small, and breaks and idle slots are counted up from cores (see settleGaps). What is fixed in the instance stands and takes its room. New pairs that are no wishes are not placed: that is
// for Solve, when the meetings that stay are fixed.
//
// When ctx or the limit ends the proof, what a first fit finds is returned with the bound so far. Instances with HoldAll are
// not mended: the error says so. The formula has one variable a wish and slot.
func Mend(ctx context.Context, in *Instance, wishes []Wish, opt MendOptions) (Mending, error) {
	if err := wishFaults(in, wishes); err != nil {
		return Mending{}, err
	}
	best := firstFit(in, wishes)
	var tight []crowd
	for {
		found := newMender(in, wishes, tight, best.Slots, opt.Seed).minimise(ctx, best, opt.Conflicts)
		found.Conflicts += best.Conflicts
		crowds := overtaxed(in, wishes, found.Slots)
		if len(crowds) == 0 {
			return found, nil
		}
		best.Bound, best.Conflicts = best.Damage.upTo(found.Bound), found.Conflicts
		if ctx.Err() != nil {
			return best, nil
		}
		tight = append(tight, crowds...)
	}
}

func wishFaults(in *Instance, wishes []Wish) error {
	if in.holdAll {
		return fmt.Errorf("scheduler: an instance whose pairs must all be held cannot be mended")
	}
	seen := make([]bool, len(in.pairs))
	for i, w := range wishes {
		switch {
		case w.Pair < 0 || int(w.Pair) >= len(in.pairs):
			return fmt.Errorf("scheduler: wishes[%d] is pair %d; there are %d pairs", i, w.Pair, len(in.pairs))
		case w.Slot < NoSlot || int(w.Slot) >= len(in.days):
			return fmt.Errorf("scheduler: wishes[%d] is in slot %d; there are %d slots", i, w.Slot, len(in.days))
		case seen[w.Pair]:
			return fmt.Errorf("scheduler: wishes[%d] names pair %d a second time", i, w.Pair)
		case in.fixedAt[w.Pair] != NoSlot:
			return fmt.Errorf("scheduler: wishes[%d] names pair %d, which is fixed", i, w.Pair)
		}
		seen[w.Pair] = true
	}
	return nil
}
