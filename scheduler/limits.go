package scheduler

import "fmt"

// Limited is what there may not be any number of.
type Limited string

// What is limited.
const (
	LimitedSlots   Limited = "slots"
	LimitedPairs   Limited = "pairs"
	LimitedMinimum Limited = "meetings at least" // of one participant
)

// A LimitError is an instance that is larger than the algorithms are made for.
type LimitError struct {
	What      Limited
	Got, Most int
}

func (e LimitError) Error() string {
	return fmt.Sprintf("%d %s; at most %d are supported", e.Got, e.What, e.Most)
}
