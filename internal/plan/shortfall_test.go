package plan

import (
	"math/bits"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"sangdam/event"
)

// laidOut is the board of meetings made by hand.
func laidOut(t *testing.T, ev *event.Event, pairs []event.Pair, meetings ...func(*site) event.Meeting) *board {
	t.Helper()
	st, err := siteOf(ev, "hall", pairs)
	if err != nil {
		t.Fatal(err)
	}
	var ms []event.Meeting
	for _, m := range meetings {
		ms = append(ms, m(st))
	}
	r := reading{site: st, index: event.NewIndex(ev)}
	seats := r.meetings("meetings", ms)
	if len(r.found) > 0 {
		t.Fatal(findingsError(r.found))
	}
	return newBoard(st, seats)
}

func awayBut(ev *event.Event, slots ...int) []event.Interval {
	var away []event.Interval
	for t, slot := range ev.Sessions[0].Slots {
		stays := false
		for _, s := range slots {
			stays = stays || s == t
		}
		if !stays {
			away = append(away, slot)
		}
	}
	return away
}

func TestCertificateOfAMinimumThatCannotBeMet(t *testing.T) {
	ev, pairs := hall(2, 2)
	for name, tc := range map[string]struct {
		limits event.Participation
		want   []string
	}{
		"slots":    {event.Participation{MinMeetings: event.Some(3), Unavailable: awayBut(ev, 1, 3)}, []string{"only at 09:30, 10:30", "2 at most"}},
		"partners": {event.Participation{MinMeetings: event.Some(4)}, []string{"only 3 partners", "B0, B1, B2"}},
		"limit":    {event.Participation{MinMeetings: event.Some(2), MaxMeetings: event.Some(1)}, []string{"limit is 1"}},
	} {
		ev.Firms[0].Sessions = map[string]event.Participation{"hall": tc.limits}
		b := laidOut(t, ev, pairs)
		s := b.shortfalls(true)
		if len(s) != 1 || s[0].Participant != "F0" || s[0].Possible >= s[0].MinMeetings {
			t.Errorf("%s: %+v", name, s)
			continue
		}
		for _, want := range tc.want {
			if why := s[0].Why.In("en"); !strings.Contains(why, want) {
				t.Errorf("%s: %q does not mention %q", name, why, want)
			}
		}
	}
}

func TestAccountOfAMinimumThatOthersStandInTheWayOf(t *testing.T) {
	ev, pairs := hall(3, 3)
	ev.Sessions[0].Interpreters = []event.Interpreter{{ID: "I1", Languages: []string{"ko", "zh"}}}
	ev.Firms[0].Sessions = map[string]event.Participation{"hall": {MinMeetings: event.Some(2), Unavailable: awayBut(ev, 0, 2)}}
	ev.Buyers[0].Languages = []string{"zh"}
	ev.Buyers[1].Sessions = map[string]event.Participation{"hall": {Unavailable: awayBut(ev, 0)}}
	ev.Buyers[2].Sessions = map[string]event.Participation{"hall": {Unavailable: awayBut(ev, 1)}}
	b := laidOut(t, ev, pairs,
		func(st *site) event.Meeting { // F1 takes the interpreter in slot 2; B0 is not the one who is busy
			m := meetingIn(st, "F1", "B0", 2, "1")
			m.Interpreter = "I1"
			return m
		},
		func(st *site) event.Meeting { return meetingIn(st, "F2", "B1", 0, "1") },
	)
	got := b.shortfalls(false)[0]
	want := []event.SlotAccount{{Slot: 0, State: stateRoomLeft}, {Slot: 2, State: statePartnersBusy}}
	if got.Possible != 2 || len(got.Slots) != 2 || got.Slots[0] != want[0] || got.Slots[1] != want[1] {
		t.Errorf("%+v, want %+v", got, want)
	}

	ev.Buyers[0].Sessions = map[string]event.Participation{"hall": {Parallel: event.Some(2), Unavailable: awayBut(ev, 2)}}
	b = laidOut(t, ev, pairs, func(st *site) event.Meeting {
		m := meetingIn(st, "F1", "B0", 2, "1")
		m.Interpreter = "I1"
		return m
	})
	got = b.shortfalls(true)[0]
	if got.Slots[1].State != stateNoInterpreter {
		t.Errorf("slot 2: %s, want %s", got.Slots[1].State, stateNoInterpreter)
	}
	for _, want := range []string{"available in 2 slots", "at 10:00 every able interpreter is taken", "proven that the total shortfall cannot be smaller"} {
		if why := got.Why.In("en"); !strings.Contains(why, want) {
			t.Errorf("%q does not mention %q", why, want)
		}
	}
}

