package desk

import (
	"cmp"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"sync"
	"time"

	"sangdam/internal/jobs"
	"sangdam/internal/store"
)

// Options of a Desk.
type Options struct {
	Store  store.Store      // mandatory
	Runner jobs.Runner      // mandatory; the caller closes it
	Clock  func() time.Time // nil: time.Now
	Random io.Reader        // of secrets and ids, read by several at once; nil: crypto/rand
	Log    *slog.Logger     // nil: silent
	Secret []byte           // signs personal links, at least 32 bytes; nil: one is made and kept in the store
	// SessionLife is how long someone stays signed in; zero: 12 hours.
	SessionLife time.Duration
	// PrivateWebhooks allows webhooks to addresses that are not public, for tests and closed networks.
	PrivateWebhooks bool
	// WebhookPatience is how long after it happened a call is still tried; zero: a day.
	WebhookPatience time.Duration
	// RankedPairs is how many pairs an event may have, over its sessions, for all of them to be ranked; zero: 200,000. Of one with more
	// the best Shortlist of each firm and buyer are; zero: 50.
	RankedPairs, Shortlist int
	// CachedEvents is how many events are kept in memory, parsed and compiled; zero: 32.
	CachedEvents int
	// CachedAnswers is how many encoded answers are kept in memory; zero: 8192.
	CachedAnswers int
}

// A Desk does what organizers, companies and programs ask for. Its methods may be called from several goroutines, and several
// desks may work on one store.
type Desk struct {
	opt     Options
	store   store.Store
	runner  jobs.Runner
	clock   func() time.Time
	log     *slog.Logger
	secret  []byte
	cache   *cache
	ranking rankers
	calls   *courier

	closing context.Context // ends when the desk closes
	close   context.CancelFunc
	working sync.WaitGroup // goroutines of the desk's own
}

// New opens a desk. It reads the secret that signs links, and makes one where there is none.
func New(opt Options) (*Desk, error) {
	if opt.Store == nil || opt.Runner == nil {
		return nil, errors.New("desk: a store and a runner are needed")
	}
	if opt.Secret != nil && len(opt.Secret) < secretBytes {
		return nil, fmt.Errorf("desk: the secret has %d bytes; it needs %d or more", len(opt.Secret), secretBytes)
	}
	if opt.Clock == nil {
		opt.Clock = time.Now
	}
	if opt.Random == nil {
		opt.Random = rand.Reader
	}
	if opt.Log == nil {
		opt.Log = slog.New(slog.DiscardHandler)
	}
	opt.SessionLife = cmp.Or(opt.SessionLife, 12*time.Hour)
	opt.WebhookPatience = cmp.Or(opt.WebhookPatience, 24*time.Hour)
	opt.RankedPairs = cmp.Or(opt.RankedPairs, 200_000)
	opt.Shortlist = cmp.Or(opt.Shortlist, 50)
	opt.CachedEvents = cmp.Or(opt.CachedEvents, 32)
	opt.CachedAnswers = cmp.Or(opt.CachedAnswers, 8192)
	d := &Desk{opt: opt, store: opt.Store, runner: opt.Runner, clock: opt.Clock, log: opt.Log}
	d.closing, d.close = context.WithCancel(context.Background())
	var err error
	if d.cache, err = newCache(opt); err != nil {
		return nil, err
	}
	if d.secret, err = d.linkSecret(d.closing); err != nil {
		return nil, err
	}
	d.calls = d.newCourier()
	d.working.Go(d.calls.run)
	return d, nil
}

// Close ends what the desk does by itself, rankings and webhooks, and waits for it. What was not finished is taken up by the
// next desk on the store.
func (d *Desk) Close() error {
	d.ranking.mu.Lock() // no ranking begins from here on
	d.close()
	d.ranking.mu.Unlock()
	d.working.Wait()
	return nil
}

// Ready returns nil when reads, writes and solves would be served now, else ErrUnavailable with the cause.
func (d *Desk) Ready(ctx context.Context) error {
	return errors.Join(storeError(d.store.Ready(ctx)), storeError(d.runner.Ready(ctx)))
}

// Warnings tells, in English, of settings that would lose acknowledged writes.
func (d *Desk) Warnings(ctx context.Context) ([]string, error) {
	warnings, err := d.store.Warnings(ctx)
	return warnings, storeError(err)
}
