package matcher

import (
	"context"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"sangdam/event"
)

// fromStandings cuts the shortlists out of the full ranking.
func fromStandings(m *Matcher, of Of, k int) map[int][]Standing {
	lists := map[int][]Standing{}
	for _, s := range m.Standings() {
		index := s.Buyer
		if of == OfFirms {
			index = s.Firm
		}
		if s.Excluded == "" && len(lists[index]) < k {
			if of == OfFirms {
				s.RankForBuyer = 0
			} else {
				s.RankForFirm = 0
			}
			lists[index] = append(lists[index], s)
		}
	}
	return lists
}

func TestShortlistsEqualTheFullRanking(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		ev := anyEvent(rt)
		if rapid.Bool().Draw(rt, "controls") {
			ev.Sessions[0].Slots = make([]event.Interval, 1)
			ev.Controls = []event.Control{{Country: "CN", HS: []string{"8412", "8807"}}}
		}
		for _, name := range FactorNames() {
			if rapid.IntRange(0, 3).Draw(rt, "weight is stated") == 0 {
				ev.Weights = map[string]float64{name: rapid.SampledFrom([]float64{0, 0.1, 1}).Draw(rt, name)}
			}
		}
		m := New(ev, Options{Aggregator: rapid.SampledFrom([]Aggregator{Geometric, Harmonic, Arithmetic}).Draw(rt, "aggregator")})
		k := rapid.IntRange(1, 4).Draw(rt, "k")
		for _, of := range []Of{OfFirms, OfBuyers} {
			want := fromStandings(m, of, k)
			lists, err := m.Shortlists(context.Background(), 0, of, k)
			if err != nil {
				rt.Fatal(err)
			}
			for index, got := range lists {
				if !slices.Equal(got, want[index]) {
					rt.Fatalf("%v %d:\n got %+v\nwant %+v", of, index, got, want[index])
				}
				delete(want, index)
			}
			if len(want) > 0 {
				rt.Fatalf("lists are missing: %v", want)
			}
		}
	})
}

func TestShortlistsStopWithTheContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := New(smallEvent(), Options{}).Shortlists(ctx, 0, OfFirms, 3); err == nil {
		t.Error("no error although the context is done")
	}
}

func TestScorerEqualsJudge(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		m := New(anyEvent(rt), Options{})
		s := m.scorer(&m.sessions[0])
		for _, firms := range []bool{true, false} {
			for f := range m.firms {
				for b := range m.buyers {
					index := b
					if firms {
						index = f
					}
					s.load(firms, index)
					want := m.consider(0, f, b, event.Wishes{}).score
					if got := s.score(f, b); got != want {
						rt.Fatalf("firm %d and buyer %d: %d, want %d", f, b, got, want)
					}
				}
			}
		}
	})
}
