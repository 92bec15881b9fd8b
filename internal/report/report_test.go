package report

import (
	"encoding/json"
	"testing"

	"sangdam/event"
	"sangdam/internal/lang"
)

func sample() *event.Event {
	held := event.Some(true)
	return &event.Event{
		ID:       "sample",
		Sessions: []event.Session{{ID: "east"}, {ID: "west"}},
		Firms: []event.Firm{
			{ID: "F1", Sectors: []string{"aerospace", "machining"}},
			{ID: "F2"},
			{ID: "F3", Sectors: []string{"ceramics"}},
		},
		Buyers: []event.Buyer{{ID: "B1", Country: "CN"}, {ID: "B2", Country: "RU"}},
		Outcomes: []event.Outcome{
			{Session: "east", Firm: "F1", Buyer: "B1", ReportedBy: "firm", Held: held, ConsultedUSD: event.Some(300.10),
				ExpectedContractUSD: event.Some(100.0), MOU: held, MOUUSD: event.Some(50.0), Rating: event.Some(4)},
			{Session: "east", Firm: "F1", Buyer: "B1", ReportedBy: "buyer", Held: held, ConsultedUSD: event.Some(200.20), Rating: event.Some(5)},
			{Session: "east", Firm: "F2", Buyer: "B1", Held: held, ConsultedUSD: event.Some(0.70), SignedUSD: event.Some(7.0)},
			{Session: "west", Firm: "F1", Buyer: "B2", ReportedBy: "firm", Held: held, ConsultedUSD: event.Some(1000.0)},
			{Session: "west", Firm: "F1", Buyer: "B2", ReportedBy: "buyer", Held: event.Some(false)},
		},
	}
}

func TestFigures(t *testing.T) {
	r := Of(sample(), nil)
	want := Figures{Reported: 3, Held: 2, NotHeld: 1, Disputed: 1, Consulted: 20090, Expected: 10000, MOUs: 1, Agreed: 5000,
		Contracts: 1, Signed: 700, Ratings: 2, Rating: 4.5, rated: 9}
	if r.Total != want {
		t.Errorf("total\n got %+v\nwant %+v", r.Total, want)
	}
	if len(r.Firms) != 3 || r.Firms[2].ID != "F3" || r.Firms[2].Held != 0 {
		t.Errorf("a firm without a meeting is not listed: %+v", r.Firms)
	}
	if r.Sectors[0].ID != "" && r.Sectors[0].ID != "aerospace" {
		t.Errorf("sectors %+v", r.Sectors)
	}
	if r.Countries[0].ID != "CN" || r.Countries[0].Held != 2 {
		t.Errorf("countries %+v", r.Countries)
	}
}

func TestEveryViewSplitsTheTotal(t *testing.T) {
	schedule := &event.Schedule{Sessions: []event.SessionSchedule{{Session: "east", Meetings: []event.Meeting{
		{Firm: "F1", Buyer: "B1"}, {Firm: "F3", Buyer: "B1"},
	}}}}
	for _, s := range []*event.Schedule{nil, schedule} {
		r := Of(sample(), s)
		for name, lines := range map[string][]Line{"sessions": r.Sessions, "sectors": r.Sectors, "firms": r.Firms, "countries": r.Countries} {
			var planned, held, missing, mous int
			var consulted, expected, agreed, signed lang.Cents
			for _, l := range lines {
				planned, held, missing, mous = planned+l.Planned, held+l.Held, missing+l.Missing, mous+l.MOUs
				consulted, expected = consulted+l.Consulted, expected+l.Expected
				agreed, signed = agreed+l.Agreed, signed+l.Signed
			}
			if planned != r.Total.Planned || held != r.Total.Held || missing != r.Total.Missing || mous != r.Total.MOUs ||
				consulted != r.Total.Consulted || expected != r.Total.Expected || agreed != r.Total.Agreed || signed != r.Total.Signed {
				t.Errorf("the %s do not sum to the total: %+v, total %+v", name, lines, r.Total)
			}
		}
	}
}

func TestPlannedAndMissing(t *testing.T) {
	schedule := &event.Schedule{Sessions: []event.SessionSchedule{{Session: "east", Meetings: []event.Meeting{
		{Firm: "F1", Buyer: "B1"}, {Firm: "F3", Buyer: "B1"},
	}}}}
	r := Of(sample(), schedule)
	if r.Total.Planned != 2 || r.Total.Missing != 1 || r.Total.Reported != 3 {
		t.Errorf("planned %d, missing %d, reported %d; want 2, 1, 3", r.Total.Planned, r.Total.Missing, r.Total.Reported)
	}
}

func TestAmountsAreNumbersInJSON(t *testing.T) {
	for _, c := range []struct {
		cents lang.Cents
		want  string
	}{{560000000, "5600000"}, {20090, "200.90"}, {-5, "-0.05"}, {0, "0"}} {
		got, err := json.Marshal(c.cents)
		if err != nil || string(got) != c.want {
			t.Errorf("%d cents: %s, %v; want %s", c.cents, got, err, c.want)
		}
	}
}

func TestAnEventWithoutOutcomes(t *testing.T) {
	r := Of(&event.Event{ID: "new"}, nil)
	if r.Total != (Figures{}) || len(r.Firms)+len(r.Sessions)+len(r.Sectors)+len(r.Countries) != 0 {
		t.Errorf("got %+v", r)
	}
}
