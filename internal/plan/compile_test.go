package plan

import (
	"cmp"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"sangdam/event"
)

// One compiled event answers for many drafts what each would be told anew, whatever strangers were in the drafts before.
func TestACompiledEventServesManyDrafts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ev, pairs := drawEvent(t)
		rules := Compile(ev, pairs)
		for i := range ev.Sessions {
			session := ev.Sessions[i].ID
			st, err := siteOf(ev, session, pairs)
			if err != nil {
				t.Fatal(err)
			}
			for draft := range uint64(3) {
				meetings := st.anySchedule(rapid.Uint64().Draw(t, "seed"), 1+float64(draft))
				if excluded := slices.IndexFunc(st.entries, func(n entry) bool { return n.candidate == open }); excluded >= 0 && draft == 1 {
					n := st.entries[excluded]
					meetings = append(meetings, event.Meeting{Firm: st.people[n.firm].id, Buyer: st.people[n.buyer].id})
				}
				sameDraft(t, rules, ev, session, meetings, pairs)
			}
		}
	})
}

func sameDraft(t *rapid.T, rules *Compiled, ev *event.Event, session string, meetings []event.Meeting, pairs []event.Pair) {
	want, wantFound, err := Restate(ev, session, meetings, pairs)
	if err != nil {
		t.Fatal(err)
	}
	got, found, err := rules.Restate(session, meetings)
	if err != nil || !reflect.DeepEqual(found, wantFound) {
		t.Fatalf("found %v, want %v (%v)", found, wantFound, err)
	}
	if len(found) > 0 {
		return
	}
	waiting, err := rules.Waiting(session, want.Meetings)
	if err != nil {
		t.Fatal(err)
	}
	got.Unplaced = waiting.List()
	if !reflect.DeepEqual(got, want) {
		t.Fatalf("got  %+v\nwant %+v", got, want)
	}
	ranked := slices.Collect(waiting.Ranked())
	if len(ranked) != len(want.Unplaced) {
		t.Fatalf("%d pairs wait, want %d", len(ranked), len(want.Unplaced))
	}
	if !slices.IsSortedFunc(ranked, func(a, b WaitingPair) int {
		if a.Must != b.Must {
			if a.Must {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Firm, b.Firm), cmp.Compare(a.Buyer, b.Buyer))
	}) {
		t.Fatalf("the pairs are not in their order: %+v", ranked)
	}
	for _, u := range want.Unplaced {
		i := slices.IndexFunc(ranked, func(p WaitingPair) bool { return p.Firm == u.Firm && p.Buyer == u.Buyer })
		if i < 0 || ranked[i].Reason != u.Reason || ranked[i].Score != u.Score {
			t.Fatalf("%+v is told as %+v", u, ranked[max(i, 0)])
		}
	}
}
