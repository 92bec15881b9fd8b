package event

import "slices"

// fixedCounts hold, while the fixed meetings are walked in order, what the earlier ones have taken.
type fixedCounts struct {
	pairs  map[[3]string]*place // by session, firm, buyer
	tables map[seat]*place      // by session, slot, table
	rooms  map[seat]int         // meetings by session, slot
	busy   map[seat]int         // meetings by session, slot, company
	total  map[[2]string]int    // meetings by session, company
	desks  map[seat]*desk       // interpreters by session, slot
}

// A seat is a table or a company in a slot of a session.
type seat struct {
	session string
	slot    int
	name    string
}

// fixed checks that the fixed meetings keep every hard rule, alone and together.
func (v *validator) fixed(at *place) {
	n := fixedCounts{
		pairs: make(map[[3]string]*place), tables: make(map[seat]*place), rooms: make(map[seat]int),
		busy: make(map[seat]int), total: make(map[[2]string]int), desks: make(map[seat]*desk),
	}
	tables := make(map[string]map[string]bool)
	for i, m := range v.event.Fixed {
		at := at.item(i)
		s, f, b, ok := v.meeting(at, m.Session, m.Firm, m.Buyer)
		if s == nil {
			continue
		}
		if tables[s.ID] == nil {
			tables[s.ID] = tableSet(s.Tables)
		}
		slotOK := 0 <= m.Slot && m.Slot < len(s.Slots)
		if !slotOK {
			v.add(at.field("slot"), CodeNoSuchSlot, Args{"got": plain(m.Slot), "last": plain(len(s.Slots) - 1)})
		}
		if m.Table != "" && !tables[s.ID][m.Table] {
			v.nowhere(at.field("table"), m.Table, tableWord, s.Tables.List)
		}
		if ok {
			v.fixedPair(at, m, &n)
		}
		if ok && slotOK {
			v.fixedSides(at, m, s, f, b, &n)
			v.fixedRoom(at, m, s, &n)
			v.fixedInterpreter(at, m, s, f, b, &n)
		}
	}
}

func tableSet(t Tables) map[string]bool {
	set := make(map[string]bool)
	for _, name := range t.List() {
		set[name] = true
	}
	return set
}

func (v *validator) fixedPair(at *place, m Fixed, n *fixedCounts) {
	key := [3]string{m.Session, m.Firm, m.Buyer}
	if first, twice := n.pairs[key]; twice {
		v.add(at, CodePairTwice, Args{"firm": plain(m.Firm), "buyer": plain(m.Buyer), "first": plain(first)})
	} else {
		n.pairs[key] = at
	}
	if v.index.Wishes(m.Firm, m.Buyer).Refused() {
		v.add(at, CodeFixedRefused, Args{"firm": plain(m.Firm), "buyer": plain(m.Buyer)})
	}
}

// fixedSides checks availability and limits of firm and buyer.
func (v *validator) fixedSides(at *place, m Fixed, s *Session, f *Firm, b *Buyer, n *fixedCounts) {
	firm, _ := f.In(s)
	buyer, _ := b.In(s)
	v.fixedSide(at, m, s, m.Firm, firm, n)
	v.fixedSide(at, m, s, m.Buyer, buyer, n)
}

func (v *validator) fixedSide(at *place, m Fixed, s *Session, id string, p Participation, n *fixedCounts) {
	if !isFree(s.Slots[m.Slot], p.Unavailable) {
		v.add(at.field("slot"), CodeUnavailable, Args{
			"got": plain(id), "slot": plain(m.Slot), "start": plainTime(s.Slots[m.Slot].Start),
		})
	}
	limits := p.Limits()
	in := seat{s.ID, m.Slot, id}
	if n.busy[in]++; n.busy[in] > limits.Parallel {
		v.add(at.field("slot"), CodeParallelExceeded, Args{
			"got": plain(id), "slot": plain(m.Slot), "limit": plain(limits.Parallel),
		})
	}
	all := [2]string{s.ID, id}
	if n.total[all]++; n.total[all] > limits.Max {
		v.add(at, CodeMaxExceeded, Args{"got": plain(id), "limit": plain(limits.Max)})
	}
}

// fixedRoom checks that each table holds one meeting, and that there are tables enough for those without a name.
func (v *validator) fixedRoom(at *place, m Fixed, s *Session, n *fixedCounts) {
	if m.Table != "" {
		if !isFree(s.Slots[m.Slot], s.TablesUnavailable[m.Table]) {
			v.add(at.field("table"), CodeUnavailable, Args{
				"got": plain(cut(m.Table)), "slot": plain(m.Slot), "start": plainTime(s.Slots[m.Slot].Start),
			})
			return
		}
		table := seat{s.ID, m.Slot, m.Table}
		if first, taken := n.tables[table]; taken {
			v.add(at.field("table"), CodeTableTaken, Args{
				"got": plain(cut(m.Table)), "slot": plain(m.Slot), "first": plain(first),
			})
			return
		}
		n.tables[table] = at
	}
	room := seat{s.ID, m.Slot, ""}
	limit := s.Tables.Len()
	for _, times := range s.TablesUnavailable {
		if !isFree(s.Slots[m.Slot], times) {
			limit--
		}
	}
	if n.rooms[room]++; n.rooms[room] > limit {
		v.add(at.field("slot"), CodeTablesExceeded, Args{"slot": plain(m.Slot), "limit": plain(limit)})
	}
}

// fixedInterpreter checks that the meetings of a slot that need an interpreter can each have one.
func (v *validator) fixedInterpreter(at *place, m Fixed, s *Session, f *Firm, b *Buyer, n *fixedCounts) {
	if !s.NeedsInterpreter(f, b) {
		return
	}
	able := slices.DeleteFunc(s.AbleInterpreters(f, b), func(i int) bool {
		return !isFree(s.Slots[m.Slot], s.Interpreters[i].Unavailable)
	})
	room := seat{s.ID, m.Slot, ""}
	if n.desks[room] == nil {
		n.desks[room] = newDesk()
	}
	if !n.desks[room].seat(able) {
		v.add(at.field("slot"), CodeNoInterpreter, Args{
			"firm": plain(m.Firm), "buyer": plain(m.Buyer), "slot": plain(m.Slot),
		})
	}
}
