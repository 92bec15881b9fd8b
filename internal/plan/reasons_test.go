package plan

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"sangdam/event"
)

// A bench is a schedule by brute force: it tries to insert a pair in every slot and asks the rules.
type bench struct {
	*site
	meetings []seat
}

// relief takes obstacles away: a seat more for a side, a table more, an interpreter more who can help everybody.
type relief struct{ buyer, firm, tables, interpreters bool }

func reliefOf(names []string) relief {
	return relief{
		buyer: slices.Contains(names, "buyer"), firm: slices.Contains(names, "firm"),
		tables: slices.Contains(names, "tables"), interpreters: slices.Contains(names, "interpreters"),
	}
}

// insertable reports whether a candidate could be given a meeting somewhere, the others staying where they are, but for
// an exchange of interpreters within a slot.
func (b bench) insertable(i int, r relief) bool {
	for t := range b.session.Slots {
		if b.fits(i, t, r) {
			return true
		}
	}
	return false
}

func (b bench) fits(i, t int, r relief) bool {
	c := b.candidates[i]
	for _, side := range []struct {
		who  int
		more bool
	}{{c.firm, r.firm}, {c.buyer, r.buyer}} {
		p := b.people[side.who]
		held, here := 0, 0
		for _, m := range b.meetings {
			o := b.candidates[m.candidate]
			if o.firm == side.who || o.buyer == side.who {
				held++
				if m.slot == t {
					here++
				}
			}
		}
		if !has(p.free, t) || (!side.more && (held+1 > p.max || here+1 > p.parallel)) {
			return false
		}
	}
	var needs [][]int
	inSlot := 0
	for _, m := range b.meetings {
		if m.slot != t {
			continue
		}
		inSlot++
		if team := b.candidates[m.candidate].team; team != noTeam {
			needs = append(needs, b.teams[team])
		}
	}
	usable := 0
	for _, table := range b.tables {
		if b.session.TableAvailable(table)[t] {
			usable++
		}
	}
	if inSlot+1 > usable && !r.tables {
		return false
	}
	if c.team == noTeam || r.interpreters {
		return true
	}
	return b.served(append(needs, b.teams[c.team]), t, map[int]bool{})
}

// served tries every way to share out the interpreters.
func (b bench) served(needs [][]int, t int, used map[int]bool) bool {
	if len(needs) == 0 {
		return true
	}
	for _, i := range needs[0] {
		if used[i] || !has(b.interpreters[i], t) {
			continue
		}
		used[i] = true
		if b.served(needs[1:], t, used) {
			return true
		}
		used[i] = false
	}
	return false
}

var ownObstacle = map[event.Reason][]string{
	event.ReasonBuyerFull:     {"buyer"},
	event.ReasonFirmFull:      {"firm"},
	event.ReasonBothBusy:      {},
	event.ReasonTablesFull:    {"tables"},
	event.ReasonNoInterpreter: {"interpreters"},
}

func TestReasonsAreTrue(t *testing.T) {
	seen := map[event.Reason]int{}
	rapid.Check(t, func(t *rapid.T) {
		ev, pairs := drawEvent(t)
		sites, err := newSites(ev, pairs)
		if err != nil {
			t.Fatal(err)
		}
		for k := range 20 * len(sites) {
			st := sites[k%len(sites)]
			meetings := st.anySchedule(uint64(k), []float64{0.1, 0.5, 2, 8}[k/2%4])
			left, err := LeftOut(ev, st.session.ID, meetings, pairs)
			if err != nil {
				t.Fatal(err)
			}
			r := reading{site: st, index: event.NewIndex(ev)}
			b := bench{st, r.meetings("meetings", meetings)}
			listed := 0
			for _, p := range pairs {
				if p.Session == st.session.ID {
					listed++
				}
			}
			if listed != len(meetings)+len(left) {
				t.Fatalf("%d pairs, but %d meetings and %d left out", listed, len(meetings), len(left))
			}
			for _, u := range left {
				seen[u.Reason]++
				b.verify(t, u)
			}
		}
	})
	for _, r := range []event.Reason{
		event.ReasonNoCommonSlot, event.ReasonBuyerFull, event.ReasonFirmFull, event.ReasonBothBusy, event.ReasonTablesFull,
		event.ReasonNoInterpreter, event.ReasonRoomLeft, event.ReasonRefused, event.ReasonNotWorthIt, event.ReasonNoCommonLanguage,
	} {
		if seen[r] == 0 {
			t.Errorf("%s never came up", r)
		}
	}
}

