package bolt

import (
	"bytes"
	"context"

	"go.etcd.io/bbolt"

	"sangdam/internal/store"
)

// Get implements store.Store.
func (s *Store) Get(ctx context.Context, key store.Key) (r store.Record, err error) {
	if err := key.Valid(); err != nil {
		return r, err
	}
	err = s.view(ctx, func(tx *bbolt.Tx) error {
		records := section(tx, key.Space, bucketRecords)
		if records == nil {
			return store.ErrNotFound
		}
		k := recordKey(key.Kind, key.ID)
		data := records.Get(k)
		if !alive(data, s.clock()) {
			return store.ErrNotFound
		}
		r, err = decodeRecord(key.Space, k, data)
		return err
	})
	return r, err
}

// List implements store.Store.
func (s *Store) List(ctx context.Context, q store.ListQuery) (out []store.Record, err error) {
	if err := q.Valid(); err != nil {
		return nil, err
	}
	err = s.view(ctx, func(tx *bbolt.Tx) error {
		records := section(tx, q.Space, bucketRecords)
		if records == nil {
			return nil
		}
		now, c := s.clock(), records.Cursor()
		prefix := recordKey(q.Kind, q.Prefix)
		from := recordKey(q.Kind, max(q.Prefix, q.After))
		for key, data := c.Seek(from); bytes.HasPrefix(key, prefix) && len(out) < q.Limit; key, data = c.Next() {
			if q.After != "" && bytes.Equal(key, recordKey(q.Kind, q.After)) || !alive(data, now) {
				continue
			}
			r, err := decodeRecord(q.Space, key, data)
			if err != nil {
				return err
			}
			out = append(out, r)
		}
		return nil
	})
	return out, err
}

// Spaces implements store.Store.
func (s *Store) Spaces(ctx context.Context, after string, limit int) (out []string, err error) {
	if err := (store.ListQuery{Kind: "-", Limit: limit}).Valid(); err != nil {
		return nil, err
	}
	err = s.view(ctx, func(tx *bbolt.Tx) error {
		spaces, now := tx.Bucket(bucketSpaces), s.clock()
		from := append(bucketName(after), 0) // the next name after it, and after that of the space ""
		c := spaces.Cursor()
		for name, _ := c.Seek(from); name != nil && len(out) < limit; name, _ = c.Next() {
			records := spaces.Bucket(name).Bucket(bucketRecords)
			if records == nil {
				continue
			}
			rc := records.Cursor()
			_, data := rc.First()
			for data != nil && !alive(data, now) {
				_, data = rc.Next()
			}
			if data != nil {
				out = append(out, string(name[1:]))
			}
		}
		return nil
	})
	return out, err
}
