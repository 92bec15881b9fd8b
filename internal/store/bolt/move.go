package bolt

import (
	"bytes"
	"context"
	"iter"

	"go.etcd.io/bbolt"

	"sangdam/internal/store"
)

var _ store.Mover = (*Store)(nil)

// Dump implements store.Mover.
func (s *Store) Dump(ctx context.Context, space string) iter.Seq2[store.Record, error] {
	return func(yield func(store.Record, error) bool) {
		for after := []byte(nil); ; {
			records, last, err := s.dump(ctx, space, after)
			if err != nil {
				yield(store.Record{}, err)
				return
			}
			for _, r := range records {
				if !yield(r, nil) {
					return
				}
			}
			if last == nil {
				return
			}
			after = last
		}
	}
}

// dump reads the records after a key, and returns the key to go on from, nil at the end. The caller runs outside the
// transaction: one that stays open keeps the file from using freed pages again.
func (s *Store) dump(ctx context.Context, space string, after []byte) (out []store.Record, last []byte, err error) {
	err = s.view(ctx, func(tx *bbolt.Tx) error {
		records := section(tx, space, bucketRecords)
		if records == nil {
			return nil
		}
		now, c := s.clock(), records.Cursor()
		for key, data := c.Seek(after); key != nil; key, data = c.Next() {
			if bytes.Equal(key, after) || !alive(data, now) {
				continue
			}
			r, err := decodeRecord(space, key, data)
			if err != nil {
				return err
			}
			if out = append(out, r); len(out) == page {
				last = bytes.Clone(key)
				return nil
			}
		}
		return nil
	})
	return out, last, err
}

// Load implements store.Mover.
func (s *Store) Load(ctx context.Context, name string, version uint64, records []store.Record) error {
	if err := store.ValidSpace(name); err != nil {
		return err
	}
	for _, r := range records {
		if err := r.Key.Valid(); err != nil {
			return err
		}
	}
	return s.update(ctx, name, func(tx *bbolt.Tx) error {
		b, err := createSpace(tx, name)
		if err != nil {
			return err
		}
		if err := b.DeleteBucket(bucketLog); err != nil {
			return err
		}
		last := max(version, b.Sequence())
		for _, r := range records {
			last = max(last, r.Version)
			r.Space = name
			if err := put(tx, r); err != nil {
				return err
			}
		}
		return b.SetSequence(last)
	})
}
