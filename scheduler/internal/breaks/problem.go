// Package breaks places meetings in slots so that participants have as few breaks, then as few idle slots, as possible,
// and proves how few that is.
//
// The methods are described in docs/breaks.md. The package knows nothing of the scheduler that uses it.
package breaks

// A Problem is a set of meetings to be placed in slots. Slots, participants and meetings are dense indices from 0.
//
// A break of a participant is a pair of consecutive used slots of one day that are not adjacent; an idle slot is a slot
// inside a break. Two meetings in one slot (Parallel) use it once.
type Problem struct {
	Days         []int32 // the day of every slot, not decreasing; slots t and t+1 of one day are adjacent
	Participants []Participant
	Meetings     []Meeting
	Tables       []int // by slot: meetings at most
	Halls        []Hall
	Precedences  []Precedence
	// LimitSpread makes Spread a hard limit on the difference between the numbers of breaks of any two participants.
	LimitSpread bool
	Spread      int
	// The next three matter when some meetings need not be held: which sets of meetings may be chosen at all.
	ScoreAtLeast    int64 // the sum of the scores of what is held
	MissedAtMost    int   // meetings with Must that are not held
	ShortfallAtMost int   // Σ max(0, Min − meetings) over participants
}

// A Participant states hard limits; ShortfallAtMost softens Min.
type Participant struct {
	Parallel int // meetings in one slot at most, at least 1
	Min, Max int // meetings; Max at least 0
}

// A Meeting joins two different participants.
type Meeting struct {
	A, B  int
	Slots []int // where it may be, ascending
	Held  bool  // it must be placed
	Must  bool  // counted by MissedAtMost when it is not placed
	Score int64
}

// A Hall allows at most Limit[t] of Meetings in slot t.
type Hall struct {
	Meetings []int
	Limit    []int
}

// A Precedence asks, when both meetings are placed, that Before is in an earlier slot than After.
type Precedence struct {
	Before, After int
}

// NoSlot is the slot of a meeting that is not placed.
const NoSlot = -1
