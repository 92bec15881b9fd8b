package matcher

import (
	"fmt"
	"math"
	"testing"
	"time"

	"gonum.org/v1/gonum/mat"
	"pgregory.net/rapid"

	"sangdam/event"
)

func TestEquilibriumKeepsTheSeats(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows, columns := rapid.IntRange(1, 6).Draw(t, "rows"), rapid.IntRange(1, 6).Draw(t, "columns")
		market := mat.NewDense(rows, columns, nil)
		for i := range rows {
			for j := range columns {
				market.Set(i, j, math.Exp(5*rapid.Float64Range(0, 1).Draw(t, "score")))
			}
		}
		seats := func(n int) []float64 {
			s := make([]float64, n)
			for i := range s {
				s[i] = float64(rapid.IntRange(0, 8).Draw(t, "seats"))
			}
			return s
		}
		n, m := seats(rows), seats(columns)
		a, b, converged := equilibrium(market, n, m, BalanceOptions{Tolerance: 1e-9, Rounds: 20000})
		if !converged {
			t.Fatal("did not converge")
		}
		for i := range rows {
			sum := a.AtVec(i) * a.AtVec(i)
			for j := range columns {
				sum += a.AtVec(i) * market.At(i, j) * b.AtVec(j)
			}
			if math.Abs(sum-n[i]) > 1e-6 {
				t.Fatalf("row %d fills %v of %v seats", i, sum, n[i])
			}
		}
		for j := range columns {
			sum := b.AtVec(j) * b.AtVec(j)
			for i := range rows {
				sum += a.AtVec(i) * market.At(i, j) * b.AtVec(j)
			}
			if math.Abs(sum-m[j]) > 1e-6 {
				t.Fatalf("column %d fills %v of %v seats", j, sum, m[j])
			}
		}
	})
}

// Three firms like the star a little better than the plain buyer; only the first is the star's favourite.
func TestBalancedLeadsAwayFromTheCrowd(t *testing.T) {
	start := time.Date(2019, 10, 29, 9, 0, 0, 0, time.UTC)
	ev := &event.Event{Sessions: []event.Session{{ID: "s", Country: "CN", TimeZone: "UTC", Slots: []event.Interval{{Start: start, End: start.Add(time.Hour)}}}}}
	for i := range 3 {
		id := fmt.Sprintf("F%d", i)
		ev.Firms = append(ev.Firms, event.Firm{ID: id})
		ev.Scores = append(ev.Scores, event.Score{Firm: id, Buyer: "star", Score: 0.9 - 0.1*float64(i)}, event.Score{Firm: id, Buyer: "plain", Score: 0.68})
	}
	ev.Buyers = []event.Buyer{{ID: "star", Country: "CN"}, {ID: "plain", Country: "CN"}}
	balances, converged := New(ev, Options{}).Balanced(0, BalanceOptions{})
	if !converged {
		t.Fatal("did not converge")
	}
	for _, b := range balances {
		firm, buyer := ev.Firms[b.Firm].ID, ev.Buyers[b.Buyer].ID
		if buyer == "star" && b.Standing.RankForFirm != 1 {
			t.Errorf("plainly, %s should have the star first", firm)
		}
		want := map[string]int{"F0star": 1, "F0plain": 2, "F2star": 2, "F2plain": 1}[firm+buyer]
		if want > 0 && b.RankForFirm != want { // F1 may go either way
			t.Errorf("%s has %s at rank %d, want %d", firm, buyer, b.RankForFirm, want)
		}
	}
}
