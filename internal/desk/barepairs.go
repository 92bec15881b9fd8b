package desk

import (
	"iter"
	"slices"

	"sangdam/event"
	"sangdam/matcher"
)

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

// barePair is the entry of a single pair, without ranks.
func barePair(who pairIn, s matcher.Standing) event.Pair {
	p := event.Pair{Session: who.session, Firm: who.firm, Buyer: who.buyer, Score: s.Score, Must: s.Must}
	if s.Excluded != "" {
		p.Excluded = &s.Excluded
	}
	return p
}

// with returns pairs and the named ones that are not among them. O(pairs + named).
func (c *compiled) with(pairs []event.Pair, named iter.Seq[pairIn]) []event.Pair {
	listed := make(map[pairIn]bool, len(pairs))
	for i := range pairs {
		listed[pairIn{pairs[i].Session, pairs[i].Firm, pairs[i].Buyer}] = true
	}
	all := slices.Clip(pairs)
	for who := range named {
		if s, ok := c.one(who); ok && !listed[who] {
			listed[who] = true
			all = append(all, barePair(who, s))
		}
	}
	return all
}

// settled yields the pairs whose meetings are not up to their score: what is fixed, and what somebody insists on.
func settled(ev *event.Event) iter.Seq[pairIn] {
	return func(yield func(pairIn) bool) {
		for _, f := range ev.Fixed {
			if !yield(pairIn{f.Session, f.Firm, f.Buyer}) {
				return
			}
		}
		for _, r := range ev.Requests {
			if r.Wish != event.Must {
				continue
			}
			for i := range ev.Sessions { // one of the two orders is of no pair
				id := ev.Sessions[i].ID
				if !yield(pairIn{id, r.From, r.To}) || !yield(pairIn{id, r.To, r.From}) {
					return
				}
			}
		}
	}
}

// held yields the pairs of the meetings of a schedule.
func held(s *event.Schedule) iter.Seq[pairIn] {
	return func(yield func(pairIn) bool) {
		for _, part := range s.Sessions {
			for _, m := range part.Meetings {
				if !yield(pairIn{part.Session, m.Firm, m.Buyer}) {
					return
				}
			}
		}
	}
}

// pairsFor are the pairs by which a schedule is checked: of a very large event those of its meetings, too, which need be on nobody's
// shortlist.
func (c *compiled) pairsFor(s *event.Schedule) []event.Pair {
	if !c.limits.tooMany(c.event) {
		return c.pairs()
	}
	return c.with(c.pairs(), held(s))
}

// beyond finds a pair that is on nobody's shortlist.
func (c *compiled) beyond(session, firm, buyer string) (event.Pair, bool) {
	who := pairIn{session, firm, buyer}
	s, ok := c.one(who)
	return barePair(who, s), ok
}
