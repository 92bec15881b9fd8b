package matcher

import (
	"cmp"
	"math"
	"slices"

	"gonum.org/v1/gonum/mat"

	"sangdam/event"
)

// A Balance is a candidate pair in the equilibrium of a matching market, where everyone's seats are scarce.
type Balance struct {
	Standing
	Share        float64 // expected share of a meeting, from 0; over a participant's pairs at most its seats
	RankForFirm  int     // by Share, beside the plain ranks of the Standing
	RankForBuyer int
}

// BalanceOptions steer Balanced. The zero value is the default.
type BalanceOptions struct {
	Spread    float64 // how far taste goes beyond what the score knows, in units of score; zero: 0.1
	Tolerance float64 // largest relative violation of a seat constraint; zero: 1e-9
	Rounds    int     // at most so many iterations; zero: 1000
}

// Balanced ranks the candidates of a session by the equilibrium of a matching market with transferable utility: when scores
// measure what a pair gains together and everybody has tastes of their own besides, how many meetings of each pair to
// expect when nobody can sit at two tables at once. A buyer whom everybody wants gets dear, so that those who would be
// the fifth choice there see the buyers first for whom they are the first. Plain ranks stand beside it.
//
// The model is that of Choo and Siow, "Who Marries Whom and Why", Journal of Political Economy 114 (2006), with several seats a
// participant. With K[i,j] = exp(score / 2·Spread), seats n and m, the shares are a[i]·K[i,j]·b[j], where a and b
// solve a² + a·(K·b) = n and b² + b·(Kᵀ·a) = m. They are found by iterative proportional fitting (Galichon and Salanié,
// Review of Economic Studies 89, 2022): each half-step solves its quadratic exactly, and the iteration converges from
// any start. One round costs O(firms × buyers). The second result is false when the rounds did not suffice.
func (m *Matcher) Balanced(session int, opt BalanceOptions) ([]Balance, bool) {
	opt.Spread = cmp.Or(opt.Spread, 0.1)
	opt.Tolerance = cmp.Or(opt.Tolerance, 1e-9)
	opt.Rounds = cmp.Or(opt.Rounds, 1000)
	p := &m.sessions[session]
	if len(p.firms) == 0 || len(p.buyers) == 0 {
		return nil, true
	}
	rows, columns := positions(p.firms, len(m.firms)), positions(p.buyers, len(m.buyers))
	market := mat.NewDense(len(p.firms), len(p.buyers), nil) // 0: no candidate
	var balances []Balance
	for _, s := range m.Standings() {
		if s.Session == session && s.Excluded == "" {
			balances = append(balances, Balance{Standing: s})
			market.Set(rows[s.Firm], columns[s.Buyer], math.Exp(s.Score/(2*opt.Spread)))
		}
	}
	a, b, converged := equilibrium(market, m.seats(p.session, p.firms, true), m.seats(p.session, p.buyers, false), opt)
	for i := range balances {
		r, c := rows[balances[i].Firm], columns[balances[i].Buyer]
		balances[i].Share = a.AtVec(r) * market.At(r, c) * b.AtVec(c)
	}
	slices.SortStableFunc(balances, func(x, y Balance) int { return cmp.Compare(y.Share, x.Share) })
	forFirm, forBuyer := make([]int, len(m.firms)), make([]int, len(m.buyers))
	for i := range balances {
		x := &balances[i]
		forFirm[x.Firm]++
		forBuyer[x.Buyer]++
		x.RankForFirm, x.RankForBuyer = forFirm[x.Firm], forBuyer[x.Buyer]
	}
	return balances, converged
}

// equilibrium solves the seat constraints by iterative proportional fitting.
func equilibrium(market *mat.Dense, rowSeats, columnSeats []float64, opt BalanceOptions) (a, b *mat.VecDense, converged bool) {
	rows, columns := market.Dims()
	a, b = mat.NewVecDense(rows, nil), mat.NewVecDense(columns, nil)
	for j, n := range columnSeats {
		b.SetVec(j, math.Sqrt(n))
	}
	sums, pulls := mat.NewVecDense(rows, nil), mat.NewVecDense(columns, nil)
	for range opt.Rounds {
		sums.MulVec(market, b)
		worst := 0.0
		for i, n := range rowSeats {
			if n > 0 {
				x := a.AtVec(i)
				worst = max(worst, math.Abs(x*x+x*sums.AtVec(i)-n)/n)
			}
			a.SetVec(i, solveSeat(sums.AtVec(i), n))
		}
		if worst <= opt.Tolerance {
			return a, b, true
		}
		pulls.MulVec(market.T(), a)
		for j, n := range columnSeats {
			b.SetVec(j, solveSeat(pulls.AtVec(j), n))
		}
	}
	return a, b, false
}

// solveSeat is the root of x² + x·sum = seats that is not negative, in the form that loses no digits.
func solveSeat(sum, seats float64) float64 {
	if seats <= 0 {
		return 0
	}
	return seats / (sum/2 + math.Sqrt(sum*sum/4+seats))
}

// seats counts how many meetings each can have in a session: its limit, and its available slots times its parallel tables.
func (m *Matcher) seats(s *event.Session, indices []int, firms bool) []float64 {
	seats := make([]float64, len(indices))
	for i, index := range indices {
		var part event.Participation
		if firms {
			part, _ = m.event.Firms[index].In(s)
		} else {
			part, _ = m.event.Buyers[index].In(s)
		}
		limits, free := part.Limits(), 0
		for _, ok := range part.Available(s) {
			if ok {
				free++
			}
		}
		seats[i] = float64(min(limits.Max, free*limits.Parallel))
	}
	return seats
}

// positions inverts a list of indices.
func positions(indices []int, n int) []int {
	at := make([]int, n)
	for i, index := range indices {
		at[index] = i
	}
	return at
}
