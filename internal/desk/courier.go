package desk

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"sync"
	"time"

	"sangdam/internal/store"
)

// How often the courier looks: at events with calls that wait, and at all events for those that another desk left behind.
const (
	courierTick  = 5 * time.Second
	courierSweep = 12 // ticks
	sideBySide   = 8  // calls
)

// backOff is how long after a number of tries the next one is made: 10 s, doubled each time, an hour at most.
func backOff(tries int) time.Duration {
	return min(time.Hour, 10*time.Second<<min(max(tries-1, 0), 10))
}

// A courier makes the calls of webhooks.
type courier struct {
	desk   *Desk
	client *http.Client
	woken  chan struct{} // holds one

	mu     sync.Mutex
	events map[string]bool // with calls that wait
}

func (d *Desk) newCourier() *courier {
	return &courier{desk: d, client: d.hookClient(), woken: make(chan struct{}, 1), events: map[string]bool{}}
}

// wake tells that there may be calls of an event.
func (k *courier) wake(event string) {
	k.mu.Lock()
	k.events[event] = true
	k.mu.Unlock()
	select {
	case k.woken <- struct{}{}:
	default: // it is about to look anyway
	}
}

// run makes calls until the desk closes.
func (k *courier) run() {
	ctx := k.desk.closing
	tick := time.NewTicker(courierTick)
	defer tick.Stop()
	k.report(k.sweep(ctx))
	for ticks := 0; ; {
		k.report(k.deliver(ctx))
		select {
		case <-ctx.Done():
			k.client.CloseIdleConnections()
			return
		case <-k.woken:
		case <-tick.C:
			if ticks++; ticks%courierSweep == 0 {
				k.report(k.sweep(ctx))
			}
		}
	}
}

func (k *courier) report(err error) {
	if err != nil && k.desk.closing.Err() == nil {
		k.desk.log.Warn("webhooks could not be called", "err", err)
	}
}

// sweep notes every event that has calls.
func (k *courier) sweep(ctx context.Context) error {
	for after := ""; ; {
		spaces, err := k.desk.store.Spaces(ctx, after, pageOfRecords)
		if err != nil {
			return storeError(err)
		}
		for _, id := range spaces {
			calls, err := k.desk.store.List(ctx, store.ListQuery{Space: id, Kind: kindCall, Limit: 1})
			if err != nil {
				return storeError(err)
			}
			if len(calls) > 0 {
				k.mu.Lock()
				k.events[id] = true
				k.mu.Unlock()
			}
			after = id
		}
		if len(spaces) < pageOfRecords {
			return nil
		}
	}
}

// deliver makes every call that is due, some side by side.
func (k *courier) deliver(ctx context.Context) error {
	k.mu.Lock()
	events := make([]string, 0, len(k.events))
	for id := range k.events {
		events = append(events, id)
	}
	k.mu.Unlock()
	slices.Sort(events)
	var errs []error
	for _, id := range events {
		errs = append(errs, k.deliverFor(ctx, id))
	}
	return errors.Join(errs...)
}

func (k *courier) deliverFor(ctx context.Context, id string) error {
	k.mu.Lock()
	delete(k.events, id) // before reading: what comes meanwhile wakes again
	k.mu.Unlock()
	var mu sync.Mutex
	var errs []error
	var working sync.WaitGroup
	room := make(chan struct{}, sideBySide)
	waiting := false
	for r, err := range k.desk.records(ctx, store.ListQuery{Space: id, Kind: kindCall}) {
		if err != nil {
			errs = append(errs, err)
			waiting = true
			break
		}
		room <- struct{}{}
		working.Go(func() {
			defer func() { <-room }()
			left, err := k.one(ctx, r)
			mu.Lock()
			defer mu.Unlock()
			waiting = waiting || left
			errs = append(errs, err)
		})
	}
	working.Wait()
	if waiting {
		k.mu.Lock()
		k.events[id] = true
		k.mu.Unlock()
	}
	return errors.Join(errs...)
}

// one makes a call if it is due, and tells whether it still waits afterwards.
func (k *courier) one(ctx context.Context, r store.Record) (waits bool, err error) {
	d := k.desk
	var c call
	if err := decode(r, &c); err != nil {
		return true, err
	}
	if now := d.clock(); now.Before(c.Next) {
		return true, nil
	}
	var w WebhookInfo
	if _, err := d.read(ctx, "", kindWebhook, c.Hook, &w); errors.Is(err, ErrNotFound) {
		return k.settle(ctx, r, r.Version, nil)
	} else if err != nil {
		return true, err
	}
	c.Tries++
	c.Next = d.clock().UTC().Add(tryLease)
	version, err := k.put(ctx, r, r.Version, c)
	if err != nil || version == 0 {
		return true, err // or another desk is at it
	}
	problem := d.post(ctx, k.client, w.URL, &c)
	if ctx.Err() != nil {
		return true, nil // the desk closes: the lease ends, and another tries again
	}
	if problem == nil {
		waits, err := k.settle(ctx, r, version, nil)
		if c.Tries > 1 {
			err = errors.Join(err, d.forgetFailure(ctx, &c))
		}
		return waits, err
	}
	now := d.clock().UTC()
	givenUp := now.Sub(c.At) >= d.opt.WebhookPatience
	left := &c
	if c.Next = now.Add(backOff(c.Tries)); givenUp {
		left = nil
	}
	waits, err = k.settle(ctx, r, version, left)
	return waits, errors.Join(err, d.noteFailure(ctx, &c, problem.Error(), givenUp))
}

// settle writes what is left of a call, nil for nothing.
func (k *courier) settle(ctx context.Context, r store.Record, version uint64, left *call) (waits bool, err error) {
	if left != nil {
		_, err := k.put(ctx, r, version, *left)
		return true, err
	}
	b := batch{space: r.Space}
	b.delete(kindCall, r.ID, store.At(version))
	_, err = k.desk.commit(ctx, &b)
	if _, other := conflictOn(err, kindCall); other {
		return true, nil
	}
	return err != nil, err
}

// put writes a call; the version is 0 when another desk was first.
func (k *courier) put(ctx context.Context, r store.Record, version uint64, c call) (uint64, error) {
	b := batch{space: r.Space}
	b.put(kindCall, r.ID, store.At(version), c, time.Time{})
	written, err := k.desk.commit(ctx, &b)
	if _, other := conflictOn(err, kindCall); other {
		return 0, nil
	}
	return written, err
}
