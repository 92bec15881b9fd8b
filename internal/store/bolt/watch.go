package bolt

import (
	"context"
	"encoding/binary"
	"iter"
	"sync"

	"go.etcd.io/bbolt"

	"sangdam/internal/store"
)

// hub wakes those who watch a space. It carries no news: the log does.
type hub struct {
	mu   sync.Mutex
	ears map[string]map[chan struct{}]bool
}

// listen returns a channel that holds a token after every write of a space, and what ends it.
func (h *hub) listen(space string) (ear chan struct{}, stop func()) {
	ear = make(chan struct{}, 1)
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.ears == nil {
		h.ears = map[string]map[chan struct{}]bool{}
	}
	if h.ears[space] == nil {
		h.ears[space] = map[chan struct{}]bool{}
	}
	h.ears[space][ear] = true
	return ear, func() {
		h.mu.Lock()
		defer h.mu.Unlock()
		delete(h.ears[space], ear)
		if len(h.ears[space]) == 0 {
			delete(h.ears, space)
		}
	}
}

func (h *hub) wake(space string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for ear := range h.ears[space] {
		select {
		case ear <- struct{}{}:
		default: // it is awake already
		}
	}
}

// Watch implements store.Store. "From now on" is from the call, not from the first step of the loop.
func (s *Store) Watch(ctx context.Context, space string, after uint64) iter.Seq2[store.Notice, error] {
	err := store.ValidSpace(space)
	if err == nil && after == 0 {
		after, err = s.version(ctx, space)
	}
	return func(yield func(store.Notice, error) bool) {
		if ctx.Err() != nil {
			return
		}
		if err != nil {
			yield(store.Notice{}, err)
			return
		}
		ear, stop := s.hub.listen(space)
		defer stop()
		for after := after; ; {
			notices, err := s.notices(space, after)
			if err != nil {
				yield(store.Notice{}, err)
				return
			}
			for _, n := range notices {
				if ctx.Err() != nil || !yield(n, nil) {
					return
				}
				after = n.Version
			}
			if len(notices) > 0 {
				continue
			}
			select {
			case <-ear:
			case <-s.closing:
				yield(store.Notice{}, store.ErrClosed)
				return
			case <-ctx.Done():
				return
			}
		}
	}
}

// version returns that of the last write of a space.
func (s *Store) version(ctx context.Context, name string) (version uint64, err error) {
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
func (s *Store) notices(name string, after uint64) (out []store.Notice, err error) {
	err = s.view(context.Background(), func(tx *bbolt.Tx) error {
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
