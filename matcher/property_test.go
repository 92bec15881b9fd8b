package matcher

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"sangdam/event"
)

var (
	someSectors = []string{"aerospace", "casting", "ceramics", "hydraulics", "auto-parts", "own-word"}
	someCodes   = []string{"84", "8412", "8412.21", "8803.30", "8807", "6903.20", "8481.20"}
	someTexts   = []string{"유압 실린더", "hydraulic pumps", "液压件", "огнеупоры", "항공기 부품", "aircraft parts", "쀍"}
	someMarks   = []string{"ISO 9001", "AS9100", "IATF 16949", "EAC"}
	someTongues = []string{"ko", "en", "zh", "ru"}
)

func some(t *rapid.T, from []string, label string) []string {
	return rapid.SliceOfNDistinct(rapid.SampledFrom(from), 0, 2, rapid.ID[string]).Draw(t, label)
}

func money(t *rapid.T, label string) event.Maybe[float64] {
	if rapid.Bool().Draw(t, label+" is stated") {
		return event.Some(rapid.Float64Range(1e3, 1e7).Draw(t, label))
	}
	return event.Maybe[float64]{}
}

// anyEvent draws a small event in which anything may be missing.
func anyEvent(t *rapid.T) *event.Event {
	ev := &event.Event{Format: event.Format, ID: "any", Sessions: []event.Session{{ID: "s", Country: "CN", TimeZone: "UTC",
		Interpreters: []event.Interpreter{{ID: "i", Languages: someTongues}}}}}
	for i := range rapid.IntRange(1, 4).Draw(t, "firms") {
		f := event.Firm{ID: fmt.Sprintf("F%d", i), Sectors: some(t, someSectors, "sectors"), Certificates: some(t, someMarks, "held"),
			Languages: some(t, someTongues, "languages"), Markets: some(t, []string{"CN", "RU"}, "markets"),
			CapacityUSD: money(t, "capacity"), MinimumOrderUSD: money(t, "minimum")}
		for range rapid.IntRange(0, 2).Draw(t, "products") {
			f.Products = append(f.Products, event.Product{Name: event.Text{Plain: rapid.SampledFrom(someTexts).Draw(t, "name")},
				HS: some(t, someCodes, "hs"), Sectors: some(t, someSectors, "product sectors")})
		}
		ev.Firms = append(ev.Firms, f)
	}
	for i := range rapid.IntRange(1, 4).Draw(t, "buyers") {
		b := event.Buyer{ID: fmt.Sprintf("B%d", i), Country: "CN", Sectors: some(t, someSectors, "sectors"),
			RequiredCertificates: some(t, someMarks, "required"), Languages: some(t, someTongues, "languages"), VolumeUSD: money(t, "volume")}
		for range rapid.IntRange(0, 2).Draw(t, "needs") {
			b.Needs = append(b.Needs, event.Need{Description: event.Text{Plain: rapid.SampledFrom(someTexts).Draw(t, "text")},
				HS: some(t, someCodes, "hs"), Sectors: some(t, someSectors, "need sectors")})
		}
		ev.Buyers = append(ev.Buyers, b)
		if rapid.Bool().Draw(t, "asks") {
			wish := rapid.SampledFrom([]event.Wish{event.Must, event.Want, event.Avoid, event.Never}).Draw(t, "wish")
			ev.Requests = append(ev.Requests, event.Request{From: b.ID, To: "F0", Wish: wish})
		}
	}
	return ev
}

func TestContributionsSumToTheScore(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		ev := anyEvent(rt)
		ev.Weights = map[string]float64{"hs": rapid.Float64Range(0, 2).Draw(rt, "hs weight"), "size": rapid.Float64Range(0, 2).Draw(rt, "size weight")}
		m := New(ev, Options{Aggregator: rapid.SampledFrom([]Aggregator{Geometric, Harmonic, Arithmetic}).Draw(rt, "aggregator")})
		checkSums(t, m.Rank())
	})
}

func TestRenamingKeepsScores(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		ev := anyEvent(rt)
		before := map[string]float64{}
		for _, p := range Rank(ev) {
			before["new-"+p.Firm+p.Buyer+"-x"] = p.Score
		}
		for i := range ev.Requests {
			ev.Requests[i] = event.Request{From: ev.Requests[i].From + "-x", To: "new-" + ev.Requests[i].To, Wish: ev.Requests[i].Wish}
		}
		for i := range ev.Firms {
			ev.Firms[i].ID = "new-" + ev.Firms[i].ID
		}
		for i := range ev.Buyers {
			ev.Buyers[i].ID += "-x"
		}
		for _, p := range Rank(ev) {
			if was := before[p.Firm+p.Buyer]; was != p.Score {
				rt.Fatalf("%s and %s: %v was %v under other names", p.Firm, p.Buyer, p.Score, was)
			}
		}
	})
}

func TestWantedCertificateNeverLowersTheScore(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		ev := anyEvent(rt)
		wanted := rapid.SampledFrom(someMarks).Draw(rt, "wanted")
		ev.Buyers[0].RequiredCertificates = []string{wanted}
		before := find(t, Rank(ev), "F0", "B0")
		ev.Firms[0].Certificates = append(slices.Clone(ev.Firms[0].Certificates), wanted)
		after := find(t, Rank(ev), "F0", "B0")
		if after.Score < before.Score || (after.Excluded != nil && *after.Excluded == event.ReasonCertificate) {
			rt.Fatalf("with %s the score went from %v to %v, excluded %v", wanted, before.Score, after.Score, after.Excluded)
		}
	})
}

func TestWishNeverLowersTheScore(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		ev := anyEvent(rt)
		ev.Requests = nil
		before := find(t, Rank(ev), "F0", "B0")
		ev.Requests = []event.Request{{From: "F0", To: "B0", Wish: event.Want}}
		if after := find(t, Rank(ev), "F0", "B0"); after.Score < before.Score {
			rt.Fatalf("a wish lowered the score from %v to %v", before.Score, after.Score)
		}
		ev.Requests[0].Wish = event.Avoid
		if after := find(t, Rank(ev), "F0", "B0"); after.Score > before.Score {
			rt.Fatalf("avoidance raised the score from %v to %v", before.Score, after.Score)
		}
	})
}

func TestReweighedEqualsANewMatcher(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		ev := anyEvent(rt)
		m := New(ev, Options{})
		weights := maps.Clone(DefaultWeights())
		weights["sector"] = rapid.Float64Range(0, 1).Draw(rt, "sector weight")
		got := m.Reweighed(weights).Standings()
		ev.Weights = weights
		if want := New(ev, Options{}).Standings(); !slices.Equal(got, want) {
			rt.Fatalf("reweighed gives %v, a new matcher %v", got, want)
		}
	})
}
