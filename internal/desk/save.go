package desk

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"sangdam/event"
	"sangdam/internal/store"
)

// attempts is how often a change is tried while others are first.
const attempts = 20

// edit reads an event, changes a copy, validates it and writes it. With ifVersion 0 it begins again when someone else was first.
func (d *Desk) edit(ctx context.Context, c Caller, id string, ifVersion uint64, action Action, object string,
	change func(*event.Event) error,
) (uint64, error) {
	for try := 1; ; try++ {
		ev, before, err := d.fresh(ctx, id)
		if err != nil {
			return 0, err
		}
		if ifVersion != 0 && before.Version != ifVersion {
			return 0, &StaleError{Current: before.Version}
		}
		if err := change(ev); err != nil {
			return 0, err
		}
		if ev.ID != id {
			return 0, event.Faults{unknownWord("id", ev.ID, []string{id})}
		}
		version, err := d.replace(ctx, c, ev, before.Version, action, object)
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

// save validates an event and writes it, and has it ranked.
func (d *Desk) save(ctx context.Context, c Caller, ev *event.Event, condition store.Condition, action Action, object string) (uint64, error) {
	b, err := d.eventBatch(ctx, c, ev, condition, action, object)
	if err != nil {
		return 0, err
	}
	d.mark(ctx, b, nil)
	version, err := d.commit(ctx, b)
	if err == nil {
		d.saved(ev.ID)
	}
	return version, err
}

// eventBatch validates an event and puts it into a batch with its entry in the log and what webhooks are to be told.
func (d *Desk) eventBatch(ctx context.Context, c Caller, ev *event.Event, condition store.Condition, action Action, object string) (*batch, error) {
	if faults := faultsOf(ev); faults != nil {
		return nil, faults
	}
	document, err := compact(ev)
	if err != nil {
		return nil, err
	}
	if len(document) > event.MaxEventBytes {
		return nil, event.Faults{{Code: event.CodeTooLarge, Args: event.Args{"limit": number(event.MaxEventBytes >> 20)}}}
	}
	b := &batch{space: ev.ID}
	b.raw(kindEvent, current, condition, document, time.Time{})
	b.put(kindInfo, current, store.Any(), infoOf(ev), time.Time{})
	d.audit(b, c, action, ev.ID, object)
	topic := HookChanged
	if action == OutcomesAdded {
		topic = HookOutcome
	}
	return b, d.announce(ctx, b, topic, ev.ID, object)
}

// compact is the document of an event without the spaces for people.
func compact(ev *event.Event) ([]byte, error) {
	var document, out bytes.Buffer
	if err := ev.Write(&document); err != nil {
		return nil, err
	}
	err := json.Compact(&out, document.Bytes())
	return out.Bytes(), err
}

// saved has done what follows the write of an event.
func (d *Desk) saved(id string) {
	d.rankSoon(id)
	d.calls.wake(id)
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
