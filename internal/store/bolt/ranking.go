package bolt

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"slices"

	"go.etcd.io/bbolt"

	"sangdam/internal/store"
	"sangdam/internal/store/rank"
)

// Top implements store.Store.
func (s *Store) Top(ctx context.Context, name string, q store.RankQuery) (out store.RankPage, err error) {
	if err := errors.Join(store.ValidSpace(name), q.Valid()); err != nil {
		return out, err
	}
	err = s.view(ctx, func(tx *bbolt.Tx) error {
		ranking := section(tx, name, bucketRanking)
		if ranking == nil || ranking.Get(keyHead) == nil {
			return store.ErrNotFound
		}
		head, err := readHead(ranking)
		if err != nil {
			return err
		}
		parts := partsOf(ranking, head.Generation)
		if parts == nil {
			return errCorrupt
		}
		out, err = rank.Top(reader{parts}, head, q)
		return err
	})
	return out, err
}

func readHead(ranking *bbolt.Bucket) (rank.Head, error) {
	data := ranking.Get(keyHead)
	if len(data) != 16 {
		return rank.Head{}, errCorrupt
	}
	return rank.Head{Version: binary.BigEndian.Uint64(data), Generation: binary.BigEndian.Uint64(data[8:])}, nil
}

// partsOf returns the bucket of the sessions, orders and pairs of a generation; nil when there is none. Files of earlier versions
// have them beside the head.
func partsOf(ranking *bbolt.Bucket, generation uint64) *bbolt.Bucket {
	if b := ranking.Bucket(generationName(generation)); b != nil {
		return b
	}
	if ranking.Bucket(bucketPairs) != nil {
		return ranking
	}
	return nil
}

// reader reads the parts of a ranking within a transaction. What it returns is not valid after.
type reader struct{ ranking *bbolt.Bucket }

func (r reader) Sessions() (out []string, err error) {
	err = r.ranking.Bucket(bucketSessions).ForEach(func(name, _ []byte) error {
		out = append(out, string(name))
		return nil
	})
	return out, err
}

func (r reader) Scan(prefix, from []byte, limit int) ([][]byte, error) {
	var out [][]byte
	c := r.ranking.Bucket(bucketOrders).Cursor()
	for key, _ := c.Seek(from); len(out) < limit && bytes.HasPrefix(key, prefix); key, _ = c.Next() {
		out = append(out, key)
	}
	return out, nil
}

func (r reader) Pairs(names [][]byte) ([][]byte, error) {
	pairs := r.ranking.Bucket(bucketPairs)
	return slices.Collect(func(yield func([]byte) bool) {
		for _, name := range names {
			if !yield(pairs.Get(name)) {
				return
			}
		}
	}), nil
}
