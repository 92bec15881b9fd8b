package desk

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strconv"
	"time"

	"sangdam/event"
	"sangdam/internal/store"
)

// A loaded event is one version of it, parsed. It does not change, and serves any number of readers.
type loaded struct {
	event    *event.Event
	index    *event.Index
	version  uint64
	modified time.Time
	matching *compiled // as organizers see pairs
	unwished *unwished // as companies see them
}

// version returns the version of an event at the cost of one small read.
func (d *Desk) version(ctx context.Context, id string) (uint64, error) {
	r, err := d.get(ctx, id, kindInfo, current)
	if err != nil {
		return 0, noEvent(err, id)
	}
	return r.Version, nil
}

// load returns the event as it is now, from memory where it is there.
func (d *Desk) load(ctx context.Context, id string) (*loaded, error) {
	version, err := d.version(ctx, id)
	if err != nil {
		return nil, err
	}
	if l, ok := d.cache.events.get(id, version); ok {
		return l, nil
	}
	// Of many who come after a write one reads it for all.
	l, err, _ := d.cache.loading.Do(id+"@"+strconv.FormatUint(version, 10), func() (any, error) {
		return d.parse(context.WithoutCancel(ctx), id)
	})
	if err != nil {
		return nil, err
	}
	return l.(*loaded), nil
}

// parse reads an event and finds what was worked out of it before.
func (d *Desk) parse(ctx context.Context, id string) (*loaded, error) {
	ev, r, err := d.fresh(ctx, id)
	if err != nil {
		return nil, err
	}
	l := &loaded{event: ev, index: event.NewIndex(ev), version: r.Version, modified: r.Modified}
	if err := d.cache.compile(l); err != nil {
		return nil, err
	}
	d.cache.events.put(id, l.version, l)
	return l, nil
}

// fresh reads the event from the store: a copy of the caller's own.
func (d *Desk) fresh(ctx context.Context, id string) (*event.Event, store.Record, error) {
	r, err := d.get(ctx, id, kindEvent, current)
	if err != nil {
		return nil, r, noEvent(err, id)
	}
	ev, err := event.ReadEvent(bytes.NewReader(r.Value))
	if err != nil {
		return nil, r, fmt.Errorf("desk: the record %v cannot be read: %w", r.Key, err)
	}
	return ev, r, nil
}

func noEvent(err error, id string) error {
	if errors.Is(err, ErrNotFound) {
		return &NotFoundError{Kind: kindEvent, ID: id}
	}
	return err
}
