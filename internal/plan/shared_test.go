package plan

import (
	"context"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"sangdam/event"
)

func TestSharedLimits(t *testing.T) {
	three := map[string]event.Participation{"hall": {MinMeetings: event.Some(3)}}
	for name, tc := range map[string]struct {
		change  func(*event.Event)
		want    event.SharedLimit
		mention string
	}{
		"tables": {
			func(ev *event.Event) { ev.Sessions[0].Tables.Count = 1 },
			event.SharedLimit{Of: "tables", MinMeetings: 6, Possible: 4, Slots: []int{0, 1, 2, 3}}, "at 09:00, 09:30, 10:00, 10:30 only 4 can sit down (tables: 1)",
		},
		"interpreters": {
			func(ev *event.Event) {
				ev.Sessions[0].Interpreters = []event.Interpreter{{ID: "I1", Languages: []string{"ko", "zh"}}}
				for i := range ev.Buyers {
					ev.Buyers[i].Languages = []string{"zh"}
				}
			},
			event.SharedLimit{Of: "interpreters", MinMeetings: 6, Possible: 4, Slots: []int{0, 1, 2, 3}, Interpreters: []string{"I1"}},
			"meet nobody without an interpreter",
		},
		"partners": {
			func(ev *event.Event) {
				for i := range ev.Buyers {
					ev.Buyers[i].Sessions = map[string]event.Participation{"hall": {MaxMeetings: event.Some(1)}}
				}
			},
			event.SharedLimit{Of: "partners", MinMeetings: 6, Possible: 3, Partners: []string{"B0", "B1", "B2"}}, "B0, B1, B2 have no room",
		},
	} {
		ev, pairs := hall(2, 3)
		ev.Firms[0].Sessions, ev.Firms[1].Sessions = three, three
		tc.change(ev)
		s, err := Schedule(context.Background(), ev, pairs, Options{})
		if err != nil {
			t.Fatal(err)
		}
		short := s.Sessions[0].Shortfalls
		if len(short) == 0 || short[0].Group == nil {
			t.Errorf("%s: %+v; want a limit shared by both firms", name, short)
			continue
		}
		got := *short[0].Group
		if !slices.Equal(got.Participants, []string{"F0", "F1"}) || got.Of != tc.want.Of || got.MinMeetings != tc.want.MinMeetings ||
			got.Possible != tc.want.Possible || !slices.Equal(got.Slots, tc.want.Slots) ||
			!slices.Equal(got.Interpreters, tc.want.Interpreters) || !slices.Equal(got.Partners, tc.want.Partners) {
			t.Errorf("%s: %+v, want %+v", name, got, tc.want)
		}
		if why := got.Why.In("en"); !strings.Contains(why, tc.mention) {
			t.Errorf("%s: %q does not mention %q", name, why, tc.mention)
		}
	}
}

// What is said to be possible is never less than what some schedule has.
func TestSharedLimitsHold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ev, pairs := drawEvent(t)
		sites, err := newSites(ev, pairs)
		if err != nil {
			t.Fatal(err)
		}
		for _, st := range sites {
			empty := newBoard(st, nil)
			shortfalls := empty.shortfalls(false)
			for seed := range uint64(10) {
				held := map[string]int{}
				for _, m := range st.anySchedule(seed, 4) {
					held[m.Firm]++
					held[m.Buyer]++
				}
				for _, s := range shortfalls {
					if held[s.Participant] > s.Possible {
						t.Fatalf("%s has %d meetings, but %d were said to be possible", s.Participant, held[s.Participant], s.Possible)
					}
					if s.Group == nil {
						continue
					}
					sum := 0
					for _, id := range s.Group.Participants {
						p := empty.people[slices.IndexFunc(empty.people, func(p person) bool { return p.id == id })]
						sum += min(held[id], p.min)
					}
					if sum > s.Group.Possible {
						t.Fatalf("%v have %d meetings towards their minimums, but %d were said to be possible", s.Group.Participants, sum, s.Group.Possible)
					}
				}
			}
		}
	})
}
