package matcher

import (
	"testing"
	"time"

	"sangdam/event"
)

func TestHardFactsRuleOut(t *testing.T) {
	slot := event.Interval{Start: time.Date(2024, 5, 7, 9, 0, 0, 0, time.UTC), End: time.Date(2024, 5, 7, 9, 30, 0, 0, time.UTC)}
	control := event.Control{Country: "CN", HS: []string{"8412"}, From: event.Some(event.Date{Year: 2024, Month: 2, Day: 24})}
	request := func(from, to string, w event.Wish) func(*event.Event) {
		return func(ev *event.Event) { ev.Requests = append(ev.Requests, event.Request{From: from, To: to, Wish: w}) }
	}
	withControl := func(ev *event.Event) {
		ev.Sessions[0].Slots, ev.Controls = []event.Interval{slot}, []event.Control{control}
	}
	fixed := func(ev *event.Event) {
		ev.Fixed = []event.Fixed{{Session: "changsha", Firm: "F1", Buyer: "B1"}, {Session: "changsha", Firm: "F1", Buyer: "B2"}}
	}
	const free = event.Reason("")
	for _, c := range []struct {
		name        string
		firm, buyer string
		change      []func(*event.Event)
		want        event.Reason
	}{
		{"a candidate", "F1", "B1", nil, free},
		{"control in force", "F1", "B1", []func(*event.Event){withControl}, event.ReasonControl},
		{"control does not touch other goods", "F2", "B2", []func(*event.Event){withControl}, free},
		{"another product is left", "F1", "B1", []func(*event.Event){withControl, func(ev *event.Event) {
			ev.Firms[0].Products = append(ev.Firms[0].Products, event.Product{Name: event.Text{Plain: "seals"}, HS: []string{"8484.20"}})
		}}, free},
		{"control that has ended", "F1", "B1", []func(*event.Event){withControl, func(ev *event.Event) {
			ev.Controls[0].Until = event.Some(event.Date{Year: 2024, Month: 5, Day: 6})
		}}, free},
		{"control of the code in a newer edition", "F2", "B2", []func(*event.Event){withControl, func(ev *event.Event) {
			ev.Controls[0].HS = []string{"8807.30"}
		}}, event.ReasonControl},
		{"refused by the buyer", "F1", "B1", []func(*event.Event){request("B1", "F1", event.Never)}, event.ReasonRefused},
		{"refused against a must", "F1", "B1", []func(*event.Event){request("B1", "F1", event.Never), request("F1", "B1", event.Must)}, event.ReasonRefused},
		{"certificate missing", "F1", "B2", nil, event.ReasonCertificate},
		{"a must overrules the certificate", "F1", "B2", []func(*event.Event){request("B2", "F1", event.Must)}, free},
		{"certificates not stated", "F1", "B2", []func(*event.Event){func(ev *event.Event) { ev.Firms[0].Certificates = nil }}, free},
		{"minimum order out of reach", "F1", "B1", []func(*event.Event){func(ev *event.Event) {
			ev.Firms[0].MinimumOrderUSD = event.Some(6e5)
		}}, event.ReasonMinimumOrder},
		{"nobody could interpret", "F2", "B2", []func(*event.Event){func(ev *event.Event) {
			ev.Buyers[1].Languages = []string{"ru"}
		}}, event.ReasonNoCommonLanguage},
		{"no interpreters listed", "F2", "B2", []func(*event.Event){func(ev *event.Event) {
			ev.Buyers[1].Languages, ev.Sessions[0].Interpreters = []string{"ru"}, nil
		}}, free},
		{"below the minimum", "F2", "B1", []func(*event.Event){func(ev *event.Event) { ev.MinimumScore = event.Some(0.5) }}, event.ReasonNotWorthIt},
		{"a must below the minimum", "F2", "B1", []func(*event.Event){func(ev *event.Event) { ev.MinimumScore = event.Some(0.9) },
			request("F2", "B1", event.Must)}, free},
		{"fixed stays whatever holds", "F1", "B2", []func(*event.Event){fixed, withControl}, free},
	} {
		ev := smallEvent()
		for _, change := range c.change {
			change(ev)
		}
		pairs := Rank(ev)
		checkSums(t, pairs)
		p := find(t, pairs, c.firm, c.buyer)
		got := free
		if p.Excluded != nil {
			got = *p.Excluded
		}
		if got != c.want {
			t.Errorf("%s: excluded as %q, want %q", c.name, got, c.want)
		}
		if (got == free) != p.ExcludedWhy.IsZero() || (got == free) != (p.RankForFirm > 0) {
			t.Errorf("%s: reason, sentence and rank do not agree: %+v", c.name, p)
		}
	}
}

func TestControlledProductsAreNotTalkedAbout(t *testing.T) {
	ev := smallEvent()
	ev.Sessions[0].Slots = []event.Interval{{Start: time.Date(2024, 5, 7, 9, 0, 0, 0, time.UTC), End: time.Date(2024, 5, 7, 9, 30, 0, 0, time.UTC)}}
	ev.Firms[0].Products = append(ev.Firms[0].Products, event.Product{Name: event.Text{Plain: "ceramic tiles"}, HS: []string{"6907.21"}})
	free := find(t, Rank(ev), "F1", "B1")
	ev.Controls = []event.Control{{Country: "CN", HS: []string{"84"}}}
	bound := find(t, Rank(ev), "F1", "B1")
	if bound.Excluded != nil && *bound.Excluded == event.ReasonControl {
		t.Fatal("tiles are left to talk about")
	}
	if bound.Score >= free.Score/2 {
		t.Errorf("score %.4f without the cylinders, %.4f with them", bound.Score, free.Score)
	}
}

func TestGivenScoresReplaceTheMatcher(t *testing.T) {
	ev := smallEvent()
	ev.Scores = []event.Score{{Firm: "F1", Buyer: "B2", Score: 0.83}, {Firm: "F2", Buyer: "B1", Score: 0.1}}
	ev.MinimumScore = event.Some(0.2)
	pairs := Rank(ev)
	checkSums(t, pairs)
	if len(pairs) != 2 {
		t.Fatalf("%d pairs, want the two that are listed", len(pairs))
	}
	if p := find(t, pairs, "F1", "B2"); p.Score != 0.83 || p.Excluded != nil || len(p.Factors) != 1 || p.Factors[0].Name != "given" {
		t.Errorf("given pair is %+v", p)
	}
	if p := find(t, pairs, "F2", "B1"); p.Excluded == nil || *p.Excluded != event.ReasonNotWorthIt {
		t.Errorf("a given score below the minimum is %+v", p)
	}
	ev.Scores = []event.Score{}
	if pairs := Rank(ev); len(pairs) != 0 {
		t.Errorf("an empty list of scores gives %d pairs, want none", len(pairs))
	}
}
