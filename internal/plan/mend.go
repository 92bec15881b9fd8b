package plan

import (
	"context"
	"slices"
	"time"

	"sangdam/event"
	"sangdam/scheduler"
)

// A mend repairs one session.
type mend struct {
	*site
	before *event.SessionSchedule
	past   int           // slots before it have begun
	seats  []seat        // published meetings that are still candidates, where they were; interpreter as it was
	gone   int           // published meetings that are no candidates any more
	off    map[int]bool  // candidates that are called off
	stand  map[int]seat  // of the fixed and of what has begun, by candidate
	sits   map[int]*seat // by candidate: its entry of seats
}

func newMend(st *site, before *event.SessionSchedule, c *event.Changes) *mend {
	m := &mend{site: st, before: before, off: map[int]bool{}, stand: map[int]seat{}, sits: map[int]*seat{}}
	if now, ok := c.Now.Get(); ok {
		for m.past < len(st.session.Slots) && st.session.Slots[m.past].Start.Before(now) {
			m.past++
		}
	}
	for _, called := range c.Cancelled {
		if e, ok := st.edge(called.Firm, called.Buyer); ok && called.Session == st.session.ID {
			if i, ok := st.candidateOf[e]; ok {
				m.off[i] = true
			}
		}
	}
	for i := range before.Meetings {
		if s, ok := m.published(&before.Meetings[i]); ok && !m.off[s.candidate] {
			m.seats = append(m.seats, s)
		} else {
			m.gone++
		}
	}
	for i := range m.seats {
		m.sits[m.seats[i].candidate] = &m.seats[i]
	}
	k := newKeeper(st)
	for _, f := range st.fixed {
		k.keep(f)
	}
	for _, s := range m.seats {
		if s.slot < m.past {
			s.interpreter = open
			k.keep(s)
		}
	}
	for _, s := range k.kept {
		m.stand[s.candidate] = s
	}
	return m
}

// published finds the seat of a published meeting; ok is false when its pair is no candidate any more.
func (m *mend) published(meeting *event.Meeting) (seat, bool) {
	e, ok := m.edge(meeting.Firm, meeting.Buyer)
	if !ok {
		return seat{}, false
	}
	c, ok := m.candidateOf[e]
	if !ok {
		return seat{}, false
	}
	t, ok := m.slotOf(meeting)
	if !ok {
		return seat{}, false
	}
	s := seat{candidate: c, slot: t, table: open, interpreter: open}
	if k, ok := m.tableOf[meeting.Table]; ok {
		s.table = k
	}
	if i, ok := m.interpreterOf[meeting.Interpreter]; ok {
		s.interpreter = i
	}
	return s, true
}

// spec describes the session with what has begun fixed, and without what is called off or gone by.
func (m *mend) spec() scheduler.Spec {
	spec := m.site.spec()
	spec.Fixed = nil
	gone := scheduler.AllSlots(m.past)
	all := scheduler.AllSlots(len(m.session.Slots))
	for i := range spec.Pairs {
		switch s, stands := m.stand[i]; {
		case stands:
			spec.Fixed = append(spec.Fixed, fixedMeeting(s))
		case m.off[i]:
			spec.Pairs[i].Unavailable = all
		default:
			spec.Pairs[i].Unavailable = gone
		}
	}
	return spec
}

func fixedMeeting(s seat) scheduler.FixedMeeting {
	return scheduler.FixedMeeting{
		Pair: scheduler.Pair(s.candidate), Slot: scheduler.Slot(s.slot), Table: scheduler.Table(s.table), Interpreter: scheduler.NoInterpreter,
	}
}

// wishes are the published meetings that do not stand already, and the musts that are not among them.
func (m *mend) wishes() []scheduler.Wish {
	var out []scheduler.Wish
	for i, c := range m.candidates {
		if _, stands := m.stand[i]; stands || m.off[i] {
			continue
		}
		if s := m.sits[i]; s != nil {
			out = append(out, scheduler.Wish{Pair: scheduler.Pair(i), Slot: scheduler.Slot(s.slot)})
		} else if c.must {
			out = append(out, scheduler.Wish{Pair: scheduler.Pair(i), Slot: scheduler.NoSlot})
		}
	}
	return out
}

// run mends the session: first the least damage, then the best schedule that does no more.
func (m *mend) run(ctx context.Context, whole *Repaired, opt RepairOptions) (event.SessionSchedule, SessionRepair, error) {
	began := opt.Clock()
	spec := m.spec()
	in, err := m.instanceOf(spec)
	if err != nil {
		return event.SessionSchedule{}, SessionRepair{}, err
	}
	wishes := m.wishes()
	proof, cancel := mostOf(ctx)
	defer cancel()
	least, err := scheduler.Mend(proof, in, wishes, scheduler.MendOptions{Seed: opt.Seed, Conflicts: opt.Iterations})
	if err != nil {
		return event.SessionSchedule{}, SessionRepair{}, err
	}
	seats, err := m.complete(ctx, spec, wishes, least.Slots, opt)
	if err != nil {
		return event.SessionSchedule{}, SessionRepair{}, err
	}
	m.keepInterpreters(seats)
	meetings := make([]event.Meeting, len(seats))
	for i, s := range seats {
		meetings[i] = m.meeting(s)
	}
	part, found, err := Restate(whole.Event, m.session.ID, meetings, whole.Pairs)
	if err == nil && len(found) > 0 {
		err = findingsError(found)
	}
	part.Seed, part.Seconds = opt.Seed, seconds(opt.Clock().Sub(began))
	if ctx.Err() != nil {
		part.Stopped = stopped(ctx, scheduler.Result{Stopped: true})
	}
	return part, SessionRepair{
		Session:     m.session.ID,
		Lost:        m.gone + least.Damage.Lost,
		Moved:       least.Damage.Moved,
		MustMissed:  part.Objective.MustMissed,
		LostAtLeast: m.gone + least.Bound.Lost, MovedAtLeast: least.Bound.Moved,
		LeastHarm: least.Proven(),
	}, err
}

