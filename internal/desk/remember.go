package desk

import (
	"context"
	"errors"
	"time"

	"sangdam/internal/store"
)

// An Answer is what a request was answered, to be given again to whoever repeats it.
type Answer struct {
	Status int               `json:"status"`
	Header map[string]string `json:"header,omitzero"`
	Body   []byte            `json:"body,omitzero"`
}

// attemptLife is how long an attempt may take; one that takes longer was cut off by a crash.
const attemptLife = time.Minute

// An attempt is the record of a request under a key.
type attempt struct {
	Body   string    `json:"body"` // hash of it
	Began  time.Time `json:"began"`
	Answer *Answer   `json:"answer,omitzero"` // nil while it runs
}

// An Attempt is a request under a key that nobody else is working on.
type Attempt struct {
	desk    *Desk
	id      string // of the record
	record  attempt
	ttl     time.Duration
	version uint64
	what    any  // to be marked with the effect
	found   bool // the effect had been made before
}

// Remember begins a request under a key of the caller's choice. Exactly one of the results is set: the attempt, for whoever is first,
// to be ended by Done or Forget; the answer, when the request was made before; or the error: ErrOtherBody when the key was used with
// another body, ErrBusy while the first is still running. What was neither done nor forgotten within a minute counts as
// crashed and may be tried again; what it had brought about by then is found rather than made again, see Attempt.In. Answers are kept for ttl. Keys of different callers are different keys.
func (d *Desk) Remember(ctx context.Context, c Caller, key, bodyHash string, ttl time.Duration) (*Attempt, *Answer, error) {
	if c.kind() == Nobody {
		return nil, nil, ErrUnauthenticated
	}
	a := &Attempt{
		desk: d, ttl: ttl, record: attempt{Body: bodyHash, Began: d.clock().UTC()},
		id: hashOf(string(c.Kind) + "\x00" + c.ID + "\x00" + key),
	}
	for {
		condition := store.Absent()
		var before attempt
		r, err := d.read(ctx, "", kindIdempotency, a.id, &before)
		switch {
		case errors.Is(err, ErrNotFound):
		case err != nil:
			return nil, nil, err
		case before.Body != bodyHash:
			return nil, nil, ErrOtherBody
		case before.Answer != nil:
			return nil, before.Answer, nil
		case !d.expired(before.Began.Add(attemptLife)):
			return nil, nil, ErrBusy
		default:
			condition = store.At(r.Version)
		}
		b := batch{}
		b.put(kindIdempotency, a.id, condition, a.record, a.record.Began.Add(attemptLife))
		a.version, err = d.commit(ctx, &b)
		if _, lost := conflictOn(err, kindIdempotency); lost {
			continue
		}
		if err != nil {
			return nil, nil, err
		}
		return a, nil, nil
	}
}

// Done keeps the answer. An attempt that took so long that another began has none to keep, which is no error.
func (a *Attempt) Done(ctx context.Context, answer Answer) error {
	a.record.Answer = &answer
	b := batch{}
	b.put(kindIdempotency, a.id, store.At(a.version), a.record, a.desk.clock().UTC().Add(a.ttl))
	return a.end(ctx, &b)
}

// Forget lets the request be made again, as after an error that is worth trying again.
func (a *Attempt) Forget(ctx context.Context) error {
	b := batch{}
	b.delete(kindIdempotency, a.id, store.At(a.version))
	return a.end(ctx, &b)
}

func (a *Attempt) end(ctx context.Context, b *batch) error {
	_, err := a.desk.commit(ctx, b)
	if _, lost := conflictOn(err, kindIdempotency); lost {
		return nil
	}
	return err
}
