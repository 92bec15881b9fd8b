package bolt

import (
	"context"
	"time"

	"go.etcd.io/bbolt"
)

// sweepLoop deletes what has expired, until the store closes. What it cannot delete now it will another time: an expired record
// is not seen by readers either way.
func (s *Store) sweepLoop(every time.Duration) {
	ticker := time.NewTicker(every)
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

// sweepBatch bounds how many records one transaction deletes, so that other writes do not wait long.
const sweepBatch = 500

// Sweep deletes the records that have expired, and returns how many. No notice tells of it.
func (s *Store) Sweep(ctx context.Context) (int, error) {
	for total := 0; ; {
		due, err := s.due(ctx)
		if err != nil || len(due) == 0 {
			return total, err
		}
		n := 0
		err = s.update(ctx, "", func(tx *bbolt.Tx) error {
			n = 0
			for _, entry := range due {
				deleted, err := s.expire(tx, entry)
				if err != nil {
					return err
				}
				n += deleted
			}
			return nil
		})
		if err != nil {
			return total, err
		}
		total += n
	}
}

// due reads the first entries of the order of expiry that are due.
func (s *Store) due(ctx context.Context) (out [][]byte, err error) {
	limit := bigEndian(millis(s.clock()) + 1)
	err = s.view(ctx, func(tx *bbolt.Tx) error {
		c := tx.Bucket(bucketExpiry).Cursor()
		for key, _ := c.First(); key != nil && string(key[:8]) < string(limit) && len(out) < sweepBatch; key, _ = c.Next() {
			out = append(out, append([]byte{}, key...))
		}
		return nil
	})
	return out, err
}

// expire deletes the record of an entry, unless it was written anew meanwhile, and the entry.
func (s *Store) expire(tx *bbolt.Tx, entry []byte) (deleted int, err error) {
	expiry := tx.Bucket(bucketExpiry)
	_, space, key, err := parseExpiryKey(entry)
	if err != nil || expiry.Get(entry) == nil {
		return 0, err
	}
	k, err := parseRecordKey(space, key)
	if err != nil {
		return 0, err
	}
	return 1, remove(tx, k)
}
