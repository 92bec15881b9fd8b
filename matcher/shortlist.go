package matcher

import (
	"cmp"
	"context"
	"iter"
	"runtime"
	"slices"
	"sync/atomic"

	"sangdam/internal/crew"
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
// Pairs are searched by topic, the most hopeful clusters of topics first. A cluster is skipped when what its sectors and codes
// allow, with a bound on its texts and all other factors taken to be perfect, cannot reach the list's last score; a pair, when
// the exact grades of its other factors do not let it. Pairs
// with a wish are scored one by one. The time follows the number of pairs that are nearly good enough; where nobody states anything
// that is all of them. Memory is linear. The work is spread over
// the processors; the result does not depend on how many. It ends early, with its error, when ctx is done.
func (m *Matcher) Shortlists(ctx context.Context, session int, of Of, k int) (iter.Seq2[int, []Standing], error) {
	s := m.newSearch(session, bool(of), k)
	s.run(ctx)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return m.yield(session, of, s.lists), nil
}

// MutualShortlists is Shortlists of the firms and of the buyers at once, in less time than one after the other: what is found for
// the firms is where the search for the buyers begins.
func (m *Matcher) MutualShortlists(ctx context.Context, session, k int) (firms, buyers iter.Seq2[int, []Standing], err error) {
	second := m.newSearch(session, bool(OfBuyers), k)
	first := m.newSearch(session, bool(OfFirms), k)
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

// A search is the state shared by the workers: the lists, and what bounds them.
type search struct {
	m       *Matcher
	place   *meetingPlace
	firms   bool
	k       int
	lists   []shortlist
	order   []int32 // of the other side: position by id
	takes   []bool  // of the other side: takes part in the session
	others  *atlas
	special map[[2]int]bool // pairs (firm, buyer) that are scored one by one
	outlook *outlook
	tally   *tally
	// profiles of the side whose lists are wanted, and of the other
	mine, theirs []profile
	// mirror, when not nil, are lists of the other side, which get to know every pair that enters one of lists; rank is then the
	// position by id of the side whose lists are wanted.
	mirror []shortlist
	rank   []int32
}

// newSearch makes a search whose lists hold the pairs that are scored one by one.
func (m *Matcher) newSearch(session int, firms bool, k int) *search {
	place := &m.sessions[session]
	mine, theirs := place.firms, place.buyers
	s := &search{m: m, place: place, firms: firms, k: k, special: map[[2]int]bool{}, outlook: m.outlook(place), tally: m.tally()}
	s.lists = make([]shortlist, len(m.firms))
	s.order, s.takes = m.byID(!firms), make([]bool, len(m.buyers))
	s.mine, s.theirs = s.outlook.firms, s.outlook.buyers
	if !firms {
		s.mine, s.theirs = s.theirs, s.mine
		mine, theirs = theirs, mine
		s.lists, s.takes = make([]shortlist, len(m.buyers)), make([]bool, len(m.firms))
	}
	for _, index := range mine {
		s.lists[index].entries = make([]entry, 0, k)
	}
	for _, index := range theirs {
		s.takes[index] = true
	}
	if k > 0 {
		s.specials(session)
	}
	return s
}

// run fills the lists, from whatever they hold already.
func (s *search) run(ctx context.Context) {
	l := s.m.layout()
	if s.k <= 0 || s.m.given != nil {
		return
	}
	s.others = l.chart(l.side(!s.firms), s.takes)
	owners := s.owners(l.side(s.firms))
	var next atomic.Int64
	var workers crew.Crew
	for range min(runtime.GOMAXPROCS(0), len(owners)) {
		workers.Go(func() {
			w := s.searcher()
			for n := int(next.Add(1)) - 1; n < len(owners) && ctx.Err() == nil; n = int(next.Add(1)) - 1 {
				w.run(int(owners[n]))
			}
		})
	}
	workers.Wait()
	s.others = nil
}

// owners are those whose lists are wanted, in an order in which those that offer or need the same follow each other: they look
// into the same regions.
func (s *search) owners(l *laidSide) []int32 {
	type place struct{ main, sectors, codes, owner int32 }
	var places []place
	for index := range s.lists {
		if s.lists[index].entries == nil {
			continue
		}
		topic := l.first[index]
		t := l.textOf(int(topic))
		places = append(places, place{t.concepts.main(), l.sectors[topic], l.codes[topic], int32(index)})
	}
	slices.SortFunc(places, func(a, b place) int {
		return cmp.Or(cmp.Compare(a.main, b.main), cmp.Compare(a.sectors, b.sectors), cmp.Compare(a.codes, b.codes), cmp.Compare(a.owner, b.owner))
	})
	owners := make([]int32, len(places))
	for i := range places {
		owners[i] = places[i].owner
	}
	return owners
}

// isSpecial reports whether the pair of one of the side whose lists are wanted and one of the other is scored one by one.
func (s *search) isSpecial(owner, partner int) bool {
	if !s.firms {
		owner, partner = partner, owner
	}
	return s.special[[2]int{owner, partner}]
}

// specials scores the pairs whose score does not follow from the two sides alone: those with a wish, fixed ones, and all that
// are listed where scores are given.
func (s *search) specials(session int) {
	pairs := map[[2]string]bool{}
	for _, r := range s.m.event.Requests {
		pairs[[2]string{r.From, r.To}], pairs[[2]string{r.To, r.From}] = true, true
	}
	for _, f := range s.m.event.Fixed {
		pairs[[2]string{f.Firm, f.Buyer}] = true
	}
	for key := range s.m.given {
		pairs[[2]string{key.firm, key.buyer}] = true
	}
	firms, buyers := s.m.numbers()
	for pair := range pairs {
		f, isFirm := firms[pair[0]]
		b, isBuyer := buyers[pair[1]]
		if !isFirm || !isBuyer {
			continue
		}
		s.special[[2]int{f, b}] = true
		mine, other := f, b
		if !s.firms {
			mine, other = b, f
		}
		if s.lists[mine].entries == nil || !s.takes[other] {
			continue
		}
		if c := s.m.consider(session, f, b, s.m.index.Wishes(pair[0], pair[1])); c != nil && c.ruled == "" {
			s.lists[mine].offer(entry{int32(c.score), int32(other), s.order[other]}, s.k)
		}
	}
}

// numbers are the indices of firms and buyers by id, the first of equals.
func (m *Matcher) numbers() (firms, buyers map[string]int) {
	firms, buyers = make(map[string]int, len(m.firms)), make(map[string]int, len(m.buyers))
	for i := range m.event.Firms {
		if _, taken := firms[m.event.Firms[i].ID]; !taken {
			firms[m.event.Firms[i].ID] = i
		}
	}
	for i := range m.event.Buyers {
		if _, taken := buyers[m.event.Buyers[i].ID]; !taken {
			buyers[m.event.Buyers[i].ID] = i
		}
	}
	return firms, buyers
}

// byID gives each firm's or buyer's position in the order of ids.
func (m *Matcher) byID(firms bool) []int32 {
	n, id := len(m.buyers), func(i int) string { return m.event.Buyers[i].ID }
	if firms {
		n, id = len(m.firms), func(i int) string { return m.event.Firms[i].ID }
	}
	sorted := make([]int, n)
	for i := range sorted {
		sorted[i] = i
	}
	slices.SortStableFunc(sorted, func(a, b int) int {
		switch x, y := id(a), id(b); {
		case x < y:
			return -1
		case x > y:
			return 1
		}
		return 0
	})
	order := make([]int32, n)
	for position, i := range sorted {
		order[i] = int32(position)
	}
	return order
}
