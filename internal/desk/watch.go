package desk

import (
	"context"
	"errors"
	"iter"
)

// What changed.
const (
	ChangedEvent       = "event"
	ChangedRun         = "run"      // with the id of the run
	ChangedSchedule    = "schedule" // a draft; with the id of the run
	ChangedPublication = "publication"
	ChangedLinks       = "links"
	ChangedAll         = "all" // the reader fell behind: read everything afresh
)

// A Change tells that something of an event is not as it was. It holds no data: read afresh what is shown.
type Change struct {
	Version uint64 `json:"version"` // of the write; give it as after to go on from there
	What    string `json:"what"`
	ID      string `json:"id,omitzero"`
}

// Watch yields the changes of an event after a version (0: from now on) until ctx ends. It takes any scope for the event; a company of
// it sees changes of the event and of the publication.
func (d *Desk) Watch(ctx context.Context, c Caller, id string, after uint64) iter.Seq2[Change, error] {
	return func(yield func(Change, error) bool) { yield(Change{}, errors.ErrUnsupported) }
}
