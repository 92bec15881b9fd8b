// Package store is the contract for keeping what must not be lost: versioned records, written all or nothing and durable
// once acknowledged, with a log of changes to follow and rankings to take the top from. Package storetest holds every home
// of the contract to it.
//
// Records live in spaces. A space is one event, or the empty string for what belongs to no event. A write touches one
// space only, so that a cluster can keep a space on one machine.
package store

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"strconv"
	"time"
)

// A Key names a record: in a space, of a kind ("event", "run", "schedule", "token"), with an id unique among them. Kinds and
// ids are not empty and hold no NUL.
type Key struct{ Space, Kind, ID string }

// String returns the key for messages.
func (k Key) String() string { return fmt.Sprintf("%q/%s/%s", k.Space, k.Kind, k.ID) }

// A Record is a value with its version.
type Record struct {
	Key
	Version  uint64 // of the space's log when it was written; grows with every write of the record
	Value    []byte
	Modified time.Time // to the millisecond
	Expires  time.Time // to the millisecond; zero: never. An expired record is as good as deleted; no notice tells of it
}

// A Condition on the record as it is before a change.
type Condition struct {
	kind    int8
	version uint64
}

// Any is the condition that always holds, and the zero value.
func Any() Condition { return Condition{} }

// Absent holds when there is no such record.
func Absent() Condition { return Condition{kind: 1} }

// Present holds when there is such a record, whatever its version.
func Present() Condition { return Condition{kind: 2} }

// At holds when the record has that version.
func At(version uint64) Condition { return Condition{kind: 3, version: version} }

// Holds reports whether the condition holds for a record of that version; zero stands for no record.
func (c Condition) Holds(version uint64) bool {
	switch c.kind {
	case 1:
		return version == 0
	case 2:
		return version != 0
	case 3:
		return version == c.version
	}
	return true
}

// String returns "any", "absent", "present", or the version asked for in digits.
func (c Condition) String() string {
	switch c.kind {
	case 1:
		return "absent"
	case 2:
		return "present"
	case 3:
		return strconv.FormatUint(c.version, 10)
	}
	return "any"
}

// A Change puts a record or deletes it.
type Change struct {
	Key
	If      Condition
	Delete  bool // Value and Expires do not count then
	Value   []byte
	Expires time.Time
}

// A Notice tells of one acknowledged write.
type Notice struct {
	Version uint64 // of the space's log; consecutive notices of a space have growing versions
	Keys    []Key  // put or deleted; empty: the reader fell behind and should read afresh
}

// A Ranked pair has its place in a ranking by falling score, then firm, then buyer. A pair out of the question is ranked with
// a negative score.
type Ranked struct {
	Session, Firm, Buyer string
	Score                float64
	Value                []byte
}

// A RankQuery asks for the best pairs of a session, of one firm, one buyer, or of both. Empty fields do not restrict.
type RankQuery struct {
	Session, Firm, Buyer string
	After                string // a cursor of an earlier answer; empty: from the best
	Limit                int    // at least 1
}

// A RankPage is a part of a ranking.
type RankPage struct {
	Pairs   []Ranked
	Next    string // cursor of the next page; empty: there is none
	Version uint64 // given to SetRanking
}

// The errors of every home, to be asked for with errors.Is and errors.AsType.
var (
	ErrNotFound    = errors.New("store: no such record")
	ErrUnavailable = errors.New("store: not reachable now") // worth trying again; whether a write was made is not known
	ErrInUse       = errors.New("store: the file is in use by another process")
	ErrBadCursor   = errors.New("store: the cursor is of no use here: the ranking was replaced, or it was never given")
	ErrClosed      = errors.New("store: closed")
)

// A ConflictError lists the keys whose conditions did not hold, with the version that each record has (zero: none).
type ConflictError struct {
	Keys     []Key
	Versions []uint64
}

func (e *ConflictError) Error() string {
	return fmt.Sprintf("store: %v was changed by someone else", e.Keys)
}

// A Store keeps records. Every method may be called from several goroutines, and from several processes where the home allows.
type Store interface {
	// Get returns a record, or ErrNotFound.
	Get(ctx context.Context, key Key) (Record, error)

	// List returns the records of a kind whose ids come after the given one and begin with prefix, in the order of the ids'
	// bytes, at most limit of them.
	List(ctx context.Context, q ListQuery) ([]Record, error)

	// Spaces returns the names of spaces other than "" that hold records, those after the given one, in order.
	Spaces(ctx context.Context, after string, limit int) ([]string, error)

	// Write makes all the changes, which are of one space, or none; when a condition does not hold the error is a
	// *ConflictError. When it returns without error the changes are durable. It returns the version of the write, which is the
	// Version of every record it put.
	Write(ctx context.Context, changes ...Change) (uint64, error)

	// Drop deletes everything of a space: records, rankings and log.
	Drop(ctx context.Context, space string) error

	// Watch yields the writes of a space after a version, those to come as well, until ctx ends (no error then). The log
	// keeps at least the last 1000 writes of a space; whoever asks for older ones gets a notice without keys first. Version 0
	// stands for "from now on".
	Watch(ctx context.Context, space string, after uint64) iter.Seq2[Notice, error]

	// Version returns the version of the last write of a space, zero where nothing was ever written.
	Version(ctx context.Context, space string) (uint64, error)

	// SetRanking replaces the ranking of a space as a whole; version is the caller's own, of what it was computed from.
	// Readers see the old one or the new one.
	SetRanking(ctx context.Context, space string, version uint64, pairs []Ranked) error

	// Top returns the best pairs that a query asks for without reading the others, or ErrNotFound where no ranking was set.
	Top(ctx context.Context, space string, q RankQuery) (RankPage, error)

	// Ready returns nil when reads and writes would be served now.
	Ready(ctx context.Context) error

	// Warnings tells, in English, of settings of the home that would lose acknowledged writes.
	Warnings(ctx context.Context) ([]string, error)

	// Close releases the home; calls that run are let end.
	Close() error
}

// A ListQuery asks for records.
type ListQuery struct {
	Space, Kind string
	Prefix      string // of the id; empty: all
	After       string // id; empty: from the first
	Limit       int    // at least 1
}
