package redis

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	goredis "github.com/redis/go-redis/v9"

	"sangdam/internal/store"
	"sangdam/internal/store/rank"
)

const (
	// rankingRest is how long a ranking is kept after it was replaced, for those who are reading it.
	rankingRest = time.Minute
	// rankingWait is how long one is kept that was begun and never made the one that stands.
	rankingWait = 10 * time.Minute
	// rankingBatch is how many entries are sent in one command.
	rankingBatch = 1000
)

// SetRanking implements store.Store. The new ranking is written beside the old one, and then made the one that stands in one
// step.
func (s *Store) SetRanking(ctx context.Context, space string, version uint64, pairs []store.Ranked) error {
	if err := store.ValidSpace(space); err != nil {
		return err
	}
	index, err := rank.Build(pairs)
	if err != nil {
		return err
	}
	end, err := s.begin(ctx)
	if err != nil {
		return err
	}
	defer end()
	generation, err := s.random()
	if err != nil {
		return err
	}
	keys := s.keys.rankingKeys(space, generation)
	if err := s.fill(ctx, keys, index); err != nil {
		return s.failure(ctx, err)
	}
	head := fmt.Sprintf("%d %016x", version, generation)
	stands, err := s.run(ctx, rankScript, append([]string{s.keys.ranking(space)}, keys[:]...), head, int(rankingRest.Seconds()), len(index.Pairs)).Bool()
	if err == nil && !stands {
		err = fmt.Errorf("the ranking took more than %v to write", rankingWait)
	}
	return s.failure(ctx, err)
}

// fill writes the keys of a new ranking, which go away by themselves until it stands.
func (s *Store) fill(ctx context.Context, keys [3]string, index rank.Index) error {
	_, err := s.client.Pipelined(ctx, func(p goredis.Pipeliner) error {
		for part := range slices.Chunk(index.Sessions, rankingBatch) {
			args := make([]any, len(part))
			for i, name := range part {
				args[i] = name
			}
			p.SAdd(ctx, keys[0], args...)
		}
		for part := range slices.Chunk(index.Orders, rankingBatch) {
			members := make([]goredis.Z, len(part))
			for i, key := range part {
				members[i].Member = key
			}
			p.ZAdd(ctx, keys[1], members...)
		}
		for part := range slices.Chunk(index.Pairs, rankingBatch) {
			args := make([]any, 0, 2*len(part))
			for _, pair := range part {
				args = append(args, pair.Name, pair.Value)
			}
			p.HSet(ctx, keys[2], args...)
		}
		for _, key := range keys {
			p.Expire(ctx, key, rankingWait)
		}
		return nil
	})
	return err
}

// Top implements store.Store.
func (s *Store) Top(ctx context.Context, space string, q store.RankQuery) (store.RankPage, error) {
	if err := errors.Join(store.ValidSpace(space), q.Valid()); err != nil {
		return store.RankPage{}, err
	}
	end, err := s.begin(ctx)
	if err != nil {
		return store.RankPage{}, err
	}
	defer end()
	head, err := s.head(ctx, space)
	if err != nil {
		return store.RankPage{}, s.failure(ctx, err)
	}
	page, err := rank.Top(reader{ctx, s.client, s.keys.rankingKeys(space, head.Generation)}, head, q)
	return page, s.failure(ctx, err)
}

// head reads which ranking stands.
func (s *Store) head(ctx context.Context, space string) (rank.Head, error) {
	text, err := s.client.Get(ctx, s.keys.ranking(space)).Result()
	if errors.Is(err, goredis.Nil) {
		return rank.Head{}, store.ErrNotFound
	}
	if err != nil {
		return rank.Head{}, err
	}
	version, generation, _ := strings.Cut(text, " ")
	var h rank.Head
	var errVersion, errGeneration error
	h.Version, errVersion = strconv.ParseUint(version, 10, 64)
	h.Generation, errGeneration = strconv.ParseUint(generation, 16, 64)
	if err := errors.Join(errVersion, errGeneration); err != nil {
		return h, fmt.Errorf("%w: %w", errCorrupt, err)
	}
	return h, nil
}

// reader reads one generation of a ranking.
type reader struct {
	ctx    context.Context
	client goredis.UniversalClient
	keys   [3]string
}

func (r reader) Sessions() ([]string, error) {
	names, err := r.client.SMembers(r.ctx, r.keys[0]).Result()
	slices.Sort(names)
	return names, err
}

func (r reader) Scan(prefix, from []byte, limit int) ([][]byte, error) {
	keys, err := r.client.ZRangeByLex(r.ctx, r.keys[1], &goredis.ZRangeBy{
		Min: "[" + string(from), Max: "(" + following(string(prefix)), Count: int64(limit),
	}).Result()
	out := make([][]byte, len(keys))
	for i, key := range keys {
		out[i] = []byte(key)
	}
	return out, err
}

func (r reader) Pairs(names [][]byte) ([][]byte, error) {
	if len(names) == 0 {
		return nil, nil
	}
	fields := make([]string, len(names))
	for i, name := range names {
		fields[i] = string(name)
	}
	values, err := r.client.HMGet(r.ctx, r.keys[2], fields...).Result()
	if err != nil {
		return nil, err
	}
	out := make([][]byte, len(names))
	for i, value := range values {
		if text, ok := value.(string); ok {
			out[i] = []byte(text)
		}
	}
	return out, nil
}
