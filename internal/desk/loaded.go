package desk

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"

	"sangdam/event"
	"sangdam/matcher"
)

// A loaded event is one version of it, parsed, with what is worked out of it when first asked for. It does not change, and
// serves any number of readers.
type loaded struct {
	event    *event.Event
	index    *event.Index
	version  uint64
	modified time.Time

	matcher   func() *matcher.Matcher
	standings func() ([]matcher.Standing, error) // as ranked, without words
	places    func() places
	// pairs are the match document without words, as rules and figures need it.
	pairs func() []event.Pair
	// unwished is what companies are told of pairs.
	unwished *unwished

	mu       sync.Mutex
	sessions map[string]*sessionMatcher // by id, compiled for one session alone
}

// A sessionMatcher is an event compiled for one of its sessions, so that ranking it does not rank the others.
type sessionMatcher struct {
	event   *event.Event
	matcher func() *matcher.Matcher
}

func newLoaded(ev *event.Event, version uint64, modified time.Time) *loaded {
	l := &loaded{event: ev, index: event.NewIndex(ev), version: version, modified: modified, sessions: map[string]*sessionMatcher{}}
	l.matcher = sync.OnceValue(func() *matcher.Matcher { return matcher.New(ev, matcher.Options{}) })
	l.places = sync.OnceValue(func() places { return placesIn(ev) })
	l.standings = sync.OnceValues(func() ([]matcher.Standing, error) {
		ranked, _, err := standings(context.Background(), ev, l.matcher())
		return ranked, err
	})
	l.pairs = sync.OnceValue(func() []event.Pair {
		ranked, err := l.standings()
		if err != nil { // only a context that ends brings one
			return nil
		}
		return barePairs(ev, ranked)
	})
	l.unwished = newUnwished(ev, l.places)
	return l
}

// session returns the event compiled for one session, or nil when there is none of that id.
func (l *loaded) session(id string) *sessionMatcher {
	s := l.index.Session(id)
	if s == nil {
		return nil
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if m := l.sessions[id]; m != nil {
		return m
	}
	alone := *l.event
	alone.Sessions = []event.Session{*s}
	alone.Fixed = nil
	for _, f := range l.event.Fixed {
		if f.Session == id {
			alone.Fixed = append(alone.Fixed, f)
		}
	}
	m := &sessionMatcher{event: &alone, matcher: sync.OnceValue(func() *matcher.Matcher {
		return matcher.New(&alone, matcher.Options{})
	})}
	l.sessions[id] = m
	return m
}

// A versionKey names a version of an event.
type versionKey struct {
	id      string
	version uint64
}

// A cache keeps events and answers. What it keeps is named with its version, so nothing in it is ever stale.
type cache struct {
	events  *lru.Cache[versionKey, *loaded]
	drafts  *lru.Cache[draftKey, Draft]
	answers *lru.Cache[string, Encoded]
	// publications are by the version of their head.
	publications *lru.Cache[versionKey, *Publication]
}

func newCache(opt Options) (*cache, error) {
	var c cache
	var errs [4]error
	c.events, errs[0] = lru.New[versionKey, *loaded](opt.CachedEvents)
	c.drafts, errs[1] = lru.New[draftKey, Draft](opt.CachedEvents)
	c.answers, errs[2] = lru.New[string, Encoded](opt.CachedAnswers)
	c.publications, errs[3] = lru.New[versionKey, *Publication](opt.CachedEvents)
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
	l, err := d.fresh(ctx, id)
	if err != nil {
		return nil, err
	}
	d.cache.events.Add(versionKey{id, l.version}, l)
	return l, nil
}

// fresh reads the event from the store: a copy of the caller's own.
func (d *Desk) fresh(ctx context.Context, id string) (*loaded, error) {
	r, err := d.get(ctx, id, kindEvent, current)
	if err != nil {
		return nil, noEvent(err, id)
	}
	ev, err := event.ReadEvent(bytes.NewReader(r.Value))
	if err != nil {
		return nil, fmt.Errorf("desk: the record %v cannot be read: %w", r.Key, err)
	}
	return newLoaded(ev, r.Version, r.Modified), nil
}

func noEvent(err error, id string) error {
	if errors.Is(err, ErrNotFound) {
		return &NotFoundError{Kind: kindEvent, ID: id}
	}
	return err
}
