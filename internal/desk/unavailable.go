package desk

import (
	"context"
	"maps"

	"sangdam/event"
)

// maxHours is how many intervals a company may state for a session: more than a session has slots, and too few to fill the event with.
const maxHours = 500

// SetUnavailable says when a company cannot meet in a session, in the place of what it said before. It takes WriteEvents, or being
// that company.
func (d *Desk) SetUnavailable(ctx context.Context, c Caller, id, company, session string, hours []event.Interval) (version uint64, err error) {
	if err := c.demandOwn(id, company, WriteEvents); err != nil {
		return 0, err
	}
	if len(hours) > maxHours {
		return 0, event.Faults{outOfRange("unavailable", len(hours), 0, maxHours)}
	}
	return d.edit(ctx, c, id, 0, HoursSet, company, func(ev *event.Event) error {
		s := ev.Session(session)
		if s == nil {
			return &NotFoundError{Kind: "session", ID: session}
		}
		for i := range ev.Firms {
			if f := &ev.Firms[i]; f.ID == company {
				return setHours(ev, party{firm: f}, &f.Sessions, s, hours)
			}
		}
		for i := range ev.Buyers {
			if b := &ev.Buyers[i]; b.ID == company {
				return setHours(ev, party{buyer: b}, &b.Sessions, s, hours)
			}
		}
		return &NotFoundError{Kind: "company", ID: company}
	})
}

// setHours writes hours into how a company takes part. One that names no sessions takes part in all it may, which must then be
// written out, or it would take part in this one alone.
func setHours(ev *event.Event, who party, sessions *map[string]event.Participation, s *event.Session, hours []event.Interval) error {
	p, ok := who.in(s)
	if !ok {
		return &NotFoundError{Kind: "session", ID: s.ID}
	}
	all := maps.Clone(*sessions)
	if len(all) == 0 {
		all = map[string]event.Participation{}
		for i := range ev.Sessions {
			if p, ok := who.in(&ev.Sessions[i]); ok {
				all[ev.Sessions[i].ID] = p
			}
		}
	}
	p.Unavailable = hours
	all[s.ID] = p
	*sessions = all
	return nil
}
