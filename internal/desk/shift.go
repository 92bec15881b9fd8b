package desk

import (
	"sangdam/event"
	"sangdam/matcher"
)

// A Shift is what another document of an event makes of its pairs. Of a very large event only the pairs that stand on somebody's shortlist are
// looked at, as everywhere.
type Shift struct {
	Ruled    []ShiftedPair // candidates that would be none, the best first; Why says what rules them out
	Freed    []ShiftedPair // those that would be candidates and are none, the best first; Why says what ruled them out
	Rescored int           // how many stay candidates with another score
}

// mostWhy is of how many pairs it is said why they are ruled out: words are long, and nobody reads more.
const mostWhy = 100

// A ShiftedPair is a firm and a buyer who could meet before or after a change and not both.
type ShiftedPair struct {
	Session, Firm, Buyer string
	Why                  event.Text // of the first hundred
}

// shift compares the pairs of an event with those by another document. O(pairs), and the matching of both.
func shift(before, after *compiled) (Shift, error) {
	var out Shift
	if before == after {
		return out, nil
	}
	was, err := before.candidates()
	if err != nil {
		return out, err
	}
	will, err := after.candidates()
	if err != nil {
		return out, err
	}
	for _, c := range was.ranked {
		score, still := will.scores[c.pair]
		if !still {
			score, still = after.scored(c.pair)
		}
		switch {
		case !still && after.has(c.pair):
			out.Ruled = append(out.Ruled, c.shifted(after, len(out.Ruled)))
		case still && score != c.score:
			out.Rescored++
		}
	}
	for _, c := range will.ranked {
		if _, there := was.scores[c.pair]; there || !before.has(c.pair) {
			continue
		}
		if _, there := before.scored(c.pair); !there {
			out.Freed = append(out.Freed, c.shifted(before, len(out.Freed)))
		}
	}
	return out, nil
}

// candidates are the pairs of an event that may meet.
type candidates struct {
	ranked []candidate // the best first
	scores map[pairIn]float64
}

type candidate struct {
	pair  pairIn
	score float64
}

func (c *compiled) candidates() (candidates, error) {
	ranked, err := c.standings()
	if err != nil {
		return candidates{}, err
	}
	out := candidates{scores: map[pairIn]float64{}}
	for _, s := range ranked {
		if s.Excluded == "" {
			who := pairIn{c.event.Sessions[s.Session].ID, c.event.Firms[s.Firm].ID, c.event.Buyers[s.Buyer].ID}
			out.ranked = append(out.ranked, candidate{who, s.Score})
			out.scores[who] = s.Score
		}
	}
	return out, nil
}

// one judges a pair; ok is false where the event has no such pair.
func (c *compiled) one(who pairIn) (s matcher.Standing, ok bool) {
	at := c.places()
	session, inSession := at.sessions[who.session]
	firm, isFirm := at.firms[who.firm]
	buyer, isBuyer := at.buyers[who.buyer]
	if !inSession || !isFirm || !isBuyer {
		return matcher.Standing{}, false
	}
	return c.matcher().One(session, firm, buyer)
}

// has reports whether an event has both of a pair and their session.
func (c *compiled) has(who pairIn) bool { _, ok := c.one(who); return ok }

// scored returns the score of a candidate, one on nobody's shortlist too.
func (c *compiled) scored(who pairIn) (score float64, candidate bool) {
	s, ok := c.one(who)
	return s.Score, ok && s.Excluded == ""
}

// shifted is a candidate of one document with what rules it out by the other, unless so many are said before it that nobody reads on.
func (c candidate) shifted(by *compiled, before int) ShiftedPair {
	out := ShiftedPair{Session: c.pair.session, Firm: c.pair.firm, Buyer: c.pair.buyer}
	if s, ok := by.one(c.pair); ok && before < mostWhy {
		out.Why = by.matcher().Pair(s).ExcludedWhy
	}
	return out
}
