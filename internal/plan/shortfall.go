package plan

import (
	"sangdam/event"
	"sangdam/scheduler"
)

// The states of a slot for someone below its minimum, as SlotAccount.State.
const (
	stateMeeting       = "meeting"
	stateNoPartner     = "no_partner"
	statePartnersBusy  = "partners_busy"
	statePartnersFull  = "partners_full"
	stateTablesFull    = "tables_full"
	stateNoInterpreter = "no_interpreter"
	stateRoomLeft      = "room_left"
)

// shortfalls accounts for everyone who ends below its minimum. least says that the total shortfall is proven least.
func (b *board) shortfalls(least bool) []event.Shortfall {
	if !b.anyoneShort() {
		return nil
	}
	byPerson := make([][]int, len(b.people))
	for i, c := range b.candidates {
		byPerson[c.firm] = append(byPerson[c.firm], i)
		byPerson[c.buyer] = append(byPerson[c.buyer], i)
	}
	var out []event.Shortfall
	var limits sharedLimits
	for who := range b.people {
		p := &b.people[who]
		if len(b.own[who]) >= p.min {
			continue
		}
		reach := b.reach(who, byPerson[who])
		s := event.Shortfall{
			Participant: p.id, Meetings: len(b.own[who]), MinMeetings: p.min, Possible: min(reach.size, p.max),
		}
		for _, t := range list(p.free) {
			s.Slots = append(s.Slots, event.SlotAccount{Slot: t, State: b.state(who, t, byPerson[who])})
		}
		if s.Possible < s.MinMeetings {
			s.Why = b.certificate(reach, s.MinMeetings)
		} else {
			s.Why = b.account(s, least)
			if limits == nil {
				limits = b.sharedLimits(byPerson)
			}
			s.Group = limits.of(p.id)
		}
		out = append(out, s)
	}
	return out
}

func (b *board) anyoneShort() bool {
	for who := range b.people {
		if len(b.own[who]) < b.people[who].min {
			return true
		}
	}
	return false
}

// state says what a person finds in one of its available slots.
func (b *board) state(who, t int, candidates []int) string {
	if has(b.busy[who], t) {
		return stateMeeting
	}
	partners, idle, willing, served := 0, 0, 0, 0
	for _, i := range candidates {
		c := &b.candidates[i]
		other := c.firm + c.buyer - who
		if b.placed[i] || !has(b.people[other].free, t) {
			continue
		}
		partners++
		if has(b.busy[other], t) {
			continue
		}
		idle++
		if b.full[other] {
			continue
		}
		willing++
		if !has(b.lackingFor(c), t) {
			served++
		}
	}
	switch {
	case partners == 0:
		return stateNoPartner
	case idle == 0:
		return statePartnersBusy
	case willing == 0:
		return statePartnersFull
	case has(b.noTable, t):
		return stateTablesFull
	case served == 0:
		return stateNoInterpreter
	default:
		return stateRoomLeft
	}
}

// account tells slot by slot why someone is below its minimum although it alone could reach it.
func (b *board) account(s event.Shortfall, least bool) event.Text {
	where := map[string][]int{}
	for _, a := range s.Slots {
		where[a.State] = append(where[a.State], a.Slot)
	}
	text := say(
		"%[1]s: 상담 %[2]d건(최소 %[3]d건). 참석 가능한 시간대 %[4]d개",
		"%[1]s has %[2]d of %[3]d meetings. It is available in %[4]d slots",
		"%[1]s 有 %[2]d 场洽谈（至少 %[3]d 场），可出席 %[4]d 个时段",
		"%[1]s: встреч %[2]d из %[3]d. Доступен в слотах: %[4]d", s.Participant, s.Meetings, s.MinMeetings, len(s.Slots))
	for _, line := range accountLines {
		if at := where[line.state]; at != nil {
			appendText(&text, line.text, b.times(at))
		}
	}
	if least {
		appendText(&text, [4]string{
			". 부족 건수의 합계는 이보다 줄일 수 없음이 증명되었습니다",
			". It is proven that the total shortfall cannot be smaller",
			"。已证明缺额总数不能再少",
			". Доказано, что общая нехватка не может быть меньше"})
	}
	appendText(&text, [4]string{".", ".", "。", "."})
	return text
}

var accountLines = []struct {
	state string
	text  [4]string
}{
	{stateMeeting, [4]string{"; %[1]s: 상담 중", "; at %[1]s it is in a meeting", "；%[1]s 正在洽谈", "; %[1]s: идёт встреча"}},
	{stateNoPartner, [4]string{"; %[1]s: 참석 가능한 상대 없음", "; at %[1]s no further partner is available", "；%[1]s 没有可出席的对象", "; %[1]s: нет доступных партнёров"}},
	{statePartnersBusy, [4]string{"; %[1]s: 상대가 모두 다른 상담 중", "; at %[1]s every partner is in another meeting", "；%[1]s 所有对象都在洽谈", "; %[1]s: все партнёры заняты"}},
	{statePartnersFull, [4]string{"; %[1]s: 비어 있는 상대는 모두 상담 한도에 도달", "; at %[1]s every partner not in a meeting is at its limit", "；%[1]s 空闲的对象都已达上限", "; %[1]s: свободные партнёры исчерпали предел"}},
	{stateTablesFull, [4]string{"; %[1]s: 테이블이 모두 사용 중", "; at %[1]s every table is taken", "；%[1]s 所有洽谈桌已占用", "; %[1]s: заняты все столы"}},
	{stateNoInterpreter, [4]string{"; %[1]s: 통역이 모두 배정됨", "; at %[1]s every able interpreter is taken", "；%[1]s 合适的翻译都已安排", "; %[1]s: заняты все подходящие переводчики"}},
	{stateRoomLeft, [4]string{"; %[1]s: 자리가 남아 있음", "; at %[1]s there is room", "；%[1]s 仍有空位", "; %[1]s: есть место"}},
}

// appendText adds to a text in the order Korean, English, Chinese, Russian.
func appendText(text *event.Text, parts [4]string, args ...any) {
	more := say(parts[0], parts[1], parts[2], parts[3], args...)
	for l := range text.By {
		text.By[l] += more.By[l]
	}
}

// lonely returns the slots in which a candidate could meet if nobody else were there.
func (b *board) lonely(c *candidate) scheduler.SlotSet {
	slots := b.common(c)
	if c.team == noTeam || len(b.tables) == 0 {
		if len(b.tables) == 0 {
			return nil
		}
		return slots
	}
	var served scheduler.SlotSet
	for _, i := range b.teams[c.team] {
		for _, t := range list(both(slots, b.interpreters[i])) {
			served.Add(scheduler.Slot(t))
		}
	}
	return served
}
