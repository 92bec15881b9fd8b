package desk

import (
	"context"
	"iter"
	"slices"

	"sangdam/event"
	"sangdam/matcher"
)

// manyPairs is from how many pairs on only the best of each side are ranked, and how many those are: what nobody can look
// through need not be written down.
const (
	manyPairs = 200_000
	bestKept  = 50
)

// pairCount is how many pairs an event has, over its sessions.
func pairCount(ev *event.Event) int {
	if ev.Scores != nil {
		return len(ev.Scores) * len(ev.Sessions)
	}
	ix, n := event.NewIndex(ev), 0
	for i := range ev.Sessions {
		s := &ev.Sessions[i]
		n += len(ix.FirmsIn(s)) * len(ix.BuyersIn(s))
	}
	return n
}

// standings ranks an event: all its pairs, or of a very large one the best of each firm and buyer.
func standings(ctx context.Context, ev *event.Event, m *matcher.Matcher) (ranked []matcher.Standing, shortened bool, err error) {
	if pairCount(ev) <= manyPairs {
		return m.Standings(), false, nil
	}
	ranked, err = shortlisted(ctx, ev, m)
	return ranked, true, err
}

// shortlisted joins the shortlists of both sides, session by session. A rank beyond a side's list is 0.
func shortlisted(ctx context.Context, ev *event.Event, m *matcher.Matcher) ([]matcher.Standing, error) {
	type pair struct{ session, firm, buyer int }
	at := map[pair]int{}
	var ranked []matcher.Standing
	for session := range ev.Sessions {
		firms, buyers, err := m.MutualShortlists(ctx, session, bestKept)
		if err != nil {
			return nil, err
		}
		for _, lists := range []iter.Seq2[int, []matcher.Standing]{firms, buyers} {
			for _, list := range lists {
				for _, s := range list {
					i, known := at[pair{s.Session, s.Firm, s.Buyer}]
					if !known {
						at[pair{s.Session, s.Firm, s.Buyer}] = len(ranked)
						ranked = append(ranked, s)
						continue
					}
					ranked[i].RankForFirm = max(ranked[i].RankForFirm, s.RankForFirm)
					ranked[i].RankForBuyer = max(ranked[i].RankForBuyer, s.RankForBuyer)
				}
			}
		}
	}
	slices.SortStableFunc(ranked, func(a, b matcher.Standing) int {
		switch {
		case a.Score > b.Score:
			return -1
		case a.Score < b.Score:
			return 1
		}
		return 0
	})
	return ranked, nil
}

// barePairs is the match document of an event without factors and words, which are most of the work and none of the rules.
func barePairs(ev *event.Event, ranked []matcher.Standing) []event.Pair {
	pairs := make([]event.Pair, len(ranked))
	for i, s := range ranked {
		pairs[i] = event.Pair{
			Session: ev.Sessions[s.Session].ID, Firm: ev.Firms[s.Firm].ID, Buyer: ev.Buyers[s.Buyer].ID, Score: s.Score,
			RankForFirm: s.RankForFirm, RankForBuyer: s.RankForBuyer, Must: s.Must,
		}
		if s.Excluded != "" {
			reason := s.Excluded
			pairs[i].Excluded = &reason
		}
	}
	return pairs
}
