package redis

import (
	"context"
	"strconv"
	"time"

	goredis "github.com/redis/go-redis/v9"

	"sangdam/internal/store"
)

// The index of spaces lies in one slot of a cluster and the spaces in others, so no step can change both. A space is put in
// before its first record is written; the index may then name spaces without records, which readers pass over, and never
// lacks one. Sweep takes names out that have been there for a while: a writer that put its space in and then waited for
// longer before it wrote would have run into the client's time limits long before.
const indexRest = 10 * time.Minute

// enter puts a space into the index.
func (s *Store) enter(ctx context.Context, space string) error {
	_, err := s.client.TxPipelined(context.WithoutCancel(ctx), func(p goredis.Pipeliner) error {
		p.ZAdd(ctx, s.keys.names(), goredis.Z{Member: space})
		p.ZAdd(ctx, s.keys.added(), goredis.Z{Member: space, Score: float64(millis(s.opt.Clock()))})
		return nil
	})
	return err
}

// Spaces implements store.Store.
func (s *Store) Spaces(ctx context.Context, after string, limit int) ([]string, error) {
	if err := (store.ListQuery{Kind: "-", Limit: limit}).Valid(); err != nil {
		return nil, err
	}
	end, err := s.begin(ctx)
	if err != nil {
		return nil, err
	}
	defer end()
	var out []string
	for {
		names, err := s.indexed(ctx, after, limit)
		if err != nil {
			return nil, s.failure(ctx, err)
		}
		counts, err := s.count(ctx, names)
		if err != nil {
			return nil, s.failure(ctx, err)
		}
		for i, name := range names {
			if counts[i] > 0 && len(out) < limit {
				out = append(out, name)
			}
			after = name
		}
		if len(out) == limit || len(names) < limit {
			return out, nil
		}
	}
}

// indexed reads names of the index.
func (s *Store) indexed(ctx context.Context, after string, limit int) ([]string, error) {
	return s.client.ZRangeByLex(ctx, s.keys.names(), &goredis.ZRangeBy{Min: "(" + after, Max: "+", Count: int64(limit)}).Result()
}

// count returns how many records spaces hold that have not expired.
func (s *Store) count(ctx context.Context, spaces []string) ([]int64, error) {
	all, expired := make([]*goredis.IntCmd, len(spaces)), make([]*goredis.IntCmd, len(spaces))
	now := strconv.FormatInt(millis(s.opt.Clock()), 10)
	_, err := s.client.Pipelined(ctx, func(p goredis.Pipeliner) error {
		for i, space := range spaces {
			expired[i] = p.ZCount(ctx, s.keys.key(space, "expiry"), "-inf", now)
			all[i] = p.ZCard(ctx, s.keys.key(space, "ids"))
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	out := make([]int64, len(spaces))
	for i := range spaces {
		out[i] = all[i].Val() - expired[i].Val()
	}
	return out, nil
}
