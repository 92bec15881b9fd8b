package desk

import (
	"context"
	"time"

	"sangdam/event"
)

// Versioned is a value with the version of its record, for If-Match, and when it was written.
type Versioned[T any] struct {
	Value    T
	Version  uint64
	Modified time.Time
}

// An EventInfo is what a list of events shows.
type EventInfo struct {
	ID        string     `json:"id"`
	Name      event.Text `json:"name,omitzero"`
	Sessions  []string   `json:"sessions"` // ids
	Firms     int        `json:"firms"`
	Buyers    int        `json:"buyers"`
	Outcomes  int        `json:"outcomes"`
	First     time.Time  `json:"first,omitzero"` // start of the first slot
	Last      time.Time  `json:"last,omitzero"`  // end of the last slot
	Version   uint64     `json:"version"`
	Modified  time.Time  `json:"modified"`
	Published int        `json:"published,omitzero"` // number of the publication in force; 0: none
}

// CreateEvent takes in a new event, validated here once more. The error is an *ExistsError when its id is taken. It takes
// WriteEvents.
func (d *Desk) CreateEvent(ctx context.Context, c Caller, ev *event.Event) (version uint64, err error) {
	if err := c.demand(ev.ID, WriteEvents); err != nil {
		return 0, err
	}
	if version, again, err := d.madeBefore(ctx, ev.ID, nil); again || err != nil {
		return version, err
	}
	return d.create(ctx, c, ev, EventCreated)
}

// Events lists the events that the caller may read, by id. It takes ReadEvents; whoever is bound to an event sees that one.
func (d *Desk) Events(ctx context.Context, c Caller, after string, limit int) (events []EventInfo, next string, err error) {
	if err := c.demand(c.Event, ReadEvents); err != nil {
		return nil, "", err
	}
	return d.listEvents(ctx, c, after, clampLimit(limit))
}

// Event returns an event with contacts. It must not be changed: others read it, too. It takes ReadEvents.
func (d *Desk) Event(ctx context.Context, c Caller, id string) (Versioned[*event.Event], error) {
	if err := c.demand(id, ReadEvents); err != nil {
		return Versioned[*event.Event]{}, err
	}
	l, err := d.load(ctx, id)
	if err != nil {
		return Versioned[*event.Event]{}, err
	}
	return Versioned[*event.Event]{l.event, l.version, l.modified}, nil
}

// ReplaceEvent puts another document in the place of an event's. The error is a *StaleError unless the event has the version
// ifVersion; 0 stands for any. It takes WriteEvents.
func (d *Desk) ReplaceEvent(ctx context.Context, c Caller, id string, ev *event.Event, ifVersion uint64) (version uint64, err error) {
	if err := c.demand(id, WriteEvents); err != nil {
		return 0, err
	}
	if ev.ID != id {
		return 0, event.Faults{unknownWord("id", ev.ID, []string{id})}
	}
	return d.replace(ctx, c, ev, ifVersion, EventChanged, "")
}

// DeleteEvent deletes an event and everything that belongs to it: runs, schedules, publications, links, its part of the audit log. It
// takes WriteEvents.
func (d *Desk) DeleteEvent(ctx context.Context, c Caller, id string, ifVersion uint64) error {
	if err := c.demand(id, WriteEvents); err != nil {
		return err
	}
	return d.deleteEvent(ctx, c, id, ifVersion)
}
