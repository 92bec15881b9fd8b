package matcher

import (
	"fmt"
	"time"

	"sangdam/event"
)

// A meetingPlace is a session compiled for scoring.
type meetingPlace struct {
	session  *event.Session
	firms    []int // indices of those that take part
	buyers   []int
	controls map[string][]*event.Control // in force on any day of the session, by country
}

func (m *Matcher) place(s *event.Session) meetingPlace {
	p := meetingPlace{session: s, controls: map[string][]*event.Control{}}
	for i := range m.event.Firms {
		if _, in := m.event.Firms[i].In(s); in {
			p.firms = append(p.firms, i)
		}
	}
	for i := range m.event.Buyers {
		if _, in := m.event.Buyers[i].In(s); in {
			p.buyers = append(p.buyers, i)
		}
	}
	days := daysOf(s)
	for i := range m.event.Controls {
		c := &m.event.Controls[i]
		for _, day := range days {
			if c.InForce(day) {
				p.controls[c.Country] = append(p.controls[c.Country], c)
				break
			}
		}
	}
	return p
}

// daysOf lists the days on which the session has slots, in its own time zone; UTC where the zone is not known.
func daysOf(s *event.Session) []event.Date {
	loc, err := time.LoadLocation(s.TimeZone)
	if err != nil {
		loc = time.UTC
	}
	var days []event.Date
	for _, slot := range s.Slots {
		if day := event.DateOf(slot.Start, loc); len(days) == 0 || days[len(days)-1] != day {
			days = append(days, day)
		}
	}
	return days
}

// canTalk reports whether the two need no interpreter, or the session has one for them.
func (p *meetingPlace) canTalk(firm, buyer *side) bool {
	return p.session.CanTalk(firm.firm, buyer.buyer)
}

// decimal writes units of a score with four decimals.
func decimal(units int) string { return fmt.Sprintf("%d.%04d", units/Unit, units%Unit) }
