package redis_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"sangdam/internal/store"
	"sangdam/internal/store/redis"
	"sangdam/internal/store/redistest"
)

func key(id string) store.Key { return store.Key{Space: "jinju-2027", Kind: "run", ID: id} }

// await tries until something works, as a caller would who is told to try again.
func await(t *testing.T, try func() error) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	for {
		err := try()
		if err == nil {
			return
		}
		if !errors.Is(err, store.ErrUnavailable) || ctx.Err() != nil {
			t.Fatal(err)
		}
	}
}

// TestRedisGoesAwayAndComesBack also follows the log across the time in between.
func TestRedisGoesAwayAndComesBack(t *testing.T) {
	server := redistest.Start(t)
	s := open(t, server.URL, redis.Options{Poll: 50 * time.Millisecond})
	if err := s.Ready(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Write(t.Context(), store.Change{Key: key("a"), Value: []byte("before")}); err != nil {
		t.Fatal(err)
	}
	seen := make(chan store.Notice)
	watch, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() {
		for n, err := range s.Watch(watch, key("").Space, 1) {
			if err != nil {
				ended <- err
				return
			}
			seen <- n
		}
		ended <- nil
	}()

	server.Kill()
	_, errGet := s.Get(t.Context(), key("a"))
	_, errList := s.List(t.Context(), store.ListQuery{Space: key("").Space, Kind: "run", Limit: 1})
	_, errSpaces := s.Spaces(t.Context(), "", 1)
	_, errWrite := s.Write(t.Context(), store.Change{Key: key("a"), Value: []byte("meanwhile")})
	_, errTop := s.Top(t.Context(), key("").Space, store.RankQuery{Limit: 1})
	_, errWarnings := s.Warnings(t.Context())
	for i, err := range []error{s.Ready(t.Context()), errGet, errList, errSpaces, errWrite, errTop, errWarnings,
		s.Drop(t.Context(), "x"), s.SetRanking(t.Context(), "x", 1, nil)} {
		if !errors.Is(err, store.ErrUnavailable) {
			t.Errorf("%d: %v", i, err)
		}
	}

	server.Restart()
	await(t, func() error { return s.Ready(t.Context()) })
	if r, err := s.Get(t.Context(), key("a")); err != nil || string(r.Value) != "before" {
		t.Errorf("%q, %v", r.Value, err)
	}
	if _, err := s.Write(t.Context(), store.Change{Key: key("a"), Value: []byte("after")}); err != nil {
		t.Fatal(err)
	}
	if n := <-seen; n.Version != 2 || len(n.Keys) != 1 {
		t.Errorf("the watcher saw %+v", n)
	}
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

func TestAServerThatWasNeverThere(t *testing.T) {
	server := redistest.Start(t)
	server.Kill()
	s := open(t, server.URL, redis.Options{})
	if err := s.Ready(t.Context()); !errors.Is(err, store.ErrUnavailable) {
		t.Errorf("got %v", err)
	}
	for _, err := range s.Watch(t.Context(), "x", 0) {
		if !errors.Is(err, store.ErrUnavailable) {
			t.Errorf("got %v", err)
		}
	}
	server.Restart()
	await(t, func() error { return s.Ready(t.Context()) })
}

// TestAFailover lets a Sentinel make the replica the master.
func TestAFailover(t *testing.T) {
	watched := redistest.StartSentinel(t)
	s := open(t, watched.URL, redis.Options{})
	await(t, func() error {
		_, err := s.Write(t.Context(), store.Change{Key: key("a"), Value: []byte("first")})
		return err
	})
	watched.Replica.Await("1", "exists", "sangdam:{=jinju-2027}:records")
	watched.Master.Kill()
	var version uint64
	await(t, func() (err error) {
		version, err = s.Write(t.Context(), store.Change{Key: key("a"), If: store.Present(), Value: []byte("second")})
		return err
	})
	if r, err := s.Get(t.Context(), key("a")); err != nil || string(r.Value) != "second" || r.Version != version || version < 2 {
		t.Errorf("%+v, %v", r, err)
	}
}
