// Package redis is the home of the store on Redis: one server, one behind Sentinels, or a cluster, shared by as many processes
// as wanted. What is written is as durable as the server's settings make it; Warnings tells when that is not enough.
//
// Every write is one script, which Redis runs as one step. The log of a space is a stream; a channel wakes those who
// follow it, so that they share one connection a process however many they are.
package redis

import (
	"context"
	"crypto/rand"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"sync"
	"time"

	goredis "github.com/redis/go-redis/v9"

	"sangdam/internal/store"
	"sangdam/internal/store/follow"
)

// Options of a store. The zero value is good.
type Options struct {
	Prefix     string           // of every key; empty: that of the URL
	Clock      func() time.Time // what the time is, on whose word records expire; nil: time.Now
	Random     io.Reader        // for names that must not come twice; nil: crypto/rand. It may be read by several at once
	SweepEvery time.Duration    // how often expired records are deleted; 0: a minute; negative: only by Sweep
	Poll       time.Duration    // how long a watcher waits for a wake-up before it looks anyway; 0: two seconds
}

// A Store is a client of Redis. It implements store.Store.
type Store struct {
	client goredis.UniversalClient
	wakes  *goredis.PubSub
	keys   layout
	opt    Options
	hub    follow.Hub

	mu      sync.RWMutex // guards closed against calls that begin
	closed  bool
	calls   sync.WaitGroup
	closing chan struct{}
	running sync.WaitGroup
}

var _ store.Mover = (*Store)(nil)

// Open makes a store of the Redis at a URL; ParseURL says what forms it has. It does not wait for the server: while Redis is
// away, calls return store.ErrUnavailable, and when it is there they work.
func Open(ctx context.Context, url string, opt Options) (*Store, error) {
	place, err := ParseURL(url)
	if err != nil {
		return nil, err
	}
	if opt.Prefix == "" {
		opt.Prefix = place.Prefix
	}
	if opt.Clock == nil {
		opt.Clock = time.Now
	}
	if opt.Random == nil {
		opt.Random = rand.Reader
	}
	if opt.SweepEvery == 0 {
		opt.SweepEvery = time.Minute
	}
	if opt.Poll == 0 {
		opt.Poll = 2 * time.Second
	}
	s := &Store{
		client: goredis.NewUniversalClient(place.UniversalOptions), keys: layout{opt.Prefix}, opt: opt, closing: make(chan struct{}),
	}
	s.wakes = s.client.Subscribe(context.WithoutCancel(ctx), s.keys.wake())
	s.running.Go(s.listen)
	if opt.SweepEvery > 0 {
		s.running.Go(s.sweepLoop)
	}
	return s, nil
}

// listen passes wake-ups on. After it lost the connection for a while, everybody is woken.
func (s *Store) listen() {
	for message := range s.wakes.ChannelWithSubscriptions() {
		if m, ok := message.(*goredis.Message); ok {
			s.hub.Wake(m.Payload)
		} else {
			s.hub.WakeAll()
		}
	}
}

// begin lets a call begin, unless the store is closed or ctx has ended; end must follow.
func (s *Store) begin(ctx context.Context) (end func(), err error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.closed {
		return nil, store.ErrClosed
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	s.calls.Add(1)
	return s.calls.Done, nil
}

// random returns a number that nobody else has.
func (s *Store) random() (uint64, error) {
	var b [8]byte
	_, err := io.ReadFull(s.opt.Random, b[:])
	return binary.BigEndian.Uint64(b[:]), err
}

// Ready implements store.Store: every master answers, and a write works.
func (s *Store) Ready(ctx context.Context) error {
	end, err := s.begin(ctx)
	if err != nil {
		return err
	}
	defer end()
	err = s.eachMaster(ctx, func(ctx context.Context, c *goredis.Client) error { return c.Ping(ctx).Err() })
	if err == nil {
		err = s.client.Set(ctx, s.keys.ready(), millis(s.opt.Clock()), time.Hour).Err()
	}
	return s.failure(ctx, err)
}

// eachMaster calls a function for every server that takes writes.
func (s *Store) eachMaster(ctx context.Context, call func(context.Context, *goredis.Client) error) error {
	switch c := s.client.(type) {
	case *goredis.ClusterClient:
		return c.ForEachMaster(ctx, call)
	case *goredis.Client:
		return call(ctx, c)
	}
	return fmt.Errorf("store: a client of an unknown kind, %T", s.client)
}

// Close implements store.Store. Closing twice does nothing.
func (s *Store) Close() error {
	s.mu.Lock()
	if s.closed {
		s.mu.Unlock()
		return nil
	}
	s.closed = true
	close(s.closing)
	s.mu.Unlock()
	s.calls.Wait()
	err := s.wakes.Close()
	s.running.Wait()
	return errors.Join(err, s.client.Close())
}
