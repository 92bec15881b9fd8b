package scheduler

// A Violation is a hard rule that a schedule breaks, by its number in docs/model.md.
type Violation struct {
	Rule         string
	Meetings     []Meeting
	Participant  Participant // -1 when the rule concerns none
	Slot         Slot        // NoSlot when the rule concerns none
	Got, Allowed int
}

// Verify recomputes everything from instance and schedule alone and shares no code with the search: the violations of
// hard rules, and the objective. O(meetings log meetings + interpreters · meetings).
func Verify(in *Instance, s *Schedule) (Objective, []Violation) {
	return Objective{}, nil // being written
}
