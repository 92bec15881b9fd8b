package desk

import (
	"context"
	"slices"

	"sangdam/event"
	"sangdam/internal/plan"
)

// A MeetingChange is how a meeting differs between two schedules.
type MeetingChange = plan.MeetingChange

// Difference tells what publishing a draft would change for companies, session by session in order of time, and which firms and
// buyers it concerns, in the order of their ids. It takes Solve or ReadEvents.
func (d *Desk) Difference(ctx context.Context, c Caller, runID string) (changes []plan.MeetingChange, affected []string, err error) {
	id, err := c.demandRun(runID, Solve, ReadEvents)
	if err != nil {
		return nil, nil, err
	}
	draft, _, err := d.draft(ctx, id, runID)
	if err != nil {
		return nil, nil, err
	}
	before := &event.Schedule{}
	p, err := d.inForce(ctx, id)
	if err != nil {
		return nil, nil, err
	}
	if p != nil {
		before = p.Schedule
	}
	changes = append([]plan.MeetingChange{}, plan.Differences(before, draft.Schedule)...)
	return changes, affectedBy(changes), nil
}

// affectedBy lists the firms and buyers of changes, each once.
func affectedBy(changes []plan.MeetingChange) []string {
	affected := []string{}
	for _, c := range changes {
		affected = append(affected, c.Firm, c.Buyer)
	}
	slices.Sort(affected)
	return slices.Compact(affected)
}
