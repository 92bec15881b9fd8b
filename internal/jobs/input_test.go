package jobs

import (
	"slices"
	"testing"

	"sangdam/event"
)

func TestKeptMeetingsAreFixedOnce(t *testing.T) {
	fixed := []event.Fixed{{Session: "s", Firm: "F1", Buyer: "B1", Slot: 0}, {Session: "s", Firm: "F2", Buyer: "B2", Slot: 1, Table: "2"}}
	before := slices.Clone(fixed)
	got := withKept(fixed, []Kept{
		{Session: "s", Firm: "F1", Buyer: "B1", Slot: 0, Table: "1"}, // says more than the event
		{Session: "s", Firm: "F2", Buyer: "B2", Slot: 1},             // says less
		{Session: "s", Firm: "F2", Buyer: "B2", Slot: 1, Table: "3"}, // contradicts it: for the packer to refuse
		{Session: "s", Firm: "F3", Buyer: "B3", Slot: 2},
		{Session: "s", Firm: "F3", Buyer: "B3", Slot: 2},
		{Session: "t", Firm: "F3", Buyer: "B3", Slot: 2},
	})
	want := []event.Fixed{
		{Session: "s", Firm: "F1", Buyer: "B1", Slot: 0, Table: "1"},
		{Session: "s", Firm: "F2", Buyer: "B2", Slot: 1, Table: "2"},
		{Session: "s", Firm: "F2", Buyer: "B2", Slot: 1, Table: "3"},
		{Session: "s", Firm: "F3", Buyer: "B3", Slot: 2},
		{Session: "t", Firm: "F3", Buyer: "B3", Slot: 2},
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
	if !slices.Equal(fixed, before) {
		t.Errorf("the event's own were changed: %v", fixed)
	}
}
