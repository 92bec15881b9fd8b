package desk

import (
	"context"
	"errors"
	"time"

	"sangdam/event"
)

// A Publication is a schedule as companies see it.
type Publication struct {
	Number       int             `json:"number"` // from 1, one more with each publication of the event
	Run          string          `json:"run"`
	EventVersion uint64          `json:"event_version"`
	At           time.Time       `json:"at"`
	By           string          `json:"by"` // name of who published
	Schedule     *event.Schedule `json:"schedule"`
	Entries      []Entry         `json:"entries"`
}

// An Entry is a meeting as calendars know it: it stays in later publications when it is gone, as cancelled, and its sequence grows with
// every change.
type Entry struct {
	Session     string    `json:"session"`
	Firm        string    `json:"firm"`
	Buyer       string    `json:"buyer"`
	Slot        int       `json:"slot"`
	Start       time.Time `json:"start"`
	End         time.Time `json:"end"`
	Table       string    `json:"table"`
	Interpreter string    `json:"interpreter,omitzero"`
	Sequence    int       `json:"sequence"`
	Cancelled   bool      `json:"cancelled,omitzero"`
	Modified    time.Time `json:"modified"` // when this state was published
}

// Publish makes a draft visible to the companies. The error is a *RulesError when the draft breaks a rule by the event as it is
// now, or a *StaleError unless the draft has the version ifVersion; 0 stands for any. It takes Solve.
func (d *Desk) Publish(ctx context.Context, c Caller, runID string, ifVersion uint64) (Publication, error) {
	return Publication{}, errors.ErrUnsupported
}

// Unpublish hides the schedule from the companies again. Calendars show its meetings as cancelled. It takes Solve.
func (d *Desk) Unpublish(ctx context.Context, c Caller, id string) error {
	return errors.ErrUnsupported
}

// Published returns the publication in force, or ErrNotFound. It takes Solve or ReadEvents.
func (d *Desk) Published(ctx context.Context, c Caller, id string) (Publication, error) {
	return Publication{}, errors.ErrUnsupported
}

// Publications lists what was ever published of an event, the newest first, without schedules and entries. It takes Solve or
// ReadEvents.
func (d *Desk) Publications(ctx context.Context, c Caller, id string) ([]Publication, error) {
	return nil, errors.ErrUnsupported
}

// A MeetingChange is how a meeting differs between the publication in force and a draft.
type MeetingChange struct {
	Session string         `json:"session"`
	Firm    string         `json:"firm"`
	Buyer   string         `json:"buyer"`
	Before  *event.Meeting `json:"before"` // nil: it is new
	After   *event.Meeting `json:"after"`  // nil: it is gone
}

// Difference tells what publishing a draft would change, by session, time, firm and buyer, and which firms and buyers it concerns, in
// the order of their ids. It takes Solve or ReadEvents.
func (d *Desk) Difference(ctx context.Context, c Caller, runID string) (changes []MeetingChange, affected []string, err error) {
	return nil, nil, errors.ErrUnsupported
}
