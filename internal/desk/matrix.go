package desk

import (
	"cmp"
	"context"
	"errors"
	"math"
	"slices"

	"sangdam/event"
	"sangdam/matcher"
)

// A Matrix holds the scores of all pairs of a session.
type Matrix struct {
	Version uint64   `json:"version"` // of the event
	Session string   `json:"session"`
	Firms   []string `json:"firms"`  // ids, in the order of the event
	Buyers  []string `json:"buyers"` // ids, in the order of the event
	// Score is by firm and buyer, from 0 to 10000; -1: the pair is no candidate.
	Score [][]int16 `json:"score"`
	// Reason says why a pair is no candidate: 0 for one that is, else 1 more than the index into Reasons.
	Reason  [][]int8       `json:"reason"`
	Reasons []event.Reason `json:"reasons"`
	Wishes  []MatrixWish   `json:"wishes"`
}

// A MatrixWish is what the two sides of a pair wish, by the places of firm and buyer in the matrix.
type MatrixWish struct {
	Firm    int        `json:"firm"`
	Buyer   int        `json:"buyer"`
	ByFirm  event.Wish `json:"by_firm,omitzero"`
	ByBuyer event.Wish `json:"by_buyer,omitzero"`
}

// Matrix scores all pairs of a session, with other weights than the event's unless weights is nil. It takes ReadEvents.
func (d *Desk) Matrix(ctx context.Context, c Caller, id, session string, weights map[string]float64) (Matrix, error) {
	if err := c.demand(id, ReadEvents); err != nil {
		return Matrix{}, err
	}
	l, err := d.load(ctx, id)
	if err != nil {
		return Matrix{}, err
	}
	m, alone, err := l.weighed(session, weights)
	if err != nil {
		return Matrix{}, err
	}
	x := newMatrix(l, session)
	judged, err := l.matching.limits.judged(ctx, alone, m)
	if err != nil {
		return Matrix{}, err
	}
	x.fill(l.event, judged)
	x.wish(l.event)
	return x.Matrix, nil
}

// weighed returns the event compiled for a session, with weights of its own, and that event.
func (l *loaded) weighed(session string, weights map[string]float64) (*matcher.Matcher, *event.Event, error) {
	s := l.matching.session(session)
	if s == nil {
		return nil, nil, &NotFoundError{Kind: "session", ID: session}
	}
	if weights == nil {
		return s.matcher(), s.event, nil
	}
	if faults := weightFaults(weights); len(faults) > 0 {
		return nil, nil, faults
	}
	return s.matcher().Reweighed(weights), s.event, nil
}

// weightFaults finds fault with weights that no factor has, or that are no weights.
func weightFaults(weights map[string]float64) event.Faults {
	faults, _ := errors.AsType[event.Faults](matcher.CheckWeights(weights))
	return faults
}

// A matrixMaker fills a matrix by the places of firms and buyers in the event.
type matrixMaker struct {
	Matrix
	firmAt, buyerAt map[string]int
}

// newMatrix makes the matrix of who takes part in a session, with no candidates.
func newMatrix(l *loaded, session string) *matrixMaker {
	x := &matrixMaker{
		Matrix: Matrix{
			Version: l.version, Session: session, Firms: []string{}, Buyers: []string{}, Reasons: []event.Reason{}, Wishes: []MatrixWish{},
		},
		firmAt: map[string]int{}, buyerAt: map[string]int{},
	}
	s := l.index.Session(session)
	for _, f := range l.index.FirmsIn(s) {
		x.firmAt[f.ID] = len(x.Firms)
		x.Firms = append(x.Firms, f.ID)
	}
	for _, b := range l.index.BuyersIn(s) {
		x.buyerAt[b.ID] = len(x.Buyers)
		x.Buyers = append(x.Buyers, b.ID)
	}
	x.Score, x.Reason = make([][]int16, len(x.Firms)), make([][]int8, len(x.Firms))
	for i := range x.Firms {
		x.Score[i] = slices.Repeat([]int16{-1}, len(x.Buyers))
		x.Reason[i] = make([]int8, len(x.Buyers))
	}
	return x
}

// judged scores the pairs of an event, for which they need not be ranked: all of them, or of a very large event the best.
func (l limits) judged(ctx context.Context, ev *event.Event, m *matcher.Matcher) ([]matcher.Standing, error) {
	if !l.tooMany(ev) {
		return m.Judged(), nil
	}
	return l.shortlisted(ctx, ev, m)
}

// fill puts in what was scored.
func (x *matrixMaker) fill(ev *event.Event, judged []matcher.Standing) {
	firms := placesOf(len(ev.Firms), x.firmAt, func(i int) string { return ev.Firms[i].ID })
	buyers := placesOf(len(ev.Buyers), x.buyerAt, func(i int) string { return ev.Buyers[i].ID })
	for i := range judged {
		s := &judged[i]
		f, b := firms[s.Firm], buyers[s.Buyer]
		if s.Excluded == "" {
			x.Score[f][b] = int16(math.Round(s.Score * matcher.Unit))
			continue
		}
		at := slices.Index(x.Reasons, s.Excluded)
		if at < 0 {
			at = len(x.Reasons)
			x.Reasons = append(x.Reasons, s.Excluded)
		}
		x.Reason[f][b] = int8(at + 1)
	}
}

// placesOf are the places in the matrix by those in the event, so that no id is looked up pair by pair.
func placesOf(n int, at map[string]int, id func(i int) string) []int32 {
	out := make([]int32, n)
	for i := range out {
		out[i] = int32(at[id(i)])
	}
	return out
}

// wish puts in what both sides wish, in the order of firms and buyers.
func (x *matrixMaker) wish(ev *event.Event) {
	at := map[[2]int]int{}
	of := func(f, b int) *MatrixWish {
		i, known := at[[2]int{f, b}]
		if !known {
			i = len(x.Wishes)
			at[[2]int{f, b}] = i
			x.Wishes = append(x.Wishes, MatrixWish{Firm: f, Buyer: b})
		}
		return &x.Wishes[i]
	}
	for _, r := range ev.Requests {
		if f, ok := x.firmAt[r.From]; ok {
			if b, ok := x.buyerAt[r.To]; ok {
				of(f, b).ByFirm = r.Wish
			}
		} else if b, ok := x.buyerAt[r.From]; ok {
			if f, ok := x.firmAt[r.To]; ok {
				of(f, b).ByBuyer = r.Wish
			}
		}
	}
	slices.SortFunc(x.Wishes, func(a, b MatrixWish) int { return cmp.Or(a.Firm-b.Firm, a.Buyer-b.Buyer) })
}
