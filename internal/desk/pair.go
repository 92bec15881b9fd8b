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
	at, err := l.placesOf(firm, buyer)
	if err != nil {
		return event.Pair{}, err
	}
	ranked, _, err := standings(ctx, alone, m)
	if err != nil {
		return event.Pair{}, err
	}
	if i := slices.IndexFunc(ranked, func(s matcher.Standing) bool { return s.Firm == at[0] && s.Buyer == at[1] }); i >= 0 {
		return m.Pair(ranked[i]), nil
	}
	s, ok := m.One(0, at[0], at[1])
	if !ok {
		return event.Pair{}, &NotFoundError{Kind: "pair", ID: firm + " " + buyer}
	}
	return m.Pair(s), nil
}

// placesOf are the indices of a firm and a buyer in the event.
func (l *loaded) placesOf(firm, buyer string) (at [2]int, err error) {
	at[0] = slices.IndexFunc(l.event.Firms, func(f event.Firm) bool { return f.ID == firm })
	at[1] = slices.IndexFunc(l.event.Buyers, func(b event.Buyer) bool { return b.ID == buyer })
	if at[0] < 0 {
		return at, &NotFoundError{Kind: "firm", ID: firm}
	}
	if at[1] < 0 {
		return at, &NotFoundError{Kind: "buyer", ID: buyer}
	}
	return at, nil
}
