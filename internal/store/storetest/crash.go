package storetest

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"sync"
	"testing"

	"sangdam/internal/store"
)

// CrashWriters is how many writers WriteOn has; the last one sets rankings.
const CrashWriters = 5

const crashSpace = "crash"

func crashKey(writer int, half string) store.Key {
	return store.Key{Space: crashSpace, Kind: "run", ID: fmt.Sprintf("%d-%s", writer, half)}
}

// WriteOn writes with several writers at once until ctx ends or a write fails. Each counts up, in two records that one write
// changes or in a ranking of two pairs, and says so by acknowledged once the write is acknowledged. A crash is for the caller
// to bring about.
func WriteOn(ctx context.Context, s store.Store, acknowledged func(writer int, n uint64)) error {
	errs := make([]error, CrashWriters)
	var group sync.WaitGroup
	for w := range CrashWriters {
		group.Go(func() {
			n, err := reached(ctx, s, w)
			for err == nil && ctx.Err() == nil {
				if n++; w == CrashWriters-1 {
					err = s.SetRanking(ctx, crashSpace, n, crashRanking(n))
				} else {
					v := []byte(strconv.FormatUint(n, 10))
					_, err = s.Write(ctx, store.Change{Key: crashKey(w, "a"), Value: v}, store.Change{Key: crashKey(w, "b"), Value: v})
				}
				if err == nil {
					acknowledged(w, n)
				}
			}
			errs[w] = err
		})
	}
	group.Wait()
	return errors.Join(errs...)
}

func crashRanking(n uint64) []store.Ranked {
	v := []byte(strconv.FormatUint(n, 10))
	return []store.Ranked{{Session: "s", Firm: "a", Buyer: "x", Score: float64(n), Value: v}, {Session: "s", Firm: "b", Buyer: "x", Score: float64(n), Value: v}}
}

// reached returns how far a writer came. The error says when its two halves are not of one write.
func reached(ctx context.Context, s store.Store, writer int) (uint64, error) {
	if writer == CrashWriters-1 {
		return reachedRanking(ctx, s)
	}
	a, err := s.Get(ctx, crashKey(writer, "a"))
	b, errB := s.Get(ctx, crashKey(writer, "b"))
	switch {
	case errors.Is(err, store.ErrNotFound) && errors.Is(errB, store.ErrNotFound):
		return 0, nil
	case err != nil || errB != nil:
		return 0, errors.Join(err, errB)
	case string(a.Value) != string(b.Value) || a.Version != b.Version:
		return 0, fmt.Errorf("a write was made by half: %q of version %d and %q of version %d", a.Value, a.Version, b.Value, b.Version)
	}
	return strconv.ParseUint(string(a.Value), 10, 64)
}

func reachedRanking(ctx context.Context, s store.Store) (uint64, error) {
	page, err := s.Top(ctx, crashSpace, store.RankQuery{Limit: 9})
	if errors.Is(err, store.ErrNotFound) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	if len(page.Pairs) != 2 {
		return 0, fmt.Errorf("a ranking was set by half: %d of 2 pairs", len(page.Pairs))
	}
	for _, p := range page.Pairs {
		if p.Score != float64(page.Version) || string(p.Value) != strconv.FormatUint(page.Version, 10) {
			return 0, fmt.Errorf("a ranking was set by half: %+v in version %d", p, page.Version)
		}
	}
	return page.Version, nil
}

// Survived looks, after a crash, whether everything acknowledged is there, and beyond it no more than the one write of each
// writer that was on its way.
func Survived(t *testing.T, s store.Store, acknowledged [CrashWriters]uint64) {
	t.Helper()
	for w, want := range acknowledged {
		got, err := reached(t.Context(), s, w)
		if err != nil || got < want || got > want+1 {
			t.Errorf("writer %d: %d was acknowledged, %d is there; %v", w, want, got, err)
		}
	}
}
