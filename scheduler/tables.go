package scheduler

import (
	"cmp"
	"slices"
)

// seatTables gives every placed pair a table such that participants change tables seldom.
//
// A link joins two consecutive meetings of a participant on a day; it is kept when both are at one table. Two links that
// leave the same meeting for the same slot cannot both be kept, nor two that reach the same meeting from the same slot.
// So each link is in conflict with at most two others, the conflicts form paths and cycles, and the most links that can
// be kept are found exactly by dynamic programming (linkings.go). Hosts go before others, and those who meet most among
// equals: a firm keeps its table and buyers rotate. Linked meetings form chains, which are laid on tables, the longest
// first, each on the emptiest table that is free all along, so that hosts share one only when tables are short; where that
// cuts a chain, on the fullest instead. Then suffixes of two tables' days are swapped as long as that helps.
//
// O(m log m + chains · tables · slots) for m meetings.
func (p *placement) seatTables() []Table {
	s := newSeatingPlan(p)
	chains := s.chains(s.keptLinks())
	if !s.layAll(chains, emptiest) {
		s = newSeatingPlan(p)
		s.layAll(chains, fullest)
	}
	s.improve()
	return s.table
}

// layAll lays every chain and reports whether none was cut.
func (s *seatingPlan) layAll(chains [][]Pair, rather func(taken, most int) bool) bool {
	whole := true
	for _, c := range chains {
		whole = s.lay(c, rather) && whole
	}
	return whole
}

// Which table a chain rather takes, by the meetings already there.
func emptiest(taken, other int) bool { return taken < other }
func fullest(taken, other int) bool  { return taken > other }

// A seatingPlan says which pair is at which table.
type seatingPlan struct {
	*placement
	table  []Table   // by pair
	at     []Pair    // by table · slots + slot; -1 for none
	taken  []int     // by table: its meetings
	next   [][2]Pair // by pair: the next meeting of the day of its first and second participant, -1 for none
	prev   [][2]Pair
	pinned []bool // by pair: its table is fixed
}

func newSeatingPlan(p *placement) *seatingPlan {
	n := len(p.in.pairs)
	s := &seatingPlan{
		placement: p, table: make([]Table, n), pinned: make([]bool, n),
		taken: make([]int, len(p.in.tables)),
		at:    slices.Repeat([]Pair{-1}, len(p.in.tables)*p.slots),
		next:  slices.Repeat([][2]Pair{{-1, -1}}, n), prev: slices.Repeat([][2]Pair{{-1, -1}}, n),
	}
	for e := range s.table {
		s.table[e] = NoTable
	}
	for _, f := range p.in.fixed {
		if f.Table != NoTable {
			s.seat(f.Pair, f.Table)
			s.pinned[f.Pair] = true
		}
	}
	for u := range p.in.participants {
		last := Pair(-1)
		for _, e := range p.agenda(Participant(u)) {
			if last >= 0 && p.in.days[p.when[last]] == p.in.days[p.when[e]] {
				s.next[last][s.end(last, u)] = e
				s.prev[e][s.end(e, u)] = last
			}
			last = e
		}
	}
	return s
}

// end is 0 when u is the first participant of e, 1 when it is the second.
func (s *seatingPlan) end(e Pair, u int) int {
	if int(s.in.pairs[e].a) == u {
		return 0
	}
	return 1
}

// agenda lists the meetings of u in time order.
func (p *placement) agenda(u Participant) []Pair {
	var out []Pair
	for t := range p.slots {
		for s := p.seat[u]; s < p.seat[u+1]; s++ {
			if e := p.at[int(s)*p.slots+t]; e >= 0 {
				out = append(out, Pair(e))
			}
		}
	}
	return out
}

func (s *seatingPlan) seat(e Pair, at Table) {
	s.table[e] = at
	s.taken[at]++
	s.at[int(at)*s.slots+int(s.when[e])] = e
}

// free reports whether e could sit at the table, as things are.
func (s *seatingPlan) free(e Pair, at Table) bool {
	t := s.when[e]
	return s.at[int(at)*s.slots+int(t)] < 0 && s.in.tables[at].Has(t)
}

// chains joins meetings over kept links, pinned ones first, then the longest first. A link that would bring two meetings
// of one slot, or two different pinned tables, into a chain is dropped.
func (s *seatingPlan) chains(links []link) [][]Pair {
	root := make([]Pair, len(s.in.pairs))
	members := map[Pair][]Pair{}
	var roots []Pair
	for e, t := range s.when {
		root[e] = Pair(e)
		if t != NoSlot {
			members[Pair(e)] = []Pair{Pair(e)}
			roots = append(roots, Pair(e))
		}
	}
	for _, l := range links {
		a, b := root[l.from], root[l.to]
		if a == b || s.clash(members[a], members[b]) {
			continue
		}
		for _, e := range members[b] {
			root[e] = a
		}
		members[a] = append(members[a], members[b]...)
		delete(members, b)
	}
	var out [][]Pair
	for _, e := range roots {
		if c, ok := members[e]; ok {
			slices.SortFunc(c, func(e, f Pair) int { return int(s.when[e] - s.when[f]) })
			out = append(out, c)
		}
	}
	pins := func(c []Pair) int {
		if s.pin(c) != NoTable {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(out, func(a, b []Pair) int {
		return cmp.Or(cmp.Compare(pins(a), pins(b)), cmp.Compare(len(b), len(a)))
	})
	return out
}

// pin returns the fixed table of a chain, or NoTable.
func (s *seatingPlan) pin(c []Pair) Table {
	for _, e := range c {
		if s.pinned[e] {
			return s.table[e]
		}
	}
	return NoTable
}

func (s *seatingPlan) clash(a, b []Pair) bool {
	if x, y := s.pin(a), s.pin(b); x != NoTable && y != NoTable && x != y {
		return true
	}
	for _, e := range a {
		for _, f := range b {
			if s.when[e] == s.when[f] {
				return true
			}
		}
	}
	return false
}

// lay seats a chain at its pinned table, or at the table that is free longest and that it rather takes among equals; where
// no table is free all along, the chain is cut, and false returned.
func (s *seatingPlan) lay(c []Pair, rather func(taken, other int) bool) bool {
	whole := true
	for len(c) > 0 {
		best, most := NoTable, 0
		try := func(at Table) {
			n := 0
			for n < len(c) && (s.table[c[n]] == at || (s.table[c[n]] == NoTable && s.free(c[n], at))) {
				n++
			}
			if n > most || (n == most && n > 0 && rather(s.taken[at], s.taken[best])) {
				best, most = at, n
			}
		}
		if pin := s.pin(c); pin != NoTable {
			try(pin)
		}
		if most < len(c) {
			for at := range s.in.tables {
				try(Table(at))
			}
		}
		for _, e := range c[:most] {
			if s.table[e] == NoTable {
				s.seat(e, best)
			}
		}
		c = c[most:]
		whole = whole && len(c) == 0
	}
	return whole
}
