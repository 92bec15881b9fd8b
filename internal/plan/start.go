package plan

import (
	"sangdam/event"
	"sangdam/scheduler"
)

// start carries an earlier schedule document over to the session at hand: meetings keep their pair, their time, and where they
// can their table. What the changed event no longer allows is left behind, so what is returned keeps every hard rule
// but what is fixed elsewhere. It returns nil when there is nothing to carry over.
func (st *site) start(earlier *event.Schedule) *scheduler.Schedule {
	if earlier == nil {
		return nil
	}
	var from []event.Meeting
	for _, s := range earlier.Sessions {
		if s.Session == st.session.ID {
			from = s.Meetings
		}
	}
	k := newKeeper(st)
	for _, f := range st.fixed {
		k.keep(f)
	}
	for i := range from {
		m := &from[i]
		e, ok := st.edge(m.Firm, m.Buyer)
		if !ok {
			continue
		}
		c, ok := st.candidateOf[e]
		if !ok {
			continue
		}
		if t, ok := st.slotOf(m); ok {
			table, named := st.tableOf[m.Table]
			if !named {
				table = open
			}
			k.keep(seat{candidate: c, slot: t, table: table, interpreter: open})
		}
	}
	if len(k.kept) == 0 {
		return nil
	}
	return scheduler.NewSchedule(k.meetings())
}

// slotOf finds the slot that begins when a meeting does; a meeting without a time keeps its number.
func (st *site) slotOf(m *event.Meeting) (int, bool) {
	if m.Start.IsZero() {
		return m.Slot, m.Slot >= 0 && m.Slot < len(st.session.Slots)
	}
	for t, slot := range st.session.Slots {
		if slot.Start.Equal(m.Start) {
			return t, true
		}
	}
	return 0, false
}

// A keeper takes in meetings one by one as long as all hard rules hold.
type keeper struct {
	*site
	kept    []seat
	has     map[int]bool
	held    []int
	inSlot  []map[int]int // by slot: meetings by person
	taken   [][]bool      // by slot and table
	left    []int         // by slot: free tables
	sharing []*sharing    // by slot
}

func newKeeper(st *site) *keeper {
	k := &keeper{site: st, has: map[int]bool{}, held: make([]int, len(st.people))}
	for t := range st.session.Slots {
		k.inSlot = append(k.inSlot, map[int]int{})
		taken := make([]bool, len(st.tables))
		for i, free := range st.tableFree {
			taken[i] = !has(free, t)
		}
		k.taken = append(k.taken, taken)
		k.left = append(k.left, st.rooms[t])
		k.sharing = append(k.sharing, newSharing(st, t))
	}
	return k
}

// keep takes a meeting in when it fits.
func (k *keeper) keep(m seat) {
	c := k.candidates[m.candidate]
	if k.has[m.candidate] || k.left[m.slot] == 0 {
		return
	}
	for _, who := range [2]int{c.firm, c.buyer} {
		p := &k.people[who]
		if !has(p.free, m.slot) || k.held[who] >= p.max || k.inSlot[m.slot][who] >= p.parallel {
			return
		}
	}
	if c.team != noTeam && !k.sharing[m.slot].serve(c.team) {
		return
	}
	if m.table != open && k.taken[m.slot][m.table] {
		m.table = open
	}
	if m.table != open {
		k.taken[m.slot][m.table] = true
	}
	k.left[m.slot]--
	for _, who := range [2]int{c.firm, c.buyer} {
		k.held[who]++
		k.inSlot[m.slot][who]++
	}
	k.has[m.candidate] = true
	k.kept = append(k.kept, m)
}

// meetings hands out the tables and interpreters that are still open.
func (k *keeper) meetings() []scheduler.Meeting {
	out := make([]scheduler.Meeting, 0, len(k.kept))
	for _, m := range k.kept {
		for t := 0; m.table == open; t++ {
			if !k.taken[m.slot][t] {
				k.taken[m.slot][t] = true
				m.table = t
			}
		}
		if team := k.candidates[m.candidate].team; team != noTeam {
			m.interpreter = k.sharing[m.slot].take(team)
		}
		out = append(out, scheduler.Meeting{
			Pair: scheduler.Pair(m.candidate), Slot: scheduler.Slot(m.slot),
			Table: scheduler.Table(m.table), Interpreter: scheduler.Interpreter(m.interpreter),
		})
	}
	return out
}
