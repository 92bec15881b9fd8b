package scheduler

import (
	"context"

	"sangdam/scheduler/internal/breaks"
)

// breaksProblem states the parts of the objective after the score for the breaks kernel: the slots of the pairs, over all
// choices of pairs that miss no more musts than floor, fall short by no more, and score no less. among says which pairs
// such a choice must and may hold; nil: nothing is known. With HoldAll there is no choice.
func (in *Instance) breaksProblem(floor Objective, among *choice) *breaks.Problem {
	p := &breaks.Problem{
		Days:        in.days,
		Tables:      in.tableCap,
		LimitSpread: in.limitSpread,
		Spread:      in.spread,
	}
	if !in.holdAll {
		p.ScoreAtLeast, p.MissedAtMost = floor.Score, floor.MustMissed
	}
	for _, q := range in.participants {
		part := breaks.Participant{Parallel: q.parallel, Min: q.min, Max: q.max}
		if in.holdAll {
			part.Min = 0 // nothing can be done about a minimum when all pairs are held
		}
		p.Participants = append(p.Participants, part)
	}
	if !in.holdAll {
		p.ShortfallAtMost = floor.Shortfall
	}
	for e, q := range in.pairs {
		m := breaks.Meeting{A: int(q.a), B: int(q.b), Score: q.score, Must: q.must, Held: in.holdAll}
		q.allowed.Each(func(t Slot) {
			if in.fixedAt[e] == NoSlot || in.fixedAt[e] == t {
				m.Slots = append(m.Slots, int(t))
			}
		})
		m.Held = m.Held || in.fixedAt[e] != NoSlot
		if among != nil {
			m.Held = m.Held || among.in[e]
			if !among.possible[e] {
				m.Slots = nil
			}
		}
		p.Meetings = append(p.Meetings, m)
	}
	for _, h := range in.halls {
		var ms []int
		for e := range in.pairs {
			for _, c := range h.classes {
				if in.pairs[e].class == c {
					ms = append(ms, e)
				}
			}
		}
		p.Halls = append(p.Halls, breaks.Hall{Meetings: ms, Limit: h.limit})
	}
	for _, q := range in.precedences {
		p.Precedences = append(p.Precedences, breaks.Precedence{Before: int(q.Before), After: int(q.After)})
	}
	return p
}

// settled is what minimizeBreaks found.
type settled struct {
	breaks.Result
	placement *placement // nil when there is none
}

// minimizeBreaks looks for the placement with fewest breaks, then idle slots, among all that are as good as floor in the
// parts before and keep to a choice of pairs. from is a placement to begin with, or nil. The bounds hold for all of them.
func minimizeBreaks(ctx context.Context, in *Instance, from *placement, floor Objective, among *choice, opt breaks.Options) settled {
	var start []int
	if from != nil {
		for _, t := range from.when {
			start = append(start, int(t))
		}
	}
	r := settled{Result: breaks.Minimize(ctx, in.breaksProblem(floor, among), start, opt), placement: from}
	if r.Status == breaks.Unknown || r.Status == breaks.Infeasible {
		return r
	}
	p := newPlacement(in)
	for e, t := range r.Slots {
		if t != breaks.NoSlot && p.when[e] == NoSlot {
			p.put(Pair(e), Slot(t))
		}
	}
	if p.served() {
		r.placement = p
	}
	return r
}

// served reports whether every meeting can be given an interpreter. It can always fail where the halls are too many to
// be complete.
func (p *placement) served() bool {
	if p.matching == nil {
		return true
	}
	for t := range Slot(p.slots) {
		if !p.matching.assign(p.inSlot(t), t) {
			return false
		}
	}
	return true
}