// verify re-derives by brute force what a reason claims.
func (b bench) verify(t *rapid.T, u event.Unplaced) {
	e, _ := b.edge(u.Firm, u.Buyer)
	i, ok := b.candidateOf[e]
	if !ok {
		if p := b.listed[e]; p.Excluded == nil || *p.Excluded != u.Reason {
			t.Fatalf("%s with %s: %s, but the match document says %v", u.Firm, u.Buyer, u.Reason, p.Excluded)
		}
		return
	}
	everything := reliefOf(obstacleNames[:])
	switch u.Reason {
	case event.ReasonRoomLeft:
		for _, slot := range u.Detail["slots"].([]int) {
			if !b.fits(i, slot, relief{}) {
				t.Fatalf("%s with %s: no room in slot %d", u.Firm, u.Buyer, slot)
			}
		}
		if !b.insertable(i, relief{}) {
			t.Fatalf("%s with %s: room_left, but there is none", u.Firm, u.Buyer)
		}
	case event.ReasonNoCommonSlot:
		if b.insertable(i, everything) {
			t.Fatalf("%s with %s: there is a common slot", u.Firm, u.Buyer)
		}
	default:
		own, known := ownObstacle[u.Reason]
		if !known {
			t.Fatalf("reason %q of a candidate", u.Reason)
		}
		also, _ := u.Detail["also"].([]string)
		if b.insertable(i, relief{}) {
			t.Fatalf("%s with %s: %s, but there is room", u.Firm, u.Buyer, u.Reason)
		}
		if len(own) > 0 && b.insertable(i, reliefOf(also)) {
			t.Fatalf("%s with %s: not %s but %v alone stands in the way", u.Firm, u.Buyer, u.Reason, also)
		}
		if !b.insertable(i, reliefOf(append(slices.Clone(own), also...))) {
			t.Fatalf("%s with %s: without %v and %v it still cannot meet", u.Firm, u.Buyer, own, also)
		}
		for k := range also { // and none of them can be spared
			fewer := slices.Delete(slices.Clone(also), k, k+1)
			if b.quietOnly(i, u.Reason, reliefOf(append(slices.Clone(own), fewer...))) {
				t.Fatalf("%s with %s: %s: %q is not needed", u.Firm, u.Buyer, u.Reason, also[k])
			}
		}
	}
}

// quietOnly is insertable over the slots that also speaks about: for tables and interpreters those in which neither side
// is busy.
func (b bench) quietOnly(i int, reason event.Reason, r relief) bool {
	for t := range b.session.Slots {
		quiet := b.fits(i, t, relief{tables: true, interpreters: true})
		if (reason == event.ReasonTablesFull || reason == event.ReasonNoInterpreter) && !quiet {
			continue
		}
		if b.fits(i, t, r) {
			return true
		}
	}
	return false
}

func TestFullSidesShowWhoHoldsTheSeats(t *testing.T) {
	ev, pairs := hall(4, 2)
	ev.Buyers[0].Sessions = map[string]event.Participation{"hall": {MaxMeetings: event.Some(2)}}
	st, err := siteOf(ev, "hall", pairs)
	if err != nil {
		t.Fatal(err)
	}
	meetings := []event.Meeting{
		meetingIn(st, "F1", "B0", 0, "1"),
		meetingIn(st, "F3", "B0", 2, "1"),
	}
	left, err := LeftOut(ev, "hall", meetings, pairs)
	if err != nil {
		t.Fatal(err)
	}
	u := left[slices.IndexFunc(left, func(u event.Unplaced) bool { return u.Firm == "F2" && u.Buyer == "B0" })]
	if u.Reason != event.ReasonBuyerFull || u.Detail["limit"] != 2 || u.Detail["meetings"] != 2 || u.Detail["better"] != 1 {
		t.Errorf("%+v", u)
	}
	held := u.Detail["held_by"].([]event.Held)
	want := []event.Held{{Firm: "F3", Buyer: "B0", Slot: 2, Score: 0.6}, {Firm: "F1", Buyer: "B0", Slot: 0, Score: 0.8}}
	if !slices.Equal(held, want) {
		t.Errorf("held by %+v, want the least good first: %+v", held, want)
	}
	if u.Detail["also"] != nil {
		t.Errorf("also %v, but nothing else stands in the way", u.Detail["also"])
	}
}
