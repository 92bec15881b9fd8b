package plan

import (
	"slices"

	"sangdam/event"
	"sangdam/scheduler"
)

// incumbent names the meetings of the core's incumbent when asked; nil when there is none.
func (st *site) incumbent(when []scheduler.Slot) func() []event.Meeting {
	if when == nil {
		return nil
	}
	return func() []event.Meeting {
		var out []event.Meeting
		for c, t := range when {
			if t != scheduler.NoSlot {
				out = append(out, st.meeting(seat{candidate: c, slot: int(t), table: open, interpreter: open}))
			}
		}
		return out
	}
}

// notWorse keeps the schedule a solve began from when the solve, cut short perhaps, came back with a worse one. Score that the
// slack allows to give up does not make it worse, and a schedule that is less fair than the solve came to is not kept.
func notWorse(res scheduler.Result, in *scheduler.Instance, opt scheduler.Options) scheduler.Result {
	if opt.Start == nil {
		return res
	}
	o, broken := scheduler.Verify(in, opt.Start)
	if len(broken) > 0 || len(opt.Fair) > 0 && !asFair(in, opt, res) {
		return res
	}
	began, came := o, res.Objective
	if floor := withinSlack(max(began.Score, came.Score), opt.SlackPPM); began.Score >= floor && came.Score >= floor && opt.SlackPPM > 0 {
		began.Score, came.Score = floor, floor
	}
	if began.Compare(came) < 0 {
		res.Schedule, res.Objective, res.Status = opt.Start, o, scheduler.Feasible
	}
	return res
}

// withinSlack is the least score that a slack allows.
func withinSlack(score, ppm int64) int64 {
	return score - score/1_000_000*ppm - score%1_000_000*ppm/1_000_000
}

// asFair reports whether the schedule to begin from gives each of those treated fairly what the solve guarantees it.
func asFair(in *scheduler.Instance, opt scheduler.Options, res scheduler.Result) bool {
	held := map[scheduler.Participant]int{}
	for _, m := range opt.Start.Meetings() {
		a, b := in.Ends(m.Pair)
		held[a]++
		held[b]++
	}
	return !slices.ContainsFunc(opt.Fair, func(u scheduler.Participant) bool { return held[u] < res.Guaranteed[u] })
}
