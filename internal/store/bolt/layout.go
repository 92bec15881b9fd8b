package bolt

import (
	"bytes"
	"encoding/binary"
	"errors"
	"time"

	"go.etcd.io/bbolt"

	"sangdam/internal/store"
)

// The file, bucket by bucket:
//
//	meta                 "format" -> the name of this layout; "probe" -> zeros, written to see whether writing works again; its
//	                     sequence is the last generation of a ranking
//	expiry               moment of expiry (8 bytes), length of the space's name (2 bytes), space, kind, NUL, id -> nothing
//	spaces
//	  "=" + space        its sequence is the version of the space; it stays when a space is dropped, so that no version is
//	                     ever given twice
//	    records          kind, NUL, id -> version, modified, expires (8 bytes each, milliseconds since 1970, 0: never), value
//	    log              version (8 bytes) -> keys of the write: length (2 bytes), kind, NUL, id, one after the other
//	    ranking          "head" -> version, generation (8 bytes each); absent while the first is being written
//	      "generation " + generation (8 bytes); others than that of the head are half written
//	        sessions       name -> nothing
//	        orders, pairs  as package rank says
var (
	bucketMeta    = []byte("meta")
	bucketExpiry  = []byte("expiry")
	bucketSpaces  = []byte("spaces")
	bucketRecords = []byte("records")
	bucketLog     = []byte("log")
	bucketRanking = []byte("ranking")

	bucketSessions = []byte("sessions")
	bucketOrders   = []byte("orders")
	bucketPairs    = []byte("pairs")

	keyFormat = []byte("format")
	keyProbe  = []byte("probe")
	keyHead   = []byte("head")
)

const format = "sangdam store 1"

var errCorrupt = errors.New("store: the file holds something that is not as it should be")

func bucketName(space string) []byte { return []byte("=" + space) }

// space returns the bucket of a space, nil where nothing was ever written.
func space(tx *bbolt.Tx, name string) *bbolt.Bucket {
	return tx.Bucket(bucketSpaces).Bucket(bucketName(name))
}

// section returns a bucket of a space, nil when there is none.
func section(tx *bbolt.Tx, name string, bucket []byte) *bbolt.Bucket {
	if b := space(tx, name); b != nil {
		return b.Bucket(bucket)
	}
	return nil
}

func recordKey(kind, id string) []byte { return []byte(kind + "\x00" + id) }

func parseRecordKey(space string, key []byte) (store.Key, error) {
	kind, id, ok := bytes.Cut(key, []byte{0})
	if !ok {
		return store.Key{}, errCorrupt
	}
	return store.Key{Space: space, Kind: string(kind), ID: string(id)}, nil
}

const recordHeader = 3 * 8

func encodeRecord(r store.Record) []byte {
	out := make([]byte, 0, recordHeader+len(r.Value))
	out = binary.BigEndian.AppendUint64(out, r.Version)
	out = binary.BigEndian.AppendUint64(out, millis(r.Modified))
	out = binary.BigEndian.AppendUint64(out, millis(r.Expires))
	return append(out, r.Value...)
}

// decodeRecord copies what it returns, which outlives the transaction.
func decodeRecord(space string, key, data []byte) (store.Record, error) {
	if len(data) < recordHeader {
		return store.Record{}, errCorrupt
	}
	k, err := parseRecordKey(space, key)
	return store.Record{
		Key:      k,
		Version:  binary.BigEndian.Uint64(data),
		Modified: moment(binary.BigEndian.Uint64(data[8:])),
		Expires:  moment(binary.BigEndian.Uint64(data[16:])),
		Value:    append([]byte{}, data[recordHeader:]...),
	}, err
}

// alive reports whether an encoded record is there and has not expired.
func alive(data []byte, now time.Time) bool {
	if len(data) < recordHeader {
		return false
	}
	expires := binary.BigEndian.Uint64(data[16:])
	return expires == 0 || expires > millis(now)
}

func millis(t time.Time) uint64 {
	if t.IsZero() {
		return 0
	}
	return uint64(max(1, t.UnixMilli()))
}

func moment(millis uint64) time.Time {
	if millis == 0 {
		return time.Time{}
	}
	return time.UnixMilli(int64(millis)).UTC()
}

func expiryKey(expires uint64, space string, key []byte) []byte {
	out := binary.BigEndian.AppendUint64(nil, expires)
	out = binary.BigEndian.AppendUint16(out, uint16(len(space)))
	return append(append(out, space...), key...)
}

func parseExpiryKey(data []byte) (expires uint64, space string, key []byte, err error) {
	if len(data) < 10 {
		return 0, "", nil, errCorrupt
	}
	n := int(binary.BigEndian.Uint16(data[8:]))
	if len(data) < 10+n {
		return 0, "", nil, errCorrupt
	}
	return binary.BigEndian.Uint64(data), string(data[10 : 10+n]), data[10+n:], nil
}

func encodeNotice(changes []store.Change) []byte {
	var out []byte
	for _, c := range changes {
		key := recordKey(c.Kind, c.ID)
		out = binary.BigEndian.AppendUint16(out, uint16(len(key)))
		out = append(out, key...)
	}
	return out
}

func decodeNotice(space string, version uint64, data []byte) (store.Notice, error) {
	n := store.Notice{Version: version}
	for len(data) > 0 {
		if len(data) < 2 {
			return n, errCorrupt
		}
		size := 2 + int(binary.BigEndian.Uint16(data))
		if len(data) < size {
			return n, errCorrupt
		}
		key, err := parseRecordKey(space, data[2:size])
		if err != nil {
			return n, err
		}
		n.Keys, data = append(n.Keys, key), data[size:]
	}
	return n, nil
}

func bigEndian(n uint64) []byte { return binary.BigEndian.AppendUint64(nil, n) }
