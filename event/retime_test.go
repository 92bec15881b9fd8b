package event

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

var ten = time.Date(2026, 5, 1, 10, 0, 0, 0, time.FixedZone("", 9*3600))

// thirties are slots of half an hour, so many after ten.
func thirties(after ...int) []Interval {
	var out []Interval
	for _, n := range after {
		start := ten.Add(time.Duration(n) * 30 * time.Minute)
		out = append(out, Interval{start, start.Add(30 * time.Minute)})
	}
	return out
}

// standing are meetings in slots by their numbers.
func standing(slots []Interval, numbers ...int) []Meeting {
	var out []Meeting
	for _, n := range numbers {
		out = append(out, Meeting{Slot: n, Start: slots[n].Start, End: slots[n].End})
	}
	return out
}

func TestMeetingsKeepTheirTimeWhenTheTimetableChanges(t *testing.T) {
	old := thirties(0, 1, 2)
	for _, c := range []struct {
		name  string
		slots []Interval
		want  []int
	}{
		{"one more before", thirties(-1, 0, 1, 2), []int{1, 3}},
		{"the first is gone", thirties(1, 2), []int{2, 1}},
		{"another day", thirties(48, 49, 50), []int{0, 2}},
		{"another day with fewer", thirties(48, 49), []int{2, 2}},
		{"none left", nil, []int{0, 0}},
	} {
		s := Session{Slots: c.slots}
		before := standing(old, 0, 2)
		got := s.Renumbered(before)
		for i, m := range got {
			if m.Slot != c.want[i] {
				t.Errorf("%s: meeting %d is in slot %d, not %d", c.name, i, m.Slot, c.want[i])
			}
			if m.Slot < len(s.Slots) && !m.Start.Equal(s.Slots[m.Slot].Start) {
				t.Errorf("%s: meeting %d begins at %v", c.name, i, m.Start)
			}
		}
		if diff := cmp.Diff(standing(old, 0, 2), before); diff != "" {
			t.Errorf("%s: what was given is changed: %s", c.name, diff)
		}
		if diff := cmp.Diff(got, s.Renumbered(got)); diff != "" {
			t.Errorf("%s: not the same a second time: %s", c.name, diff)
		}
	}
}

func TestFixedMeetingsGoWithTheirSlotsAndTables(t *testing.T) {
	fixed := []Fixed{{Session: "s", Firm: "F1", Slot: 0, Table: "A"}, {Session: "other", Firm: "F1", Slot: 1}, {Session: "s", Firm: "F2", Slot: 2}}
	ev := Event{Sessions: []Session{{ID: "s", Slots: thirties(0, 1, 2), Tables: Tables{Names: []string{"A", "B"}}}}, Fixed: fixed}
	lost := ev.SetSlots(&ev.Sessions[0], thirties(1, 2))
	if len(lost.Fixed) != 1 || lost.Fixed[0].Firm != "F1" || len(ev.Fixed) != 2 || ev.Fixed[0] != fixed[1] || ev.Fixed[1].Slot != 1 {
		t.Errorf("lost %+v, kept %+v", lost.Fixed, ev.Fixed)
	}
	if fixed[2].Slot != 2 {
		t.Error("the list of before is changed")
	}
	ev.Fixed = fixed
	lost = ev.SetTables(&ev.Sessions[0], Tables{Count: 2})
	if len(lost.Seats) != 1 || lost.Seats[0].Table != "A" || ev.Fixed[0].Table != "" || fixed[0].Table != "A" {
		t.Errorf("seats %+v, kept %+v", lost.Seats, ev.Fixed)
	}
}

// A slot is found by both its ends, in whatever zone they are given.
func TestASlotIsFoundByItsTime(t *testing.T) {
	s := Session{Slots: thirties(0, 1, 3)}
	late := thirties(3)[0]
	for span, want := range map[Interval]int{
		{late.Start.UTC(), late.End}:                    2,
		{late.Start, late.End.Add(time.Minute)}:         -1,
		{late.Start.Add(-time.Minute), late.End}:        -1,
		{s.Slots[0].Start, s.Slots[1].End}:              -1,
		{s.Slots[0].Start, s.Slots[0].End.In(time.UTC)}: 0,
	} {
		if got := s.SlotAt(span); got != want {
			t.Errorf("%v is slot %d, want %d", span, got, want)
		}
	}
}

func TestWhatGoesWithASession(t *testing.T) {
	all := map[string]Participation{"s": {}, "other": {}}
	ev := Event{
		Sessions: []Session{{ID: "s"}, {ID: "other"}},
		Firms:    []Firm{{ID: "F1", Sessions: all}, {ID: "F2", Sessions: map[string]Participation{"s": {}}}, {ID: "F3"}},
		Buyers:   []Buyer{{ID: "B1", Sessions: map[string]Participation{"other": {}}}},
		Requests: []Request{{From: "B1", To: "F2"}, {From: "B1", To: "F1"}},
		Fixed:    []Fixed{{Session: "other", Firm: "F2", Buyer: "B1"}, {Session: "s", Firm: "F1"}},
		Outcomes: []Outcome{{Session: "s", Firm: "F1", Buyer: "B1"}, {Session: "other", Firm: "F1", Buyer: "B1"}},
	}
	lost, ok := ev.RemoveSession("s")
	if !ok || len(ev.Sessions) != 1 || len(ev.Firms) != 2 || len(ev.Firms[0].Sessions) != 1 || len(all) != 2 {
		t.Errorf("left %+v, %v", ev, ok)
	}
	if len(lost.Companies) != 1 || lost.Companies[0] != "F2" || len(lost.Requests) != 1 || len(lost.Fixed) != 2 || len(lost.Outcomes) != 1 {
		t.Errorf("lost %+v", lost)
	}
	if len(ev.Requests) != 1 || len(ev.Fixed) != 0 || len(ev.Outcomes) != 1 {
		t.Errorf("left %+v", ev)
	}
	if _, ok := ev.RemoveSession("s"); ok {
		t.Error("it is removed twice")
	}
	if _, ok := ev.RemoveCompany("nobody"); ok {
		t.Error("nobody is removed")
	}
}
