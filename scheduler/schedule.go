package scheduler

import "slices"

// A Meeting is a placed pair.
type Meeting struct {
	Pair        Pair
	Slot        Slot
	Table       Table
	Interpreter Interpreter // NoInterpreter where none is needed
}

// A Schedule is an immutable set of meetings, in the order of slot, then table.
type Schedule struct {
	meetings []Meeting
}

// NewSchedule takes meetings in any order; Verify says whether they keep the rules.
func NewSchedule(meetings []Meeting) *Schedule {
	ms := slices.Clone(meetings)
	slices.SortFunc(ms, func(a, b Meeting) int {
		if a.Slot != b.Slot {
			return int(a.Slot - b.Slot)
		}
		if a.Table != b.Table {
			return int(a.Table - b.Table)
		}
		return int(a.Pair - b.Pair)
	})
	return &Schedule{ms}
}

// Len returns the number of meetings.
func (s *Schedule) Len() int { return len(s.meetings) }

// Meetings returns a copy of the meetings, in the order of slot, then table.
func (s *Schedule) Meetings() []Meeting { return slices.Clone(s.meetings) }
