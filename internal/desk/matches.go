package desk

import (
	"context"
	"errors"

	"sangdam/event"
)

// A MatchQuery asks for ranked pairs: of a session, of a firm, of a buyer, or any of these together.
type MatchQuery struct {
	Session, Firm, Buyer string // ids; empty: all
	After                string // the cursor of the page before
	Limit                int    // at most 1000; 0: 50
}

// A MatchPage is a part of the match document of an event.
type MatchPage struct {
	Pairs   []event.Pair
	Next    string // cursor of the next page; empty: there is none
	Version uint64 // of the event that was ranked
	// Shortened says that the event has so many pairs that only the best of each firm and buyer are ranked.
	Shortened bool
}

// Encoded is an answer as the bytes of a JSON document. They must not be changed: they are given to others, too.
type Encoded struct {
	Body []byte
	ETag string // strong, with its quotes
}

// Matches returns the best pairs of an event with their factors. It takes ReadEvents.
func (d *Desk) Matches(ctx context.Context, c Caller, id string, q MatchQuery) (MatchPage, error) {
	return MatchPage{}, errors.ErrUnsupported
}

// MatchesJSON is Matches as {"pairs": [...], "next": "...", "shortened": true}, next and shortened only where they say something. It
// is quick: answers are kept by version and query.
func (d *Desk) MatchesJSON(ctx context.Context, c Caller, id string, q MatchQuery) (Encoded, error) {
	return Encoded{}, errors.ErrUnsupported
}
