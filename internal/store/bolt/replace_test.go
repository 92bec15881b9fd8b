package bolt

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"

	"go.etcd.io/bbolt"

	"sangdam/internal/store"
	"sangdam/internal/store/rank"
)

func openTest(t *testing.T) *Store {
	t.Helper()
	s, err := Open(filepath.Join(t.TempDir(), "desk.db"), Options{SweepEvery: -1})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Check(context.Background()); err != nil {
			t.Error(err)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// many is a ranking that takes several transactions; its pairs score by rising, or falling, order of the buyers.
func many(rising bool) (out []store.Ranked) {
	for i := range 5_000 {
		score := float64(i)
		if !rising {
			score = -score
		}
		out = append(out, store.Ranked{Session: "s", Firm: "f", Buyer: fmt.Sprintf("b%04d", i), Score: score, Value: make([]byte, 200)})
	}
	return out
}

// best returns the buyer at the top of the ranking of a space, "" when it has none.
func best(t *testing.T, s *Store, space string) string {
	t.Helper()
	page, err := s.Top(t.Context(), space, store.RankQuery{Limit: 1})
	if errors.Is(err, store.ErrNotFound) {
		return ""
	}
	if err != nil || len(page.Pairs) != 1 {
		t.Fatalf("%+v, %v", page, err)
	}
	return page.Pairs[0].Buyer
}

// generations counts the rankings of a space in the file, half written ones included.
func generations(t *testing.T, s *Store, space string) (n int) {
	t.Helper()
	err := s.db.View(func(tx *bbolt.Tx) error {
		ranking := section(tx, space, bucketRanking)
		return ranking.ForEachBucket(func([]byte) error { n++; return nil })
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// A doomed context ends when it has been asked a number of times.
type doomed struct {
	context.Context
	left atomic.Int64
}

func (d *doomed) Err() error {
	if d.left.Add(-1) < 0 {
		return context.Canceled
	}
	return nil
}

// TestARankingIsWrittenInParts cuts a replacement off after each of its parts: the ranking before stays whole and in force, and the
// next one clears away what was left.
func TestARankingIsWrittenInParts(t *testing.T) {
	s := openTest(t)
	if err := s.SetRanking(t.Context(), "e", 1, many(true)); err != nil {
		t.Fatal(err)
	}
	parts := 0
	for ; ; parts++ {
		ctx := &doomed{Context: t.Context()}
		ctx.left.Store(int64(parts))
		err := s.SetRanking(ctx, "e", 2, many(false))
		if err == nil {
			break
		}
		if !errors.Is(err, context.Canceled) {
			t.Fatal(err)
		}
		if b := best(t, s, "e"); b != "b4999" {
			t.Errorf("after %d parts the best is %q", parts, b)
		}
		if n := generations(t, s, "e"); n > 2 {
			t.Errorf("after %d parts there are %d rankings", parts, n)
		}
		if err := s.Check(t.Context()); err != nil {
			t.Errorf("after %d parts: %v", parts, err)
		}
	}
	if b := best(t, s, "e"); b != "b0000" || generations(t, s, "e") != 1 {
		t.Errorf("in the end the best is %q, of %d rankings", b, generations(t, s, "e"))
	}
	if parts < 4 {
		t.Errorf("it took %d transactions; others are to write between them", parts)
	}
	if err := s.SetRanking(t.Context(), "empty", 1, nil); err != nil || best2(t, s, "empty") != 0 {
		t.Errorf("an empty ranking: %v", err)
	}
}

// best2 is how many pairs a ranking has among its best two.
func best2(t *testing.T, s *Store, space string) int {
	t.Helper()
	page, err := s.Top(t.Context(), space, store.RankQuery{Limit: 2})
	if err != nil {
		t.Fatal(err)
	}
	return len(page.Pairs)
}

// TestASpaceIsDroppedWhileItIsRanked: the ranking comes after the drops, whole.
func TestASpaceIsDroppedWhileItIsRanked(t *testing.T) {
	s := openTest(t)
	var all sync.WaitGroup
	all.Go(func() {
		for range 20 {
			if err := s.Drop(t.Context(), "e"); err != nil {
				t.Error(err)
			}
		}
	})
	for range 3 {
		if err := s.SetRanking(t.Context(), "e", 1, many(true)); err != nil {
			t.Fatal(err)
		}
	}
	all.Wait()
	if b := best(t, s, "e"); b != "" && b != "b4999" {
		t.Errorf("the best is %q", b)
	}
}

// TestAFileOfBeforeIsRead: rankings used to have their parts beside the head.
func TestAFileOfBeforeIsRead(t *testing.T) {
	s := openTest(t)
	index, err := rank.Build(many(true))
	if err != nil {
		t.Fatal(err)
	}
	err = s.update(t.Context(), "e", func(tx *bbolt.Tx) error {
		b, err := createSpace(tx, "e")
		if err != nil {
			return err
		}
		ranking, err := b.CreateBucket(bucketRanking)
		if err != nil {
			return err
		}
		for _, part := range [][]byte{bucketSessions, bucketOrders, bucketPairs} {
			if _, err := ranking.CreateBucket(part); err != nil {
				return err
			}
		}
		generation, err := tx.Bucket(bucketMeta).NextSequence()
		return errors.Join(err, fill(ranking, entriesOf(index)), ranking.Put(keyHead, append(bigEndian(1), bigEndian(generation)...)))
	})
	if err != nil {
		t.Fatal(err)
	}
	if b := best(t, s, "e"); b != "b4999" {
		t.Errorf("the best is %q", b)
	}
	if err := s.Check(t.Context()); err != nil {
		t.Error(err)
	}
	ctx := &doomed{Context: t.Context()}
	ctx.left.Store(2)
	if err := s.SetRanking(ctx, "e", 2, many(false)); !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	if b := best(t, s, "e"); b != "b4999" {
		t.Errorf("while it is replaced the best is %q", b)
	}
	if err := s.SetRanking(t.Context(), "e", 2, many(false)); err != nil {
		t.Fatal(err)
	}
	if b := best(t, s, "e"); b != "b0000" || generations(t, s, "e") != 1 {
		t.Errorf("replaced, the best is %q, of %d rankings", b, generations(t, s, "e"))
	}
}
