package event

import "math"

// NoLimit is the Max of Limits that state none.
const NoLimit = math.MaxInt

// Limits are a participation's limits with the defaults filled in.
type Limits struct {
	Min      int // wished number of meetings
	Max      int // NoLimit when none is stated
	Parallel int // meetings at the same time
}

// Limits returns the effective limits.
func (p Participation) Limits() Limits {
	return Limits{
		Min:      p.MinMeetings.Or(0),
		Max:      p.MaxMeetings.Or(NoLimit),
		Parallel: p.Parallel.Or(1),
	}
}

// Available tells for each slot of the session whether no unavailable interval overlaps it.
func (p Participation) Available(s *Session) []bool { return available(s.Slots, p.Unavailable) }

// Available tells for each slot of the session whether no unavailable interval overlaps it.
func (i Interpreter) Available(s *Session) []bool { return available(s.Slots, i.Unavailable) }

func available(slots, unavailable []Interval) []bool {
	free := make([]bool, len(slots))
	for t, slot := range slots {
		free[t] = isFree(slot, unavailable)
	}
	return free
}

func isFree(slot Interval, unavailable []Interval) bool {
	for _, u := range unavailable {
		if u.Overlaps(slot) {
			return false
		}
	}
	return true
}

// In returns how the firm takes part in a session, and whether it does. A firm that names no session takes part in
// all of them, without limits.
func (f *Firm) In(s *Session) (Participation, bool) {
	if len(f.Sessions) == 0 {
		return Participation{}, true
	}
	p, ok := f.Sessions[s.ID]
	return p, ok
}

// In returns how the buyer takes part in a session, and whether it does. A buyer that names no session takes part in
// those of its own country, without limits.
func (b *Buyer) In(s *Session) (Participation, bool) {
	if len(b.Sessions) == 0 {
		return Participation{}, b.Country == s.Country
	}
	p, ok := b.Sessions[s.ID]
	return p, ok
}
