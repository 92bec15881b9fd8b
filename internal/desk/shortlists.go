package desk

import (
	"cmp"
	"context"
	"iter"
	"slices"

	"sangdam/event"
	"sangdam/matcher"
)

// limits say from how many pairs on only the best of each side are ranked, and how many those are: what nobody can look through need not
// be written down.
type limits struct{ pairs, best int }

// tooMany tells whether an event has so many pairs that only the best are ranked.
func (l limits) tooMany(ev *event.Event) bool { return pairCount(ev) > l.pairs }

// bestIn is how many candidates are on everybody's shortlist: never fewer than the meetings that somebody has room for, since limits on the
// score add up as many.
func (l limits) bestIn(ev *event.Event, s *event.Session) int {
	best := l.best
	see := func(p event.Participation, in bool) {
		if limit := p.Limits(); in {
			best = max(best, min(limit.Max, len(s.Slots)*max(1, limit.Parallel)))
		}
	}
	for i := range ev.Firms {
		see(ev.Firms[i].In(s))
	}
	for i := range ev.Buyers {
		see(ev.Buyers[i].In(s))
	}
	return best
}

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
func (l limits) standings(ctx context.Context, ev *event.Event, m *matcher.Matcher) ([]matcher.Standing, error) {
	if !l.tooMany(ev) {
		return m.Standings(), nil
	}
	return l.shortlisted(ctx, ev, m)
}

// shortlisted joins the shortlists of both sides, session by session. A rank beyond a side's list is 0.
func (l limits) shortlisted(ctx context.Context, ev *event.Event, m *matcher.Matcher) ([]matcher.Standing, error) {
	type pair struct{ session, firm, buyer int }
	at := map[pair]int{}
	var ranked []matcher.Standing
	for session := range ev.Sessions {
		firms, buyers, err := m.MutualShortlists(ctx, session, l.bestIn(ev, &ev.Sessions[session]))
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
	slices.SortStableFunc(ranked, func(a, b matcher.Standing) int { return cmp.Compare(b.Score, a.Score) })
	return ranked, nil
}
