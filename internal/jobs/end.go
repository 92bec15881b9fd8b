package jobs

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"sangdam/event"
	"sangdam/internal/plan"
	"sangdam/internal/store"
)

// A result is what an attempt came to: a state that a run can end with, or Queued when it makes way.
type result struct {
	state    State
	schedule *event.Schedule // of Done
	problem  *problem        // of Failed
	reached  []plan.Progress // not recorded yet
	best     *incumbents     // of Queued, for the next attempt; nil: as they are kept
}

// end records a result: the last progress, the schedule and the state of the run in one write. A store that is away is tried
// again until ctx ends; another may take the run over meanwhile, and then its result counts.
func (h *hold) end(ctx context.Context, r result) (Outcome, error) {
	change, err := h.ending(r)
	if err != nil {
		change, err = h.ending(result{state: Failed, problem: crashed(err)})
	}
	if err != nil {
		return Elsewhere, err
	}
	retry := time.NewTicker(h.ledger.Lease / 4)
	defer retry.Stop()
	for {
		err := h.write(context.WithoutCancel(ctx), change)
		switch {
		case errors.Is(err, errLost):
			return Elsewhere, nil
		case err == nil && h.run.State == Queued:
			return Parked, nil
		case err == nil:
			return Ended, nil
		case errors.Is(err, store.ErrInvalid): // such as a schedule that is too long for a record
			if change, err = h.ending(result{state: Failed, problem: crashed(err)}); err != nil {
				return Elsewhere, err
			}
			continue
		case !errors.Is(err, store.ErrUnavailable):
			return Elsewhere, err
		}
		h.ledger.Log.Warn("the end of a run could not be recorded; it is tried again", "run", h.run.ID, "error", err)
		select {
		case <-ctx.Done():
			return Elsewhere, err
		case <-retry.C:
		}
	}
}

// ending returns the change that records a result.
func (h *hold) ending(r result) (func(*Run) ([]store.Change, error), error) {
	best, err := r.bestChange(h.run)
	if err != nil {
		return nil, err
	}
	var document []byte
	if r.schedule != nil {
		var err error
		if document, err = compact(r.schedule); err != nil {
			return nil, err
		}
	}
	return func(run *Run) ([]store.Change, error) {
		changes, err := h.ledger.record(run, r.reached)
		if err != nil {
			return nil, err
		}
		changes = append(changes, best...)
		run.State = r.state
		if r.state.Ended() {
			run.Ended = run.Beat
		}
		if r.problem != nil {
			run.Problem, run.Internal = r.problem.text, r.problem.internal
		}
		if document != nil {
			key := store.Key{Space: run.Event, Kind: KindSchedule, ID: run.ID}
			changes = append(changes, store.Change{Key: key, Value: document})
		}
		return changes, nil
	}, nil
}

// bestChange keeps the best so far of a run that makes way, and deletes what was kept of one that has ended.
func (r result) bestChange(run Run) ([]store.Change, error) {
	switch {
	case r.state.Ended():
		return []store.Change{{Key: incumbentKey(run), Delete: true}}, nil
	case r.best != nil:
		return r.best.change(run)
	}
	return nil, nil
}

// compact returns a schedule document without blanks between its parts, and without the pairs left out: they are a hundred times as
// long as the meetings, and whoever reads the record can tell them by plan.LeftOut.
func compact(s *event.Schedule) ([]byte, error) {
	bare := *s
	bare.Sessions = slices.Clone(s.Sessions)
	for i := range bare.Sessions {
		bare.Sessions[i].Unplaced = nil
	}
	var indented, out bytes.Buffer
	if err := bare.Write(&indented); err != nil {
		return nil, err
	}
	if err := json.Compact(&out, indented.Bytes()); err != nil {
		return nil, fmt.Errorf("compacting the schedule document: %w", err)
	}
	return out.Bytes(), nil
}
