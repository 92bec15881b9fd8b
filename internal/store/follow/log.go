package follow

import (
	"context"
	"errors"
	"iter"
	"time"

	"sangdam/internal/store"
)

// A Log is followed from a version on.
type Log struct {
	Hub   *Hub
	Space string
	// Read returns the notices after a version, some of them if there are many, none if there are none. The first has no keys when
	// what followed that version is not in the log any more.
	Read func(ctx context.Context, after uint64) ([]store.Notice, error)
	// Closing ends the loop with store.ErrClosed.
	Closing <-chan struct{}
	// Poll is how long to wait for a wake-up before looking anyway, and before trying again when the home is not reachable, though then no
	// longer than two seconds: nobody will wake who has slept through a wake-up. 0: the hub hears of every write, and an error ends the loop.
	Poll time.Duration
}

// retry is the longest wait before trying again.
const retry = 2 * time.Second

// From yields the notices after a version until ctx ends.
func (l Log) From(ctx context.Context, after uint64) iter.Seq2[store.Notice, error] {
	return func(yield func(store.Notice, error) bool) {
		ear, stop := l.Hub.listen(l.Space)
		defer stop()
		for after := after; ctx.Err() == nil; {
			notices, err := l.Read(ctx, after)
			if ctx.Err() != nil {
				return
			}
			if err != nil && (l.Poll == 0 || !errors.Is(err, store.ErrUnavailable)) {
				yield(store.Notice{}, err)
				return
			}
			for _, n := range notices {
				if !yield(n, nil) || ctx.Err() != nil {
					return
				}
				after = n.Version
			}
			poll := l.Poll
			if err != nil {
				poll = min(poll, retry)
			}
			if len(notices) == 0 && !l.wait(ctx, ear, poll) {
				if ctx.Err() == nil {
					yield(store.Notice{}, store.ErrClosed)
				}
				return
			}
		}
	}
}

// wait returns when it is time to read again, or false when the loop must end.
func (l Log) wait(ctx context.Context, ear <-chan struct{}, poll time.Duration) bool {
	var look <-chan time.Time
	if poll > 0 {
		timer := time.NewTimer(poll)
		defer timer.Stop()
		look = timer.C
	}
	select {
	case <-ear:
		return true
	case <-look:
		return true
	case <-l.Closing:
		return false
	case <-ctx.Done():
		return false
	}
}

// Failed yields an error, unless ctx has ended.
func Failed(ctx context.Context, err error) iter.Seq2[store.Notice, error] {
	return func(yield func(store.Notice, error) bool) {
		if ctx.Err() == nil {
			yield(store.Notice{}, err)
		}
	}
}
