package event

import (
	"slices"
	"testing"
)

// Whatever names a company, on whichever side, goes with it; what only others are named in stays.
func TestWhatGoesWithACompany(t *testing.T) {
	whole := func() Event {
		return Event{
			Firms: []Firm{{ID: "F1"}, {ID: "F2"}}, Buyers: []Buyer{{ID: "B1"}, {ID: "B2"}},
			Requests: []Request{{From: "F1", To: "B1"}, {From: "B1", To: "F2"}, {From: "B2", To: "F2"}},
			Fixed:    []Fixed{{Firm: "F1", Buyer: "B1"}, {Firm: "F2", Buyer: "B1"}, {Firm: "F2", Buyer: "B2"}},
			Scores:   []Score{{Firm: "F1", Buyer: "B1"}, {Firm: "F2", Buyer: "B1"}, {Firm: "F2", Buyer: "B2"}},
			Outcomes: []Outcome{{Firm: "F1", Buyer: "B1"}, {Firm: "F2", Buyer: "B1"}, {Firm: "F2", Buyer: "B2"}},
		}
	}
	pairs := []string{"F1 B1", "F2 B1", "F2 B2"} // of each list above
	for company, gone := range map[string][]string{"F1": pairs[:1], "F2": pairs[1:], "B1": pairs[:2], "B2": pairs[2:]} {
		ev := whole()
		lost, ok := ev.RemoveCompany(company)
		if !ok || len(ev.Firms)+len(ev.Buyers) != 3 {
			t.Errorf("without %s: %v, %+v", company, ok, ev)
		}
		stays := slices.DeleteFunc(slices.Clone(pairs), func(pair string) bool { return slices.Contains(gone, pair) })
		for _, part := range []struct {
			name        string
			stays, goes []string
		}{
			{"requests", named(ev.Requests), named(lost.Requests)},
			{"fixed meetings", named(ev.Fixed), named(lost.Fixed)},
			{"scores", named(ev.Scores), named(lost.Scores)},
			{"outcomes", named(ev.Outcomes), named(lost.Outcomes)},
		} {
			if !slices.Equal(part.stays, stays) || !slices.Equal(part.goes, gone) {
				t.Errorf("without %s the %s of %q stay and those of %q go, want %q and %q", company, part.name, part.stays, part.goes, stays, gone)
			}
		}
	}
}

// named returns the firm and the buyer of each entry.
func named[T any](entries []T) []string {
	var out []string
	for _, e := range entries {
		switch e := any(e).(type) {
		case Request:
			out = append(out, max(e.From, e.To)+" "+min(e.From, e.To)) // F comes after B
		case Fixed:
			out = append(out, e.Firm+" "+e.Buyer)
		case Score:
			out = append(out, e.Firm+" "+e.Buyer)
		case Outcome:
			out = append(out, e.Firm+" "+e.Buyer)
		}
	}
	return out
}
