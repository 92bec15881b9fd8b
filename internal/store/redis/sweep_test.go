package redis_test

import (
	"fmt"
	"testing"
	"time"

	goredis "github.com/redis/go-redis/v9"

	"sangdam/internal/store"
	"sangdam/internal/store/redis"
	"sangdam/internal/store/redistest"
)

// raw is a client that sees the keys themselves.
func raw(t *testing.T, url string) goredis.UniversalClient {
	t.Helper()
	place, err := redis.ParseURL(url)
	if err != nil {
		t.Fatal(err)
	}
	c := goredis.NewUniversalClient(place.UniversalOptions)
	t.Cleanup(func() { _ = c.Close() })
	return c
}

func TestSweep(t *testing.T) {
	server := redistest.Start(t)
	now := time.Date(2027, 3, 1, 9, 0, 0, 0, time.UTC)
	s := open(t, server.URL, redis.Options{Clock: func() time.Time { return now }, SweepEvery: -1})
	write := func(changes ...store.Change) {
		t.Helper()
		if _, err := s.Write(t.Context(), changes...); err != nil {
			t.Fatal(err)
		}
	}
	for i := range 1200 {
		write(store.Change{Key: key(fmt.Sprint(i)), Expires: now.Add(time.Minute)})
	}
	write(store.Change{Key: store.Key{Kind: "login", ID: "kim"}, Expires: now.Add(time.Minute)})
	write(store.Change{Key: store.Key{Space: "stays", Kind: "event", ID: "current"}})
	if n, err := s.Sweep(t.Context()); n != 0 || err != nil {
		t.Errorf("swept %d too early, %v", n, err)
	}
	now = now.Add(time.Minute)
	if n, err := s.Sweep(t.Context()); n != 1201 || err != nil {
		t.Errorf("swept %d, %v", n, err)
	}
	c := raw(t, server.URL)
	if n, err := c.Exists(t.Context(), "sangdam:{=jinju-2027}:records", "sangdam:{=jinju-2027}:ids", "sangdam:{=jinju-2027}:expiry").Result(); n != 0 || err != nil {
		t.Errorf("%d keys are left, %v", n, err)
	}
	// The index lets go of the empty space after a while, and only then.
	for _, wait := range []time.Duration{0, time.Hour} {
		now = now.Add(wait)
		if _, err := s.Sweep(t.Context()); err != nil {
			t.Fatal(err)
		}
		want := int64(2)
		if wait > 0 {
			want = 1
		}
		if n, err := c.ZCard(t.Context(), "sangdam:{spaces}:names").Result(); n != want || err != nil {
			t.Errorf("after %v the index holds %d spaces, want %d; %v", wait, n, want, err)
		}
	}
	write(store.Change{Key: key("again")})
	if names, err := s.Spaces(t.Context(), "", 9); err != nil || fmt.Sprint(names) != "[jinju-2027 stays]" {
		t.Errorf("spaces %q, %v", names, err)
	}
}

// TestReplacedRankingsGoAway looks whether all keys of a ranking that does not stand have an end.
func TestReplacedRankingsGoAway(t *testing.T) {
	server := redistest.Start(t)
	s, c := open(t, server.URL, redis.Options{}), raw(t, server.URL)
	for version := range uint64(3) {
		if err := s.SetRanking(t.Context(), "jinju", version, []store.Ranked{{Session: "s", Firm: "f", Buyer: "b", Score: 1}}); err != nil {
			t.Fatal(err)
		}
	}
	if stay := lasting(t, c, "sangdam:{=jinju}:ranking:*", 9); stay != 3 {
		t.Errorf("%d keys stay, of the ranking that stands 3", stay)
	}
	if err := s.Drop(t.Context(), "jinju"); err != nil {
		t.Fatal(err)
	}
	if stay := lasting(t, c, "sangdam:{=jinju}:ranking:*", 9); stay != 0 {
		t.Errorf("%d keys stay after the space was dropped", stay)
	}
}

// lasting returns how many of n keys stay for ever. The others must end within a minute.
func lasting(t *testing.T, c goredis.UniversalClient, pattern string, n int) (stay int) {
	t.Helper()
	keys, err := c.Keys(t.Context(), pattern).Result()
	if err != nil || len(keys) != n {
		t.Errorf("%d keys, want %d; %v", len(keys), n, err)
	}
	for _, key := range keys {
		switch ttl, err := c.TTL(t.Context(), key).Result(); {
		case err != nil:
			t.Error(err)
		case ttl < 0:
			stay++
		case ttl > time.Minute:
			t.Errorf("%s ends in %v", key, ttl)
		}
	}
	return stay
}
