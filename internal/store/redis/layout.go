package redis

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"sangdam/internal/store"
)

// The keys, all of which begin with a prefix: that of the URL, or "sangdam". P is that prefix, {S} the tag of a space: "=" and
// its name, so that the tag is never empty, with "%", "{" and "}" as %25, %7B and %7D. What stands in the braces decides in a cluster
// where a key lives: all of a space lives in one place.
//
//	P:{S}:version          string: version of the last write; it stays when the space is dropped
//	P:{S}:records          hash: kind, NUL, id -> version, modified, expires (decimal, the latter milliseconds since 1970, 0:
//	                       never), each followed by a space; then the value
//	P:{S}:ids              sorted set: kind, NUL, id; all scores 0, so it sorts as bytes
//	P:{S}:expiry           sorted set: kind, NUL, id by expiry, for those that expire
//	P:{S}:log              stream: one entry a write with the id version-0, fields token and names (joined with NUL)
//	P:{S}:ranking          string: the caller's version (decimal), a space, the generation (hexadecimal)
//	P:{S}:ranking:G:part   sessions (set), orders (sorted set as ids), pairs (hash) of generation G, as package rank says
//	P:{spaces}:names       sorted set of spaces that may hold records, all scores 0
//	P:{spaces}:added       sorted set: the same by when they were put in, milliseconds since 1970
//	P:{ready}              string: written to see whether writing works
//	P:wake                 channel: the name of a space that was written to
type layout struct{ prefix string }

var tagEscapes = strings.NewReplacer("%", "%25", "{", "%7B", "}", "%7D")

func (l layout) key(space, part string) string {
	return l.prefix + ":{=" + tagEscapes.Replace(space) + "}:" + part
}

func (l layout) names() string { return l.prefix + ":{spaces}:names" }
func (l layout) added() string { return l.prefix + ":{spaces}:added" }
func (l layout) ready() string { return l.prefix + ":{ready}" }
func (l layout) wake() string  { return l.prefix + ":wake" }

// recordKeys are those of what a write touches.
func (l layout) recordKeys(space string) []string {
	return []string{l.key(space, "version"), l.key(space, "records"), l.key(space, "ids"), l.key(space, "expiry"), l.key(space, "log")}
}

func (l layout) ranking(space string) string { return l.key(space, "ranking") }

// rankingKeys are the sessions, orders and pairs of a generation.
func (l layout) rankingKeys(space string, generation uint64) [3]string {
	base := fmt.Sprintf("%s:%016x:", l.ranking(space), generation)
	return [3]string{base + "sessions", base + "orders", base + "pairs"}
}

func recordName(kind, id string) string { return kind + "\x00" + id }

var errCorrupt = errors.New("store: Redis holds something that is not as it should be")

func encodeRecord(r store.Record) string {
	return fmt.Sprintf("%d %d %d %s", r.Version, millis(r.Modified), millis(r.Expires), r.Value)
}

// decodeRecord keeps data as the record's value.
func decodeRecord(space, name string, data []byte) (store.Record, error) {
	kind, id, ok := strings.Cut(name, "\x00")
	var numbers [3]int64
	for i := range numbers {
		digits, rest, found := bytes.Cut(data, []byte{' '})
		n, err := strconv.ParseInt(string(digits), 10, 64)
		if !found || err != nil || n < 0 {
			ok = false
			break
		}
		numbers[i], data = n, rest
	}
	if !ok {
		return store.Record{}, fmt.Errorf("%w: the record %q of the space %q", errCorrupt, name, space)
	}
	return store.Record{
		Key: store.Key{Space: space, Kind: kind, ID: id}, Version: uint64(numbers[0]), Value: data,
		Modified: moment(numbers[1]), Expires: moment(numbers[2]),
	}, nil
}

func alive(r store.Record, now time.Time) bool {
	return r.Expires.IsZero() || millis(r.Expires) > millis(now)
}

func millis(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return max(1, t.UnixMilli())
}

func moment(millis int64) time.Time {
	if millis == 0 {
		return time.Time{}
	}
	return time.UnixMilli(millis).UTC()
}
