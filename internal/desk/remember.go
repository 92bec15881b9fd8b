package desk

import (
	"context"
	"errors"
	"time"
)

// An Answer is what a request was answered, to be given again to whoever repeats it.
type Answer struct {
	Status int               `json:"status"`
	Header map[string]string `json:"header,omitzero"`
	Body   []byte            `json:"body,omitzero"`
}

// An Attempt is a request under a key that nobody else is working on.
type Attempt struct {
	desk    *Desk
	key     string
	hash    string
	ttl     time.Duration
	version uint64
}

// Remember begins a request under a key of the caller's choice. Exactly one of the results is set: the attempt, for whoever is first,
// to be ended by Done or Forget; the answer, when the request was made before; or the error: ErrOtherBody when the key was used with
// another body, ErrBusy while the first is still running. What neither ended nor was forgotten within a minute counts as
// crashed and may be tried again. Answers are kept for ttl.
func (d *Desk) Remember(ctx context.Context, c Caller, key, bodyHash string, ttl time.Duration) (*Attempt, *Answer, error) {
	return nil, nil, errors.ErrUnsupported
}

// Done keeps the answer.
func (a *Attempt) Done(ctx context.Context, answer Answer) error { return errors.ErrUnsupported }

// Forget lets the request be made again, as after an error that is worth trying again.
func (a *Attempt) Forget(ctx context.Context) error { return errors.ErrUnsupported }
