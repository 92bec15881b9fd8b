package plan

import (
	"context"
	"testing"
	"time"

	"pgregory.net/rapid"

	"sangdam/event"
	"sangdam/scheduler"
)

func earlier(st *site, meetings []event.Meeting) *event.Schedule {
	return &event.Schedule{Sessions: []event.SessionSchedule{{Session: st.session.ID, Meetings: meetings}}}
}

func TestStartKeepsAllThatStillHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ev, pairs := drawEvent(t)
		sites, err := newSites(ev, pairs)
		if err != nil {
			t.Fatal(err)
		}
		for _, st := range sites {
			meetings := st.anySchedule(rapid.Uint64().Draw(t, "seed"), 2)
			s := st.start(earlier(st, meetings))
			if s == nil {
				if len(meetings) > 0 {
					t.Fatalf("nothing of %d meetings was carried over", len(meetings))
				}
				continue
			}
			if s.Len() != len(meetings) {
				t.Fatalf("%d of %d meetings were carried over", s.Len(), len(meetings))
			}
		}
	})
}

func TestStartOfAChangedEventKeepsTheRules(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ev, pairs := drawEvent(t)
		sites, err := newSites(ev, pairs)
		if err != nil {
			t.Fatal(err)
		}
		st := sites[0]
		old := earlier(st, st.anySchedule(rapid.Uint64().Draw(t, "seed"), 2))

		ev.Fixed = nil
		s := &ev.Sessions[0]
		switch rapid.IntRange(0, 3).Draw(t, "change") {
		case 0:
			s.Slots = s.Slots[1:]
		case 1:
			s.Tables = event.Tables{Names: []string{"new"}}
		case 2:
			s.Interpreters = nil
		case 3:
			ev.Firms[0].Sessions = map[string]event.Participation{s.ID: {MaxMeetings: event.Some(1)}}
		}
		changed, err := newSites(ev, pairs)
		if err != nil {
			return // the change took away who the match document speaks of
		}
		start := changed[0].start(old)
		if start == nil {
			return
		}
		in, err := changed[0].instance()
		if err != nil {
			t.Fatal(err)
		}
		if _, broken := scheduler.Verify(in, start); len(broken) > 0 {
			t.Fatalf("%v", broken)
		}
	})
}

func TestStartGoesByTimeAndTable(t *testing.T) {
	ev, pairs := hall(2, 2)
	st, err := siteOf(ev, "hall", pairs)
	if err != nil {
		t.Fatal(err)
	}
	m := meetingIn(st, "F1", "B2", 2, "2")
	m.Slot = 0 // the number is out of date, the time is not
	gone := meetingIn(st, "F0", "B0", 1, "1")
	gone.Start = gone.Start.Add(time.Minute)
	stranger := meetingIn(st, "F0", "B1", 1, "1")
	stranger.Firm = "F9"
	got := st.start(earlier(st, []event.Meeting{m, gone, stranger})).Meetings()
	if len(got) != 1 || got[0].Slot != 2 || got[0].Table != 1 {
		t.Errorf("%+v; want one meeting in slot 2 at the second table", got)
	}
}

func TestAStartIsNeverMadeWorse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ev, pairs := drawEvent(t)
		sites, err := newSites(ev, pairs)
		if err != nil {
			t.Fatal(err)
		}
		st := sites[0]
		meetings := st.anySchedule(rapid.Uint64().Draw(t, "seed"), 4)
		if len(meetings) == 0 {
			return
		}
		s, err := Schedule(context.Background(), ev, pairs, Options{Session: st.session.ID, Iterations: 1, Start: earlier(st, meetings)})
		if err != nil {
			t.Fatal(err)
		}
		began, err := Measure(ev, st.session.ID, meetings, pairs)
		if err != nil {
			t.Fatal(err)
		}
		if got := core(s.Sessions[0].Objective); got.Compare(core(began)) > 0 {
			t.Fatalf("began with %+v, ended with %+v", began, s.Sessions[0].Objective)
		}
	})
}
