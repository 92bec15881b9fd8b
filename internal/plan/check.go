package plan

import (
	"fmt"

	"sangdam/event"
)

// A Finding is one violated rule or wrong figure of a schedule document.
type Finding struct {
	Location string // into the schedule document, e.g. sessions[0].meetings[3]; empty: the document as a whole
	Rule     string // number in docs/model.md
	Message  event.Text
}

// A CheckResult is the independent verdict on a schedule document.
type CheckResult struct {
	Findings   []Finding
	Objectives map[string]event.Objective // recomputed, by session
}

// Check verifies the hard rules and recomputes the objective of a schedule document, independently of the solver: from
// names, times and limits alone. It takes any document, however wrong, and lists everything it finds, in the order of
// the document. O(pairs + meetings · log meetings) beside the interpreters.
func Check(ev *event.Event, s *event.Schedule, pairs []event.Pair) CheckResult {
	c := checker{result: CheckResult{Objectives: map[string]event.Objective{}}}
	sites, err := newSites(ev, pairs)
	if err != nil {
		c.add("D0", "", unfit(Told(err)))
	}
	if ev == nil || s == nil {
		if s == nil {
			c.add("D1", "", say("일정 문서가 없습니다", "there is no schedule document", "没有日程文件", "нет документа расписания"))
		}
		return c.result
	}
	c.index = event.NewIndex(ev)
	c.header(ev, s)
	byID := make(map[string]*site, len(sites))
	for _, st := range sites {
		byID[st.session.ID] = st
	}
	seen := map[string]int{}
	for i := range s.Sessions {
		part := &s.Sessions[i]
		at := at("sessions", i)
		if first, twice := seen[part.Session]; twice {
			c.add("D1", at+".session", say(
				"같은 상담회가 두 번 있습니다: %[1]q(먼저: sessions[%[2]d])",
				"session %[1]q stands twice; the first is sessions[%[2]d]",
				"场次 %[1]q 出现两次，第一次见 sessions[%[2]d]",
				"сессия %[1]q указана дважды; первая: sessions[%[2]d]", part.Session, first))
			continue
		}
		seen[part.Session] = i
		st := byID[part.Session]
		if st == nil {
			c.add("D1", at+".session", noSession(part.Session, ev))
			continue
		}
		c.session(at, st, part)
	}
	return c.result
}

// unfit says with why that a match document is not one of the event.
func unfit(why event.Text) event.Text {
	by := make(map[string]string, len(event.Languages))
	for language, format := range map[string]string{
		"ko": "행사와 매칭 문서가 맞지 않습니다: %s", "en": "the match document does not fit the event: %s",
		"zh": "活动与匹配文件不一致：%s", "ru": "документ подбора не соответствует мероприятию: %s",
	} {
		by[language] = fmt.Sprintf(format, why.In(language))
	}
	return event.Text{By: by}
}

type checker struct {
	index  *event.Index
	result CheckResult
}

func (c *checker) add(rule, at string, message event.Text) {
	c.result.Findings = append(c.result.Findings, Finding{Location: at, Rule: rule, Message: message})
}

// header is D1.
func (c *checker) header(ev *event.Event, s *event.Schedule) {
	if s.Format != event.Format {
		c.add("D1", "sangdam", say(
			"문서 형식 번호가 %[1]d입니다. 이 프로그램이 읽는 형식은 %[2]d번입니다",
			"the document has format %[1]d; this program reads %[2]d",
			"文件格式为 %[1]d；本程序读取 %[2]d",
			"формат документа %[1]d; программа читает %[2]d", s.Format, event.Format))
	}
	if s.Event != ev.ID {
		c.add("D1", "event", say(
			"이 일정은 행사 %[1]q의 것이고, 주어진 행사는 %[2]q입니다",
			"the schedule is of event %[1]q; the event given is %[2]q",
			"日程属于活动 %[1]q，而给定的活动是 %[2]q",
			"расписание мероприятия %[1]q, а дано мероприятие %[2]q", s.Event, ev.ID))
	}
}

// session checks one part of the document.
func (c *checker) session(location string, st *site, part *event.SessionSchedule) {
	known := len(st.candidates) // reading may take in pairs that are no candidates
	r := reading{site: st, index: c.index}
	seats := r.meetings(location+".meetings", part.Meetings)
	c.result.Findings = append(c.result.Findings, r.found...)
	for _, f := range st.hardRules(seats, true) {
		if f.Location == "" {
			f.Location = location + ".meetings"
		}
		c.result.Findings = append(c.result.Findings, f)
	}
	measured := st.measure(seats)
	c.result.Objectives[part.Session] = document(measured)
	c.figures(location, part, measured)
	c.unplaced(location, st, part, newBoard(st, seats), known)
}
