// Package reporttest has events and schedules for the tests of what is printed. Their companies are made up.
package reporttest

import (
	"fmt"
	"time"

	"sangdam/event"
)

func text(ko, en, zh, ru string) event.Text {
	return event.Text{By: map[string]string{"ko": ko, "en": en, "zh": zh, "ru": ru}}
}

func contact(person, email string) *event.Contact {
	return &event.Contact{Person: event.Some(person), Email: event.Some(email), Phone: event.Some("+82-55-000-0000")}
}

// Fair is an event of two sessions, one in a zone with daylight saving, with names in four languages.
func Fair() *event.Event {
	return &event.Event{
		Format: event.Format, ID: "fair",
		Name: text("가상 기계산업 상담회", "Made-up machinery fair", "虚构机械洽谈会", "Вымышленная ярмарка станков"),
		Sessions: []event.Session{
			session("changsha", "CN", "Asia/Shanghai", text("창사 수출상담회", "Changsha consultations", "长沙出口洽谈会", "Консультации в Чанше"),
				time.Date(2026, 10, 27, 1, 0, 0, 0, time.UTC), 4),
			session("newyork", "US", "America/New_York", text("뉴욕 수출상담회", "New York consultations", "纽约出口洽谈会", "Консультации в Нью-Йорке"),
				time.Date(2026, 10, 31, 13, 0, 0, 0, time.UTC), 3),
		},
		Firms: []event.Firm{
			{ID: "F01", Name: text("한별항공구조", "Hanbyeol Aerostructures", "韩星航空结构", "Ханбёль Аэроструктуры"), Sectors: []string{"aerospace"},
				Products: []event.Product{{Name: text("항공기 날개 리브", "aircraft wing ribs", "机翼翼肋", "нервюры крыла"), HS: []string{"8807.30"}}},
				Contact:  contact("강하늘", "export@hanbyeol.example")},
			{ID: "F02", Name: text("똠방각하 펌프", "Ttombang Pumps", "东方泵业", "Насосы Ттомбан"), Sectors: []string{"fluid-power"},
				Products: []event.Product{{Name: text("유압 펌프", "hydraulic pumps", "液压泵", "гидравлические насосы"), HS: []string{"8413.50"}}}},
		},
		Buyers: []event.Buyer{
			{ID: "B01", Country: "CN", Name: text("후난위헝", "Hunan Yuheng", "湖南宇衡卫星技术", "Хунань Юйхэн"), Contact: contact("宇衡之", "purchase@yuheng.example"),
				Needs: []event.Need{{Description: text("위성용 탄소 복합재", "composites for satellites", "卫星用碳纤维", "углепластик для спутников")}}},
			{ID: "B02", Country: "RU", Name: text("빈토크릴리예", "Vintokrylye Uzly JSC", "旋翼部件", "АО «Винтокрылые узлы»")},
			{ID: "B03", Country: "US", Name: event.Text{Plain: "Ärger & Łódź Übersee, Inc."}},
		},
		Outcomes: []event.Outcome{
			{Session: "changsha", Firm: "F01", Buyer: "B01", Held: event.Some(true), ConsultedUSD: event.Some(250000.0),
				ExpectedContractUSD: event.Some(100000.0), MOU: event.Some(true), MOUUSD: event.Some(3000000.0), Rating: event.Some(4)},
			{Session: "changsha", Firm: "F02", Buyer: "B01", Held: event.Some(true), ConsultedUSD: event.Some(91000.0), SignedUSD: event.Some(7000.0)},
			{Session: "newyork", Firm: "F01", Buyer: "B03", Held: event.Some(false)},
		},
	}
}

func session(id, country, zone string, name event.Text, first time.Time, slots int) event.Session {
	s := event.Session{
		ID: id, Name: name, Country: country, TimeZone: zone, Tables: event.Tables{Names: []string{"A1", "A2"}},
		Interpreters: []event.Interpreter{{ID: "I1", Name: text("통역 하나", "Interpreter One", "翻译一", "Переводчик Один"), Languages: []string{"ko", "zh"}}},
	}
	for t := range slots {
		start := first.Add(time.Duration(t) * 30 * time.Minute)
		s.Slots = append(s.Slots, event.Interval{Start: start, End: start.Add(30 * time.Minute)})
	}
	return s
}

// FairSchedule is a schedule of Fair: the firms keep their tables in one session, and share one in the other.
func FairSchedule(ev *event.Event) *event.Schedule {
	meeting := func(s, slot int, table, firm, buyer, interpreter string) event.Meeting {
		at := ev.Sessions[s].Slots[slot]
		return event.Meeting{Firm: firm, Buyer: buyer, Slot: slot, Start: at.Start, End: at.End, Table: table, Interpreter: interpreter, Score: 0.5}
	}
	return &event.Schedule{Format: event.Format, Event: ev.ID, Sessions: []event.SessionSchedule{
		{Session: "changsha", Meetings: []event.Meeting{
			meeting(0, 0, "A1", "F01", "B01", "I1"), meeting(0, 0, "A2", "F02", "B02", ""),
			meeting(0, 1, "A1", "F01", "B02", ""), meeting(0, 1, "A2", "F02", "B01", "I1"),
			meeting(0, 3, "A1", "F01", "B03", ""),
		}},
		{Session: "newyork", Meetings: []event.Meeting{
			meeting(1, 0, "A2", "F01", "B03", ""), meeting(1, 2, "A2", "F02", "B03", ""),
		}},
	}}
}

// Hall is an event of one day with many tables and slots, all of them taken, and long names.
func Hall(tables, slots int) (*event.Event, *event.Schedule) {
	name := text("홀", "Hall", "大厅", "Зал")
	s := session("hall", "RU", "Europe/Moscow", name, time.Date(2026, 10, 27, 6, 0, 0, 0, time.UTC), slots)
	s.Tables = event.Tables{Count: tables}
	ev := &event.Event{Format: event.Format, ID: "hall", Name: name, Sessions: []event.Session{s}}
	part := event.SessionSchedule{Session: "hall"}
	for i := range tables {
		firm := fmt.Sprintf("F%02d", i+1)
		ev.Firms = append(ev.Firms, event.Firm{ID: firm, Name: text("가상정밀기계 "+firm, "Fictional Precision Machining "+firm,
			"虚构精密机械 "+firm, "Вымышленное машиностроительное объединение "+firm)})
	}
	for j := range max(tables, slots) {
		buyer := fmt.Sprintf("B%02d", j+1)
		ev.Buyers = append(ev.Buyers, event.Buyer{ID: buyer, Country: "RU", Name: text("모스크바국제기계무역 "+buyer, "Moscow Machinery Trading "+buyer,
			"莫斯科机械贸易 "+buyer, "ООО «Московская внешнеторговая компания» "+buyer)})
	}
	for t := range slots {
		for i := range tables {
			part.Meetings = append(part.Meetings, event.Meeting{
				Firm: ev.Firms[i].ID, Buyer: ev.Buyers[(i+t)%len(ev.Buyers)].ID, Slot: t, Start: s.Slots[t].Start, End: s.Slots[t].End,
				Table: s.Tables.List()[i], Score: 0.5,
			})
		}
	}
	return ev, &event.Schedule{Format: event.Format, Event: ev.ID, Sessions: []event.SessionSchedule{part}}
}
