package matcher

import (
	"testing"

	"pgregory.net/rapid"

	"sangdam/event"
	"sangdam/matcher/internal/lexicon"
)

// TestBoundsAreNeverBelowWhatTheyBound holds every bound of a search against every pair of a market, and the scores of the tally against those of
// consider.
func TestBoundsAreNeverBelowWhatTheyBound(t *testing.T) {
	for seed := range uint64(3) {
		checkBounds(t, New(crowd(25, 60, seed), Options{}))
	}
	rapid.Check(t, func(rt *rapid.T) {
		ev := anyEvent(rt)
		for _, name := range FactorNames() {
			if rapid.IntRange(0, 3).Draw(rt, "weight is stated") == 0 {
				ev.Weights = map[string]float64{name: rapid.SampledFrom([]float64{0, 0.1, 1}).Draw(rt, name)}
			}
		}
		if rapid.Bool().Draw(rt, "no interpreters") {
			ev.Sessions[0].Interpreters = nil
		}
		checkBounds(rt, New(ev, Options{Aggregator: rapid.SampledFrom([]Aggregator{Geometric, Harmonic, Arithmetic}).Draw(rt, "aggregator")}))
	})
}

func checkBounds(t interface{ Fatalf(string, ...any) }, m *Matcher) {
	for _, firms := range []bool{true, false} {
		s := m.newSearch(0, firms, 1)
		s.others = m.layout().chart(m.layout().side(!firms), s.takes)
		w := s.searcher()
		for owner := range s.mine {
			w.load(owner)
			for partner := range s.theirs {
				checkPair(t, w, owner, partner)
			}
		}
	}
}

func checkPair(t interface{ Fatalf(string, ...any) }, w *searcher, owner, partner int) {
	m, a, l := w.m, w.others, w.scorer.l.side(!w.firms)
	fits := 0.0
	for slot := range w.rows {
		d, h := &w.scorer.slots[slot], &w.horizons[slot]
		for topic := l.first[partner]; topic < l.first[partner+1]; topic++ {
			sector, code := w.rows[slot].grades(sort{l.sectors[topic], l.codes[topic]})
			text := l.textOf(int(topic))
			meaning := d.meaning(text.concepts)
			value := d.similarity(text, meaning)
			region := a.region[topic]
			if value.value > h.value(region) {
				t.Fatalf("similarity %v of slot %d of %d and topic %d is more than the horizon %v", value, slot, owner, topic, h.value(region))
			}
			if most := lexicon.Combine(meaning, h.said(region)); value.value > most {
				t.Fatalf("similarity %v of slot %d of %d and topic %d is more than its concepts and the words of the region, %v", value, slot, owner, topic, most)
			}
			if !d.heads(&a.stalls[a.stand[topic]], meaning) {
				t.Fatalf("the head of topic %d denies its cosine %v with slot %d of %d", topic, meaning, slot, owner)
			}
			spread := &a.spreads[a.stand[topic]]
			if again := d.likeness(a, spread, meaning, d.text.understood && text.understood); again != value {
				t.Fatalf("in the atlas slot %d of %d and topic %d are %v alike, in the layout %v", slot, owner, topic, again, value)
			}
			fits = max(fits, m.fit(sector, code, value))
		}
	}
	f, b := owner, partner
	if !w.firms {
		f, b = b, f
	}
	with, ok := w.outlook.company(&w.outlook.firms[f], &w.outlook.buyers[b])
	c := m.consider(0, f, b, event.Wishes{})
	if ruled := c.ruled != "" && c.ruled != event.ReasonNotWorthIt; ok == ruled {
		t.Fatalf("firm %d and buyer %d: ruled out %t, but the rule is %q", f, b, !ok, c.ruled)
	}
	if !ok {
		return
	}
	sector, code, text := w.best(partner, fits)
	if got := w.tally.score(sector, code, text, &with); got != c.score {
		t.Fatalf("firm %d and buyer %d: %d, want %d", f, b, got, c.score)
	}
	rest := w.perfection(&w.mine[owner])
	if bound := rest.bound(w.tally, fits); int(bound) < c.score {
		t.Fatalf("firm %d and buyer %d: score %d above the bound %d of perfect others", f, b, c.score, bound)
	}
	if bound := w.tally.bound(fits, &with); int(bound) < c.score {
		t.Fatalf("firm %d and buyer %d: score %d above the bound %d of their others", f, b, c.score, bound)
	}
}
