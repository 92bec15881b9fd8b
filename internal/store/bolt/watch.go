package bolt

import (
	"context"
	"encoding/binary"
	"iter"

	"go.etcd.io/bbolt"

	"sangdam/internal/store"
	"sangdam/internal/store/follow"
)

// Watch implements store.Store. "From now on" is from the call, not from the first step of the loop.
func (s *Store) Watch(ctx context.Context, space string, after uint64) iter.Seq2[store.Notice, error] {
	err := store.ValidSpace(space)
	if err == nil && after == 0 {
		after, err = s.Version(ctx, space)
	}
	if err != nil {
		return follow.Failed(ctx, err)
	}
	return follow.Log{
		Hub: &s.hub, Space: space, Closing: s.closing,
		Read: func(ctx context.Context, after uint64) ([]store.Notice, error) { return s.notices(ctx, space, after) },
	}.From(ctx, after)
}

// Version implements store.Store.
func (s *Store) Version(ctx context.Context, name string) (version uint64, err error) {
	err = s.view(ctx, func(tx *bbolt.Tx) error {
		if b := space(tx, name); b != nil {
			version = b.Sequence()
		}
		return nil
	})
	return version, err
}

// page is how many notices are read at a time.
const page = 256

// notices reads the log after a version. The first notice has no keys when what followed that version is not in the log any
// more, or the version was never given.
func (s *Store) notices(ctx context.Context, name string, after uint64) (out []store.Notice, err error) {
	err = s.view(ctx, func(tx *bbolt.Tx) error {
		b := space(tx, name)
		if b == nil {
			return nil
		}
		last := b.Sequence()
		if after == last {
			return nil
		}
		log := b.Bucket(bucketLog)
		if log == nil || after > last {
			out = append(out, store.Notice{Version: last})
			return nil
		}
		c := log.Cursor()
		key, data := c.Seek(bigEndian(after + 1))
		if key == nil {
			out = append(out, store.Notice{Version: last})
			return nil
		}
		if first := binary.BigEndian.Uint64(key); first > after+1 {
			out = append(out, store.Notice{Version: first - 1})
		}
		for ; key != nil && len(out) < page; key, data = c.Next() {
			n, err := decodeNotice(name, binary.BigEndian.Uint64(key), data)
			if err != nil {
				return err
			}
			out = append(out, n)
		}
		return nil
	})
	return out, err
}
