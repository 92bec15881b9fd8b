package bolt

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"

	"go.etcd.io/bbolt"

	"sangdam/internal/store"
)

// maxBatch bounds how many requests one transaction takes.
const maxBatch = 256

// A request is a change of the file that waits for its commit.
type request struct {
	ctx   context.Context
	space string // whose watchers to wake
	// apply makes the change. It may run more than once, each time in a new transaction; a refusal leaves the transaction as it
	// was.
	apply func(*bbolt.Tx) error
	alone func() error // in place of apply: to be called while nothing is written
	err   error
	done  chan struct{}
}

// update has a change committed and waits until it is durable. Once a request has its turn it is carried out even if ctx ends
// meanwhile, so that the caller always learns what happened.
func (s *Store) update(ctx context.Context, space string, apply func(*bbolt.Tx) error) error {
	return s.send(&request{ctx: ctx, space: space, apply: apply, done: make(chan struct{})})
}

// still has a function called while nothing is written.
func (s *Store) still(ctx context.Context, call func() error) error {
	return s.send(&request{ctx: ctx, alone: call, done: make(chan struct{})})
}

func (s *Store) send(r *request) error {
	s.mu.RLock()
	if s.closed {
		s.mu.RUnlock()
		return store.ErrClosed
	}
	s.queue <- r
	s.mu.RUnlock()
	<-r.done
	return r.err
}

// commitLoop takes all requests that wait as one batch. While a batch is written to disk the next one gathers.
func (s *Store) commitLoop() {
	for first := range s.queue {
		runtime.Gosched() // those woken by the last commit get to send their next
		batch := []*request{first}
		for len(batch) < maxBatch && len(s.queue) > 0 {
			r, ok := <-s.queue
			if !ok {
				break
			}
			batch = append(batch, r)
		}
		s.commit(slices.DeleteFunc(slices.Clone(batch), func(r *request) bool { return r.alone != nil }))
		for _, r := range batch {
			if r.alone != nil {
				r.err = r.alone()
			} else if r.err == nil {
				s.hub.Wake(r.space)
			}
			close(r.done)
		}
	}
}

// commit carries out a batch: all requests that are not refused in one transaction. A request that fails in another way has the
// transaction begun again without it.
func (s *Store) commit(batch []*request) {
	failed := make(map[*request]bool)
	for again := true; again; {
		again = false
		err := s.db.Update(func(tx *bbolt.Tx) error {
			changed := false
			for _, r := range batch {
				if failed[r] {
					continue
				}
				if r.err = r.ctx.Err(); r.err == nil {
					r.err = r.apply(tx)
				}
				var conflict *store.ConflictError
				switch {
				case r.err == nil:
					changed = true
				case errors.As(r.err, &conflict), errors.Is(r.err, r.ctx.Err()):
				default:
					failed[r], again = true, true
					return errAgain
				}
			}
			if !changed {
				return errNothing // spares the fsync
			}
			return nil
		})
		if err == nil {
			s.stuck.Store(false)
		}
		if again || err == nil || errors.Is(err, errNothing) {
			continue
		}
		s.stuck.Store(true)
		for _, r := range batch {
			if r.err == nil {
				r.err = fmt.Errorf("%w: nothing was written: %w", store.ErrUnavailable, err)
			}
		}
	}
}

var (
	errAgain   = errors.New("the transaction is begun again")
	errNothing = errors.New("the transaction changes nothing")
)