// mostOf gives the proof two thirds of the time there is, so that some is left to fill the free places.
func mostOf(ctx context.Context) (context.Context, context.CancelFunc) {
	end, limited := ctx.Deadline()
	if !limited {
		return ctx, func() {}
	}
	return context.WithDeadline(ctx, end.Add(-time.Until(end)/3))
}

// complete fixes the meetings that stay, holds those that move, and seeks the best schedule with them.
func (m *mend) complete(ctx context.Context, spec scheduler.Spec, wishes []scheduler.Wish, slots []scheduler.Slot, opt RepairOptions) ([]seat, error) {
	all := scheduler.AllSlots(len(m.session.Slots))
	k := newKeeper(m.site)
	for _, f := range spec.Fixed {
		k.keep(m.stand[int(f.Pair)])
	}
	wished := map[int]bool{}
	var moved []seat
	for i, w := range wishes {
		c := int(w.Pair)
		wished[c] = true
		p := &spec.Pairs[c]
		p.Must = slots[i] != scheduler.NoSlot
		switch {
		case slots[i] == scheduler.NoSlot && w.Slot != scheduler.NoSlot: // lost: it does not come back by a detour
			p.Unavailable = all
		case slots[i] == scheduler.NoSlot:
		case slots[i] == w.Slot:
			s := *m.sits[c]
			s.interpreter = open
			k.keep(s)
			spec.Fixed = append(spec.Fixed, fixedMeeting(k.kept[len(k.kept)-1]))
		default:
			moved = append(moved, seat{candidate: c, slot: int(slots[i]), table: open, interpreter: open})
		}
	}
	if opt.KeepGaps {
		for i := range spec.Pairs {
			if _, stands := m.stand[i]; !stands && !wished[i] {
				spec.Pairs[i].Unavailable = all
			}
		}
	}
	for _, s := range moved {
		k.keep(s)
	}
	in, err := m.instanceOf(spec)
	if err != nil {
		return nil, err
	}
	start := scheduler.NewSchedule(k.meetings())
	solving := opt.core(start)
	res := scheduler.Solve(ctx, in, solving)
	if res.Schedule == nil {
		res.Schedule = start
	}
	return m.site.seats(notWorse(res, in, solving).Schedule.Meetings()), nil
}

// keepInterpreters shares out the interpreters of each slot again so that as many published meetings as can be keep theirs:
// those who serve as before are a matching that shortest augmenting paths extend, each taking as few away as possible
// (successive shortest paths; all costs are 0 or 1).
func (m *mend) keepInterpreters(seats []seat) {
	bySlot := map[int][]int{}
	for i, s := range seats {
		if m.candidates[s.candidate].team != noTeam {
			bySlot[s.slot] = append(bySlot[s.slot], i)
		}
	}
	for slot := range m.session.Slots {
		serves := make([]int, len(m.interpreters)) // by interpreter: an index into seats, or open
		for i := range serves {
			serves[i] = open
		}
		var waiting []int
		for _, i := range bySlot[slot] {
			s := &seats[i]
			old := m.sits[s.candidate]
			s.interpreter = open
			if old != nil && old.slot == slot && old.interpreter != open && m.able(s.candidate, old.interpreter, slot) && serves[old.interpreter] == open {
				s.interpreter = old.interpreter
				serves[old.interpreter] = i
				continue
			}
			waiting = append(waiting, i)
		}
		for _, i := range waiting {
			m.displace(seats, serves, i, slot)
		}
	}
}

// able reports whether an interpreter can serve a candidate in a slot.
func (m *mend) able(candidate, interpreter, slot int) bool {
	team := m.candidates[candidate].team
	return slices.Contains(m.teams[team], interpreter) && has(m.interpreters[interpreter], slot)
}

// displace gives a meeting an interpreter along a path on which the fewest others change theirs, by breadth-first search.
func (m *mend) displace(seats []seat, serves []int, i, slot int) {
	from := make([]int, len(serves)) // by interpreter: the meeting that would take it
	for k := range from {
		from[k] = open
	}
	queue := []int{i}
	for len(queue) > 0 {
		at := queue[0]
		queue = queue[1:]
		for k := range serves {
			if from[k] != open || !m.able(seats[at].candidate, k, slot) {
				continue
			}
			from[k] = at
			if serves[k] != open {
				queue = append(queue, serves[k])
				continue
			}
			for free := k; free != open; { // along the path back
				taker := from[free]
				free, seats[taker].interpreter, serves[free] = seats[taker].interpreter, free, taker
			}
			return
		}
	}
}
