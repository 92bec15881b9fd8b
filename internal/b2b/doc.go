// Package b2b reads instances of the Business-to-Business Meeting Scheduling Optimization Problem (B2BSOP; Bofill, Coll,
// Garcia, Giráldez-Cru, Pesant, Suy and Villaret, JAIR 74, 2022) in the MiniZinc data format in which they are published,
// and states them for the scheduler.
//
// It imports nothing of this module but scheduler.
package b2b

// An Instance is a B2BSOP instance as published: every meeting must be held, nobody is in two meetings of a slot, a slot
// holds at most Tables meetings. Slots, participants and meetings count from 0 here, from 1 in the format.
type Instance struct {
	Participants int
	Tables       int
	Slots        int
	MorningSlots int // the first of the slots; the others are the afternoon
	Meetings     []Meeting
	Forbidden    [][]int // by participant: slots, ascending
	Precedences  [][]int // by meeting: meetings that must be in an earlier slot, ascending
}

// A Meeting is a demand for a meeting of two participants. The same two may have several.
type Meeting struct {
	A, B    int
	Session Session
	Fixed   int // its slot; -1: free
}

// A Session is the part of the day a meeting may be in.
type Session int

// The sessions, by their codes in the format.
const (
	Morning   Session = 1
	Afternoon Session = 2
	Either    Session = 3
)

// Allows reports whether the session takes in slot t of an instance with the given number of morning slots.
func (s Session) Allows(t, morning int) bool {
	return s == Either || (t < morning) == (s == Morning)
}
