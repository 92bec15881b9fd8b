package plan

import (
	"slices"
	"strings"

	"sangdam/event"
	"sangdam/scheduler"
)

// sharedLimits are proven limits on groups of one side: each meeting of a firm takes a table in a slot, perhaps an
// interpreter, and a buyer, and none of these is there without end. Each of the three alone is a transport problem whose
// minimum cut names the group and what it is short of.
type sharedLimits []*event.SharedLimit

// of returns the first limit that concerns a participant, or nil.
func (l sharedLimits) of(id string) *event.SharedLimit {
	for _, s := range l {
		if slices.Contains(s.Participants, id) {
			return s
		}
	}
	return nil
}

// sharedLimits looks for them on both sides: of interpreters, the smallest teams first, then of tables, then of partners.
func (b *board) sharedLimits(byPerson [][]int) sharedLimits {
	limits := sharedLimits{}
	for _, firms := range [2]bool{true, false} {
		var side []member
		for who, p := range b.people {
			if p.firm == firms && p.min > 0 {
				m := member{who: who, candidates: byPerson[who]}
				m.need = min(p.min, p.max, b.reach(who, m.candidates).size)
				for _, i := range m.candidates {
					for _, t := range list(b.lonely(&b.candidates[i])) {
						m.slots.Add(scheduler.Slot(t))
					}
				}
				side = append(side, m)
			}
		}
		for _, team := range b.unions(side) {
			limits = limits.add(b.interpreterLimit(side, team))
		}
		limits = limits.add(b.tableLimit(side))
		limits = limits.add(b.partnerLimit(side))
	}
	return limits
}

func (l sharedLimits) add(s *event.SharedLimit) sharedLimits {
	if s == nil {
		return l
	}
	return append(l, s)
}

// A member is someone with a minimum, and how much of it could be had alone.
type member struct {
	who, need  int
	candidates []int
	slots      scheduler.SlotSet // in which it could meet anybody
}

// slotTransport lets members take seats in slots, each of which serves so many.
func (b *board) slotTransport(side []member, room func(t int) int) *transport {
	w := newTransport(len(side), len(b.session.Slots))
	for t := range w.room {
		w.room[t] = room(t)
	}
	for k, m := range side {
		w.need[k] = m.need
		for _, t := range list(m.slots) {
			w.join(k, t, b.people[m.who].parallel)
		}
	}
	return w
}

func (b *board) tableLimit(side []member) *event.SharedLimit {
	w := b.slotTransport(side, func(t int) int { return b.rooms[t] })
	group, slots := w.shortage()
	if group == nil {
		return nil
	}
	s := b.shared(side, group, w.most(group, slots), "tables")
	s.Slots = slots
	s.Why = say(
		"%[1]s의 최소 상담은 모두 %[2]d건이지만 %[4]s에 테이블이 %[5]d개씩이라 최대 %[3]d건입니다.",
		"%[1]s together ask for %[2]d meetings, but at %[4]s only %[3]d can sit down (tables: %[5]d).",
		"%[1]s 合计要求 %[2]d 场洽谈，但 %[4]s 各只有 %[5]d 张桌，最多 %[3]d 场。",
		"%[1]s вместе просят встреч: %[2]d, но в %[4]s столов по %[5]d, и возможно не более %[3]d.",
		strings.Join(s.Participants, ", "), s.MinMeetings, s.Possible, b.times(slots), b.mostRooms(slots))
	return s
}

// mostRooms returns the largest number of tables that can be used in any of the slots.
func (b *board) mostRooms(slots []int) int {
	most := 0
	for _, t := range slots {
		most = max(most, b.rooms[t])
	}
	return most
}

// unions lists the sets of interpreters that members depend on: those of a member who can meet nobody without one.
func (b *board) unions(side []member) [][]int {
	var unions [][]int
	for _, m := range side {
		if u := b.dependsOn(m); u != nil && !slices.ContainsFunc(unions, func(v []int) bool { return slices.Equal(u, v) }) {
			unions = append(unions, u)
		}
	}
	slices.SortStableFunc(unions, func(u, v []int) int { return len(u) - len(v) })
	return unions
}

