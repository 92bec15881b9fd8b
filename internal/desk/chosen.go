package desk

import (
	"context"
	"errors"
	"time"

	"sangdam/internal/jobs"
	"sangdam/internal/store"
)

// kindChosen, id current, holds which run an organizer went back to.
const kindChosen = "chosen"

// chosen is the record of the choice.
type chosen struct {
	Run string    `json:"run"`
	At  time.Time `json:"at"`
}

// ChooseRun makes the schedule of an earlier run the one that is worked on, until a later solve ends. The error is ErrNotFound
// when the run has none. It takes Solve.
func (d *Desk) ChooseRun(ctx context.Context, c Caller, runID string) error {
	id, err := c.demandRun(runID, Solve)
	if err != nil {
		return err
	}
	if _, err := d.get(ctx, id, jobs.KindSchedule, runID); err != nil {
		return err
	}
	b := batch{space: id}
	b.put(kindChosen, current, store.Any(), chosen{Run: runID, At: d.clock().UTC()}, time.Time{})
	d.audit(&b, c, RunChosen, id, runID)
	_, err = d.commit(ctx, &b)
	return err
}

// ChosenRun returns the run whose schedule is worked on: the one that ended last with a schedule, or the one that was chosen
// since. What came later is told by the versions of the records, not by the clocks of the machines that solve. The error is
// ErrNotFound while there is none. It takes Solve or ReadEvents.
func (d *Desk) ChosenRun(ctx context.Context, c Caller, id string) (string, error) {
	if err := c.demand(id, Solve, ReadEvents); err != nil {
		return "", err
	}
	if _, err := d.version(ctx, id); err != nil {
		return "", err
	}
	return d.chosenRun(ctx, id)
}

// chosenRun is ChosenRun of an event that is there.
func (d *Desk) chosenRun(ctx context.Context, id string) (string, error) {
	var choice chosen
	choiceRecord, err := d.read(ctx, id, kindChosen, current, &choice)
	if err != nil && !errors.Is(err, ErrNotFound) {
		return "", err
	}
	best, latest := "", uint64(0)
	for r, err := range d.records(ctx, store.ListQuery{Space: id, Kind: jobs.KindRun}) {
		var run jobs.Run
		if err == nil {
			err = decode(r, &run)
		}
		if err != nil {
			return "", err
		}
		at := r.Version
		if run.ID == choice.Run {
			at = max(at, choiceRecord.Version)
		}
		if run.State == jobs.Done && at > latest {
			best, latest = run.ID, at
		}
	}
	if best == "" {
		return "", &NotFoundError{Kind: jobs.KindSchedule, ID: id}
	}
	return best, nil
}
