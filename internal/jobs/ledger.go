package jobs

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"sangdam/internal/store"
)

// A Ledger is what the homes of runs share: it records them, asks them to stop, follows them and solves them. Whoever solves a
// run holds it by a lease, see Solve. All its state is in the store, so any number of ledgers may work on one.
type Ledger struct{ Settings }

// NewLedger returns a ledger with the defaults filled in.
func NewLedger(s Settings) *Ledger { return &Ledger{s.withDefaults()} }

// A Job is a run to be solved, as someone saw it.
type Job struct {
	Space string `json:"space"`
	ID    string `json:"id"`
	// Version is that of the record of a run whose owner is taken to be dead. A run that is Running is begun again only when it
	// still has this version.
	Version uint64 `json:"version,omitzero"`
}

// Submit records a new run as Queued. The error is a *store.ConflictError when there is a run of that id.
func (l *Ledger) Submit(ctx context.Context, run Run) error {
	if run.ID == "" || run.Event == "" {
		return errors.New("jobs: a run needs an id and an event")
	}
	run.State = Queued
	_, err := l.put(ctx, run, store.Absent())
	return err
}

// Stop asks a run to end soon and keep the best. One that was not begun ends at once.
func (l *Ledger) Stop(ctx context.Context, space, id string) error {
	for {
		run, version, err := l.Run(ctx, space, id)
		if err != nil {
			return err
		}
		if run.State.Ended() || run.StopAsked {
			return nil
		}
		run.StopAsked = true
		if run.State == Queued {
			run.State, run.Ended = Stopped, l.Clock().UTC()
		}
		_, err = l.put(ctx, run, store.At(version))
		if _, changed := errors.AsType[*store.ConflictError](err); !changed {
			return err
		}
	}
}

// Run returns a run and the version of its record.
func (l *Ledger) Run(ctx context.Context, space, id string) (Run, uint64, error) {
	record, err := l.Store.Get(ctx, store.Key{Space: space, Kind: KindRun, ID: id})
	if err != nil {
		return Run{}, 0, err
	}
	run, err := decodeRun(record)
	return run, record.Version, err
}

// put writes a run on a condition, together with other changes of its space.
func (l *Ledger) put(ctx context.Context, run Run, condition store.Condition, more ...store.Change) (uint64, error) {
	value, err := json.Marshal(run)
	if err != nil {
		return 0, err
	}
	key := store.Key{Space: run.Event, Kind: KindRun, ID: run.ID}
	return l.Store.Write(ctx, append(more, store.Change{Key: key, If: condition, Value: value})...)
}

func decodeRun(record store.Record) (Run, error) {
	var run Run
	if err := json.Unmarshal(record.Value, &run); err != nil {
		return run, fmt.Errorf("jobs: the record %v is no run: %w", record.Key, err)
	}
	return run, nil
}
