package matcher

import (
	"cmp"
	"context"
	"runtime"
	"slices"
	"sync/atomic"

	"sangdam/internal/crew"
)

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
	mine, theirs   []profile
	least, largest float64 // volume of the other side, where all state it; else 0 and infinity
	// mirror, when not nil, are lists of the other side, which get to know every pair that enters one of lists; rank is then the
	// position by id of the side whose lists are wanted.
	mirror []shortlist
	rank   []int32
}

// newSearch makes a search whose lists hold the pairs that are scored one by one.
func (m *Matcher) newSearch(o *outlook, session int, firms bool, k int) *search {
	mine, theirs := o.place.firms, o.place.buyers
	s := &search{m: m, place: o.place, firms: firms, k: k, special: map[[2]int]bool{}, outlook: o, tally: m.tally()}
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
	s.survey()
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
