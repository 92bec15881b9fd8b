package queue

import (
	"context"
	"encoding/json"
	"errors"
	"time"

	"sangdam/internal/jobs"
	"sangdam/internal/store"
)

// A sweeper looks for runs that nobody works on: recorded but not in the queue, or held by an owner that is gone. It tells by their
// records, which an owner writes four times a lease: one that has not changed for a whole lease, by the sweeper's own
// clock, is dead. So the clocks of machines need not agree.
type sweeper struct {
	ledger *jobs.Ledger
	queue  *queue
	seen   map[string]sighting // by id of the run
	noted  bool                // whether every unfinished run of the store has its note
}

// A sighting is when a run's record was first seen to have a version; zero: there was none.
type sighting struct {
	version uint64
	since   time.Time
}

// strayLeases is after how many leases a note without a run is deleted: the run is written right after it, if ever.
const strayLeases = 6

func newSweeper(l *jobs.Ledger, q *queue) *sweeper {
	return &sweeper{ledger: l, queue: q, seen: map[string]sighting{}}
}

// sweepUntil sweeps four times a lease until ctx ends.
func (s *sweeper) sweepUntil(ctx context.Context) {
	ticker := time.NewTicker(s.ledger.Lease / 4)
	defer ticker.Stop()
	for {
		if err := s.sweep(ctx); err != nil && ctx.Err() == nil {
			s.ledger.Log.Warn("runs left behind could not be looked for; it is tried again", "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
	}
}

// sweep looks at every note once. O(notes).
func (s *sweeper) sweep(ctx context.Context) error {
	if !s.noted {
		if err := s.noteAll(ctx); err != nil {
			return err
		}
		s.noted = true
	}
	seen := make(map[string]sighting, len(s.seen))
	for q := (store.ListQuery{Kind: KindJob, Limit: 256}); ; {
		notes, err := s.ledger.Store.List(ctx, q)
		if err != nil {
			return err
		}
		for _, record := range notes {
			if err := s.look(ctx, record, seen); err != nil {
				return err
			}
			q.After = record.ID
		}
		if len(notes) < q.Limit {
			break
		}
	}
	s.seen = seen
	return nil
}

// noteAll notes what a store holds that was filled by other means: moved here from a file, for instance.
func (s *sweeper) noteAll(ctx context.Context) error {
	left, err := s.ledger.Unfinished(ctx)
	if err != nil {
		return err
	}
	for _, job := range left {
		if err := note(ctx, s.ledger.Store, job); err != nil {
			return err
		}
	}
	return nil
}

// look deletes a note that has served, and queues a run that nobody works on.
func (s *sweeper) look(ctx context.Context, record store.Record, seen map[string]sighting) error {
	var job jobs.Job
	if err := json.Unmarshal(record.Value, &job); err != nil {
		s.ledger.Log.Error("a note that is no job is deleted", "note", record.ID, "error", err)
		return s.delete(ctx, record)
	}
	run, version, err := s.ledger.Run(ctx, job.Space, job.ID)
	absent := errors.Is(err, store.ErrNotFound)
	switch {
	case err != nil && !absent:
		return err
	case !absent && run.State.Ended():
		return s.delete(ctx, record)
	}
	now := s.ledger.Clock()
	last, ok := s.seen[job.ID]
	if !ok || last.version != version {
		last = sighting{version, now}
	}
	seen[job.ID] = last
	still := now.Sub(last.since)
	switch {
	case absent && still >= strayLeases*s.ledger.Lease:
		return s.delete(ctx, record)
	case absent || still < s.ledger.Lease:
		return nil
	case run.State == jobs.Running:
		s.ledger.Log.Warn("the owner of a run is gone; it is queued again", "run", run.ID, "attempt", run.Attempts)
		job.Version = version
	}
	return s.queue.put(ctx, job, run.Attempts, true)
}

// delete deletes a note, unless it was written anew.
func (s *sweeper) delete(ctx context.Context, record store.Record) error {
	_, err := s.ledger.Store.Write(ctx, store.Change{Key: record.Key, If: store.At(record.Version), Delete: true})
	if _, changed := errors.AsType[*store.ConflictError](err); changed {
		return nil
	}
	return err
}
