package bolt_test

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"sangdam/internal/store"
	"sangdam/internal/store/bolt"
	"sangdam/internal/store/storetest"
)

// TestTheContract also looks, after each test, whether the file is in order.
func TestTheContract(t *testing.T) {
	storetest.Run(t, func(t *testing.T, clock func() time.Time) (store.Store, func() store.Store) {
		path := filepath.Join(t.TempDir(), "desk.db")
		opt := bolt.Options{Clock: clock, SweepEvery: -1}
		last := open(t, path, opt)
		t.Cleanup(func() {
			if err := last.Close(); err != nil {
				t.Error(err)
			}
			s, err := bolt.Open(path, opt)
			if err != nil {
				t.Fatal(err)
			}
			if err := s.Check(context.Background()); err != nil { // the test's own has ended
				t.Error(err)
			}
			if err := s.Close(); err != nil {
				t.Error(err)
			}
		})
		return last, func() store.Store {
			if err := last.Close(); err != nil {
				t.Fatal(err)
			}
			last = open(t, path, opt)
			return last
		}
	})
}
