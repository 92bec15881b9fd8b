package bolt

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"

	"go.etcd.io/bbolt"

	"sangdam/internal/store/rank"
)

// maxFindings bounds what Check reports.
const maxFindings = 100

// Check reads the whole file and returns what is not as it should be, joined, or nil: pages that are lost or used twice,
// records and logs that cannot be read or carry a version never given, the order of expiry, and rankings whose parts disagree.
// Writes wait meanwhile.
func (s *Store) Check(ctx context.Context) error {
	var found []error
	report := func(format string, args ...any) {
		if len(found) < maxFindings {
			found = append(found, fmt.Errorf(format, args...))
		}
	}
	inspect := func(tx *bbolt.Tx) error {
		pages := 0
		for err := range tx.Check() {
			report("pages: %w", err)
			pages++
		}
		if pages > 0 {
			return nil // the rest cannot be trusted to be readable
		}
		c := checker{tx, report}
		c.expiry()
		return tx.Bucket(bucketSpaces).ForEachBucket(func(name []byte) error {
			c.space(string(name[1:]))
			return ctx.Err()
		})
	}
	err := s.still(ctx, func() error { return s.view(ctx, inspect) })
	return errors.Join(append(found, err)...)
}

type checker struct {
	tx     *bbolt.Tx
	report func(format string, args ...any)
}

// expiry looks whether every entry of the order of expiry has its record.
func (c checker) expiry() {
	_ = c.tx.Bucket(bucketExpiry).ForEach(func(entry, _ []byte) error {
		expires, name, key, err := parseExpiryKey(entry)
		if err != nil {
			c.report("expiry: %x: %w", entry, err)
			return nil
		}
		records := section(c.tx, name, bucketRecords)
		if records == nil {
			c.report("expiry: %q has no records", name)
		} else if data := records.Get(key); len(data) < recordHeader || binary.BigEndian.Uint64(data[16:]) != expires {
			c.report("expiry: %q %q does not expire then", name, key)
		}
		return nil
	})
}

func (c checker) space(name string) {
	b := space(c.tx, name)
	if records := b.Bucket(bucketRecords); records != nil {
		c.records(name, b.Sequence(), records)
	}
	if log := b.Bucket(bucketLog); log != nil {
		c.log(name, b.Sequence(), log)
	}
	if ranking := b.Bucket(bucketRanking); ranking != nil {
		c.ranking(name, ranking)
	}
}

func (c checker) records(name string, last uint64, records *bbolt.Bucket) {
	_ = records.ForEach(func(key, data []byte) error {
		r, err := decodeRecord(name, key, data)
		switch {
		case err != nil:
			c.report("space %q: record %q: %w", name, key, err)
		case r.Version == 0 || r.Version > last:
			c.report("%v has the version %d, of %d given", r.Key, r.Version, last)
		case !r.Expires.IsZero() && c.tx.Bucket(bucketExpiry).Get(expiryKey(millis(r.Expires), name, key)) == nil:
			c.report("%v is not in the order of expiry", r.Key)
		}
		return nil
	})
}

// log looks whether the versions follow one another up to the last.
func (c checker) log(name string, last uint64, log *bbolt.Bucket) {
	var before uint64
	_ = log.ForEach(func(key, data []byte) error {
		if len(key) != 8 {
			c.report("space %q: log: %x is no version", name, key)
			return nil
		}
		version := binary.BigEndian.Uint64(key)
		if before != 0 && version != before+1 {
			c.report("space %q: log: %d follows %d", name, version, before)
		}
		before = version
		if _, err := decodeNotice(name, version, data); err != nil {
			c.report("space %q: log: %d: %w", name, version, err)
		}
		return nil
	})
	if before != 0 && before != last {
		c.report("space %q: log: ends at %d, of %d given", name, before, last)
	}
}

// ranking looks whether every pair of the one in force has its three places, and no place is without its pair.
func (c checker) ranking(name string, ranking *bbolt.Bucket) {
	if ranking.Get(keyHead) == nil {
		return // the first is half written
	}
	head, err := readHead(ranking)
	parts := partsOf(ranking, head.Generation)
	if parts == nil {
		c.report("space %q: ranking: %w", name, errors.Join(errCorrupt, err))
		return
	}
	sessions, orders, pairs := parts.Bucket(bucketSessions), parts.Bucket(bucketOrders), parts.Bucket(bucketPairs)
	if err != nil || sessions == nil || orders == nil || pairs == nil {
		c.report("space %q: ranking: %w", name, errors.Join(errCorrupt, err))
		return
	}
	places, count := 0, 0
	_ = orders.ForEach(func(_, _ []byte) error { count++; return nil })
	_ = pairs.ForEach(func(key, value []byte) error {
		keys, err := rank.Pair{Name: key, Value: value}.Orders()
		if err != nil {
			c.report("space %q: ranking: %q: %w", name, key, err)
			return nil
		}
		places += len(keys)
		for _, k := range keys {
			if orders.Get(k) == nil {
				c.report("space %q: ranking: %q lacks a place", name, key)
			}
		}
		if session, _, _ := bytes.Cut(key, []byte{0}); sessions.Get(session) == nil {
			c.report("space %q: ranking: %q is of a session that is not named", name, key)
		}
		return nil
	})
	if places != count {
		c.report("space %q: ranking: %d places, expected %d", name, count, places)
	}
}
