package desk

import (
	"sangdam/event"
	"sangdam/internal/jobs"
)

// refit hangs a draft into the timetable of an event that was changed since: its meetings and locks get the numbers that their
// times have now. What it holds of sessions that are gone goes, and so do the locks of meetings that lost their time. The draft's own
// lists are replaced, never written into.
func (d *Draft) refit(index *event.Index) {
	renewed := *d.Schedule
	renewed.Sessions = nil
	placed := map[pairIn]int{} // in which slot
	for _, part := range d.Schedule.Sessions {
		s := index.Session(part.Session)
		if s == nil {
			continue
		}
		part.Meetings = s.Renumbered(part.Meetings)
		renewed.Sessions = append(renewed.Sessions, part)
		for _, m := range part.Meetings {
			if m.Slot < len(s.Slots) {
				placed[pairIn{part.Session, m.Firm, m.Buyer}] = m.Slot
			}
		}
	}
	d.Schedule = &renewed
	kept := []jobs.Kept{}
	for _, k := range d.Locks {
		if slot, ok := placed[pairIn{k.Session, k.Firm, k.Buyer}]; ok {
			k.Slot = slot
			kept = append(kept, k)
		}
	}
	d.Locks = kept
}
