package matcher

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/diff/fd"

	"sangdam/event"
)

// past makes a delegation of made-up firms and buyers that met at random; chance tells the odds of a success by the factors.
func past(seed uint64, meetings int, chance func(hs, language float64) float64) *event.Event {
	r := rand.New(rand.NewPCG(seed, 1))
	ev := &event.Event{ID: fmt.Sprintf("past-%d", seed), Sessions: []event.Session{{ID: "s", Country: "CN", TimeZone: "UTC",
		Interpreters: []event.Interpreter{{ID: "i", Languages: []string{"ko", "zh", "en"}}}}}}
	codes := []string{"8412.21", "8412.29", "8413.60", "8481.20", "8504.40", "6903.20"}
	tongues := [][]string{{"zh"}, {"ko"}}
	for i := range 20 {
		ev.Firms = append(ev.Firms, event.Firm{ID: fmt.Sprintf("F%d", i), Languages: []string{"ko"},
			Products: []event.Product{{HS: []string{codes[i%len(codes)]}}}})
	}
	for i := range (meetings + 19) / 20 {
		ev.Buyers = append(ev.Buyers, event.Buyer{ID: fmt.Sprintf("B%d", i), Country: "CN", Languages: tongues[r.IntN(2)],
			Needs: []event.Need{{HS: []string{codes[r.IntN(len(codes))]}}}})
	}
	m := New(ev, Options{})
	for n := range meetings {
		f, b := n%20, n/20
		c := m.consider(0, f, b, event.Wishes{})
		rating := 2
		if r.Float64() < chance(c.verdict.opinions[hsFactor].firm.value, c.verdict.opinions[languageFactor].firm.value) {
			rating = 5
		}
		ev.Outcomes = append(ev.Outcomes, event.Outcome{Session: "s", Firm: ev.Firms[f].ID, Buyer: ev.Buyers[b].ID,
			Held: event.Some(true), Rating: event.Some(rating)})
	}
	return ev
}

func TestLearnRefusesTooLittleData(t *testing.T) {
	p, err := Learn(LearnOptions{}, past(1, 40, func(hs, _ float64) float64 { return hs }))
	if !errors.Is(err, ErrTooLittleData) {
		t.Fatalf("40 meetings: error is %v", err)
	}
	for _, w := range p.Weights {
		if w.Proposed != w.Today || w.Moved {
			t.Errorf("%s moved from %v to %v", w.Factor, w.Today, w.Proposed)
		}
	}
	if p.Recommended || p.Meetings != 40 || p.Reason.In("ko") == "" {
		t.Errorf("proposal is %+v", p)
	}
	if _, err := Learn(LearnOptions{}, past(1, 200, func(_, _ float64) float64 { return 0 })); !errors.Is(err, ErrTooLittleData) {
		t.Errorf("no success at all: error is %v", err)
	}
}

func TestLearnFindsWhatMatters(t *testing.T) {
	chance := func(hs, language float64) float64 { return sigmoid(-1.5 + hs + 3*(language-0.6)/0.4) }
	p, err := Learn(LearnOptions{}, past(7, 2000, chance))
	if err != nil {
		t.Fatal(err)
	}
	weights := map[string]ProposedWeight{}
	sum := 0.0
	for _, w := range p.Weights {
		weights[w.Factor] = w
		sum += w.Proposed
	}
	if w := weights["language"]; !w.Moved || w.Proposed < 2*w.Today || w.Deviation <= 0 {
		t.Errorf("language decides, but its weight is %+v", w)
	}
	if math.Abs(sum-1) > 1e-9 {
		t.Errorf("the proposed weights sum to %v", sum)
	}
	if !p.Recommended || p.Proposed.Brier >= p.Today.Brier || p.Proposed.NDCG < p.Today.NDCG {
		t.Errorf("not recommended: today %+v, proposed %+v, %s", p.Today, p.Proposed, p.Reason.In("en"))
	}
	if len(p.Calibration) != bins {
		t.Fatalf("%d bins", len(p.Calibration))
	}
	for _, b := range p.Calibration {
		if math.Abs(b.Foreseen-b.Happened) > 0.12 {
			t.Errorf("foreseen %.2f, happened %.2f in %d meetings", b.Foreseen, b.Happened, b.Meetings)
		}
	}
}

func TestLearnKeepsTodaysWeightsWhenNothingIsToBeLearnt(t *testing.T) {
	p, err := Learn(LearnOptions{}, past(3, 120, func(_, _ float64) float64 { return 0.4 }))
	if err != nil {
		t.Fatal(err)
	}
	if p.Recommended {
		t.Errorf("recommends to change on noise: %+v", p)
	}
}

func TestPosteriorDerivatives(t *testing.T) {
	data := observe(past(5, 80, func(hs, _ float64) float64 { return hs }), weightsOf(nil))
	p := newPrior(data, weightsOf(nil), 20)
	at := append([]float64(nil), p.mean...)
	for i := range at {
		at[i] += 0.3 * float64(i%3-1)
	}
	got := make([]float64, len(at))
	p.gradient(got, at, data)
	want := fd.Gradient(nil, func(b []float64) float64 { return p.loss(b, data) }, at, &fd.Settings{Formula: fd.Central})
	for i := range got {
		if math.Abs(got[i]-want[i]) > 1e-4*(1+math.Abs(want[i])) {
			t.Errorf("slope %d is %v, differences say %v", i, got[i], want[i])
		}
	}
}

func TestQualityByHand(t *testing.T) {
	meeting := func(rank float64, grade int, probability float64) forecast {
		return forecast{observation{group: "g", grade: grade, success: grade >= promising}, rank, probability}
	}
	q := qualityOf([]forecast{meeting(0.9, held, 0.5), meeting(0.5, signed, 0.5)})
	ndcg := (1/math.Log2(2) + 15/math.Log2(3)) / (15/math.Log2(2) + 1/math.Log2(3))
	if math.Abs(q.NDCG-ndcg) > 1e-12 || q.MRR != 0.5 || q.Brier != 0.25 {
		t.Errorf("got %+v, want NDCG %v, MRR 0.5, Brier 0.25", q, ndcg)
	}
}

// What is hoped for counts only where nobody says how the meeting was.
func TestWhatCountsAsASuccess(t *testing.T) {
	for name, c := range map[string]struct {
		result event.Result
		want   int
	}{
		"not held":                  {event.Result{SignedUSD: 5}, notHeld},
		"held":                      {event.Result{Held: true}, held},
		"hoped for":                 {event.Result{Held: true, ExpectedContractUSD: 5}, promising},
		"hoped for but rated badly": {event.Result{Held: true, ExpectedContractUSD: 5, Ratings: []int{3}}, held},
		"rated well by one only":    {event.Result{Held: true, Ratings: []int{5, 2}}, held},
		"rated well by both":        {event.Result{Held: true, Ratings: []int{5, 3}}, promising},
		"agreed though rated badly": {event.Result{Held: true, MOU: true, Ratings: []int{1}}, agreed},
		"signed":                    {event.Result{Held: true, MOU: true, SignedUSD: 1}, signed},
	} {
		if got := gradeOf(c.result); got != c.want {
			t.Errorf("%s: %d, want %d", name, got, c.want)
		}
	}
}
