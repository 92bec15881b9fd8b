package plan

import (
	"sangdam/event"
)

// A reading turns the meetings of a document into dense indices and notes what does not fit the event: D2, D3, D4 and
// H11. A meeting whose firm, buyer or slot is unknown is left out of what follows.
type reading struct {
	*site
	index *event.Index
	found []Finding
}

func (r *reading) add(rule, at string, message event.Text) {
	r.found = append(r.found, Finding{Location: at, Rule: rule, Message: message})
}

// meetings reads a list that stands at a location of the document.
func (r *reading) meetings(location string, ms []event.Meeting) []seat {
	seats := make([]seat, 0, len(ms))
	for i := range ms {
		if s, ok := r.meeting(at(location, i), &ms[i]); ok {
			seats = append(seats, s)
		}
	}
	return seats
}

func (r *reading) meeting(at string, m *event.Meeting) (seat, bool) {
	e, known := r.edge(m.Firm, m.Buyer)
	if !known {
		r.absentees(at, m.Firm, m.Buyer)
	}
	inRange := m.Slot >= 0 && m.Slot < len(r.session.Slots)
	if !inRange {
		r.add("D2", at+".slot", noSlot(m.Slot, len(r.session.Slots)))
	}
	if !known || !inRange {
		return seat{}, false
	}
	s := seat{candidate: r.candidate(at, m, e), slot: m.Slot, table: r.table(at, m.Table), interpreter: r.interpreter(at, m.Interpreter), at: at}
	r.times(at, m)
	if want := r.candidates[s.candidate].score; units(m.Score) != want {
		r.add("D4", at+".score", say(
			"문서의 점수는 %[1]v, 이 쌍의 점수는 %[2]v입니다",
			"the score is given as %[1]v; that of the pair is %[2]v",
			"分数写为 %[1]v，而该组合的分数是 %[2]v",
			"указана оценка %[1]v, а оценка пары %[2]v", m.Score, figure(want)))
	}
	return s, true
}

// candidate is H11. A pair that is none is taken in all the same, so that the other rules see its meeting.
func (r *reading) candidate(at string, m *event.Meeting, e edge) int {
	if c, ok := r.candidateAt(e); ok {
		return c
	}
	score, why := 0.0, "not listed"
	if p := r.listed[e]; p != nil {
		score, why = p.Score, string(*p.Excluded)
	} else if p, ok := r.unlisted(e); ok {
		score, why = p.Score, string(*p.Excluded)
	}
	r.add("H11", at, say(
		"%[1]s–%[2]s 쌍은 상담 후보가 아닙니다(%[3]s)",
		"%[1]s and %[2]s are no candidates for a meeting (%[3]s)",
		"%[1]s 与 %[2]s 不是洽谈候选（%[3]s）",
		"%[1]s и %[2]s не являются парой для встречи (%[3]s)", m.Firm, m.Buyer, why))
	return r.addCandidate(e, score, false)
}

func (r *reading) table(at, name string) int {
	if k, ok := r.tableOf[name]; ok {
		return k
	}
	if name == "" {
		r.add("H5", at+".table", say(
			"테이블이 정해지지 않았습니다", "the meeting has no table", "没有安排洽谈桌", "у встречи нет стола"))
		return open
	}
	r.add("D2", at+".table", noTable(name))
	return open
}

func (r *reading) interpreter(at, id string) int {
	if id == "" {
		return open
	}
	if i, ok := r.interpreterOf[id]; ok {
		return i
	}
	r.add("D2", at+".interpreter", say(
		"상담회에 없는 통역입니다: %[1]s", "the session has no interpreter %[1]q", "没有翻译 %[1]s", "переводчика %[1]s нет", id))
	return open
}

// times is D3.
func (r *reading) times(at string, m *event.Meeting) {
	slot := r.session.Slots[m.Slot]
	if !m.Start.Equal(slot.Start) {
		r.add("D3", at+".start", wrongTime(m.Slot, slot.Start.Format(timeLayout), m.Start.Format(timeLayout)))
	}
	if !m.End.Equal(slot.End) {
		r.add("D3", at+".end", wrongTime(m.Slot, slot.End.Format(timeLayout), m.End.Format(timeLayout)))
	}
}

const timeLayout = "2006-01-02T15:04:05Z07:00"

func wrongTime(slot int, want, got string) event.Text {
	return say(
		"%[1]d번 슬롯의 시각은 %[2]s인데 문서에는 %[3]s라고 되어 있습니다",
		"the time in slot %[1]d is %[2]s; the document says %[3]s",
		"时段 %[1]d 的时间应为 %[2]s，文件中为 %[3]s",
		"время слота %[1]d: %[2]s, а в документе %[3]s", slot, want, got)
}

// absentees names who of a pair is not in the session.
func (r *reading) absentees(at, firm, buyer string) {
	if _, ok := r.firmOf[firm]; !ok {
		r.add("D2", at+".firm", noFirm(firm, r.index.Firm(firm) != nil, r.session.ID))
	}
	if _, ok := r.buyerOf[buyer]; !ok {
		r.add("D2", at+".buyer", noBuyer(buyer, r.index.Buyer(buyer) != nil, r.session.ID))
	}
}

func noSlot(slot, slots int) event.Text {
	return say(
		"없는 슬롯 번호입니다: %[1]d. 이 상담회의 슬롯은 0번부터 %[2]d번까지입니다",
		"there is no slot %[1]d; the slots of the session are 0 to %[2]d",
		"没有时段 %[1]d；本场次的时段为 0 至 %[2]d",
		"слота %[1]d нет; слоты сессии: от 0 до %[2]d", slot, slots-1)
}

func noTable(name string) event.Text {
	return say("상담회에 없는 테이블입니다: %[1]s", "the session has no table %[1]q", "没有 %[1]s 号桌", "стола %[1]s нет", name)
}
