package matcher

import (
	"testing"

	"pgregory.net/rapid"

	"sangdam/event"
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
		s := m.newSearch(m.outlook(0), 0, firms, 1)
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
	for slot := range w.slots {
		d, h := &w.scorer.slots[slot], w.horizons[slot]
		for topic := l.first[partner]; topic < l.first[partner+1]; topic++ {
			sector, code := w.rows[slot].grades(sort{l.sectors[topic], l.codes[topic]})
			text := l.textOf(int(topic))
			meaning := d.meaning(text.concepts)
			value := d.similarity(text, meaning)
			region, stand := a.region[topic], a.stand[topic]
			if meaning > float64(h[region]) {
				t.Fatalf("cosine %v of slot %d of %d and topic %d is more than the horizon %v", meaning, slot, owner, topic, h[region])
			}
			if bound, ok := d.head(&a.stalls[stand], float32(meaning)); !ok || float64(bound) < meaning {
				t.Fatalf("the head of topic %d denies its cosine %v with slot %d of %d: %v", topic, meaning, slot, owner, bound)
			}
			heard := hearing(a.stalls[stand].spoken&d.spoken != 0)
			if most := heard.similarity(float32(meaning) + 1e-6); value.value > most {
				t.Fatalf("similarity %v of slot %d of %d and topic %d is more than its concepts allow, %v", value, slot, owner, topic, most)
			}
			if least := heard.concepts(value.value); float64(least) > meaning {
				t.Fatalf("similarity %v of slot %d of %d and topic %d needs a cosine of %v, it has %v", value, slot, owner, topic, least, meaning)
			}
			if again := w.likeness(slot, stand, w.meaning(slot, stand)); again != value {
				t.Fatalf("in the atlas slot %d of %d and topic %d are %v alike, in the layout %v", slot, owner, topic, again, value)
			}
			fit := m.fit(sector, code, value)
			if most := w.most(slot, &a.stalls[stand], sector, code, meaning); fit > most {
				t.Fatalf("fit %v of slot %d of %d and topic %d is more than its concepts allow, %v", fit, slot, owner, topic, most)
			}
			fits = max(fits, fit)
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
