package store

import (
	"errors"
	"fmt"
	"strings"
)

// ErrInvalid is returned for a request that no state of the store could serve: a key with an empty id, a limit below one.
var ErrInvalid = errors.New("store: not a valid request")

// MaxValue is the longest value of a record, in bytes: what every home takes.
const MaxValue = 64 << 20

// maxName is the longest space, kind or id, in bytes.
const maxName = 1 << 10

func invalid(format string, args ...any) error {
	return fmt.Errorf("%w: %s", ErrInvalid, fmt.Sprintf(format, args...))
}

// Valid returns an ErrInvalid that says what is wrong with a key, or nil.
func (k Key) Valid() error {
	switch {
	case k.Kind == "" || k.ID == "":
		return invalid("%v has an empty kind or id", k)
	case strings.Contains(k.Kind+k.ID+k.Space, "\x00"):
		return invalid("%v holds a NUL", k)
	case len(k.Space) > maxName || len(k.Kind) > maxName || len(k.ID) > maxName:
		return invalid("a space, kind or id is longer than %d bytes", maxName)
	}
	return nil
}

// ValidSpace returns an ErrInvalid that says what is wrong with the name of a space, or nil.
func ValidSpace(space string) error {
	return Key{Space: space, Kind: "-", ID: "-"}.Valid()
}

// ValidChanges returns an ErrInvalid that says what is wrong with the changes of one write, or nil.
func ValidChanges(changes []Change) error {
	if len(changes) == 0 {
		return invalid("a write without changes")
	}
	seen := make(map[Key]bool, len(changes))
	for _, c := range changes {
		if err := c.Key.Valid(); err != nil {
			return err
		}
		switch {
		case c.Space != changes[0].Space:
			return invalid("a write to two spaces, %q and %q", changes[0].Space, c.Space)
		case seen[c.Key]:
			return invalid("two changes of %v in one write", c.Key)
		case len(c.Value) > MaxValue:
			return invalid("%v: the value has %d bytes, more than %d", c.Key, len(c.Value), MaxValue)
		}
		seen[c.Key] = true
	}
	return nil
}

// Valid returns an ErrInvalid that says what is wrong with a query, or nil.
func (q ListQuery) Valid() error {
	if q.Limit < 1 {
		return invalid("a limit of %d; it is at least 1", q.Limit)
	}
	return Key{Space: q.Space, Kind: q.Kind, ID: "-"}.Valid()
}

// Valid returns an ErrInvalid that says what is wrong with a query, or nil.
func (q RankQuery) Valid() error {
	if q.Limit < 1 {
		return invalid("a limit of %d; it is at least 1", q.Limit)
	}
	return nil
}
