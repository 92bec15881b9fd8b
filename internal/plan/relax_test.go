package plan

import (
	"context"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"sangdam/event"
	"sangdam/scheduler"
)

func TestRelax(t *testing.T) {
	ev, _ := hall(2, 2)
	s := &ev.Sessions[0]
	s.Interpreters = []event.Interpreter{{ID: "I1", Languages: []string{"ko", "zh"}, Unavailable: awayBut(ev, 1)}}
	ev.Firms[0].Sessions = map[string]event.Participation{"hall": {MaxMeetings: event.Some(2)}}
	ev.Fixed = []event.Fixed{{Session: "hall", Firm: "F0", Buyer: "B0", Slot: 3}}
	day := s.Days()[0]
	before, _ := hall(2, 2)

	more, err := Relax(ev, Change{Session: "hall", Kind: OneTable})
	if err != nil || more.Sessions[0].Tables.Len() != 3 {
		t.Errorf("tables %+v, %v", more.Sessions[0].Tables, err)
	}
	more, err = Relax(ev, Change{Session: "hall", Kind: OneSlot, Day: day})
	if err != nil || len(more.Sessions[0].Slots) != 5 || !more.Sessions[0].Slots[4].Start.Equal(s.Slots[3].End) || more.Fixed[0].Slot != 3 {
		t.Errorf("slots %v, fixed %v, %v", more.Sessions[0].Slots, more.Fixed, err)
	}
	more, err = Relax(ev, Change{Session: "hall", Kind: OneInterpreter, Of: "I1"})
	if in := more.Sessions[0].Interpreters; err != nil || len(in) != 2 || in[1].ID != "I1-2" || in[1].Unavailable != nil {
		t.Errorf("interpreters %+v, %v", in, err)
	}
	more, err = Relax(ev, Change{Session: "hall", Kind: OneFirmMeeting})
	if err != nil || more.Firms[0].Sessions["hall"].MaxMeetings.Or(0) != 3 || more.Firms[1].Sessions != nil {
		t.Errorf("firms %+v, %v", more.Firms, err)
	}
	if ev.Firms[0].Sessions["hall"].MaxMeetings.Or(0) != 2 || !reflect.DeepEqual(ev.Sessions[0].Slots, before.Sessions[0].Slots) {
		t.Error("the event itself was changed")
	}
	s.Tables = event.Tables{Names: []string{"A1", "table-2"}}
	more, err = Relax(ev, Change{Session: "hall", Kind: OneTable})
	if err != nil || !reflect.DeepEqual(more.Sessions[0].Tables.Names, []string{"A1", "table-2", "table-3"}) {
		t.Errorf("tables %v, %v", more.Sessions[0].Tables.Names, err)
	}
	for _, c := range []Change{
		{Session: "attic", Kind: OneTable}, {Session: "hall", Kind: "roof"},
		{Session: "hall", Kind: OneInterpreter, Of: "I9"}, {Session: "hall", Kind: OneSlot},
	} {
		if _, err := Relax(ev, c); err == nil {
			t.Errorf("%+v was accepted", c)
		}
	}
}

func TestRelaxMovesTheFixedMeetingsOfLaterDays(t *testing.T) {
	ev, _ := hall(1, 1)
	s := &ev.Sessions[0]
	for i := 2; i < 4; i++ {
		s.Slots[i].Start, s.Slots[i].End = s.Slots[i].Start.AddDate(0, 0, 1), s.Slots[i].End.AddDate(0, 0, 1)
	}
	ev.Fixed = []event.Fixed{{Session: "hall", Firm: "F0", Buyer: "B0", Slot: 1}, {Session: "hall", Firm: "F0", Buyer: "B1", Slot: 2}}
	more, err := Relax(ev, Change{Session: "hall", Kind: OneSlot, Day: s.Days()[0]})
	if err != nil || more.Fixed[0].Slot != 1 || more.Fixed[1].Slot != 3 || ev.Fixed[1].Slot != 2 {
		t.Errorf("%+v, %v", more.Fixed, err)
	}
}

func TestHelpIsConfirmed(t *testing.T) {
	ev, pairs := hall(3, 1) // one table, four slots: four of nine pairs
	s, err := Schedule(context.Background(), ev, pairs, Options{Help: 3, Iterations: 500})
	if err != nil {
		t.Fatal(err)
	}
	help := s.Sessions[0].Help
	if len(help) == 0 || help[0].Price <= 0 {
		t.Errorf("%+v; want the price of a table", help)
	}
	if len(help) == 0 || help[0].Change != OneTable || help[0].Meetings != 4 || !help[0].Proven {
		t.Fatalf("%+v; want four more meetings by one more table first", help)
	}
	if got := s.Sessions[0].Objective.Score + help[0].Score; units(got) != units(help[0].Objective.Score) {
		t.Errorf("%v more than %v is not %v", help[0].Score, s.Sessions[0].Objective.Score, help[0].Objective.Score)
	}
	relaxed, err := Relax(ev, Change{Session: "hall", Kind: OneTable})
	if err != nil {
		t.Fatal(err)
	}
	again, err := Schedule(context.Background(), relaxed, pairs, Options{})
	if err != nil || again.Sessions[0].Objective.Score != help[0].Objective.Score {
		t.Errorf("solved anew %+v, %v; promised %+v", again.Sessions[0].Objective, err, help[0].Objective)
	}
	for _, lang := range event.Languages {
		if help[0].Why.By[lang] == "" {
			t.Errorf("no text in %s", lang)
		}
	}
}

func TestHelpForAMinimumSaysSo(t *testing.T) {
	ev, pairs := hall(2, 1)
	three := map[string]event.Participation{"hall": {MinMeetings: event.Some(3)}}
	ev.Firms[0].Sessions, ev.Firms[1].Sessions = three, three
	s, err := Schedule(context.Background(), ev, pairs, Options{Help: 2, Iterations: 500})
	if err != nil {
		t.Fatal(err)
	}
	help := s.Sessions[0].Help
	if len(help) == 0 || help[0].Change != OneTable || help[0].Objective.MinimumShortfall != 0 {
		t.Fatalf("%+v; want a table that ends the shortfall", help)
	}
	if why := help[0].Why.In("en"); !strings.Contains(why, "shortfall -2") {
		t.Errorf("%q does not say that the shortfall of two is gone", why)
	}
}

func TestEveryPromisingChangeCanBeMade(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ev, pairs := drawEvent(t)
		sites, err := newSites(ev, pairs)
		if err != nil {
			t.Fatal(err)
		}
		for _, st := range sites {
			r := reading{site: st, index: event.NewIndex(ev)}
			b := newBoard(st, r.meetings("", st.anySchedule(rapid.Uint64().Draw(t, "seed"), 2)))
			for _, c := range b.promising(scheduler.Prices{}) {
				relaxed, err := Relax(ev, c.Change)
				if err != nil {
					if c.Kind == OneSlot {
						continue // the next day begins at once
					}
					t.Fatalf("%+v: %v", c, err)
				}
				if _, err := newSites(relaxed, pairs); err != nil {
					t.Fatalf("%+v: %v", c, err)
				}
			}
		}
	})
}
