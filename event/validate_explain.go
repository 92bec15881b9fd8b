package event

import (
	"math"
	"time"
)

// explanations checks the form of what a schedule says about participants below their minimum, pairs left out and
// what would help.
func (l *faultList) explanations(at *place, part *SessionSchedule) {
	for i, s := range part.Shortfalls {
		at := at.field("shortfalls").item(i)
		l.id(at.field("participant"), s.Participant)
		l.count(at.field("meetings"), s.Meetings)
		l.count(at.field("min_meetings"), s.MinMeetings)
		l.count(at.field("possible"), s.Possible)
		for j, account := range s.Slots {
			at := at.field("slots").item(j)
			l.count(at.field("slot"), account.Slot)
			l.id(at.field("state"), account.State)
		}
		l.text(at.field("why"), s.Why)
	}
	for i, b := range part.Blocking {
		at := at.field("blocking").item(i)
		l.id(at.field("firm"), b.Firm)
		l.id(at.field("buyer"), b.Buyer)
		l.within(at.field("score"), b.Score, 0, 1)
		l.seated(at.field("firm_least"), b.FirmLeast)
		l.seated(at.field("buyer_least"), b.BuyerLeast)
	}
	for i, h := range part.Help {
		at := at.field("help").item(i)
		l.id(at.field("change"), h.Change)
		if _, err := time.Parse(time.DateOnly, h.Day); h.Day != "" && err != nil {
			l.add(at.field("day"), CodeBadDate, Args{"got": plain(cut(h.Day))})
		}
		l.within(at.field("score"), h.Score, -math.MaxFloat64, math.MaxFloat64)
		l.objective(at.field("objective"), h.Objective)
		l.text(at.field("why"), h.Why)
	}
}

func (l *faultList) seated(at *place, h Held) {
	l.id(at.field("firm"), h.Firm)
	l.id(at.field("buyer"), h.Buyer)
	l.count(at.field("slot"), h.Slot)
	l.within(at.field("score"), h.Score, 0, 1)
}
