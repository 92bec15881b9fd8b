package scheduler

import (
	"context"
	"slices"
)

// Options steer a solve. The zero value is a sensible default for every field.
type Options struct {
	Seed uint64
	// SlackPPM is the share of the best score, in millionths, that may be given up for fewer breaks, less idle time and
	// fewer table changes; zero: none.
	SlackPPM int64
	// Iterations limits each phase of the search, in the phase's own unit (moves, nodes, conflicts); zero: the phase
	// stops by itself when nothing has improved for a stated number of them.
	Iterations int64
	// BreaksOnly ends the solve when breaks are proven, and leaves idle slots and table changes as they come.
	BreaksOnly bool
	// Fair lists participants, the firms say, among whom meetings are spread fairly before the score is raised: the least of
	// them gets as many as can be, then the next. The bound of the score is then that of schedules as fair. None: off.
	Fair []Participant
	// Start is an earlier schedule of this or a slightly different instance to begin from; nil: none.
	Start *Schedule
	// Workers is the number of goroutines; zero: 1. It never changes the result.
	Workers int
	// Report is called, from one goroutine at a time, with each improvement of the incumbent or of a bound; nil: not.
	Report func(Progress)
}

// Progress is the state of a running solve.
type Progress struct {
	Incumbent Objective
	Bound     Objective
	Feasible  bool // whether there is an incumbent
	// When is the incumbent: the slot of each pair, NoSlot where it is not held. It may be kept, and must not be changed.
	When []Slot
}

// Status says how a solve ended.
type Status int

// The statuses.
const (
	Feasible   Status = iota // a schedule, not every part of the objective proven
	Optimal                  // a schedule, every part proven
	Infeasible               // proven: no schedule keeps the hard rules (with HoldAll, BreakSpread, Fixed)
	Unknown                  // neither a schedule nor a proof
)

// A Result is a schedule with its proof.
type Result struct {
	Status    Status
	Schedule  *Schedule // nil when Infeasible or Unknown
	Objective Objective
	// Bound holds, part by part, a proven limit for any schedule that is as good in all the parts before.
	Bound Objective
	// Prices say what more of a resource could bring at most; empty when the score was not optimised.
	Prices Prices
	// Guaranteed is, by participant, the minimum that the schedule was held to: the stated one, or what Fair raised it to.
	Guaranteed []int
	// UnfairScore is, with Fair, the score that a schedule without it came to: what is above Objective.Score is its price.
	UnfairScore int64
	// Stopped reports that the context ended the search early.
	Stopped bool
	// Iterations done, by phase.
	Iterations map[string]int64
}

// Solve packs the instance. It always returns a result with a status and bounds; when ctx ends, the best so far.
func Solve(ctx context.Context, in *Instance, opt Options) Result {
	s := newSearch(ctx, in, opt)
	if in.holdAll {
		return s.hold()
	}
	s.choose()
	s.compact()
	return s.finish(in)
}

// seatBound adds up, over the participants, half of the scores of the best pairs that fit into their seats: no
// schedule scores more. O(pairs log pairs).
func (in *Instance) seatBound() int64 {
	var twice int64
	for i := range in.participants {
		p := &in.participants[i]
		scores := make([]int64, 0, len(p.pairs))
		for _, e := range p.pairs {
			scores = append(scores, in.pairs[e].score)
		}
		slices.Sort(scores)
		for _, s := range scores[len(scores)-p.max:] {
			twice += s
		}
	}
	return twice / 2
}

// leastShortfall adds up what participants wish for beyond what their pairs, seats and maxima allow: no schedule falls
// short by less.
func (in *Instance) leastShortfall() int {
	n := 0
	for i := range in.participants {
		n += max(0, in.participants[i].min-in.participants[i].max)
	}
	return n
}
