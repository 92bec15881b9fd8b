package jobs

import (
	"context"
	"errors"
	"time"

	"sangdam/internal/plan"
	"sangdam/internal/store"
)

// recordEvery is the least time between two writes of progress of a run.
const recordEvery = 200 * time.Millisecond

// An attendant looks after a run while it is solved: it writes the progress and the beats, and ends the solve when the run is
// asked to stop or is lost.
type attendant struct {
	hold   *hold
	news   *news
	cancel context.CancelCauseFunc // of the solve
	unsaid []plan.Progress         // taken from the news, not recorded
	best   *incumbents
}

// attend works until ctx ends; a write that has begun is carried to its end. A store that is away is tried again at the next
// beat: the solve goes on meanwhile.
func (a *attendant) attend(ctx context.Context) {
	l := a.hold.ledger
	writing := context.WithoutCancel(ctx)
	changed := make(chan struct{}, 1)
	watching := make(chan struct{})
	watched, unwatch := context.WithCancel(ctx)
	space, id, version := a.hold.run.Event, a.hold.run.ID, a.hold.version
	go func() {
		defer close(watching)
		l.listen(watched, space, id, version, changed)
	}()
	defer func() { unwatch(); <-watching }()

	beat := time.NewTicker(l.Lease / 4)
	defer beat.Stop()
	pause := time.NewTimer(0) // runs while nothing may be recorded
	defer pause.Stop()
	ring := a.news.ring
	for {
		var err error
		select {
		case <-ctx.Done():
			return
		case <-changed:
			err = a.hold.refresh(writing)
		case <-beat.C:
			err = a.keep(writing)
		case <-ring:
			reached := a.news.take()
			a.best.reached(reached)
			a.unsaid = append(a.unsaid, reached...)
			err = a.write(writing)
			ring = nil
			pause.Reset(recordEvery)
		case <-pause.C:
			ring = a.news.ring
		}
		switch {
		case errors.Is(err, errLost), err == nil && a.hold.run.State != Running:
			a.cancel(errLost)
			return
		case err != nil:
			l.Log.Warn("a run could not be recorded; it goes on", "run", a.hold.run.ID, "error", err)
		case a.hold.run.StopAsked:
			a.cancel(errStopAsked)
		}
	}
}

// write records what is unsaid and, in any case, the beat.
func (a *attendant) write(ctx context.Context) error {
	err := a.hold.write(ctx, func(run *Run) ([]store.Change, error) {
		return a.hold.ledger.record(run, a.unsaid)
	})
	if err == nil {
		a.unsaid = nil
	}
	return err
}

// keep is a beat that also keeps the best so far, when there is a better one: whoever takes the run up after a crash begins from
// it. So that is written four times a lease at most, and not at all by a solve that is shorter.
func (a *attendant) keep(ctx context.Context) error {
	best, err := a.best.change(a.hold.run)
	if err != nil {
		return errors.Join(err, a.write(ctx))
	}
	err = a.hold.write(ctx, func(run *Run) ([]store.Change, error) {
		changes, err := a.hold.ledger.record(run, a.unsaid)
		return append(changes, best...), err
	})
	if errors.Is(err, store.ErrInvalid) { // such as one that is too long for a record: the beat is what counts
		a.best.written()
		return errors.Join(err, a.write(ctx))
	}
	if err == nil {
		a.unsaid = nil
		a.best.written()
	}
	return err
}

// listen puts a token into changed whenever a run's record was written, until ctx ends. Where the store cannot be followed the
// owner finds out at its next beat.
func (l *Ledger) listen(ctx context.Context, space, id string, version uint64, changed chan<- struct{}) {
	key := store.Key{Space: space, Kind: KindRun, ID: id}
	for notice, err := range l.Store.Watch(ctx, space, version) {
		if err != nil {
			l.Log.Warn("a run cannot be watched for a request to stop; it is looked at from time to time", "run", id, "error", err)
			return
		}
		if len(notice.Keys) == 0 || onlyKey(notice.Keys, key) {
			select {
			case changed <- struct{}{}:
			default:
			}
		}
	}
}

// onlyKey tells a request to stop from the owner's own writes of progress, which are always of several records.
func onlyKey(keys []store.Key, key store.Key) bool { return len(keys) == 1 && keys[0] == key }
