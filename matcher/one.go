package matcher

// One judges a single pair of a session without ranking the others: its ranks are 0. Session, firm and buyer are indices into the
// event. ok is false when either does not take part, and for a pair that an event with given scores does not list.
func (m *Matcher) One(session, firm, buyer int) (s Standing, ok bool) {
	place := m.sessions[session].session
	if _, in := m.event.Firms[firm].In(place); !in {
		return Standing{}, false
	}
	if _, in := m.event.Buyers[buyer].In(place); !in {
		return Standing{}, false
	}
	c := m.consider(session, firm, buyer, m.index.Wishes(m.event.Firms[firm].ID, m.event.Buyers[buyer].ID))
	if c == nil {
		return Standing{}, false
	}
	return Standing{
		Session: session, Firm: firm, Buyer: buyer, Score: float64(c.score) / Unit, Must: c.must, Excluded: c.ruled,
	}, true
}
