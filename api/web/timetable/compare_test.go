package timetable

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"sangdam/event"
	"sangdam/internal/plan"
)

func TestMovesSayWhatWasAndWhatIs(t *testing.T) {
	s, _ := changsha("en", nil)
	earlier := &event.Schedule{Sessions: []event.SessionSchedule{{Session: "changsha", Meetings: []event.Meeting{
		{Firm: "F01", Buyer: "C01", Slot: 0, Table: "A1"},
		{Firm: "F02", Buyer: "C02", Slot: 1, Table: "A2", Interpreter: "KZ1"},
	}}, {Session: "moscow", Meetings: []event.Meeting{{Firm: "F01", Buyer: "R01", Slot: 0, Table: "1"}}}}}
	later := &event.Schedule{Sessions: []event.SessionSchedule{{Session: "changsha", Meetings: []event.Meeting{
		{Firm: "F01", Buyer: "C01", Slot: 4, Table: "A3"},
		{Firm: "F03", Buyer: "C02", Slot: 1, Table: "A2"},
	}}}}
	for _, schedule := range []*event.Schedule{earlier, later} {
		part := &schedule.Sessions[0]
		for i := range part.Meetings {
			part.Meetings[i].Start = s.Session.Slots[part.Meetings[i].Slot].Start
		}
	}
	got := Moves(s, plan.Differences(earlier, later))
	want := []Move{
		{Kind: plan.MeetingMoved, Firm: "F01", Buyer: "C01", FirmName: "Hanbyeol Aerostructures", BuyerName: "Hunan Yueheng Construction Machinery",
			Before: "10:00–10:30, table A1", After: "13:30–14:00, table A3"},
		{Kind: plan.MeetingLost, Firm: "F02", Buyer: "C02", FirmName: "Saeon Composites", Before: "10:30–11:00, table A2, KZ1"},
		{Kind: plan.MeetingAdded, Firm: "F03", Buyer: "C02", FirmName: "Daon Precision", After: "10:30–11:00, table A2"},
	}
	byFirm := map[string]Move{}
	for _, m := range got {
		byFirm[m.Firm] = m
	}
	for _, w := range want {
		g := byFirm[w.Firm]
		if w.BuyerName == "" {
			g.BuyerName = ""
		}
		if diff := cmp.Diff(w, g); diff != "" {
			t.Error(diff)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d moves, want %d: those of the other city do not count", len(got), len(want))
	}
	if diff := cmp.Diff([]string{"C01", "C02", "F01", "F02", "F03"}, Affected(got)); diff != "" {
		t.Error(diff)
	}
}
