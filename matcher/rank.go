package matcher

import (
	"cmp"
	"runtime"
	"slices"
	"sync/atomic"

	"sangdam/event"
	"sangdam/internal/crew"
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
	standings := m.inOrder(m.Judged())
	m.number(standings)
	return standings
}

// Judged scores every pair of every session without ranking them: session by session, firm by firm, with ranks of 0. Firms are
// shared out over the processors; the result does not depend on how many.
func (m *Matcher) Judged() []Standing {
	type row struct{ session, firm int }
	var rows []row
	for i := range m.sessions {
		for _, f := range m.sessions[i].firms {
			rows = append(rows, row{i, f})
		}
	}
	parts := make([][]Standing, len(rows))
	var next atomic.Int64
	var workers crew.Crew
	for range min(runtime.GOMAXPROCS(0), len(rows)) {
		workers.Go(func() {
			scorers := make([]*scorer, len(m.sessions))
			for n := int(next.Add(1)) - 1; n < len(rows); n = int(next.Add(1)) - 1 {
				r := rows[n]
				if scorers[r.session] == nil {
					scorers[r.session] = m.scorer(&m.sessions[r.session])
				}
				parts[n] = m.row(scorers[r.session], r.session, r.firm)
			}
		})
	}
	workers.Wait()
	return slices.Concat(parts...)
}

// row judges a firm's pairs in a session. Pairs with given scores, wishes, controls or a fixed meeting take the long way.
func (m *Matcher) row(s *scorer, session, firm int) []Standing {
	p := s.place
	id := m.event.Firms[firm].ID
	wishes := m.index.WishesOf(id)
	out := make([]Standing, 0, len(p.buyers))
	s.load(true, firm)
	for _, b := range p.buyers {
		buyer := m.event.Buyers[b].ID
		wish, asked := wishes[buyer]
		if asked || m.given != nil || len(p.controls) > 0 || len(m.fixed) > 0 {
			if c := m.consider(session, firm, b, wish); c != nil {
				out = append(out, Standing{Session: session, Firm: firm, Buyer: b, Score: float64(c.score) / Unit, Must: c.must, Excluded: c.ruled})
			}
			continue
		}
		score := s.score(firm, b)
		out = append(out, Standing{Session: session, Firm: firm, Buyer: b, Score: float64(score) / Unit,
			Excluded: m.ruleOut(&s.view, score, false, false, false, false)})
	}
	return out
}

// inOrder sorts standings as the match document has them: candidates first, by score, then session, firm and buyer. All of that
// fits into one number a standing, so that what is moved while sorting is small.
func (m *Matcher) inOrder(standings []Standing) []Standing {
	firms, buyers := m.byID(true), m.byID(false)
	type place struct {
		key   uint64 // excluded, missing score, session, firm, buyer
		index int32
	}
	places := make([]place, len(standings))
	for i, s := range standings {
		key := uint64(Unit - units(s.Score))
		if s.Excluded != "" {
			key += Unit + 1
		}
		position := (uint64(s.Session)*uint64(len(firms))+uint64(firms[s.Firm]))*uint64(len(buyers)) + uint64(buyers[s.Buyer])
		places[i] = place{key<<48 | position, int32(i)}
	}
	slices.SortFunc(places, func(a, b place) int { return cmp.Compare(a.key, b.key) })
	sorted := make([]Standing, len(standings))
	for i, p := range places {
		sorted[i] = standings[p.index]
	}
	return sorted
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
