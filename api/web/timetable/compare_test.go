package timetable

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"sangdam/event"
)

func TestCompareNamesEveryKindOfChange(t *testing.T) {
	before := &event.SessionSchedule{Meetings: []event.Meeting{
		{Firm: "F1", Buyer: "B1", Slot: 0, Table: "A"},
		{Firm: "F1", Buyer: "B2", Slot: 1, Table: "A"},
		{Firm: "F2", Buyer: "B3", Slot: 1, Table: "B", Interpreter: "I1"},
		{Firm: "F3", Buyer: "B4", Slot: 2, Table: "C"},
	}}
	after := &event.SessionSchedule{Meetings: []event.Meeting{
		{Firm: "F1", Buyer: "B1", Slot: 0, Table: "A"},
		{Firm: "F1", Buyer: "B2", Slot: 3, Table: "C"},
		{Firm: "F2", Buyer: "B3", Slot: 1, Table: "B", Interpreter: "I2"},
		{Firm: "F9", Buyer: "B9", Slot: 2, Table: "A"},
	}}
	want := []Change{
		{Step: Moved, Firm: "F1", Buyer: "B2", Slot: 3, Table: "C", SlotBefore: 1, TableBefore: "A"},
		{Step: Seated, Firm: "F2", Buyer: "B3", Slot: 1, Table: "B", Interpreter: "I2", SlotBefore: 1, TableBefore: "B"},
		{Step: Removed, Firm: "F3", Buyer: "B4", Slot: 2, Table: "C", SlotBefore: 2, TableBefore: "C"},
		{Step: Added, Firm: "F9", Buyer: "B9", Slot: 2, Table: "A", SlotBefore: 2},
	}
	got := Compare(before, after)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"B2", "B3", "B4", "B9", "F1", "F2", "F3", "F9"}, Affected(got)); diff != "" {
		t.Error(diff)
	}
	if changes := Compare(before, before); len(changes) != 0 {
		t.Errorf("a schedule differs from itself: %v", changes)
	}
	if changes := Compare(nil, after); len(changes) != 4 || changes[0].Step != Added {
		t.Errorf("against nothing: %v", changes)
	}
}
