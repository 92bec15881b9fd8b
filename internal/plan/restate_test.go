package plan

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"sangdam/event"
)

// Firm, buyer and slot are enough: what Restate makes of them is a document without fault.
func TestRestateCompletesWhatIsLeftOpen(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ev, pairs := drawEvent(t)
		sites, err := newSites(ev, pairs)
		if err != nil {
			t.Fatal(err)
		}
		s := &event.Schedule{Format: event.Format, Event: ev.ID}
		for _, st := range sites {
			meetings := st.anySchedule(rapid.Uint64().Draw(t, "seed"), 2)
			for i := range meetings {
				m := &meetings[i]
				*m = event.Meeting{Firm: m.Firm, Buyer: m.Buyer, Slot: m.Slot}
			}
			part, found, err := Restate(ev, st.session.ID, meetings, pairs)
			if err != nil || len(found) > 0 {
				t.Fatalf("%v, %v", err, findingsError(found))
			}
			if len(part.Meetings) != len(meetings) {
				t.Fatalf("%d of %d meetings", len(part.Meetings), len(meetings))
			}
			s.Sessions = append(s.Sessions, part)
		}
		if r := Check(ev, s, pairs); len(r.Findings) > 0 {
			t.Fatalf("found:%s", report(r))
		}
	})
}

func TestRestateSaysWhatIsWrong(t *testing.T) {
	ev, pairs := hall(2, 1)
	for name, tc := range map[string]struct {
		meetings []event.Meeting
		rule, at string
	}{
		"two at one table":  {[]event.Meeting{{Firm: "F0", Buyer: "B0"}, {Firm: "F1", Buyer: "B1"}}, "H5", "meetings[1]"},
		"twice":             {[]event.Meeting{{Firm: "F0", Buyer: "B0"}, {Firm: "F0", Buyer: "B0", Slot: 1}}, "H1", "meetings[1]"},
		"stranger":          {[]event.Meeting{{Firm: "F9", Buyer: "B0"}}, "D2", "meetings[0].firm"},
		"slot out of range": {[]event.Meeting{{Firm: "F0", Buyer: "B0", Slot: 4}}, "D2", "meetings[0].slot"},
		"table unknown":     {[]event.Meeting{{Firm: "F0", Buyer: "B0", Table: "9"}}, "D2", "meetings[0].table"},
	} {
		_, found, err := Restate(ev, "hall", tc.meetings, pairs)
		if err != nil || !slices.ContainsFunc(found, func(f Finding) bool { return f.Rule == tc.rule && f.Location == tc.at }) {
			t.Errorf("%s: %v, %v; want %s at %s", name, findingsError(found), err, tc.rule, tc.at)
		}
	}
}

// The seat bound is no less than the score of any schedule.
func TestSeatBoundHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ev, pairs := drawEvent(t)
		for _, part := range planned(t, ev, pairs).Sessions {
			st, err := siteOf(ev, part.Session, pairs)
			if err != nil {
				t.Fatal(err)
			}
			if bound := figure(st.seatBound()); bound < part.Objective.Score {
				t.Fatalf("bound %v, but there is a schedule with %v", bound, part.Objective.Score)
			}
		}
	})
}

// A place without findings is one where brute force can put the pair, and the other way round.
func TestPlacesAreThoseThatFit(t *testing.T) {
	fits, not := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		ev, pairs := drawEvent(t)
		ev.Fixed = nil
		sites, err := newSites(ev, pairs)
		if err != nil {
			t.Fatal(err)
		}
		st := sites[0]
		meetings := st.anySchedule(rapid.Uint64().Draw(t, "seed"), 1)
		r := reading{site: st, index: event.NewIndex(ev)}
		for i := range st.candidates {
			firm, buyer := st.ids(i)
			places, err := Places(ev, st.session.ID, meetings, pairs, firm, buyer)
			if err != nil {
				t.Fatal(err)
			}
			others := slices.DeleteFunc(r.meetings("meetings", meetings), func(s seat) bool { return s.candidate == i })
			for slot, p := range places {
				ok := bench{st, others}.fits(i, slot, relief{})
				if ok != (len(p.Findings) == 0) || (ok && len(p.Tables) == 0) {
					t.Fatalf("%s with %s in slot %d: fits %t, but tables %v and %v", firm, buyer, slot, ok, p.Tables, findingsError(p.Findings))
				}
				if ok {
					fits++
				} else {
					not++
				}
			}
		}
	})
	if fits == 0 || not == 0 {
		t.Errorf("%d places fit, %d do not; want some of both", fits, not)
	}
}

func TestPlacesOfAFixedPair(t *testing.T) {
	ev, pairs := hall(2, 1)
	ev.Fixed = []event.Fixed{{Session: "hall", Firm: "F0", Buyer: "B0", Slot: 2}}
	places, err := Places(ev, "hall", []event.Meeting{{Firm: "F0", Buyer: "B0", Slot: 2}}, pairs, "F0", "B0")
	if err != nil {
		t.Fatal(err)
	}
	for t2, p := range places {
		if free := len(p.Findings) == 0; free != (t2 == 2) {
			t.Errorf("slot %d: %v; the pair is fixed in slot 2", t2, findingsError(p.Findings))
		}
	}
	_, err = Places(ev, "hall", nil, pairs, "F0", "B9")
	mentions(t, err, "B9")
}