// The reach of a person is as large as its cover is (so both are best), and agrees with trying every set of partners.
func TestReachIsProvenByItsCover(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ev, pairs := drawEvent(t)
		sites, err := newSites(ev, pairs)
		if err != nil {
			t.Fatal(err)
		}
		for _, st := range sites {
			b := newBoard(st, nil)
			for who := range st.people {
				var own []int
				for i, c := range st.candidates {
					if c.firm == who || c.buyer == who {
						own = append(own, i)
					}
				}
				r := b.reach(who, own)
				slots, partners := r.cover()
				if r.size != r.seats*len(slots)+len(partners) {
					t.Fatalf("%s: %d meetings, but the cover allows %d·%d + %d", r.who.id, r.size, r.seats, len(slots), len(partners))
				}
				best := 0
				for set := range 1 << len(own) {
					if bits.OnesCount(uint(set)) > best && r.hall(set) {
						best = bits.OnesCount(uint(set))
					}
				}
				if best != r.size {
					t.Fatalf("%s: %d meetings by paths, %d by trying every set", r.who.id, r.size, best)
				}
			}
		}
	})
}

// hall is Hall's condition: every subset of a set of partners finds as many seats.
func (r *reach) hall(set int) bool {
	for sub := set; sub > 0; sub = (sub - 1) & set {
		slots := map[int]bool{}
		for i := range r.partners {
			if sub>>i&1 == 1 {
				for _, t := range r.slots[i] {
					slots[t] = true
				}
			}
		}
		if bits.OnesCount(uint(sub)) > r.seats*len(slots) {
			return false
		}
	}
	return true
}

func TestBlockingPairs(t *testing.T) {
	ev, pairs := hall(3, 2)
	b := laidOut(t, ev, pairs,
		func(st *site) event.Meeting { return meetingIn(st, "F0", "B0", 0, "1") }, // 0.9
		func(st *site) event.Meeting { return meetingIn(st, "F2", "B1", 0, "2") }, // 0.7
		func(st *site) event.Meeting { return meetingIn(st, "F2", "B2", 1, "1") }, // 0.7
		func(st *site) event.Meeting { return meetingIn(st, "F1", "B2", 2, "1") }, // 0.8
	)
	if got := b.blocking(10); got != nil {
		t.Errorf("F0 with B1 gains nothing for F0: %+v", got)
	}
	pairs[1].Score = 0.95 // F0 with B1
	pairs[4].Score = 0.82 // F1 with B1
	b = laidOut(t, ev, pairs,
		func(st *site) event.Meeting { return meetingIn(st, "F0", "B0", 0, "1") },
		func(st *site) event.Meeting { return meetingIn(st, "F2", "B1", 0, "2") },
		func(st *site) event.Meeting { return meetingIn(st, "F1", "B2", 2, "1") },
	)
	got := b.blocking(10)
	want := []event.Blocking{
		{Firm: "F0", Buyer: "B1", Score: 0.95,
			FirmLeast:  event.Held{Firm: "F0", Buyer: "B0", Slot: 0, Score: 0.9},
			BuyerLeast: event.Held{Firm: "F2", Buyer: "B1", Slot: 0, Score: 0.7}},
		{Firm: "F1", Buyer: "B1", Score: 0.82,
			FirmLeast:  event.Held{Firm: "F1", Buyer: "B2", Slot: 2, Score: 0.8},
			BuyerLeast: event.Held{Firm: "F2", Buyer: "B1", Slot: 0, Score: 0.7}},
	}
	if len(got) != 2 || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("%+v, want %+v", got, want)
	}
	if got := b.blocking(1); len(got) != 1 {
		t.Errorf("%d pairs, asked for one", len(got))
	}
}
