package desk

import (
	"cmp"
	"context"
	"slices"

	"sangdam/event"
	"sangdam/matcher"
)

// A Counterpart is whom a company could meet.
type Counterpart struct {
	Profile  Profile    `json:"profile"`
	Sessions []string   `json:"sessions"`      // where both take part
	Wish     event.Wish `json:"wish,omitzero"` // of the company about it
	Score    float64    `json:"score"`         // the best of the sessions, nobody's wishes counted
	Why      event.Text `json:"why,omitzero"`  // of that session
}

// Counterparts lists whom a company could meet, the best first, so that it can say its wishes; nothing shows what the others
// wish. Whoever is out of the question by the facts is not listed, unless the company has a wish about it. It takes
// ReadEvents, or being that company.
func (d *Desk) Counterparts(ctx context.Context, c Caller, id, company string) ([]Counterpart, error) {
	if err := c.demandOwn(id, company, ReadEvents); err != nil {
		return nil, err
	}
	l, err := d.load(ctx, id)
	if err != nil {
		return nil, err
	}
	who, ok := l.party(company)
	if !ok {
		return nil, &NotFoundError{Kind: "company", ID: company}
	}
	wishes := map[string]event.Wish{}
	for _, r := range l.event.Requests {
		if r.From == company {
			wishes[r.To] = r.Wish
		}
	}
	found := []Counterpart{}
	add := func(other party) {
		if c, ok := l.counterpart(who, other, wishes); ok {
			found = append(found, c)
		}
	}
	if who.firm != nil {
		for i := range l.event.Buyers {
			add(party{buyer: &l.event.Buyers[i]})
		}
	} else {
		for i := range l.event.Firms {
			add(party{firm: &l.event.Firms[i]})
		}
	}
	slices.SortFunc(found, func(a, b Counterpart) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Profile.ID, b.Profile.ID))
	})
	return found, nil
}

// counterpart describes another company to one; ok is false when they could not meet anywhere.
func (l *loaded) counterpart(who, other party, wishes map[string]event.Wish) (c Counterpart, ok bool) {
	firm, buyer := who.firm, other.buyer
	if firm == nil {
		firm, buyer = other.firm, who.buyer
	}
	c.Sessions, c.Score = []string{}, -1
	best := pairIn{}
	for i := range l.event.Sessions {
		pair := pairIn{l.event.Sessions[i].ID, firm.ID, buyer.ID}
		s, met := l.unwished.standing(pair)
		if !met || !possible(s) {
			continue
		}
		c.Sessions = append(c.Sessions, pair.session)
		if s.Score > c.Score {
			c.Score, best = s.Score, pair
		}
	}
	c.Profile = other.profile()
	c.Wish = wishes[c.Profile.ID]
	if len(c.Sessions) == 0 {
		c.Score = 0
		return c, c.Wish != ""
	}
	if p, ok := l.unwishedPair(best); ok {
		c.Why = reasonOf(p)
	}
	return c, true
}

// possible tells whether a wish could make a meeting of a pair: a low score does not stand in its way.
func possible(s matcher.Standing) bool {
	return s.Excluded == "" || s.Excluded == event.ReasonNotWorthIt
}
