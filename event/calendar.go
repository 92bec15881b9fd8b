package event

import (
	"fmt"
	"time"
	_ "time/tzdata" // zones are known on every machine alike, also in an empty container
)

// Location returns the session's time zone.
func (s *Session) Location() (*time.Location, error) {
	if s.TimeZone == "" || s.TimeZone == "Local" {
		return nil, fmt.Errorf("unknown time zone %q", s.TimeZone)
	}
	return time.LoadLocation(s.TimeZone)
}

// Days returns the calendar day of the start of every slot in the session's time zone; where the zone is not known, in
// the offset that the slot itself is written with. Loading a zone is slow: call it once a session.
func (s *Session) Days() []Date {
	loc, err := s.Location()
	days := make([]Date, len(s.Slots))
	for t, slot := range s.Slots {
		if err != nil {
			loc = slot.Start.Location()
		}
		days[t] = DateOf(slot.Start, loc)
	}
	return days
}
