package scheduler

import "fmt"

// An Instance is a validated, immutable problem.
type Instance struct {
	days         []int32
	participants []participant
	pairs        []pair
	tables       []SlotSet // available slots
	interpreters []SlotSet // available slots
	fixed        []FixedMeeting
	precedences  []Precedence
	holdAll      bool
	limitSpread  bool
	spread       int
}

type participant struct {
	available SlotSet
	min, max  int // max is at most the number of its pairs
	parallel  int
	pairs     []Pair
}

type pair struct {
	a, b         Participant
	score        int64
	must         bool
	allowed      SlotSet       // both available, the pair not barred
	needs        bool          // an interpreter
	interpreters []Interpreter // able ones, ascending
}

// NewInstance validates a spec and returns the instance, or an error that names every fault.
func NewInstance(spec Spec) (*Instance, error) {
	return nil, fmt.Errorf("scheduler: being written")
}
