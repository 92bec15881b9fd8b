package plan

import (
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"sangdam/event"
)

// shortened is an event compiled with some of its pairs; the rest is found when it is named.
func shortened(t *rapid.T, ev *event.Event, pairs []event.Pair) *Compiled {
	var listed []event.Pair
	rest := map[[3]string]event.Pair{}
	for _, p := range pairs {
		fixed := slices.ContainsFunc(ev.Fixed, func(f event.Fixed) bool { return f.Session == p.Session && f.Firm == p.Firm && f.Buyer == p.Buyer })
		if p.Must || fixed || rapid.Bool().Draw(t, "listed") {
			listed = append(listed, p)
		} else {
			rest[[3]string{p.Session, p.Firm, p.Buyer}] = p
		}
	}
	return CompileShort(ev, listed, func(session, firm, buyer string) (event.Pair, bool) {
		p, ok := rest[[3]string{session, firm, buyer}]
		return p, ok
	})
}

// Whatever pairs are listed, the rules say the same of meetings, and of the places for a pair.
func TestAPairThatIsNotListedIsJudgedAsIfItWere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ev, pairs := drawEvent(t)
		whole, short := Compile(ev, pairs), shortened(t, ev, pairs)
		for i := range ev.Sessions {
			session := ev.Sessions[i].ID
			st, err := siteOf(ev, session, pairs)
			if err != nil {
				t.Fatal(err)
			}
			meetings := st.anySchedule(rapid.Uint64().Draw(t, "seed"), 2)
			if excluded := slices.IndexFunc(st.entries, func(n entry) bool { return n.candidate == open }); excluded >= 0 {
				n := st.entries[excluded]
				stranger := event.Meeting{Firm: st.people[n.firm].id, Buyer: st.people[n.buyer].id}
				sameVerdict(t, whole, short, session, append(slices.Clone(meetings), stranger))
			}
			sameVerdict(t, whole, short, session, meetings)
			for _, n := range st.entries {
				firm, buyer := st.people[n.firm].id, st.people[n.buyer].id
				want, wrong := whole.Places(session, meetings, firm, buyer)
				got, err := short.Places(session, meetings, firm, buyer)
				if !reflect.DeepEqual(got, want) || (err == nil) != (wrong == nil) {
					t.Fatalf("%s with %s: %v (%v), want %v (%v)", firm, buyer, got, err, want, wrong)
				}
			}
		}
	})
}

func sameVerdict(t *rapid.T, whole, short *Compiled, session string, meetings []event.Meeting) {
	want, wantFound, err := whole.Restate(session, meetings)
	if err != nil {
		t.Fatal(err)
	}
	got, found, err := short.Restate(session, meetings)
	if err != nil || !reflect.DeepEqual(found, wantFound) {
		t.Fatalf("found %v, want %v (%v)", found, wantFound, err)
	}
	if !reflect.DeepEqual(got.Meetings, want.Meetings) || got.Objective != want.Objective {
		t.Fatalf("got  %+v\nwant %+v", got, want)
	}
}
