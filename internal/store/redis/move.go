package redis

import (
	"context"
	"errors"
	"iter"

	goredis "github.com/redis/go-redis/v9"

	"sangdam/internal/store"
)

// dumpPage is how many records are read at a time.
const dumpPage = 256

// Dump implements store.Mover.
func (s *Store) Dump(ctx context.Context, space string) iter.Seq2[store.Record, error] {
	return func(yield func(store.Record, error) bool) {
		for from := "-"; ; {
			records, err := s.page(ctx, space, from, "+", dumpPage)
			if err != nil {
				yield(store.Record{}, err)
				return
			}
			for _, r := range records {
				if !yield(r, nil) {
					return
				}
				from = "(" + recordName(r.Kind, r.ID)
			}
			if len(records) < dumpPage {
				return
			}
		}
	}
}

// Load implements store.Mover.
func (s *Store) Load(ctx context.Context, space string, version uint64, records []store.Record) error {
	if err := store.ValidSpace(space); err != nil {
		return err
	}
	args := []any{version, s.keys.wake(), space}
	for _, r := range records {
		if err := r.Key.Valid(); err != nil {
			return err
		}
		version = max(version, r.Version)
		args = append(args, recordName(r.Kind, r.ID), millis(r.Expires), encodeRecord(r))
	}
	args[0] = version
	end, err := s.begin(ctx)
	if err != nil {
		return err
	}
	defer end()
	if space != "" {
		if err := s.enter(ctx, space); err != nil {
			return s.failure(ctx, err)
		}
	}
	err = s.run(ctx, loadScript, s.keys.recordKeys(space), args...).Err()
	if errors.Is(err, goredis.Nil) {
		err = nil // the script has no result
	}
	return s.failure(ctx, err)
}
