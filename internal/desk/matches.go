package desk

import (
	"context"
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
	Version uint64 // of the event that was ranked; 0: of one before, since it changes faster than it can be ranked
	// Shortened says that the event has so many pairs that only the best of each firm and buyer are ranked.
	Shortened bool
}

// Matches returns the best pairs of an event with their factors. Ids that the event does not have are event.Faults, located as session,
// firm and buyer. It takes ReadEvents.
func (d *Desk) Matches(ctx context.Context, c Caller, id string, q MatchQuery) (MatchPage, error) {
	if err := c.demand(id, ReadEvents); err != nil {
		return MatchPage{}, err
	}
	return d.top(ctx, id, q)
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
	page, err := d.top(ctx, id, q)
	if err != nil {
		return Encoded{}, err
	}
	answer, err := encodedJSON(struct {
		Items     []event.Pair `json:"items"`
		Next      string       `json:"next,omitzero"`
		Shortened bool         `json:"shortened,omitzero"`
	}{page.Pairs, page.Next, page.Shortened})
	answer.Next = page.Next
	if err == nil && page.Version == version {
		d.keep(key, answer)
	}
	return answer, err
}

// rankingTries is how often a ranking is asked for that others keep outdating; after that the one at hand serves.
const rankingTries = 3

// top reads the ranking, and has it made first where it is not that of the event as it is.
func (d *Desk) top(ctx context.Context, id string, q MatchQuery) (MatchPage, error) {
	query := store.RankQuery{Session: q.Session, Firm: q.Firm, Buyer: q.Buyer, After: q.After, Limit: clampLimit(q.Limit)}
	for try := 0; ; try++ {
		l, err := d.load(ctx, id)
		if err != nil {
			return MatchPage{}, err
		}
		if faults := UnknownIDs(l.index, l.event, q.Session, q.Firm, q.Buyer); len(faults) > 0 {
			return MatchPage{}, faults
		}
		found, err := d.store.Top(ctx, id, query)
		err = storeError(err)
		missing := errors.Is(err, ErrNotFound)
		switch {
		case err != nil && !missing:
			return MatchPage{}, err
		case !missing && (found.Version == l.matching.digest || try == rankingTries):
			return l.matchPage(found)
		case try == rankingTries:
			return MatchPage{}, fmt.Errorf("%w: the event %s changes all the time", ErrBusy, id)
		}
		if err := d.ranked(ctx, id); err != nil {
			return MatchPage{}, err
		}
	}
}

// matchPage explains what was found in the ranking.
func (l *loaded) matchPage(found store.RankPage) (MatchPage, error) {
	page := MatchPage{Pairs: make([]event.Pair, 0, len(found.Pairs)), Next: found.Next, Shortened: l.shortened()}
	if found.Version == l.matching.digest {
		page.Version = l.version
	}
	for _, r := range found.Pairs {
		p, ok, err := l.explain(r)
		if err != nil {
			return MatchPage{}, err
		}
		if ok {
			page.Pairs = append(page.Pairs, p)
		}
	}
	return page, nil
}

// shortened tells whether the event is so large that only the best pairs are ranked.
func (l *loaded) shortened() bool { return l.matching.limits.tooMany(l.event) }
