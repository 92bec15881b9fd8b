package plan

import (
	"cmp"
	"slices"
	"strings"

	"sangdam/event"
	"sangdam/scheduler"
)

// A board is a schedule laid out so that one can see at a glance, slot by slot, who is busy and what is taken. It is
// read off the meetings alone, whoever made them.
type board struct {
	*site
	placed  []bool               // by candidate: it has a meeting
	own     [][]seat             // by person: its meetings, the least good first
	busy    []scheduler.SlotSet  // by person: the slots in which every seat of it is taken
	full    []bool               // by person: no meeting more, whenever it be
	noTable scheduler.SlotSet    // the slots in which every table is taken
	lacking []scheduler.SlotSet  // by team: the slots in which none of it could serve one meeting more
	held    map[int][]event.Held // by person, made when asked for
	clock   []string             // by slot: when it begins, made when asked for
}

// boardOf reads the meetings of a session and lays them out. What does not fit the event is an error.
func boardOf(ev *event.Event, session string, meetings []event.Meeting, pairs []event.Pair) (*board, error) {
	st, err := siteOf(ev, session, pairs)
	if err != nil {
		return nil, err
	}
	r := reading{site: st, index: event.NewIndex(ev)}
	seats := r.meetings("meetings", meetings)
	if len(r.found) > 0 {
		return nil, findingsError(r.found)
	}
	return newBoard(st, seats), nil
}

// newBoard lays out meetings. O(meetings · log meetings + people · slots/64 + teams · slots · interpreters).
func newBoard(st *site, meetings []seat) *board {
	n := len(st.session.Slots)
	b := &board{
		site:    st,
		placed:  make([]bool, len(st.candidates)),
		own:     make([][]seat, len(st.people)),
		busy:    make([]scheduler.SlotSet, len(st.people)),
		full:    make([]bool, len(st.people)),
		noTable: make(scheduler.SlotSet, (n+63)/64),
		lacking: make([]scheduler.SlotSet, len(st.teams)),
		held:    map[int][]event.Held{},
	}
	inSlot := make([][]seat, n)
	for _, m := range meetings {
		c := st.candidates[m.candidate]
		b.placed[m.candidate] = true
		b.own[c.firm] = append(b.own[c.firm], m)
		b.own[c.buyer] = append(b.own[c.buyer], m)
		inSlot[m.slot] = append(inSlot[m.slot], m)
	}
	count := make([]int, n)
	for i := range st.people {
		p := &st.people[i]
		clear(count)
		for _, m := range b.own[i] {
			if count[m.slot]++; count[m.slot] == p.parallel {
				b.busy[i].Add(scheduler.Slot(m.slot))
			}
		}
		b.full[i] = len(b.own[i]) >= p.max || none(without(p.free, b.busy[i]))
		slices.SortFunc(b.own[i], func(x, y seat) int {
			return cmp.Or(cmp.Compare(st.candidates[x.candidate].score, st.candidates[y.candidate].score), cmp.Compare(x.slot, y.slot), cmp.Compare(x.table, y.table))
		})
	}
	for t, ms := range inSlot {
		if len(ms) >= st.rooms[t] {
			b.noTable.Add(scheduler.Slot(t))
		}
		b.share(t, ms)
	}
	return b
}

// share notes the teams that could serve no further meeting in a slot, however the interpreters are shared out.
func (b *board) share(t int, meetings []seat) {
	sharing := newSharing(b.site, t)
	short := false
	for _, m := range meetings {
		if team := b.candidates[m.candidate].team; team != noTeam && !sharing.serve(team) {
			short = true
		}
	}
	for k := range b.teams {
		if short || !sharing.could(k) {
			b.lacking[k].Add(scheduler.Slot(t))
		}
	}
}

// common returns the slots in which both sides of a candidate are available.
func (b *board) common(c *candidate) scheduler.SlotSet {
	return both(b.people[c.firm].free, b.people[c.buyer].free)
}

// lackingFor returns the slots without an interpreter for a candidate.
func (b *board) lackingFor(c *candidate) scheduler.SlotSet {
	if c.team == noTeam {
		return nil
	}
	return b.lacking[c.team]
}

// better counts the meetings of a person that score at least as much as a candidate.
func (b *board) better(who int, c *candidate) int {
	own := b.own[who]
	first, _ := slices.BinarySearchFunc(own, c.score, func(m seat, score int64) int {
		return cmp.Compare(b.candidates[m.candidate].score, score)
	})
	return len(own) - first
}

// holds is a meeting in the words of the document.
func (b *board) holds(m seat) event.Held {
	firm, buyer := b.ids(m.candidate)
	return event.Held{Firm: firm, Buyer: buyer, Slot: m.slot, Score: figure(b.candidates[m.candidate].score)}
}

// mostHeld is how many of the meetings that hold a person's seats are listed with a reason.
const mostHeld = 5

// heldBy lists the meetings of a person, the least good first. The list is shared between reasons.
func (b *board) heldBy(who int) []event.Held {
	list, ok := b.held[who]
	if !ok {
		own := b.own[who]
		list = make([]event.Held, 0, min(len(own), mostHeld))
		for _, m := range own[:min(len(own), mostHeld)] {
			list = append(list, b.holds(m))
		}
		b.held[who] = list
	}
	return list
}

// times names slots for people: when they begin on the session's own clock, with the date when there are several days.
func (b *board) times(slots []int) string {
	if b.clock == nil {
		layout := "15:04"
		if n := len(b.days); n > 0 && b.days[0] != b.days[n-1] {
			layout = "01-02 15:04"
		}
		loc, err := b.session.Location()
		for _, slot := range b.session.Slots {
			start := slot.Start
			if err == nil {
				start = start.In(loc)
			}
			b.clock = append(b.clock, start.Format(layout))
		}
	}
	names := make([]string, len(slots))
	for i, t := range slots {
		names[i] = b.clock[t]
	}
	return strings.Join(names, ", ")
}
