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

// deleteEvent first marks the event as going, so that nobody makes a new one of that name while its parts are dropped. A deletion that was
// cut off is finished by asking for it again; the error is ErrBusy while somebody may be at it.
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
		going, err := d.going(ctx, id)
		if err != nil {
			return err
		}
		if !going {
			return &NotFoundError{Kind: kindEvent, ID: id}
		}
	} else if conflict {
		return &StaleError{Current: now}
	} else if err != nil {
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
	going, err := d.going(ctx, id)
	if err != nil || !going {
		return err
	}
	return d.sweep(ctx, id)
}

// going reports whether a deletion of an event was begun and cut off. The error is ErrBusy while somebody may be at it.
func (d *Desk) going(ctx context.Context, id string) (bool, error) {
	var began time.Time
	_, err := d.read(ctx, id, kindDeleting, current, &began)
	switch {
	case errors.Is(err, ErrNotFound):
		return false, nil
	case err != nil:
		return false, err
	case d.clock().Sub(began) < sweepAfter:
		return false, fmt.Errorf("%w: the event %s is being deleted", ErrBusy, id)
	}
	return true, nil
}
