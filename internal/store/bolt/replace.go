package bolt

import (
	"bytes"
	"context"
	"errors"

	"go.etcd.io/bbolt"

	"sangdam/internal/store"
	"sangdam/internal/store/rank"
)

// A ranking is written beside the one in force, as a generation of its own, in several transactions, and then put into its place by
// changing the head. Between them others write, so that they wait for a part of a ranking at most. What a process that ended left
// half written is deleted by the next ranking of the space.

// full is how far pages are filled that are written in the order of their keys and never changed.
const full = 0.95

// How much of a ranking one transaction writes.
const (
	partBytes   = 512 << 10
	partEntries = 6_000
)

// errGone says that the generation that is being written is not there any more: its space was dropped.
var errGone = errors.New("store: the ranking is not there any more")

// An entry is one of a part of a ranking.
type entry struct{ part, key, value []byte }

// SetRanking implements store.Store. Rankings are replaced one after the other.
func (s *Store) SetRanking(ctx context.Context, name string, version uint64, pairs []store.Ranked) error {
	if err := store.ValidSpace(name); err != nil {
		return err
	}
	index, err := rank.Build(pairs)
	if err != nil {
		return err
	}
	entries := entriesOf(index)
	s.ranking.Lock()
	defer s.ranking.Unlock()
	for {
		err := s.replace(ctx, name, version, entries)
		if !errors.Is(err, errGone) {
			return err
		}
	}
}

// entriesOf lists what is to be written, part by part, in the order of the keys.
func entriesOf(index rank.Index) []entry {
	out := make([]entry, 0, len(index.Sessions)+len(index.Orders)+len(index.Pairs))
	for _, name := range index.Sessions {
		out = append(out, entry{bucketSessions, []byte(name), nil})
	}
	for _, key := range index.Orders {
		out = append(out, entry{bucketOrders, key, nil})
	}
	for _, p := range index.Pairs {
		out = append(out, entry{bucketPairs, p.Name, p.Value})
	}
	return out
}

// replace writes a generation and puts it into force.
func (s *Store) replace(ctx context.Context, name string, version uint64, entries []entry) error {
	var generation uint64
	for begun := false; ; begun = true {
		n := share(entries)
		err := s.update(ctx, name, func(tx *bbolt.Tx) error {
			if !begun {
				var err error
				if generation, err = beginGeneration(tx, name); err != nil {
					return err
				}
			}
			ranking := section(tx, name, bucketRanking)
			if ranking == nil || ranking.Bucket(generationName(generation)) == nil {
				return errGone
			}
			if err := fill(ranking.Bucket(generationName(generation)), entries[:n]); err != nil || n < len(entries) {
				return err
			}
			return enforce(ranking, version, generation)
		})
		if err != nil || n == len(entries) {
			return err
		}
		entries = entries[n:]
	}
}

// share is how many of the entries go into one transaction.
func share(entries []entry) int {
	size := 0
	for n, e := range entries {
		if size += len(e.key) + len(e.value); n == partEntries || n > 0 && size > partBytes {
			return n
		}
	}
	return len(entries)
}

// beginGeneration makes room for a new generation, and clears away what was left half written.
func beginGeneration(tx *bbolt.Tx, name string) (generation uint64, err error) {
	b, err := createSpace(tx, name)
	if err != nil {
		return 0, err
	}
	ranking, err := b.CreateBucketIfNotExists(bucketRanking)
	if err != nil {
		return 0, err
	}
	if head, errHead := readHead(ranking); errHead == nil {
		err = clear(ranking, head.Generation)
	} else {
		err = clear(ranking, 0)
	}
	if err != nil {
		return 0, err
	}
	if generation, err = tx.Bucket(bucketMeta).NextSequence(); err != nil {
		return 0, err
	}
	parts, err := ranking.CreateBucket(generationName(generation))
	if err != nil {
		return 0, err
	}
	for _, part := range [][]byte{bucketSessions, bucketOrders, bucketPairs} {
		if _, err := parts.CreateBucket(part); err != nil {
			return 0, err
		}
	}
	return generation, nil
}

// fill puts entries, which come in order, into the parts of a generation.
func fill(parts *bbolt.Bucket, entries []entry) error {
	var b *bbolt.Bucket
	var part []byte
	for _, e := range entries {
		if b == nil || !bytes.Equal(part, e.part) {
			b, part = parts.Bucket(e.part), e.part
			b.FillPercent = full
		}
		if err := b.Put(e.key, e.value); err != nil {
			return err
		}
	}
	return nil
}

// enforce puts a generation into force and deletes the one before.
func enforce(ranking *bbolt.Bucket, version, generation uint64) error {
	if err := ranking.Put(keyHead, append(bigEndian(version), bigEndian(generation)...)); err != nil {
		return err
	}
	return clear(ranking, generation)
}

// clear deletes every generation but one, which may have its parts beside the head as in files of earlier versions.
func clear(ranking *bbolt.Bucket, but uint64) error {
	keep := ranking.Bucket(generationName(but)) != nil
	var gone [][]byte
	err := ranking.ForEachBucket(func(name []byte) error {
		if old := !bytes.HasPrefix(name, generationPrefix); !old && !bytes.Equal(name, generationName(but)) || old && keep {
			gone = append(gone, bytes.Clone(name))
		}
		return nil
	})
	for _, name := range gone {
		err = errors.Join(err, ranking.DeleteBucket(name))
	}
	return err
}

var generationPrefix = []byte("generation ")

// generationName is the name of the bucket of a generation.
func generationName(generation uint64) []byte {
	return append(bytes.Clone(generationPrefix), bigEndian(generation)...)
}
