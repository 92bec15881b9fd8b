package desk

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"

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

// A versionKey names a version of an event.
type versionKey struct {
	id      string
	version uint64
}

// A cache keeps events and answers. What it keeps is named with its version, so nothing in it is ever stale.
type cache struct {
	matching *lru.Cache[uint64, *compiled] // by digest
	unwished *lru.Cache[uint64, *unwished] // by digest
	events   *lru.Cache[versionKey, *loaded]
	drafts   *lru.Cache[draftKey, Draft]
	answers  *lru.Cache[string, Encoded]
	// publications are by the version of their head.
	publications *lru.Cache[versionKey, *Publication]
}

func newCache(opt Options) (*cache, error) {
	var c cache
	var errs [6]error
	c.events, errs[0] = lru.New[versionKey, *loaded](opt.CachedEvents)
	c.drafts, errs[1] = lru.New[draftKey, Draft](opt.CachedEvents)
	c.answers, errs[2] = lru.New[string, Encoded](opt.CachedAnswers)
	c.publications, errs[3] = lru.New[versionKey, *Publication](opt.CachedEvents)
	c.matching, errs[4] = lru.New[uint64, *compiled](opt.CachedEvents)
	c.unwished, errs[5] = lru.New[uint64, *unwished](opt.CachedEvents)
	return &c, errors.Join(errs[:]...)
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
	if l, ok := d.cache.events.Get(versionKey{id, version}); ok {
		return l, nil
	}
	ev, r, err := d.fresh(ctx, id)
	if err != nil {
		return nil, err
	}
	l := &loaded{event: ev, index: event.NewIndex(ev), version: r.Version, modified: r.Modified}
	if err := d.cache.compile(l); err != nil {
		return nil, err
	}
	d.cache.events.Add(versionKey{id, l.version}, l)
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