// dependsOn returns the interpreters without whom a member can meet nobody, ascending; nil when it can.
func (b *board) dependsOn(m member) []int {
	var u []int
	for _, i := range m.candidates {
		team := b.candidates[i].team
		if team == noTeam {
			return nil
		}
		u = append(u, b.teams[team]...)
	}
	slices.Sort(u)
	return slices.Compact(u)
}

func (b *board) interpreterLimit(side []member, team []int) *event.SharedLimit {
	var dependent []member
	for _, m := range side {
		if u := b.dependsOn(m); u != nil && !slices.ContainsFunc(u, func(i int) bool { return !slices.Contains(team, i) }) {
			dependent = append(dependent, m)
		}
	}
	w := b.slotTransport(dependent, func(t int) int {
		n := 0
		for _, i := range team {
			if has(b.interpreters[i], t) {
				n++
			}
		}
		return n
	})
	group, slots := w.shortage()
	if group == nil {
		return nil
	}
	s := b.shared(dependent, group, w.most(group, slots), "interpreters")
	s.Slots = slots
	for _, i := range team {
		s.Interpreters = append(s.Interpreters, b.interpreterID(i))
	}
	s.Why = say(
		"%[1]s의 최소 상담은 모두 %[2]d건이고 통역이 꼭 필요하지만, %[4]s에 일하는 통역(%[5]s)으로는 최대 %[3]d건입니다.",
		"%[1]s together ask for %[2]d meetings and can meet nobody without an interpreter, but with %[5]s at %[4]s they can have %[3]d at most.",
		"%[1]s 合计要求 %[2]d 场洽谈且必须有翻译，但 %[4]s 的翻译（%[5]s）最多只能支持 %[3]d 场。",
		"%[1]s вместе просят встреч: %[2]d, и без переводчика не обойтись, но с %[5]s в %[4]s возможно не более %[3]d.",
		strings.Join(s.Participants, ", "), s.MinMeetings, s.Possible, b.times(slots), strings.Join(s.Interpreters, ", "))
	return s
}

func (b *board) partnerLimit(side []member) *event.SharedLimit {
	w := newTransport(len(side), len(b.people))
	for who, p := range b.people {
		w.room[who] = min(p.max, p.free.Len()*p.parallel)
	}
	for k, m := range side {
		w.need[k] = m.need
		for _, i := range m.candidates {
			c := &b.candidates[i]
			if !none(b.lonely(c)) {
				w.join(k, c.firm+c.buyer-m.who, 1)
			}
		}
	}
	group, partners := w.shortage()
	if group == nil {
		return nil
	}
	s := b.shared(side, group, w.most(group, partners), "partners")
	for _, who := range partners {
		s.Partners = append(s.Partners, b.people[who].id)
	}
	s.Why = say(
		"%[1]s의 최소 상담은 모두 %[2]d건이지만 상대(%[4]s)의 상담 한도 때문에 최대 %[3]d건입니다.",
		"%[1]s together ask for %[2]d meetings, but can have %[3]d at most: %[4]s have no room for more.",
		"%[1]s 合计要求 %[2]d 场洽谈，但受 %[4]s 的上限所限，最多 %[3]d 场。",
		"%[1]s вместе просят встреч: %[2]d, но возможно не более %[3]d: у %[4]s больше нет места.",
		strings.Join(s.Participants, ", "), s.MinMeetings, s.Possible, strings.Join(s.Partners, ", "))
	return s
}

func (b *board) shared(side []member, group []int, possible int, of string) *event.SharedLimit {
	s := &event.SharedLimit{Of: of, Possible: possible}
	for _, k := range group {
		s.Participants = append(s.Participants, b.people[side[k].who].id)
		s.MinMeetings += side[k].need
	}
	return s
}
