package plan

import (
	"cmp"
	"slices"

	"sangdam/event"
	"sangdam/scheduler"
)

// Restate makes a whole part of a schedule document out of a session's meetings that were made or mended by hand. Of a
// meeting only firm, buyer and slot count; a table and an interpreter are kept when given, and else handed out where
// there is one. Times, scores, objective, reasons and certificates are made anew; the bound is a simple one, for nobody
// searched for better. The findings are the hard rules that the meetings break, located as meetings[i] in the order
// given; the part is right only when there are none.
func Restate(ev *event.Event, session string, meetings []event.Meeting, pairs []event.Pair) (event.SessionSchedule, []Finding, error) {
	part, found, err := Compile(ev, pairs).restate(session, meetings, true)
	return part, found, err
}

// Restate is that of the package without the pairs left out, which LeftOut tells. O(meetings · log meetings + candidates).
func (c *Compiled) Restate(session string, meetings []event.Meeting) (event.SessionSchedule, []Finding, error) {
	return c.restate(session, meetings, false)
}

func (c *Compiled) restate(session string, meetings []event.Meeting, leftOut bool) (event.SessionSchedule, []Finding, error) {
	st, err := c.site(session)
	if err != nil {
		return event.SessionSchedule{}, nil, err
	}
	r := reading{site: st, index: c.index}
	seats := r.drafts(meetings)
	if len(r.found) > 0 {
		return event.SessionSchedule{}, r.found, nil
	}
	st.handOut(seats)
	found := st.hardRules(seats, true)
	slices.SortStableFunc(seats, func(a, b seat) int {
		return cmp.Or(cmp.Compare(a.slot, b.slot), cmp.Compare(a.table, b.table))
	})
	o := st.measure(seats)
	res := scheduler.Result{Objective: o, Bound: scheduler.Objective{Score: max(o.Score, st.seatBound())}}
	part := st.named(seats, res)
	b := newBoard(st, seats)
	if leftOut {
		part.Unplaced = b.leftOut()
	}
	part.Shortfalls = b.shortfalls(false)
	part.Blocking = b.blocking(mostBlocking)
	part.Trace = []event.TracePoint{}
	return part, found, nil
}

// drafts reads meetings of which only firm, buyer and slot need be right, and table and interpreter when given.
func (r *reading) drafts(meetings []event.Meeting) []seat {
	complete := slices.Clone(meetings)
	for i := range complete {
		m := &complete[i]
		if e, ok := r.edge(m.Firm, m.Buyer); ok {
			if c, ok := r.candidateAt(e); ok {
				m.Score = figure(r.candidates[c].score)
			}
		}
		if m.Slot >= 0 && m.Slot < len(r.session.Slots) {
			m.Start, m.End = r.session.Slots[m.Slot].Start, r.session.Slots[m.Slot].End
		}
	}
	seats := r.meetings("meetings", complete)
	r.found = slices.DeleteFunc(r.found, func(f Finding) bool { return f.Rule == "H5" }) // no table is no fault yet
	return seats
}

// handOut gives tables and interpreters to those without, as far as there are any: the table where the meeting is fixed,
// else the one where the firm sits in the slot before or after, else the first that is free.
func (st *site) handOut(seats []seat) {
	for _, f := range st.fixed {
		for i := range seats {
			if s := &seats[i]; s.candidate == f.candidate && s.slot == f.slot && s.table == open {
				s.table = f.table
			}
		}
	}
	type place struct{ table, slot int }
	taken := map[place]bool{}
	sits := map[[2]int]int{} // by firm and slot
	for _, s := range seats {
		if s.table != open {
			taken[place{s.table, s.slot}] = true
			sits[[2]int{st.candidates[s.candidate].firm, s.slot}] = s.table
		}
	}
	bySlot := map[int][]int{}
	for i := range seats {
		s := &seats[i]
		bySlot[s.slot] = append(bySlot[s.slot], i)
		if s.table != open {
			continue
		}
		firm := st.candidates[s.candidate].firm
		for _, near := range [2]int{s.slot - 1, s.slot + 1} {
			if t, ok := sits[[2]int{firm, near}]; ok && s.table == open && has(st.tableFree[t], s.slot) && !taken[place{t, s.slot}] {
				s.table = t
			}
		}
		for t := range st.tables {
			if s.table == open && has(st.tableFree[t], s.slot) && !taken[place{t, s.slot}] {
				s.table = t
			}
		}
		if s.table != open {
			taken[place{s.table, s.slot}] = true
			sits[[2]int{firm, s.slot}] = s.table
		}
	}
	for slot := range st.session.Slots {
		st.interpret(slot, seats, bySlot[slot])
	}
}

// interpret finds interpreters for the meetings of a slot that need one and have none; those who serve already stay.
func (st *site) interpret(slot int, seats []seat, inSlot []int) {
	sharing := newSharing(st, slot)
	for _, i := range inSlot {
		if seats[i].interpreter != open {
			sharing.withhold(seats[i].interpreter)
		}
	}
	var served []int
	for _, i := range inSlot {
		team := st.candidates[seats[i].candidate].team
		if team != noTeam && seats[i].interpreter == open && sharing.serve(team) {
			served = append(served, i)
		}
	}
	for _, i := range served {
		seats[i].interpreter = sharing.take(st.candidates[seats[i].candidate].team)
	}
}

// seatBound is a limit on the score of any schedule: on each side, everybody's best pairs as far as its limit and its
// slots go; the smaller of the two sides. O(candidates · log candidates), once.
func (st *site) seatBound() int64 {
	st.once.sum.Do(func() { st.once.bound = st.bestSeats() })
	return st.once.bound
}

func (st *site) bestSeats() int64 {
	scores := make([][]int64, len(st.people))
	for _, c := range st.candidates[:len(st.candidates)-len(st.strangers)] {
		scores[c.firm] = append(scores[c.firm], c.score)
		scores[c.buyer] = append(scores[c.buyer], c.score)
	}
	var firms, buyers int64
	for who, own := range scores {
		p := &st.people[who]
		slices.Sort(own)
		for _, s := range own[max(0, len(own)-min(p.max, p.free.Len()*p.parallel)):] {
			if p.firm {
				firms += s
			} else {
				buyers += s
			}
		}
	}
	return min(firms, buyers)
}
