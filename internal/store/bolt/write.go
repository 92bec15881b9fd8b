package bolt

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"time"

	"go.etcd.io/bbolt"

	"sangdam/internal/store"
)

// kept is how many writes the log of a space holds.
const kept = 1024

// Write implements store.Store.
func (s *Store) Write(ctx context.Context, changes ...store.Change) (version uint64, err error) {
	if err := store.ValidChanges(changes); err != nil {
		return 0, err
	}
	err = s.update(ctx, changes[0].Space, func(tx *bbolt.Tx) error {
		version, err = write(tx, s.clock(), changes)
		return err
	})
	if err != nil {
		return 0, err
	}
	return version, nil
}

func write(tx *bbolt.Tx, now time.Time, changes []store.Change) (uint64, error) {
	name := changes[0].Space
	if err := conflicts(section(tx, name, bucketRecords), now, changes); err != nil {
		return 0, err
	}
	b, err := createSpace(tx, name)
	if err != nil {
		return 0, err
	}
	version, err := b.NextSequence()
	if err != nil {
		return 0, err
	}
	for _, c := range changes {
		if c.Delete {
			err = remove(tx, c.Key)
		} else {
			err = put(tx, store.Record{Key: c.Key, Version: version, Value: c.Value, Modified: now, Expires: c.Expires})
		}
		if err != nil {
			return 0, fmt.Errorf("store: %v: %w", c.Key, err)
		}
	}
	log := b.Bucket(bucketLog)
	if err := log.Put(bigEndian(version), encodeNotice(changes)); err != nil {
		return 0, err
	}
	if version <= kept {
		return version, nil
	}
	return version, log.Delete(bigEndian(version - kept))
}

// conflicts returns a *store.ConflictError when a condition does not hold. There may be no records yet.
func conflicts(records *bbolt.Bucket, now time.Time, changes []store.Change) error {
	var conflict store.ConflictError
	for _, c := range changes {
		var version uint64
		if records != nil {
			if data := records.Get(recordKey(c.Kind, c.ID)); alive(data, now) {
				version = binary.BigEndian.Uint64(data)
			}
		}
		if !c.If.Holds(version) {
			conflict.Keys = append(conflict.Keys, c.Key)
			conflict.Versions = append(conflict.Versions, version)
		}
	}
	if conflict.Keys != nil {
		return &conflict
	}
	return nil
}

// createSpace returns the bucket of a space with its records and log.
func createSpace(tx *bbolt.Tx, name string) (*bbolt.Bucket, error) {
	b, err := tx.Bucket(bucketSpaces).CreateBucketIfNotExists(bucketName(name))
	if err != nil {
		return nil, err
	}
	_, errRecords := b.CreateBucketIfNotExists(bucketRecords)
	_, errLog := b.CreateBucketIfNotExists(bucketLog)
	return b, errors.Join(errRecords, errLog)
}

// put writes a record and its place in the order of expiry.
func put(tx *bbolt.Tx, r store.Record) error {
	if err := remove(tx, r.Key); err != nil {
		return err
	}
	key := recordKey(r.Kind, r.ID)
	if err := section(tx, r.Space, bucketRecords).Put(key, encodeRecord(r)); err != nil || r.Expires.IsZero() {
		return err
	}
	return tx.Bucket(bucketExpiry).Put(expiryKey(millis(r.Expires), r.Space, key), []byte{})
}

// remove deletes a record, if it is there, and its place in the order of expiry.
func remove(tx *bbolt.Tx, k store.Key) error {
	records, key := section(tx, k.Space, bucketRecords), recordKey(k.Kind, k.ID)
	data := records.Get(key)
	if data == nil {
		return nil
	}
	if len(data) < recordHeader {
		return errCorrupt
	}
	if expires := binary.BigEndian.Uint64(data[16:]); expires != 0 {
		if err := tx.Bucket(bucketExpiry).Delete(expiryKey(expires, k.Space, key)); err != nil {
			return err
		}
	}
	return records.Delete(key)
}

// Drop implements store.Store. Of a dropped space its version remains, which grows by one.
func (s *Store) Drop(ctx context.Context, name string) error {
	if err := store.ValidSpace(name); err != nil {
		return err
	}
	return s.update(ctx, name, func(tx *bbolt.Tx) error {
		b := space(tx, name)
		if b == nil {
			return nil
		}
		if err := forgetExpiry(tx, name); err != nil {
			return err
		}
		for _, bucket := range [][]byte{bucketRecords, bucketLog, bucketRanking} {
			if b.Bucket(bucket) == nil {
				continue
			}
			if err := b.DeleteBucket(bucket); err != nil {
				return err
			}
		}
		_, err := b.NextSequence()
		return err
	})
}

// forgetExpiry takes the records of a space out of the order of expiry.
func forgetExpiry(tx *bbolt.Tx, name string) error {
	records := section(tx, name, bucketRecords)
	if records == nil {
		return nil
	}
	return records.ForEach(func(key, data []byte) error {
		if len(data) < recordHeader {
			return errCorrupt
		}
		if expires := binary.BigEndian.Uint64(data[16:]); expires != 0 {
			return tx.Bucket(bucketExpiry).Delete(expiryKey(expires, name, key))
		}
		return nil
	})
}
