package jobs

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"time"

	"sangdam/event"
	"sangdam/internal/plan"
	"sangdam/internal/store"
)

// An incumbent is the best schedule that the solve of one session came to so far, as it is kept: who meets in the slot that begins
// when. Tables and interpreters are handed out anew by whoever begins from it. About 20 bytes a meeting.
type incumbent struct {
	Session string      `json:"session"`
	Slots   []heldPairs `json:"slots"`
}

// heldPairs are the pairs, firm and buyer, that meet in the slot that begins at a time.
type heldPairs struct {
	Start time.Time   `json:"start"`
	Pairs [][2]string `json:"pairs"`
}

// incumbents are those of a run: kept by an attempt before, and what this one has come to since. They are used by one goroutine at
// a time.
type incumbents struct {
	kept  []incumbent
	since map[string]func() []event.Meeting // by session, not kept yet
}

// incumbents reads what an earlier attempt at a run has kept; the first has nothing to read. A record that cannot be understood
// is logged and counts for nothing: the run begins anew.
func (l *Ledger) incumbents(ctx context.Context, run Run) (*incumbents, error) {
	in := &incumbents{since: map[string]func() []event.Meeting{}}
	if run.Attempts <= 1 {
		return in, nil
	}
	record, err := l.Store.Get(ctx, incumbentKey(run))
	if errors.Is(err, store.ErrNotFound) {
		return in, nil
	}
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(record.Value, &in.kept); err != nil {
		l.Log.Error("what a run kept cannot be read; it begins anew", "run", run.ID, "error", err)
		in.kept = nil
	}
	return in, nil
}

func incumbentKey(run Run) store.Key {
	return store.Key{Space: run.Event, Kind: KindIncumbent, ID: run.ID}
}

// some reports whether an earlier attempt has kept anything.
func (in *incumbents) some() bool { return len(in.kept) > 0 }

// reached notes what a solve has come to.
func (in *incumbents) reached(progress []plan.Progress) {
	for _, p := range progress {
		if p.Feasible && p.Meetings != nil {
			in.since[p.Session] = p.Meetings
		}
	}
}

// change returns the change that keeps what was reached since; nil when nothing was. The caller calls written once it is made.
func (in *incumbents) change(run Run) ([]store.Change, error) {
	if len(in.since) == 0 {
		return nil, nil
	}
	all := slices.Clone(in.kept)
	for session, meetings := range in.since {
		next := incumbentOf(session, meetings())
		if i := slices.IndexFunc(all, func(k incumbent) bool { return k.Session == session }); i >= 0 {
			all[i] = next
		} else {
			all = append(all, next)
		}
	}
	value, err := json.Marshal(all)
	if err != nil {
		return nil, err
	}
	in.kept = all
	return []store.Change{{Key: incumbentKey(run), Value: value}}, nil
}

// written notes that the last change was made.
func (in *incumbents) written() { clear(in.since) }

// incumbentOf is the kept form of meetings.
func incumbentOf(session string, meetings []event.Meeting) incumbent {
	out := incumbent{Session: session, Slots: []heldPairs{}}
	ordered := slices.Clone(meetings)
	slices.SortStableFunc(ordered, func(a, b event.Meeting) int { return a.Start.Compare(b.Start) })
	for _, m := range ordered {
		last := len(out.Slots) - 1
		if last < 0 || !out.Slots[last].Start.Equal(m.Start) {
			out.Slots = append(out.Slots, heldPairs{Start: m.Start})
			last++
		}
		out.Slots[last].Pairs = append(out.Slots[last].Pairs, [2]string{m.Firm, m.Buyer})
	}
	return out
}

// over puts what was kept in the place of the same sessions of a schedule, nil perhaps, and returns what to begin from.
func (in *incumbents) over(start *event.Schedule) *event.Schedule {
	if !in.some() {
		return start
	}
	out := &event.Schedule{Format: event.Format}
	for _, k := range in.kept {
		part := event.SessionSchedule{Session: k.Session}
		for _, slot := range k.Slots {
			for _, pair := range slot.Pairs {
				part.Meetings = append(part.Meetings, event.Meeting{Firm: pair[0], Buyer: pair[1], Start: slot.Start})
			}
		}
		out.Sessions = append(out.Sessions, part)
	}
	if start == nil {
		return out
	}
	out.Event = start.Event
	for _, part := range start.Sessions {
		if !slices.ContainsFunc(in.kept, func(k incumbent) bool { return k.Session == part.Session }) {
			out.Sessions = append(out.Sessions, part)
		}
	}
	return out
}
