package desk

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"

	"sangdam/event"
	"sangdam/internal/plan"
)

// ApplyMending writes a mending as it was proposed: its places on the draft of that version, which must still be the one that is worked
// on, and its changes on the event as it is now, in one write, as a run of its own. What others changed in the event meanwhile stays. The
// error is a *StaleError when the draft is another by now, a *RulesError or event.Faults when it cannot stand in the event any more. It takes
// what Repair takes.
func (d *Desk) ApplyMending(ctx context.Context, c Caller, runID string, changes []byte, parts []MendedPart, ifVersion uint64) (Draft, error) {
	for range attempts {
		before, l, err := d.mendable(ctx, c, runID, ifVersion)
		if err != nil {
			return Draft{}, err
		}
		if chosen, err := d.ChosenRun(ctx, c, before.Run.Event); err != nil {
			return Draft{}, err
		} else if chosen != runID {
			return Draft{}, &StaleError{Current: before.Version}
		}
		began := d.clock().UTC()
		read, err := event.ReadChanges(bytes.NewReader(changes), l.event)
		if err != nil {
			return Draft{}, err
		}
		mended, err := replaced(l.event, before.Schedule, read, parts)
		if err != nil {
			return Draft{}, err
		}
		run, err := d.repairRun(c, &before, mended, began)
		if err != nil {
			return Draft{}, err
		}
		err = d.writeRepaired(ctx, c, l, before, run, mended)
		if _, stale := errors.AsType[*StaleError](err); stale {
			continue // the event changed in between
		}
		if err != nil {
			return Draft{}, err
		}
		draft, _, err := d.draft(ctx, run.Event, run.ID)
		return draft, err
	}
	return Draft{}, fmt.Errorf("%w: the event of %s changes all the time", ErrBusy, runID)
}

// replaced puts meetings where a mending puts them, and makes the sessions that it mended anew.
func replaced(ev *event.Event, before *event.Schedule, changes *event.Changes, parts []MendedPart) (*plan.Repaired, error) {
	out := &plan.Repaired{Event: changes.Apply(ev)}
	schedule := *before
	schedule.Sessions = slices.Clone(before.Sessions)
	out.Schedule = &schedule
	pairs, err := plan.Match(out.Event)
	if err != nil {
		return nil, err
	}
	out.Pairs = pairs
	for i := range schedule.Sessions {
		old := schedule.Sessions[i]
		at := slices.IndexFunc(parts, func(p MendedPart) bool { return p.Session == old.Session })
		if at < 0 {
			continue
		}
		part, found, err := plan.Restate(out.Event, old.Session, placedIn(old.Meetings, parts[at].Places), out.Pairs)
		if err != nil {
			return nil, &RulesError{Findings: []plan.Finding{unmendable(err)}}
		}
		if len(found) > 0 {
			return nil, &RulesError{Findings: found}
		}
		part.Seed = old.Seed
		schedule.Sessions[i] = part
	}
	return out, nil
}

// placedIn are meetings after some were put elsewhere, away, or in.
func placedIn(meetings []event.Meeting, places []Placed) []event.Meeting {
	out := slices.DeleteFunc(slices.Clone(meetings), func(m event.Meeting) bool {
		return slices.ContainsFunc(places, func(p Placed) bool { return p.Firm == m.Firm && p.Buyer == m.Buyer })
	})
	for _, p := range places {
		if p.Slot >= 0 {
			out = append(out, event.Meeting{Firm: p.Firm, Buyer: p.Buyer, Slot: p.Slot, Table: p.Table, Interpreter: p.Interpreter})
		}
	}
	return out
}
