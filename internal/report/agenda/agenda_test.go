package agenda_test

import (
	"slices"
	"testing"

	"sangdam/event"
	"sangdam/internal/lang"
	"sangdam/internal/report/agenda"
	"sangdam/internal/report/reporttest"
)

func book(opt agenda.Options) *agenda.Book {
	ev := reporttest.Fair()
	return agenda.NewBook(ev, reporttest.FairSchedule(ev), lang.New("ko"), opt)
}

func TestAnAgendaIsInOrderOfTimeInTheSessionsZone(t *testing.T) {
	a := book(agenda.Options{}).Of(agenda.Participant{Kind: agenda.Firm, ID: "F01"})
	var got []string
	for _, m := range a.Meetings {
		got = append(got, m.Start.Format("2006-01-02T15:04Z07:00")+" "+m.Table+" "+m.Counterparts[0].Name)
	}
	want := []string{
		"2026-10-27T09:00+08:00 A1 후난위헝", "2026-10-27T09:30+08:00 A1 빈토크릴리예", "2026-10-27T10:30+08:00 A1 Ärger & Łódź Übersee, Inc.",
		"2026-10-31T09:00-04:00 A2 Ärger & Łódź Übersee, Inc.",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if first := a.Meetings[0]; first.Interpreter == nil || first.Interpreter.Name != "통역 하나" || first.Counterparts[0].Country != "중국" {
		t.Errorf("first meeting %+v", first)
	}
	if topics := a.Meetings[0].Topics; !slices.Equal(topics, []string{"위성용 탄소 복합재"}) {
		t.Errorf("topics %q", topics)
	}
}

func TestAnInterpreterSeesBothSides(t *testing.T) {
	a := book(agenda.Options{Contacts: true}).Of(agenda.Participant{Kind: agenda.Interpreter, ID: "I1"})
	if len(a.Meetings) != 2 {
		t.Fatalf("%d meetings, want 2", len(a.Meetings))
	}
	m := a.Meetings[0]
	if len(m.Counterparts) != 2 || m.Counterparts[0].Kind != agenda.Firm || m.Counterparts[1].Kind != agenda.Buyer || m.Interpreter != nil {
		t.Errorf("counterparts %+v, interpreter %v", m.Counterparts, m.Interpreter)
	}
	if m.Contact != nil {
		t.Error("an interpreter gets a contact")
	}
}

func TestContactsOnlyWhenAskedFor(t *testing.T) {
	for _, asked := range []bool{false, true} {
		for _, a := range book(agenda.Options{Contacts: asked}).All() {
			for _, m := range a.Meetings {
				side := m.Buyer
				if a.Participant.Kind == agenda.Buyer {
					side = m.Firm
				}
				has := a.Participant.Kind != agenda.Interpreter && (side == "B01" || side == "F01") // those with a contact
				if got := m.Contact != nil; got != (asked && has) {
					t.Errorf("contacts %v: %s meets %s, contact %v", asked, a.Participant.ID, side, got)
				}
			}
		}
	}
}

func TestEverybodyWithAMeetingOnce(t *testing.T) {
	b := book(agenda.Options{})
	var got []string
	meetings := 0
	for _, a := range b.All() {
		got = append(got, a.Participant.ID)
		meetings += len(a.Meetings)
	}
	if want := []string{"F01", "F02", "B01", "B02", "B03", "I1"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if want := 7*2 + 2; meetings != want { // each of firm and buyer, two of the interpreter
		t.Errorf("%d lines, want %d", meetings, want)
	}
}

func TestFind(t *testing.T) {
	b := book(agenda.Options{})
	for id, want := range map[string]agenda.Kind{"F01": agenda.Firm, "B02": agenda.Buyer, "I1": agenda.Interpreter} {
		if found := b.Find(id); len(found) != 1 || found[0].Kind != want {
			t.Errorf("%s: %v", id, found)
		}
	}
	if found := b.Find("nobody"); found != nil {
		t.Errorf("nobody: %v", found)
	}
}

func TestUnknownIDsAreKept(t *testing.T) {
	ev := reporttest.Fair()
	s := reporttest.FairSchedule(ev)
	s.Sessions[0].Session = "elsewhere"
	s.Sessions[0].Meetings[0].Buyer = "GONE"
	a := agenda.NewBook(ev, s, lang.New("en"), agenda.Options{}).Of(agenda.Participant{Kind: agenda.Firm, ID: "F01"})
	if m := a.Meetings[0]; m.Venue != "elsewhere" || m.Counterparts[0].Name != "GONE" {
		t.Errorf("got %+v", m)
	}
}

func TestReasonsTellNoSecrets(t *testing.T) {
	why := func(s string) event.Text { return event.Text{By: map[string]string{"en": s}} }
	reason := agenda.Reasons([]event.Pair{
		{Session: "s", Firm: "F", Buyer: "B", Why: why("everything"), Factors: []event.Factor{
			{Name: "wish", Contribution: 0.9, Why: why("the buyer insists")}, {Name: "size", Contribution: 0.8, Why: why("large")},
			{Name: "sector", Value: 1, Contribution: 0.1, Why: why("same sector")}, {Name: "hs", Value: 1, Contribution: 0.3, Why: why("same code")},
		}},
		{Session: "s", Firm: "F", Buyer: "C", Factors: []event.Factor{{Name: "wish", Contribution: 1, Why: why("secret")}}},
		{Session: "s", Firm: "F", Buyer: "D", Factors: []event.Factor{{Name: "text", Value: 0.2, Contribution: 0.06, Why: why("the texts speak of different things")}}},
	})
	if got := reason("s", "F", "B").In("en"); got != "same code" {
		t.Errorf("got %q, want the subject that counts most", got)
	}
	if got := reason("s", "F", "C").In("en"); got != "" {
		t.Errorf("got %q, want nothing", got)
	}
	if got := reason("s", "F", "D").In("en"); got != "" {
		t.Errorf("got %q, which is no reason to meet", got)
	}
}
