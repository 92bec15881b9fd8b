package desk

import (
	"cmp"
	"context"
	"slices"

	"sangdam/event"
)

// A MeetingChange is how a meeting differs between the publication in force and a draft.
type MeetingChange struct {
	Session string         `json:"session"`
	Firm    string         `json:"firm"`
	Buyer   string         `json:"buyer"`
	Before  *event.Meeting `json:"before"` // nil: it is new
	After   *event.Meeting `json:"after"`  // nil: it is gone
}

// Difference tells what publishing a draft would change for companies, by session, time, firm and buyer, and which firms and
// buyers it concerns, in the order of their ids. It takes Solve or ReadEvents.
func (d *Desk) Difference(ctx context.Context, c Caller, runID string) (changes []MeetingChange, affected []string, err error) {
	id, err := c.demandRun(runID, Solve, ReadEvents)
	if err != nil {
		return nil, nil, err
	}
	draft, _, err := d.draft(ctx, id, runID)
	if err != nil {
		return nil, nil, err
	}
	var before *event.Schedule
	p, err := d.inForce(ctx, id)
	if err != nil {
		return nil, nil, err
	}
	if p != nil {
		before = p.Schedule
	}
	changes = differences(before, draft.Schedule)
	return changes, affectedBy(changes), nil
}

// differences compares two schedules meeting by meeting; nil stands for an empty one.
func differences(before, after *event.Schedule) []MeetingChange {
	old, now := meetingsOf(before), meetingsOf(after)
	changes := []MeetingChange{}
	for who, m := range now {
		if was := old[who]; was == nil || !sameForCompanies(was, m) {
			changes = append(changes, MeetingChange{who.session, who.firm, who.buyer, was, m})
		}
	}
	for who, m := range old {
		if now[who] == nil {
			changes = append(changes, MeetingChange{who.session, who.firm, who.buyer, m, nil})
		}
	}
	slices.SortFunc(changes, func(a, b MeetingChange) int {
		return cmp.Or(cmp.Compare(a.Session, b.Session), cmp.Compare(a.slot(), b.slot()), cmp.Compare(a.Firm, b.Firm), cmp.Compare(a.Buyer, b.Buyer))
	})
	return changes
}

func (c MeetingChange) slot() int {
	if c.After != nil {
		return c.After.Slot
	}
	return c.Before.Slot
}

// sameForCompanies compares what a company reads of a meeting; a score is not of that kind.
func sameForCompanies(a, b *event.Meeting) bool {
	return a.Slot == b.Slot && a.Start.Equal(b.Start) && a.End.Equal(b.End) && a.Table == b.Table && a.Interpreter == b.Interpreter
}

func meetingsOf(s *event.Schedule) map[pairIn]*event.Meeting {
	meetings := map[pairIn]*event.Meeting{}
	if s == nil {
		return meetings
	}
	for i := range s.Sessions {
		part := &s.Sessions[i]
		for j := range part.Meetings {
			m := &part.Meetings[j]
			meetings[pairIn{part.Session, m.Firm, m.Buyer}] = m
		}
	}
	return meetings
}

// affectedBy lists the firms and buyers of changes, each once.
func affectedBy(changes []MeetingChange) []string {
	affected := []string{}
	for _, c := range changes {
		affected = append(affected, c.Firm, c.Buyer)
	}
	slices.Sort(affected)
	return slices.Compact(affected)
}
