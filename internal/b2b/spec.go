package b2b

import "sangdam/scheduler"

// Spec states the instance for the scheduler: every meeting is held, all slots are one day, and the numbers of breaks of
// any two participants differ by at most fairness; below zero: no such limit.
//
// Fixed slots and sessions become slots barred to the pair, so that a meeting fixed to a slot it may not have makes the
// instance infeasible and not wrong.
func (in *Instance) Spec(fairness int) scheduler.Spec {
	spec := scheduler.Spec{
		Days:             make([]int32, in.Slots),
		Participants:     make([]scheduler.ParticipantSpec, in.Participants),
		Tables:           make([]scheduler.TableSpec, in.Tables),
		HoldAll:          true,
		LimitBreakSpread: fairness >= 0,
		BreakSpread:      max(0, fairness),
	}
	for p, forbidden := range in.Forbidden {
		for _, t := range forbidden {
			spec.Participants[p].Unavailable.Add(scheduler.Slot(t))
		}
	}
	for _, m := range in.Meetings {
		pair := scheduler.PairSpec{A: scheduler.Participant(m.A), B: scheduler.Participant(m.B)}
		for t := range in.Slots {
			if !m.Session.Allows(t, in.MorningSlots) || (m.Fixed >= 0 && m.Fixed != t) {
				pair.Unavailable.Add(scheduler.Slot(t))
			}
		}
		spec.Pairs = append(spec.Pairs, pair)
	}
	for after, befores := range in.Precedences {
		for _, before := range befores {
			spec.Precedences = append(spec.Precedences, scheduler.Precedence{
				Before: scheduler.Pair(before), After: scheduler.Pair(after),
			})
		}
	}
	return spec
}
