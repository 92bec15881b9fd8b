package desk

import (
	"context"
	"slices"

	"sangdam/event"
	"sangdam/matcher"
)

// Pair explains one pair of a session, with other weights than the event's unless weights is nil. In an event with so many pairs
// that only the best are ranked, a pair beyond them has no ranks. It takes ReadEvents.
func (d *Desk) Pair(ctx context.Context, c Caller, id, session, firm, buyer string, weights map[string]float64) (event.Pair, error) {
	if err := c.demand(id, ReadEvents); err != nil {
		return event.Pair{}, err
	}
	l, err := d.load(ctx, id)
	if err != nil {
		return event.Pair{}, err
	}
	m, alone, err := l.weighed(session, weights)
	if err != nil {
		return event.Pair{}, err
	}
	f, ok := l.matching.places().firms[firm]
	if !ok {
		return event.Pair{}, &NotFoundError{Kind: "firm", ID: firm}
	}
	b, ok := l.matching.places().buyers[buyer]
	if !ok {
		return event.Pair{}, &NotFoundError{Kind: "buyer", ID: buyer}
	}
	ranked, err := l.matching.limits.standings(ctx, alone, m)
	if err != nil {
		return event.Pair{}, err
	}
	if i := slices.IndexFunc(ranked, func(s matcher.Standing) bool { return s.Firm == f && s.Buyer == b }); i >= 0 {
		return m.Pair(ranked[i]), nil
	}
	s, ok := m.One(0, f, b)
	if !ok {
		return event.Pair{}, &NotFoundError{Kind: "pair", ID: firm + " " + buyer}
	}
	return m.Pair(s), nil
}
