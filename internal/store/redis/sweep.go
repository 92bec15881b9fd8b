package redis

import (
	"context"
	"errors"
	"strconv"
	"time"

	goredis "github.com/redis/go-redis/v9"
)

// sweepLoop sweeps until the store closes. What it cannot delete now it will another time: an expired record is not seen by
// readers either way.
func (s *Store) sweepLoop() {
	ticker := time.NewTicker(s.opt.SweepEvery)
	defer ticker.Stop()
	for {
		select {
		case <-s.closing:
			return
		case <-ticker.C:
			_, _ = s.Sweep(context.Background())
		}
	}
}

const (
	// sweepBatch bounds how many records one script deletes: Redis serves nobody else meanwhile.
	sweepBatch = 500
	// sweepPage is how many spaces are looked at a time.
	sweepPage = 1000
)

// Sweep deletes the records that have expired, and returns how many. No notice tells of it. It also takes spaces without
// records out of the index.
func (s *Store) Sweep(ctx context.Context) (total int, err error) {
	end, err := s.begin(ctx)
	if err != nil {
		return 0, err
	}
	defer end()
	if total, err = s.sweep(ctx, ""); err != nil {
		return total, s.failure(ctx, err)
	}
	for after := ""; ; {
		names, err := s.indexed(ctx, after, sweepPage)
		if err != nil {
			return total, s.failure(ctx, err)
		}
		for _, name := range names {
			n, err := s.sweep(ctx, name)
			if total += n; err == nil {
				err = s.forget(ctx, name)
			}
			if err != nil {
				return total, s.failure(ctx, err)
			}
			after = name
		}
		if len(names) < sweepPage {
			return total, nil
		}
	}
}

func (s *Store) sweep(ctx context.Context, space string) (total int, err error) {
	keys := []string{s.keys.key(space, "records"), s.keys.key(space, "ids"), s.keys.key(space, "expiry")}
	for {
		n, err := s.run(ctx, sweepScript, keys, millis(s.opt.Clock()), sweepBatch).Int()
		if total += n; err != nil || n < sweepBatch {
			return total, err
		}
	}
}

// forget takes a space without records out of the index, if it has been there for long enough.
func (s *Store) forget(ctx context.Context, space string) error {
	added, err := s.client.ZScore(ctx, s.keys.added(), space).Result()
	if errors.Is(err, goredis.Nil) || err == nil && int64(added) > millis(s.opt.Clock().Add(-indexRest)) {
		return nil
	}
	if err != nil {
		return err
	}
	counts, err := s.count(ctx, []string{space})
	if err != nil || counts[0] > 0 {
		return err
	}
	return s.run(ctx, forgetScript, []string{s.keys.names(), s.keys.added()}, space, strconv.FormatInt(int64(added), 10)).Err()
}
