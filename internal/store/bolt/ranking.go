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

// full is how far pages are filled that are written in the order of their keys and never changed.
const full = 0.95

// SetRanking implements store.Store.
func (s *Store) SetRanking(ctx context.Context, name string, version uint64, pairs []store.Ranked) error {
	if err := store.ValidSpace(name); err != nil {
		return err
	}
	index, err := rank.Build(pairs)
	if err != nil {
		return err
	}
	return s.update(ctx, name, func(tx *bbolt.Tx) error {
		b, err := createSpace(tx, name)
		if err != nil {
			return err
		}
		generation, err := tx.Bucket(bucketMeta).NextSequence()
		if err != nil {
			return err
		}
		if b.Bucket(bucketRanking) != nil {
			if err := b.DeleteBucket(bucketRanking); err != nil {
				return err
			}
		}
		ranking, err := b.CreateBucket(bucketRanking)
		if err != nil {
			return err
		}
		if err := ranking.Put(keyHead, append(bigEndian(version), bigEndian(generation)...)); err != nil {
			return err
		}
		return errors.Join(
			fill(ranking, bucketSessions, len(index.Sessions), func(i int) (key, value []byte) { return []byte(index.Sessions[i]), nil }),
			fill(ranking, bucketOrders, len(index.Orders), func(i int) (key, value []byte) { return index.Orders[i], nil }),
			fill(ranking, bucketPairs, len(index.Pairs), func(i int) (key, value []byte) { return index.Pairs[i].Name, index.Pairs[i].Value }),
		)
	})
}

// fill makes a bucket of n entries that come in order.
func fill(in *bbolt.Bucket, name []byte, n int, entry func(int) (key, value []byte)) error {
	b, err := in.CreateBucket(name)
	if err != nil {
		return err
	}
	b.FillPercent = full
	for i := range n {
		if err := b.Put(entry(i)); err != nil {
			return err
		}
	}
	return nil
}

// Top implements store.Store.
func (s *Store) Top(ctx context.Context, name string, q store.RankQuery) (out store.RankPage, err error) {
	if err := errors.Join(store.ValidSpace(name), q.Valid()); err != nil {
		return out, err
	}
	err = s.view(ctx, func(tx *bbolt.Tx) error {
		ranking := section(tx, name, bucketRanking)
		if ranking == nil {
			return store.ErrNotFound
		}
		head, err := readHead(ranking)
		if err != nil {
			return err
		}
		out, err = rank.Top(reader{ranking}, head, q)
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

// reader reads a ranking within a transaction. What it returns is not valid after.
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
