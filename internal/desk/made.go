package desk

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"sangdam/internal/store"
)

// made is the record of what an attempt brought about. It is written with the effect, in one write, so that there is never one
// without the other; and on condition that there is none, so that the effect is made once, however many are at it. Whoever
// repeats a request whose answer was lost is answered from it.
type made struct {
	Body string          `json:"body"` // hash of the request's
	What json.RawMessage `json:"what,omitzero"`
}

type attemptKey struct{}

// In returns a context in which what is written for a caller is marked as the effect of this attempt, and is not made again.
func (a *Attempt) In(ctx context.Context) context.Context {
	return context.WithValue(ctx, attemptKey{}, a)
}

// Found reports whether the effect had been made before this attempt.
func (a *Attempt) Found() bool { return a.found }

// mark adds to a batch that it is the effect of the attempt of a context, with what is needed to answer a repetition: nil when the
// version of the write says it all. Without an attempt it adds nothing.
func (d *Desk) mark(ctx context.Context, b *batch, what any) {
	a, ok := ctx.Value(attemptKey{}).(*Attempt)
	if !ok {
		return
	}
	record := made{Body: a.record.Body}
	if what == nil {
		what = a.what
	}
	if what != nil {
		var err error
		if record.What, err = json.Marshal(what); err != nil && b.err == nil {
			b.err = fmt.Errorf("desk: what was made cannot be written: %w", err)
		}
	}
	b.put(kindMade, a.id, store.Absent(), record, d.clock().UTC().Add(a.ttl))
}

// noteWhat has the next mark without anything to say hold this.
func noteWhat(ctx context.Context, what any) {
	if a, ok := ctx.Value(attemptKey{}).(*Attempt); ok {
		a.what = what
	}
}

// madeBefore tells whether the effect of the attempt of a context was made already: in a space, with which version. What was noted
// of it is read into what, which may be nil. The error is ErrOtherBody when it was made for another request.
func (d *Desk) madeBefore(ctx context.Context, space string, what any) (version uint64, yes bool, err error) {
	a, ok := ctx.Value(attemptKey{}).(*Attempt)
	if !ok {
		return 0, false, nil
	}
	var record made
	r, err := d.read(ctx, space, kindMade, a.id, &record)
	switch {
	case errors.Is(err, ErrNotFound):
		return 0, false, nil
	case err != nil:
		return 0, false, err
	case record.Body != a.record.Body:
		return 0, false, ErrOtherBody
	}
	if what != nil && record.What != nil {
		if err := json.Unmarshal(record.What, what); err != nil {
			return 0, false, fmt.Errorf("desk: the record %v cannot be read: %w", r.Key, err)
		}
	}
	a.found = true
	return r.Version, true, nil
}
