package matcher

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"sangdam/event"
)

func TestAggregatorsSplitWithoutRemainder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o := Options{
			Aggregator: rapid.SampledFrom([]Aggregator{Geometric, Harmonic, Arithmetic}).Draw(t, "aggregator"),
			FirmShare:  rapid.Float64Range(0.05, 0.95).Draw(t, "share"),
		}.withDefaults(&event.Event{})
		firm, buyer := rapid.Float64Range(0.001, 1).Draw(t, "firm"), rapid.Float64Range(0.001, 1).Draw(t, "buyer")
		score, byFirm, byBuyer := o.join(firm, buyer)
		if math.Abs(byFirm*firm+byBuyer*buyer-score) > 1e-9 {
			t.Fatalf("the parts sum to %v, the score is %v", byFirm*firm+byBuyer*buyer, score)
		}
		if low, high := min(firm, buyer), max(firm, buyer); score < low-1e-9 || score > high+1e-9 {
			t.Fatalf("score %v is not between the gains %v and %v", score, low, high)
		}
		const h = 1e-6
		more, _, _ := o.join(firm+h, buyer)
		if slope := (more - score) / h; math.Abs(slope-byFirm) > 1e-2*(1+slope) {
			t.Fatalf("derivative by the firm's gain is %v, differences say %v", byFirm, slope)
		}
	})
}

func TestAggregatorsAtZero(t *testing.T) {
	for a, want := range map[Aggregator]float64{Geometric: 0, Harmonic: 0, Arithmetic: 0.5} {
		if got, _, _ := (Options{Aggregator: a}).withDefaults(&event.Event{}).join(1, 0); got != want {
			t.Errorf("%s of 1 and 0 is %v, want %v", a, got, want)
		}
	}
}

func TestApportionReachesTheTotal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		exact := rapid.SliceOfN(rapid.Float64Range(0, 3000), 1, 9).Draw(t, "exact")
		sum := 0.0
		for _, x := range exact {
			sum += x
		}
		total := int(math.Round(sum))
		got := 0
		for i, n := range apportion(exact, total) {
			if got += n; math.Abs(float64(n)-exact[i]) > 2 {
				t.Fatalf("%v became %d", exact[i], n)
			}
		}
		if sum > 0 && got != total {
			t.Fatalf("sums to %d, want %d", got, total)
		}
	})
}

// The event chooses the aggregator, and options win over it.
func TestTheEventChoosesTheAggregator(t *testing.T) {
	score := func(aggregator string, share event.Maybe[float64], opt Options) float64 {
		ev := delegation(t)
		ev.Aggregator, ev.FirmShare = aggregator, share
		sum := 0.0
		for _, s := range New(ev, opt).Standings() {
			sum += s.Score
		}
		return sum
	}
	var none event.Maybe[float64]
	plain := score("", none, Options{})
	if got := score("geometric", event.Some(0.5), Options{}); got != plain {
		t.Errorf("the default stated is %v, unstated %v", got, plain)
	}
	harmonic, arithmetic := score("harmonic", none, Options{}), score("arithmetic", none, Options{})
	if !(harmonic < plain && plain < arithmetic) {
		t.Errorf("harmonic %v, geometric %v, arithmetic %v", harmonic, plain, arithmetic)
	}
	if got := score("harmonic", none, Options{Aggregator: Arithmetic}); got != arithmetic {
		t.Errorf("the option gives %v, not %v", got, arithmetic)
	}
	if a, b := score("", event.Some(0.9), Options{}), score("", event.Some(0.1), Options{}); a == b {
		t.Error("the firm's share changes nothing")
	}
	if a, b := score("", event.Some(0.9), Options{}), score("", event.Some(0.2), Options{FirmShare: 0.9}); a != b {
		t.Errorf("as an option %v, in the event %v", b, a)
	}
}
