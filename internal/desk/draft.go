package desk

import (
	"context"
	"errors"

	"sangdam/event"
	"sangdam/internal/jobs"
	"sangdam/internal/plan"
)

// A Draft is the schedule of a run, with what was changed by hand since. What is in it must not be changed: others read it, too.
type Draft struct {
	Run      jobs.Run
	Schedule *event.Schedule
	Locks    []jobs.Kept // meetings that stay where they are when it is solved again
	Version  uint64      // of schedule and locks together, for EditMeetings, Repair and Publish
	// EventVersion is that of the event by which the schedule's figures were last worked out.
	EventVersion uint64
	// Findings are the rules that the schedule breaks by the event as it is now, located as sessions[i].meetings[j].
	Findings []plan.Finding
}

// Draft returns the schedule of a run. The error is ErrNotFound while there is none. It takes Solve or ReadEvents.
func (d *Desk) Draft(ctx context.Context, c Caller, runID string) (Draft, error) {
	return Draft{}, errors.ErrUnsupported
}

// An Op is a change of a meeting by hand.
type Op string

// The ops.
const (
	Move   Op = "move"
	Add    Op = "add"
	Remove Op = "remove"
	Lock   Op = "lock"
	Unlock Op = "unlock"
)

// A MeetingEdit changes the meeting of a firm and a buyer in a session.
type MeetingEdit struct {
	Op      Op     `json:"op"`
	Session string `json:"session"`
	Firm    string `json:"firm"`
	Buyer   string `json:"buyer"`
	Slot    int    `json:"slot,omitzero"`  // of move and add
	Table   string `json:"table,omitzero"` // of move and add; empty: any that is free
}

// EditMeetings changes a draft by hand, all edits together or none, so that two meetings can change places. The error is a
// *RulesError with what stands in the way, or a *StaleError unless the draft has the version ifVersion; 0 stands for any. It
// takes Solve.
func (d *Desk) EditMeetings(ctx context.Context, c Caller, runID string, edits []MeetingEdit, ifVersion uint64) (Draft, error) {
	return Draft{}, errors.ErrUnsupported
}

// Places tells for every slot of a session whether a pair could meet there in a draft, and if not, why. It takes Solve or
// ReadEvents.
func (d *Desk) Places(ctx context.Context, c Caller, runID, session, firm, buyer string) ([]plan.Place, error) {
	return nil, errors.ErrUnsupported
}
