package redis_test

import (
	"fmt"
	"log/slog"
	"os"
	"sync/atomic"
	"testing"
	"time"

	"sangdam/internal/store"
	"sangdam/internal/store/redis"
	"sangdam/internal/store/redistest"
	"sangdam/internal/store/storetest"
)

func TestMain(m *testing.M) {
	redis.LogTo(slog.New(slog.DiscardHandler))
	os.Exit(m.Run())
}

var prefixes atomic.Int64

// prefix gives a test keys of its own on a server that others use too.
func prefix() string { return fmt.Sprint("test-", prefixes.Add(1)) }

func open(t testing.TB, url string, opt redis.Options) *redis.Store {
	t.Helper()
	s, err := redis.Open(t.Context(), url, opt)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func opener(url string) storetest.Opener {
	return func(t *testing.T, clock func() time.Time) (store.Store, func() store.Store) {
		opt := redis.Options{Prefix: prefix(), Clock: clock, SweepEvery: -1}
		last := open(t, url, opt)
		return last, func() store.Store {
			if err := last.Close(); err != nil {
				t.Fatal(err)
			}
			last = open(t, url, opt)
			return last
		}
	}
}

func TestTheContractOnOneServer(t *testing.T) {
	storetest.Run(t, opener(redistest.Start(t).URL))
}

func TestTheContractOnACluster(t *testing.T) {
	storetest.Run(t, opener(redistest.StartCluster(t).URL))
}
