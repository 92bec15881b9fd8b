package matcher

import (
	"cmp"
	"slices"

	"sangdam/event"
)

// A Standing is a ranked pair in short: where it stands, without the words. It is what ranking computes; Matcher.Pair makes
// the entry of the match document of it.
type Standing struct {
	Session      int // indices into the event
	Firm         int
	Buyer        int
	Score        float64 // four decimals
	RankForFirm  int     // 1 is best; 0 for an excluded pair
	RankForBuyer int
	Must         bool
	Excluded     event.Reason // empty for a candidate
}

// Rank returns the match document; see the function Rank.
func (m *Matcher) Rank() []event.Pair {
	standings := m.Standings()
	pairs := make([]event.Pair, len(standings))
	for i, s := range standings {
		pairs[i] = m.Pair(s)
	}
	return pairs
}

// Standings ranks every pair of every session, in the order of the match document, without making words.
func (m *Matcher) Standings() []Standing {
	size := 0
	for i := range m.sessions {
		size += len(m.sessions[i].firms) * len(m.sessions[i].buyers)
	}
	standings := make([]Standing, 0, size)
	for i := range m.sessions {
		for _, f := range m.sessions[i].firms {
			wishes := m.index.WishesOf(m.event.Firms[f].ID)
			for _, b := range m.sessions[i].buyers {
				if s, ok := m.standing(i, f, b, wishes[m.event.Buyers[b].ID]); ok {
					standings = append(standings, s)
				}
			}
		}
	}
	slices.SortFunc(standings, m.compare)
	m.number(standings)
	return standings
}

// standing judges one pair; ok is false for a pair that an event with given scores does not list.
func (m *Matcher) standing(session, firm, buyer int, wish event.Wishes) (s Standing, ok bool) {
	c := m.consider(session, firm, buyer, wish)
	if c == nil {
		return Standing{}, false
	}
	return Standing{Session: session, Firm: firm, Buyer: buyer, Score: float64(c.score) / Unit, Must: c.must, Excluded: c.ruled}, true
}

// compare orders standings as the match document does.
func (m *Matcher) compare(a, b Standing) int {
	if (a.Excluded == "") != (b.Excluded == "") {
		if a.Excluded == "" {
			return -1
		}
		return 1
	}
	ev := m.event
	return cmp.Or(
		cmp.Compare(b.Score, a.Score),
		cmp.Compare(a.Session, b.Session),
		cmp.Compare(ev.Firms[a.Firm].ID, ev.Firms[b.Firm].ID),
		cmp.Compare(ev.Buyers[a.Buyer].ID, ev.Buyers[b.Buyer].ID),
	)
}

// number fills in the ranks of ordered standings, session by session.
func (m *Matcher) number(standings []Standing) {
	forFirm := make([]int, len(m.sessions)*len(m.firms))
	forBuyer := make([]int, len(m.sessions)*len(m.buyers))
	for i := range standings {
		s := &standings[i]
		if s.Excluded != "" {
			continue
		}
		f, b := &forFirm[s.Session*len(m.firms)+s.Firm], &forBuyer[s.Session*len(m.buyers)+s.Buyer]
		*f++
		*b++
		s.RankForFirm, s.RankForBuyer = *f, *b
	}
}
