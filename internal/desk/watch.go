package desk

import (
	"context"
	"iter"
	"slices"

	"sangdam/internal/jobs"
	"sangdam/internal/store"
)

// What changed.
const (
	ChangedEvent       = "event"
	ChangedRun         = "run"      // with the id of the run
	ChangedSchedule    = "schedule" // a draft, with the id of the run; without, another one was chosen
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
	return func(yield func(Change, error) bool) {
		if err := d.mayWatch(ctx, c, id); err != nil {
			yield(Change{}, err)
			return
		}
		for notice, err := range d.store.Watch(ctx, id, after) {
			if err != nil {
				yield(Change{}, storeError(err))
				return
			}
			for _, change := range changesOf(notice) {
				if c.sees(change) && !yield(change, nil) {
					return
				}
			}
		}
	}
}

// Newest returns the version of the last write to an event, to be asked for before what is then shown is read: Watch after it
// tells of whatever that may lack. It takes what Watch takes.
func (d *Desk) Newest(ctx context.Context, c Caller, id string) (uint64, error) {
	if err := d.mayWatch(ctx, c, id); err != nil {
		return 0, err
	}
	version, err := d.store.Version(ctx, id)
	return version, storeError(err)
}

func (d *Desk) mayWatch(ctx context.Context, c Caller, id string) error {
	if c.Kind != Company || c.Event != id {
		if err := c.demand(id, Scopes...); err != nil {
			return err
		}
	}
	_, err := d.version(ctx, id)
	return err
}

// sees tells whether a caller is told of a change: a company of what it can look at.
func (c Caller) sees(change Change) bool {
	return c.Kind != Company || slices.Contains([]string{ChangedEvent, ChangedPublication, ChangedAll}, change.What)
}

// changesOf says a notice in the words of the desk. Records of nobody's concern, as of the audit log, say nothing.
func changesOf(notice store.Notice) []Change {
	if len(notice.Keys) == 0 {
		return []Change{{Version: notice.Version, What: ChangedAll}}
	}
	var changes []Change
	for _, k := range notice.Keys {
		change := Change{Version: notice.Version}
		switch k.Kind {
		case kindEvent:
			change.What = ChangedEvent
		case jobs.KindRun:
			change.What, change.ID = ChangedRun, k.ID
		case jobs.KindSchedule, kindLocks:
			change.What, change.ID = ChangedSchedule, k.ID
		case kindChosen:
			change.What = ChangedSchedule
		case kindPublished:
			change.What = ChangedPublication
		case kindLink:
			change.What = ChangedLinks
		}
		if change.What != "" && !slices.Contains(changes, change) {
			changes = append(changes, change)
		}
	}
	return changes
}
