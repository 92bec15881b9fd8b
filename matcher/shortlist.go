package matcher

import (
	"context"
	"iter"
)

// Of says whose shortlists are wanted.
type Of bool

// The two sides.
const (
	OfFirms  Of = true
	OfBuyers Of = false
)

// Shortlists finds for every firm, or every buyer, of a session its best k candidates, exact and in the order of the match
// document, without ever holding all pairs. It yields the index of the firm or buyer in the event and the standings; their
// rank for the side asked is set, the other one is 0, since it would take the other side's lists.
//
// Topics of the other side are skipped, a region of one main concept, a cluster of the same sectors and codes, or one at a time, when what
// their sectors and codes allow, with a bound on their texts and all other factors taken to be perfect, cannot reach the list's last
// score; of the others the most hopeful come first, and are scored when the exact grades of the other factors let them enter the list. This is
// the threshold algorithm of Fagin, Lotem and Naor (PODS 2001) with bounds in the place of sorted lists. Pairs with a wish are scored one by
// one. The time follows the number of pairs that are nearly good enough; where nobody states anything that is all of them. Memory is
// linear. The work is spread over the processors; the result does not depend on how many. It ends early, with its error, when ctx
// is done.
func (m *Matcher) Shortlists(ctx context.Context, session int, of Of, k int) (iter.Seq2[int, []Standing], error) {
	s := m.newSearch(m.outlook(session), session, bool(of), k)
	s.run(ctx)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return m.yield(session, of, s.lists), nil
}

// MutualShortlists is Shortlists of the firms and of the buyers at once, in less time than one after the other: what is found for
// the firms is where the search for the buyers begins.
func (m *Matcher) MutualShortlists(ctx context.Context, session, k int) (firms, buyers iter.Seq2[int, []Standing], err error) {
	o := m.outlook(session)
	first, second := m.newSearch(o, session, bool(OfFirms), k), m.newSearch(o, session, bool(OfBuyers), k)
	first.mirror, first.rank = second.lists, second.order
	first.run(ctx)
	second.run(ctx)
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	return m.yield(session, OfFirms, first.lists), m.yield(session, OfBuyers, second.lists), nil
}

func (m *Matcher) yield(session int, of Of, lists []shortlist) iter.Seq2[int, []Standing] {
	return func(yield func(int, []Standing) bool) {
		for index := range lists {
			if lists[index].entries != nil && !yield(index, m.standings(session, bool(of), index, lists[index].entries)) {
				return
			}
		}
	}
}

// standings makes standings of the entries of a list.
func (m *Matcher) standings(session int, firms bool, index int, entries []entry) []Standing {
	out := make([]Standing, len(entries))
	for i, e := range entries {
		s := Standing{Session: session, Firm: index, Buyer: int(e.other), Score: float64(e.units) / Unit, RankForFirm: i + 1}
		if !firms {
			s.Firm, s.Buyer, s.RankForFirm, s.RankForBuyer = int(e.other), index, 0, i+1
		}
		s.Must = m.index.Wishes(m.event.Firms[s.Firm].ID, m.event.Buyers[s.Buyer].ID).Must()
		out[i] = s
	}
	return out
}
