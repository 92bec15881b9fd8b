package redis

import (
	"context"
	"errors"

	goredis "github.com/redis/go-redis/v9"

	"sangdam/internal/store"
)

// Get implements store.Store.
func (s *Store) Get(ctx context.Context, key store.Key) (store.Record, error) {
	if err := key.Valid(); err != nil {
		return store.Record{}, err
	}
	end, err := s.begin(ctx)
	if err != nil {
		return store.Record{}, err
	}
	defer end()
	name := recordName(key.Kind, key.ID)
	data, err := s.client.HGet(ctx, s.keys.key(key.Space, "records"), name).Bytes()
	if errors.Is(err, goredis.Nil) {
		return store.Record{}, store.ErrNotFound
	}
	if err != nil {
		return store.Record{}, s.failure(ctx, err)
	}
	r, err := decodeRecord(key.Space, name, data)
	if err == nil && !alive(r, s.opt.Clock()) {
		return store.Record{}, store.ErrNotFound
	}
	return r, err
}

// List implements store.Store.
func (s *Store) List(ctx context.Context, q store.ListQuery) ([]store.Record, error) {
	if err := q.Valid(); err != nil {
		return nil, err
	}
	from, to := "["+recordName(q.Kind, q.Prefix), "("+following(recordName(q.Kind, q.Prefix))
	if q.After != "" && q.After >= q.Prefix {
		from = "(" + recordName(q.Kind, q.After)
	}
	return s.page(ctx, q.Space, from, to, q.Limit)
}

// following returns the first string, in the order of bytes, behind all that begin with a prefix that is not all 0xff.
func following(prefix string) string {
	b := []byte(prefix)
	for b[len(b)-1] == 0xff {
		b = b[:len(b)-1]
	}
	b[len(b)-1]++
	return string(b)
}

// page reads the records between two bounds as ZRANGEBYLEX takes them: limit of them, or all there are.
func (s *Store) page(ctx context.Context, space, from, to string, limit int) ([]store.Record, error) {
	end, err := s.begin(ctx)
	if err != nil {
		return nil, err
	}
	defer end()
	var out []store.Record
	for now := s.opt.Clock(); ; {
		want := limit - len(out)
		keys := []string{s.keys.key(space, "records"), s.keys.key(space, "ids")}
		found, err := listScript.Run(ctx, s.client, keys, from, to, want).StringSlice()
		if err != nil {
			return nil, s.failure(ctx, err)
		}
		for i := 0; i+1 < len(found); i += 2 {
			r, err := decodeRecord(space, found[i], []byte(found[i+1]))
			if err != nil {
				return nil, err
			}
			if alive(r, now) {
				out = append(out, r)
			}
			from = "(" + found[i]
		}
		if len(out) == limit || len(found)/2 < want {
			return out, nil
		}
	}
}
