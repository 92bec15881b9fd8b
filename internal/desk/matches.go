package desk

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"

	"sangdam/event"
	"sangdam/internal/store"
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

// Matches returns the best pairs of an event with their factors. It takes ReadEvents.
func (d *Desk) Matches(ctx context.Context, c Caller, id string, q MatchQuery) (MatchPage, error) {
	if err := c.demand(id, ReadEvents); err != nil {
		return MatchPage{}, err
	}
	found, shortened, err := d.top(ctx, id, q)
	if err != nil {
		return MatchPage{}, err
	}
	page := MatchPage{Pairs: make([]event.Pair, len(found.Pairs)), Next: found.Next, Version: found.Version, Shortened: shortened}
	for i, ranked := range found.Pairs {
		if page.Pairs[i], err = pairOf(ranked); err != nil {
			return MatchPage{}, err
		}
	}
	return page, nil
}

// pairOf reads the entry of the match document that a ranking holds.
func pairOf(ranked store.Ranked) (event.Pair, error) {
	var p event.Pair
	data, err := unpack(ranked.Value)
	if err == nil {
		err = json.Unmarshal(data, &p)
	}
	if err != nil {
		return p, fmt.Errorf("desk: the ranking of %s with %s cannot be read: %w", ranked.Firm, ranked.Buyer, err)
	}
	return p, nil
}

// MatchesJSON is Matches as {"items": [...], "next": "...", "shortened": true}, next and shortened only where they say something. It
// is quick: answers are kept by version and query. It takes ReadEvents.
func (d *Desk) MatchesJSON(ctx context.Context, c Caller, id string, q MatchQuery) (Encoded, error) {
	if err := c.demand(id, ReadEvents); err != nil {
		return Encoded{}, err
	}
	version, err := d.version(ctx, id)
	if err != nil {
		return Encoded{}, err
	}
	q.Limit = clampLimit(q.Limit)
	key := answerKey("matches", id, version, 0, q.Session, q.Firm, q.Buyer, q.After, strconv.Itoa(q.Limit))
	if kept, ok := d.cache.answers.Get(key); ok {
		return kept, nil
	}
	found, shortened, err := d.top(ctx, id, q)
	if err != nil {
		return Encoded{}, err
	}
	body := bytes.NewBufferString(`{"items":[`)
	for i, ranked := range found.Pairs {
		if i > 0 {
			body.WriteByte(',')
		}
		data, err := unpack(ranked.Value)
		if err != nil {
			return Encoded{}, fmt.Errorf("desk: the ranking of %s with %s cannot be read: %w", ranked.Firm, ranked.Buyer, err)
		}
		body.Write(data)
	}
	body.WriteByte(']')
	if found.Next != "" {
		next, err := json.Marshal(found.Next)
		if err != nil {
			return Encoded{}, err
		}
		body.WriteString(`,"next":`)
		body.Write(next)
	}
	if shortened {
		body.WriteString(`,"shortened":true`)
	}
	body.WriteByte('}')
	answer := encoded(body.Bytes())
	answer.Next = found.Next
	if found.Version == version {
		d.keep(key, answer)
	}
	return answer, nil
}

// rankingTries is how often a ranking is asked for that others keep outdating; after that the one at hand serves.
const rankingTries = 3

// top reads the ranking, and has it made first where it is older than the event.
func (d *Desk) top(ctx context.Context, id string, q MatchQuery) (page store.RankPage, shortened bool, err error) {
	l, err := d.load(ctx, id)
	if err != nil {
		return page, false, err
	}
	query := store.RankQuery{Session: q.Session, Firm: q.Firm, Buyer: q.Buyer, After: q.After, Limit: clampLimit(q.Limit)}
	for try := 0; ; try++ {
		page, err = d.store.Top(ctx, id, query)
		err = storeError(err)
		missing := errors.Is(err, ErrNotFound)
		if err != nil && !missing {
			return page, false, err
		}
		if !missing && (page.Version >= l.version || try == rankingTries) {
			return page, l.shortened(), nil
		}
		if try == rankingTries {
			return page, false, fmt.Errorf("%w: the event %s changes all the time", ErrBusy, id)
		}
		if err := d.ranked(ctx, id); err != nil {
			return page, false, err
		}
	}
}

// shortened tells whether the event is so large that only the best pairs are ranked.
func (l *loaded) shortened() bool { return pairCount(l.event) > manyPairs }
