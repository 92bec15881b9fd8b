package desk

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"sangdam/event"
	"sangdam/internal/jobs"
	"sangdam/internal/store"
)

// attempts is how often a change is tried while others are first.
const attempts = 20

// edit reads an event, changes a copy, validates it and writes it. With ifVersion 0 it begins again when someone else was first.
func (d *Desk) edit(ctx context.Context, c Caller, id string, ifVersion uint64, action Action, object string,
	change func(*event.Event) error,
) (uint64, error) {
	for try := 1; ; try++ {
		l, err := d.fresh(ctx, id)
		if err != nil {
			return 0, err
		}
		if ifVersion != 0 && l.version != ifVersion {
			return 0, &StaleError{Current: l.version}
		}
		if err := change(l.event); err != nil {
			return 0, err
		}
		if l.event.ID != id {
			return 0, event.Faults{unknownWord("id", l.event.ID, []string{id})}
		}
		version, err := d.replace(ctx, c, l.event, l.version, action, object)
		if _, stale := errors.AsType[*StaleError](err); !stale || ifVersion != 0 {
			return version, err
		}
		if try == attempts {
			return 0, fmt.Errorf("%w: the event %s changes all the time", ErrBusy, id)
		}
	}
}

// replace writes an event in the place of the one of that version; 0 stands for any.
func (d *Desk) replace(ctx context.Context, c Caller, ev *event.Event, ifVersion uint64, action Action, object string) (uint64, error) {
	condition := store.Present()
	if ifVersion != 0 {
		condition = store.At(ifVersion)
	}
	version, err := d.save(ctx, c, ev, condition, action, object)
	if now, conflict := conflictOn(err, kindEvent); conflict {
		if now == 0 {
			return 0, &NotFoundError{Kind: kindEvent, ID: ev.ID}
		}
		return 0, &StaleError{Current: now}
	}
	return version, err
}

// create writes an event that is not there yet.
func (d *Desk) create(ctx context.Context, c Caller, ev *event.Event, action Action) (uint64, error) {
	if err := d.swept(ctx, ev.ID); err != nil {
		return 0, err
	}
	version, err := d.save(ctx, c, ev, store.Absent(), action, "")
	if _, conflict := conflictOn(err, kindEvent); conflict {
		return 0, &ExistsError{ID: ev.ID}
	}
	return version, err
}

// save validates an event and writes it with its entry in the log and what webhooks are to be told, and has it ranked.
func (d *Desk) save(ctx context.Context, c Caller, ev *event.Event, condition store.Condition, action Action, object string) (uint64, error) {
	if faults := faultsOf(ev); faults != nil {
		return 0, faults
	}
	var document, compact bytes.Buffer
	if err := ev.Write(&document); err != nil {
		return 0, err
	}
	if err := json.Compact(&compact, document.Bytes()); err != nil {
		return 0, err
	}
	if compact.Len() > event.MaxEventBytes {
		return 0, event.Faults{{Code: event.CodeTooLarge, Args: event.Args{"limit": {Plain: fmt.Sprint(event.MaxEventBytes >> 20)}}}}
	}
	b := batch{space: ev.ID}
	b.raw(kindEvent, current, condition, compact.Bytes(), time.Time{})
	b.put(kindInfo, current, store.Any(), infoOf(ev), time.Time{})
	d.audit(&b, c, action, ev.ID, object)
	topic := HookChanged
	if action == OutcomesAdded {
		topic = HookOutcome
	}
	d.announce(ctx, &b, topic, ev.ID, object)
	version, err := d.commit(ctx, &b)
	if err != nil {
		return 0, err
	}
	d.rankSoon(ev.ID)
	d.calls.wake()
	return version, nil
}

// faultsOf returns what is wrong with an event, the weights held against the matcher's factors as well.
func faultsOf(ev *event.Event) error {
	err := ev.Validate()
	faults, ok := errors.AsType[event.Faults](err)
	if err != nil && !ok {
		return err
	}
	for _, f := range weightFaults(ev.Weights) {
		if f.Code == event.CodeUnknownWord { // the others were found already
			faults = append(faults, f)
		}
	}
	if len(ev.ID) > maxName {
		faults = append(faults, outOfRange("id", len(ev.ID), 1, maxName))
	}
	if len(faults) == 0 {
		return nil
	}
	return faults
}

// infoOf is what a list of events shows. Version and time are those of its record.
func infoOf(ev *event.Event) EventInfo {
	info := EventInfo{ID: ev.ID, Name: ev.Name, Sessions: []string{}, Firms: len(ev.Firms), Buyers: len(ev.Buyers), Outcomes: len(ev.Outcomes)}
	for _, s := range ev.Sessions {
		info.Sessions = append(info.Sessions, s.ID)
		for _, slot := range s.Slots {
			if info.First.IsZero() || slot.Start.Before(info.First) {
				info.First = slot.Start
			}
			if slot.End.After(info.Last) {
				info.Last = slot.End
			}
		}
	}
	return info
}

// listEvents reads the infos of the events after a name.
func (d *Desk) listEvents(ctx context.Context, c Caller, after string, limit int) (events []EventInfo, next string, err error) {
	events = []EventInfo{}
	if c.Event != "" {
		info, err := d.info(ctx, c.Event)
		switch {
		case errors.Is(err, ErrNotFound) || after >= c.Event:
			return events, "", nil
		case err != nil:
			return nil, "", err
		}
		return append(events, info), "", nil
	}
	for {
		spaces, err := d.store.Spaces(ctx, after, limit+1)
		if err != nil {
			return nil, "", storeError(err)
		}
		for _, id := range spaces {
			if len(events) == limit {
				return events, events[limit-1].ID, nil
			}
			info, err := d.info(ctx, id)
			if errors.Is(err, ErrNotFound) {
				continue // being deleted
			}
			if err != nil {
				return nil, "", err
			}
			events = append(events, info)
		}
		if len(spaces) <= limit {
			return events, "", nil
		}
		after = spaces[len(spaces)-1]
	}
}

func (d *Desk) info(ctx context.Context, id string) (EventInfo, error) {
	var info EventInfo
	r, err := d.read(ctx, id, kindInfo, current, &info)
	if err != nil {
		return info, err
	}
	info.Version, info.Modified = r.Version, r.Modified
	var head publicationHead
	switch _, err := d.read(ctx, id, kindPublished, current, &head); {
	case err == nil && !head.Hidden:
		info.Published = head.Number
	case err != nil && !errors.Is(err, ErrNotFound):
		return info, err
	}
	return info, nil
}

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
	case cmp.Compare(d.clock().Sub(began), sweepAfter) < 0:
		return fmt.Errorf("%w: the event %s is being deleted", ErrBusy, id)
	}
	return d.sweep(ctx, id)
}
