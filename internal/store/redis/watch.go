package redis

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"strconv"
	"strings"

	goredis "github.com/redis/go-redis/v9"

	"sangdam/internal/store"
	"sangdam/internal/store/follow"
)

// Watch implements store.Store. "From now on" is from the call, not from the first step of the loop. While Redis is away it waits.
func (s *Store) Watch(ctx context.Context, space string, after uint64) iter.Seq2[store.Notice, error] {
	err := store.ValidSpace(space)
	if err == nil && after == 0 {
		after, err = s.Version(ctx, space)
	}
	if err != nil {
		return follow.Failed(ctx, err)
	}
	return follow.Log{
		Hub: &s.hub, Space: space, Closing: s.closing, Poll: s.opt.Poll,
		Read: func(ctx context.Context, after uint64) ([]store.Notice, error) { return s.notices(ctx, space, after) },
	}.From(ctx, after)
}

// Version implements store.Store.
func (s *Store) Version(ctx context.Context, space string) (uint64, error) {
	end, err := s.begin(ctx)
	if err != nil {
		return 0, err
	}
	defer end()
	version, err := s.client.Get(ctx, s.keys.key(space, "version")).Uint64()
	if errors.Is(err, goredis.Nil) {
		return 0, nil
	}
	return version, s.failure(ctx, err)
}

// noticesPage is how many notices are read at a time.
const noticesPage = 256

// notices reads the log after a version. The first notice has no keys when what followed that version is not in the log any
// more, or the version was never given.
func (s *Store) notices(ctx context.Context, space string, after uint64) ([]store.Notice, error) {
	last, err := s.Version(ctx, space)
	if err != nil || last == 0 {
		return nil, err
	}
	if after > last {
		return []store.Notice{{Version: last}}, nil
	}
	end, err := s.begin(ctx)
	if err != nil {
		return nil, err
	}
	defer end()
	entries, err := s.client.XRangeN(ctx, s.keys.key(space, "log"), fmt.Sprintf("%d-0", after+1), "+", noticesPage).Result()
	if err != nil {
		return nil, s.failure(ctx, err)
	}
	if len(entries) == 0 && last > after {
		return []store.Notice{{Version: last}}, nil
	}
	var out []store.Notice
	for _, entry := range entries {
		n, err := readEntry(space, entry)
		if err != nil {
			return nil, err
		}
		if len(out) == 0 && n.Version > after+1 {
			out = append(out, store.Notice{Version: n.Version - 1})
		}
		out = append(out, n)
	}
	return out, nil
}

// readEntry reads an entry of the log.
func readEntry(space string, entry goredis.XMessage) (store.Notice, error) {
	digits, _, _ := strings.Cut(entry.ID, "-")
	version, err := strconv.ParseUint(digits, 10, 64)
	names, ok := entry.Values["names"].(string)
	if err != nil || !ok {
		return store.Notice{}, fmt.Errorf("%w: the entry %s of the log", errCorrupt, entry.ID)
	}
	n := store.Notice{Version: version}
	if names == "" {
		return n, nil // the space was dropped
	}
	parts := strings.Split(names, "\x00")
	if len(parts)%2 != 0 {
		return n, fmt.Errorf("%w: the entry %s of the log", errCorrupt, entry.ID)
	}
	for i := 0; i < len(parts); i += 2 {
		n.Keys = append(n.Keys, store.Key{Space: space, Kind: parts[i], ID: parts[i+1]})
	}
	return n, nil
}
