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
	if l.index.Firm(firm) == nil {
		return event.Pair{}, &NotFoundError{Kind: "firm", ID: firm}
	}
	if l.index.Buyer(buyer) == nil {
		return event.Pair{}, &NotFoundError{Kind: "buyer", ID: buyer}
	}
	if p, ok, err := explained(ctx, m, alone, firm, buyer); ok || err != nil {
		return p, err
	}
	m, alone = onlyThese(alone, firm, buyer, weights)
	p, ok, err := explained(ctx, m, alone, firm, buyer)
	if !ok && err == nil {
		err = &NotFoundError{Kind: "pair", ID: firm + " " + buyer}
	}
	p.RankForFirm, p.RankForBuyer = 0, 0
	return p, err
}

// explained ranks an event and explains a pair of it; ok is false when it is not among what is ranked.
func explained(ctx context.Context, m *matcher.Matcher, ev *event.Event, firm, buyer string) (p event.Pair, ok bool, err error) {
	ranked, _, err := standings(ctx, ev, m)
	if err != nil {
		return p, false, err
	}
	at := slices.IndexFunc(ranked, func(s matcher.Standing) bool {
		return ev.Firms[s.Firm].ID == firm && ev.Buyers[s.Buyer].ID == buyer
	})
	if at < 0 {
		return p, false, nil
	}
	return m.Pair(ranked[at]), true, nil
}

// onlyThese compiles an event with one firm and one buyer.
func onlyThese(ev *event.Event, firm, buyer string, weights map[string]float64) (*matcher.Matcher, *event.Event) {
	two := *ev
	two.Firms = slices.DeleteFunc(slices.Clone(ev.Firms), func(f event.Firm) bool { return f.ID != firm })
	two.Buyers = slices.DeleteFunc(slices.Clone(ev.Buyers), func(b event.Buyer) bool { return b.ID != buyer })
	m := matcher.New(&two, matcher.Options{})
	if weights != nil {
		m = m.Reweighed(weights)
	}
	return m, &two
}
