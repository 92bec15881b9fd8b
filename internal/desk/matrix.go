package desk

import (
	"context"
	"errors"

	"sangdam/event"
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
	return Matrix{}, errors.ErrUnsupported
}

// Pair explains one pair of a session, with other weights than the event's unless weights is nil. It takes ReadEvents.
func (d *Desk) Pair(ctx context.Context, c Caller, id, session, firm, buyer string, weights map[string]float64) (event.Pair, error) {
	return event.Pair{}, errors.ErrUnsupported
}
