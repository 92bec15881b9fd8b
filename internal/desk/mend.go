package desk

import (
	"bytes"
	"context"
	"slices"
	"time"

	"sangdam/event"
	"sangdam/internal/jobs"
	"sangdam/internal/plan"
)

// A Mending is a draft mended after changes, as it would be: nothing of it is written yet.
type Mending struct {
	Run          string // whose draft it is
	DraftVersion uint64
	Before       *event.Schedule
	Event        *event.Event    // after the changes
	Schedule     *event.Schedule // every session
	Changes      []MeetingChange // session by session, in order of time
	Sessions     []SessionRepair // those that were mended: how much had to change, and how much at least
}

// A SessionRepair says how much of a session had to be changed, and how much at least.
type SessionRepair = plan.SessionRepair

// A MendedPart is what a mending does to a session, in the fewest words: enough to do it to the same draft again.
type MendedPart struct {
	Session string   `json:"session"`
	Places  []Placed `json:"places"`
}

// A Placed meeting is where a mending puts it, or away.
type Placed struct {
	Firm        string `json:"firm"`
	Buyer       string `json:"buyer"`
	Slot        int    `json:"slot"` // -1: it has none any more
	Table       string `json:"table,omitzero"`
	Interpreter string `json:"interpreter,omitzero"`
}

// Parts are what ApplyMending needs to write the mending as it was shown.
func (m *Mending) Parts() []MendedPart {
	out := make([]MendedPart, len(m.Sessions))
	for i, s := range m.Sessions {
		out[i] = MendedPart{Session: s.Session, Places: []Placed{}}
		for _, c := range m.Changes {
			if c.Session != s.Session {
				continue
			}
			p := Placed{Firm: c.Firm, Buyer: c.Buyer, Slot: -1}
			if c.To != nil {
				p.Slot, p.Table, p.Interpreter = c.To.Slot, c.To.Table, c.To.Interpreter
			}
			out[i].Places = append(out[i].Places, p)
		}
	}
	return out
}

// ProposeRepair works out what Repair would do, and writes nothing. Sessions of the draft that break rules already, because the event
// changed since, are mended as well. It takes what Repair takes.
func (d *Desk) ProposeRepair(ctx context.Context, c Caller, runID string, changes []byte, opt RepairOptions) (Mending, error) {
	before, l, err := d.mendable(ctx, c, runID, opt.IfVersion)
	if err != nil {
		return Mending{}, err
	}
	mended, err := d.mended(ctx, l, before, changes, opt, brokenSessions(&before))
	if err != nil {
		return Mending{}, err
	}
	return Mending{
		Run: runID, DraftVersion: before.Version, Before: before.Schedule,
		Event: mended.Event, Schedule: mended.Schedule, Changes: mended.Changes, Sessions: mended.Sessions,
	}, nil
}

// mendable reads the draft of a run for somebody who may repair it.
func (d *Desk) mendable(ctx context.Context, c Caller, runID string, ifVersion uint64) (Draft, *loaded, error) {
	id, err := c.demandRun(runID, Solve)
	if err == nil {
		err = c.demand(id, WriteEvents)
	}
	if err != nil {
		return Draft{}, nil, err
	}
	before, l, err := d.draft(ctx, id, runID)
	if err == nil && ifVersion != 0 && ifVersion != before.Version {
		err = &StaleError{Current: before.Version}
	}
	return before, l, err
}

// mended reads the changes and mends the draft.
func (d *Desk) mended(ctx context.Context, l *loaded, before Draft, changes []byte, opt RepairOptions, sessions []string) (*plan.Repaired, error) {
	read, err := event.ReadChanges(bytes.NewReader(changes), l.event)
	if err != nil {
		return nil, err
	}
	limit := opt.TimeLimit
	if limit <= 0 {
		limit = 20 * time.Second
	}
	mended, err := plan.Repair(ctx, l.event, before.Schedule, read, plan.RepairOptions{
		Seed: 1, KeepGaps: opt.KeepGaps, TimeLimit: limit, Sessions: sessions,
	})
	if err != nil && ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if err != nil {
		return nil, &RulesError{Findings: []plan.Finding{unmendable(err)}}
	}
	return mended, nil
}

// repairRun is the run that a repair leaves behind.
func (d *Desk) repairRun(c Caller, before *Draft, mended *plan.Repaired, began time.Time) (jobs.Run, error) {
	chance, err := d.newID(runLetters)
	id := before.Run.Event
	return jobs.Run{
		ID: id + "-r" + chance, Event: id, Options: jobs.Options{Start: before.Run.ID}, State: jobs.Done, By: c.Name,
		Created: began, Started: began, Ended: d.clock().UTC(), Attempts: 1, Best: bestOf(mended.Schedule), Mended: true,
	}, err
}

// brokenSessions are those whose part of a draft breaks rules by the event as it is now.
func brokenSessions(d *Draft) []string {
	var out []string
	for i := range d.Schedule.Sessions {
		at := sessionAt(i)
		if slices.ContainsFunc(d.Findings, func(f plan.Finding) bool { return within(f.Location, at) }) {
			out = append(out, d.Schedule.Sessions[i].Session)
		}
	}
	return out
}

// within reports whether a location is in the entry at another.
func within(location, at string) bool {
	return location == at || len(location) > len(at) && location[:len(at)] == at && location[len(at)] == '.'
}
