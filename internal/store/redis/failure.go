package redis

import (
	"context"
	"errors"
	"fmt"

	goredis "github.com/redis/go-redis/v9"

	"sangdam/internal/store"
)

// ours lists the beginnings of Redis's answers that mean a fault of this program or of the data; trying again does not help.
var ours = []string{"WRONGTYPE", "CROSSSLOT", "NOSCRIPT", "EXECABORT"}

// failure turns an error of the client into one of the contract. Whatever is not a fault of ours is taken for a server that
// cannot serve now: no connection, none in time, loading, out of memory, a cluster without all of its slots, a password
// that is not right (yet).
func (s *Store) failure(ctx context.Context, err error) error {
	switch {
	case err == nil:
		return nil
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.Is(err, goredis.ErrClosed):
		return store.ErrClosed
	case errors.Is(err, store.ErrInvalid), errors.Is(err, store.ErrBadCursor), errors.Is(err, store.ErrNotFound), errors.Is(err, errCorrupt):
		return err
	}
	for _, prefix := range ours {
		if goredis.HasErrorPrefix(err, prefix) {
			return fmt.Errorf("store: Redis: %w", err)
		}
	}
	return fmt.Errorf("%w: Redis: %w", store.ErrUnavailable, err)
}
