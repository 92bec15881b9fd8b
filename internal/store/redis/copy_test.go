package redis_test

import (
	"path/filepath"
	"testing"
	"time"

	"sangdam/internal/store"
	"sangdam/internal/store/bolt"
	"sangdam/internal/store/redis"
	"sangdam/internal/store/redistest"
	"sangdam/internal/store/storetest"
)

// TestFromAFileToRedisAndBack ends with the same as it began with.
func TestFromAFileToRedisAndBack(t *testing.T) {
	now := time.Date(2027, 3, 1, 9, 0, 0, 0, time.UTC)
	clock := func() time.Time { return now }
	file := func(name string) *bolt.Store {
		s, err := bolt.Open(filepath.Join(t.TempDir(), name), bolt.Options{Clock: clock, SweepEvery: -1})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = s.Close() })
		return s
	}
	first, last := file("first.db"), file("last.db")
	middle := open(t, redistest.Start(t).URL, redis.Options{Clock: clock, SweepEvery: -1})
	storetest.Fill(t, first, now)
	if _, err := store.Copy(t.Context(), first, middle); err != nil {
		t.Fatal(err)
	}
	storetest.Same(t, first, middle)
	if _, err := store.Copy(t.Context(), middle, last); err != nil {
		t.Fatal(err)
	}
	storetest.Same(t, first, last)
	if err := last.Check(t.Context()); err != nil {
		t.Error(err)
	}
}
