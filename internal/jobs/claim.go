package jobs

import (
	"context"
	"crypto/rand"
	"errors"

	"sangdam/internal/store"
)

// mostLost is how many processes may end while they work on a run before it is taken to be what ends them.
const mostLost = 5

// claim makes a run that is Queued, or that was left behind, the caller's own; nil when it is not to be had. The record of the
// event is the one whose version the run now states; it is empty when there is none.
//
// The claim is one conditional write, so of all who try at once only one succeeds.
func (l *Ledger) claim(ctx context.Context, job Job) (*hold, store.Record, error) {
	for {
		run, version, err := l.Run(ctx, job.Space, job.ID)
		if errors.Is(err, store.ErrNotFound) {
			return nil, store.Record{}, nil
		}
		if err != nil {
			return nil, store.Record{}, err
		}
		abandoned := run.State == Running && version == job.Version
		if run.State != Queued && !abandoned {
			return nil, store.Record{}, nil
		}
		document, err := l.Store.Get(ctx, store.Key{Space: job.Space, Kind: KindEvent, ID: EventID})
		if err != nil && !errors.Is(err, store.ErrNotFound) {
			return nil, store.Record{}, err
		}
		now := l.Clock().UTC()
		if run.Started.IsZero() {
			run.Started = now
		}
		run.EventVersion = document.Version
		run.Owner, run.Beat = rand.Text(), now
		run.State = Running
		run.Attempts++
		if abandoned {
			run.Lost++
		}
		version, err = l.put(ctx, run, store.At(version))
		if _, changed := errors.AsType[*store.ConflictError](err); changed {
			continue // someone asked it to stop, or was faster
		}
		if err != nil {
			return nil, store.Record{}, err
		}
		return &hold{ledger: l, run: run, version: version}, document, nil
	}
}
