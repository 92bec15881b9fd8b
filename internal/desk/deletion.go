package desk

import (
	"context"
	"errors"
	"fmt"
	"time"

	"sangdam/internal/jobs"
	"sangdam/internal/store"
)

// sweepAfter is how long a deletion may take; one that takes longer was cut off by a crash.
const sweepAfter = time.Minute

// deleteEvent first marks the event as going, so that nobody makes a new one of that name while its parts are dropped.
func (d *Desk) deleteEvent(ctx context.Context, c Caller, id string, ifVersion uint64) error {
	condition := store.Present()
	if ifVersion != 0 {
		condition = store.At(ifVersion)
	}
	b := batch{space: id}
	b.delete(kindEvent, current, condition)
	b.delete(kindInfo, current, store.Any())
	b.put(kindDeleting, current, store.Any(), d.clock().UTC(), time.Time{})
	_, err := d.commit(ctx, &b)
	if now, conflict := conflictOn(err, kindEvent); conflict && now == 0 {
		return &NotFoundError{Kind: kindEvent, ID: id}
	} else if conflict {
		return &StaleError{Current: now}
	}
	if err != nil {
		return err
	}
	log := batch{}
	d.audit(&log, c, EventDeleted, id, "")
	if _, err := d.commit(ctx, &log); err != nil {
		return err
	}
	return d.sweep(ctx, id)
}

// sweep stops the runs of an event that is going and drops all that belongs to it.
func (d *Desk) sweep(ctx context.Context, id string) error {
	for r, err := range d.records(ctx, store.ListQuery{Space: id, Kind: jobs.KindRun}) {
		if err == nil {
			err = storeError(d.runner.Stop(ctx, id, r.ID))
		}
		if err != nil && !errors.Is(err, ErrNotFound) {
			return err
		}
	}
	return storeError(d.store.Drop(ctx, id))
}

// swept sees to it that nothing is left of an event of that name which was deleted.
func (d *Desk) swept(ctx context.Context, id string) error {
	var began time.Time
	_, err := d.read(ctx, id, kindDeleting, current, &began)
	switch {
	case errors.Is(err, ErrNotFound):
		return nil
	case err != nil:
		return err
	case d.clock().Sub(began) < sweepAfter:
		return fmt.Errorf("%w: the event %s is being deleted", ErrBusy, id)
	}
	return d.sweep(ctx, id)
}
