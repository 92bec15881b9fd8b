package plan

import (
	"testing"

	"pgregory.net/rapid"

	"sangdam/event"
	"sangdam/scheduler"
)

// The figures of this package and of the core come from two codes that share nothing.
func TestMeasureAgreesWithTheCore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ev, pairs := drawEvent(t)
		sites, err := newSites(ev, pairs)
		if err != nil {
			t.Fatal(err)
		}
		for _, st := range sites {
			meetings := st.anySchedule(rapid.Uint64().Draw(t, "seed"), 2)
			got, err := Measure(ev, st.session.ID, meetings, pairs)
			if err != nil {
				t.Fatal(err)
			}
			in, err := st.instance()
			if err != nil {
				t.Fatal(err)
			}
			r := reading{site: st, index: event.NewIndex(ev)}
			var ms []scheduler.Meeting
			for _, s := range r.meetings("meetings", meetings) {
				ms = append(ms, scheduler.Meeting{
					Pair: scheduler.Pair(s.candidate), Slot: scheduler.Slot(s.slot),
					Table: scheduler.Table(s.table), Interpreter: scheduler.Interpreter(s.interpreter),
				})
			}
			want, broken := scheduler.Verify(in, scheduler.NewSchedule(ms))
			if len(broken) > 0 {
				t.Fatalf("the core sees %v", broken)
			}
			if got != document(want) {
				t.Fatalf("measured %+v, the core says %+v", got, document(want))
			}
		}
	})
}

func TestDaysAreThoseOfTheSessionsZone(t *testing.T) {
	ev, pairs := hall(2, 2)
	s := &ev.Sessions[0]
	// 15:30 to 17:30 UTC: with the zone's +8 hours the last two slots fall on the next day.
	for i := range s.Slots {
		s.Slots[i].Start = s.Slots[i].Start.Add(14*60*60*1e9 + 30*60*1e9)
		s.Slots[i].End = s.Slots[i].End.Add(14*60*60*1e9 + 30*60*1e9)
	}
	for _, tc := range []struct {
		zone         string
		breaks, idle int
	}{
		{"Asia/Shanghai", 0, 0}, // slots 0 and 2 are on two days
		{"UTC", 2, 2},           // on one: a break for the firm and one for the buyer who comes twice
	} {
		s.TimeZone = tc.zone
		st, err := siteOf(ev, "hall", pairs)
		if err != nil {
			t.Fatal(err)
		}
		meetings := []event.Meeting{
			meetingIn(st, "F0", "B0", 0, "1"), meetingIn(st, "F0", "B1", 2, "1"), meetingIn(st, "F1", "B0", 2, "2"),
		}
		o, err := Measure(ev, "hall", meetings, pairs)
		if err != nil {
			t.Fatal(err)
		}
		if o.Breaks != tc.breaks || o.Idle != tc.idle {
			t.Errorf("%s: %d breaks, %d idle; want %d and %d", tc.zone, o.Breaks, o.Idle, tc.breaks, tc.idle)
		}
	}
}

func TestMeasureNamesWhatItCannotRead(t *testing.T) {
	ev, pairs := hall(1, 1)
	_, err := Measure(ev, "hall", []event.Meeting{{Firm: "F9", Buyer: "B0"}, {Firm: "F0", Buyer: "B0", Slot: 9}}, pairs)
	for _, want := range []string{"F9", "meetings[1].slot"} {
		mentions(t, err, want)
	}
	_, err = Measure(ev, "attic", nil, pairs)
	mentions(t, err, `"hall"`)
}
