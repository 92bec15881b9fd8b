package event

import "slices"

// SlotAt returns the number of the slot that is exactly this span of time, or -1.
func (s *Session) SlotAt(span Interval) int {
	return slices.IndexFunc(s.Slots, func(slot Interval) bool { return slot.Start.Equal(span.Start) && slot.End.Equal(span.End) })
}

// Renumbered returns meetings that were placed before the session's slots were changed, each with the number that its time has
// now. A meeting whose time is gone gets the first number that no slot has, and keeps its times. Where no meeting at all finds its time and every number
// still exists, the whole timetable went to other hours: then the meetings keep their numbers and go along. What is given is
// not changed. O(meetings · slots).
func (s *Session) Renumbered(meetings []Meeting) []Meeting {
	out := slices.Clone(meetings)
	found, along := false, true
	for i := range out {
		m := &out[i]
		along = along && m.Slot >= 0 && m.Slot < len(s.Slots)
		if m.Slot = s.SlotAt(Interval{m.Start, m.End}); m.Slot >= 0 {
			found = true
		} else {
			m.Slot = len(s.Slots)
		}
	}
	if found || !along {
		return out
	}
	for i := range out {
		m := &out[i]
		m.Slot = meetings[i].Slot
		m.Start, m.End = s.Slots[m.Slot].Start, s.Slots[m.Slot].End
	}
	return out
}

// SetSlots gives a session of the event other slots, in time order. What is fixed stays at its time under the number that this has now, or
// goes along when the whole timetable went to other hours, as Renumbered has it. The losses are the meetings whose time is gone:
// they are fixed no more. The lists of fixed meetings and of slots are made anew, so that a copy of the event may share the old ones.
func (e *Event) SetSlots(s *Session, slots []Interval) Losses {
	var lost Losses
	var old []Meeting
	for _, f := range e.Fixed {
		if f.Session == s.ID {
			m := Meeting{Slot: f.Slot}
			if f.Slot >= 0 && f.Slot < len(s.Slots) {
				m.Start, m.End = s.Slots[f.Slot].Start, s.Slots[f.Slot].End
			}
			old = append(old, m)
		}
	}
	s.Slots = slots
	moved := s.Renumbered(old)
	var kept []Fixed
	for _, f := range e.Fixed {
		if f.Session == s.ID {
			f.Slot, moved = moved[0].Slot, moved[1:]
			if f.Slot == len(s.Slots) {
				lost.Fixed = append(lost.Fixed, f)
				continue
			}
		}
		kept = append(kept, f)
	}
	e.Fixed = kept
	return lost
}

// SetTables gives a session of the event other tables. The losses are the meetings that were fixed at a table which is gone: they stay
// fixed in their slot, at any table.
func (e *Event) SetTables(s *Session, t Tables) Losses {
	s.Tables = t
	known := tableSet(t)
	var lost Losses
	e.Fixed = slices.Clone(e.Fixed)
	for i := range e.Fixed {
		if f := &e.Fixed[i]; f.Session == s.ID && f.Table != "" && !known[f.Table] {
			lost.Seats = append(lost.Seats, *f)
			f.Table = ""
		}
	}
	return lost
}
