package desk

import (
	"context"
	"slices"
	"strconv"
	"time"

	"sangdam/event"
	"sangdam/internal/jobs"
	"sangdam/internal/plan"
	"sangdam/internal/store"
)

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
// *RulesError with what stands in the way, or a *StaleError unless the draft has the version ifVersion; 0 stands for any. What a
// draft broke before, because the event changed, stands in nobody's way. It takes Solve.
func (d *Desk) EditMeetings(ctx context.Context, c Caller, runID string, edits []MeetingEdit, ifVersion uint64) (Draft, error) {
	id, err := c.demandRun(runID, Solve)
	if err != nil {
		return Draft{}, err
	}
	draft, l, err := d.draft(ctx, id, runID)
	if err != nil {
		return Draft{}, err
	}
	if ifVersion != 0 && ifVersion != draft.Version {
		return Draft{}, &StaleError{Current: draft.Version}
	}
	e := newEditing(l, draft)
	for i, edit := range edits {
		e.apply("edits["+strconv.Itoa(i)+"]", edit)
	}
	if len(e.found) == 0 {
		e.settle()
	}
	if len(e.found) > 0 {
		return Draft{}, &RulesError{Findings: e.found}
	}
	version, err := d.writeDraft(ctx, c, l, draft, e.schedule, e.locks)
	if err != nil {
		return Draft{}, err
	}
	if e.sound {
		e.keep(d, version)
	}
	changed, _, err := d.draft(ctx, id, runID)
	return changed, err
}

// keep remembers what was written, so that it need not be read and judged again.
func (e *editing) keep(d *Desk, version uint64) {
	draft := Draft{
		Schedule: e.schedule, Locks: e.locks, Version: version, EventVersion: e.l.version, Basis: e.l.matching.digest, Findings: []plan.Finding{},
	}
	slices.SortStableFunc(draft.Schedule.Sessions, e.l.inOrder)
	draft.derive(e.l)
	d.cache.drafts.put(e.before.Run.ID, draftVersion{version, e.l.version}, draft)
}

// writeDraft puts a schedule and its locks in the place of a draft.
func (d *Desk) writeDraft(ctx context.Context, c Caller, l *loaded, draft Draft, s *event.Schedule, kept []jobs.Kept) (version uint64, err error) {
	document, err := bareDocument(s)
	if err != nil {
		return 0, err
	}
	b := batch{space: draft.Run.Event}
	b.raw(jobs.KindSchedule, draft.Run.ID, store.At(draft.Version), document, time.Time{})
	b.put(kindLocks, draft.Run.ID, store.Any(), locks{Locks: kept, EventVersion: l.version}, time.Time{})
	d.audit(&b, c, ScheduleChanged, draft.Run.Event, draft.Run.ID)
	version, err = d.commit(ctx, &b)
	if now, conflict := conflictOn(err, jobs.KindSchedule); conflict {
		return 0, &StaleError{Current: now}
	}
	return version, err
}

// A pairIn names a pair in a session.
type pairIn struct{ session, firm, buyer string }

// An editing is a draft on its way to another one.
type editing struct {
	l        *loaded
	before   Draft
	schedule *event.Schedule // a copy, changed as edits come
	locks    []jobs.Kept
	edited   map[pairIn]string // the last edit of a pair that gave it a place
	touched  map[string]bool   // sessions with another meeting than before
	found    []plan.Finding
	sound    bool // the whole schedule keeps the rules
}

func newEditing(l *loaded, before Draft) *editing {
	e := &editing{l: l, before: before, locks: append([]jobs.Kept{}, before.Locks...), edited: map[pairIn]string{}, touched: map[string]bool{}}
	s := *before.Schedule
	s.Sessions = slices.Clone(s.Sessions)
	for i := range s.Sessions {
		s.Sessions[i].Meetings = slices.Clone(s.Sessions[i].Meetings)
	}
	e.schedule = &s
	return e
}

// apply makes one edit, or notes why it cannot be made. Whether the whole keeps the rules is settled at the end.
func (e *editing) apply(at string, edit MeetingEdit) {
	part := e.part(edit.Session)
	if part == nil {
		e.found = append(e.found, noSuchSession(at, edit.Session))
		return
	}
	who := pairIn{edit.Session, edit.Firm, edit.Buyer}
	meeting := slices.IndexFunc(part.Meetings, func(m event.Meeting) bool { return m.Firm == edit.Firm && m.Buyer == edit.Buyer })
	lock := slices.IndexFunc(e.locks, func(k jobs.Kept) bool { return (pairIn{k.Session, k.Firm, k.Buyer}) == who })
	switch {
	case !slices.Contains([]Op{Move, Add, Remove, Lock, Unlock}, edit.Op):
		e.found = append(e.found, noSuchOp(at, string(edit.Op)))
	case edit.Op == Add && meeting >= 0:
		e.found = append(e.found, isThere(at, edit.Session, edit.Firm, edit.Buyer))
	case edit.Op == Unlock && lock >= 0:
		e.locks = slices.Delete(e.locks, lock, lock+1)
	case edit.Op != Add && meeting < 0:
		e.found = append(e.found, isMissing(at, edit.Session, edit.Firm, edit.Buyer))
	case (edit.Op == Move || edit.Op == Remove) && lock >= 0:
		e.found = append(e.found, isLocked(at, edit.Firm, edit.Buyer))
	case edit.Op == Lock && lock < 0:
		m := part.Meetings[meeting]
		e.locks = append(e.locks, jobs.Kept{Session: edit.Session, Firm: m.Firm, Buyer: m.Buyer, Slot: m.Slot, Table: m.Table})
	case edit.Op == Remove:
		part.Meetings = slices.Delete(part.Meetings, meeting, meeting+1)
		e.touched[edit.Session] = true
	case edit.Op == Move:
		m := &part.Meetings[meeting]
		m.Slot, m.Table, m.Interpreter = edit.Slot, edit.Table, ""
		e.edited[who], e.touched[edit.Session] = at, true
	case edit.Op == Add:
		part.Meetings = append(part.Meetings, event.Meeting{Firm: edit.Firm, Buyer: edit.Buyer, Slot: edit.Slot, Table: edit.Table})
		e.edited[who], e.touched[edit.Session] = at, true
	}
}

// part returns the part of a session, which is made where the schedule has none yet; nil when the event has no such session.
func (e *editing) part(session string) *event.SessionSchedule {
	for i := range e.schedule.Sessions {
		if e.schedule.Sessions[i].Session == session {
			return &e.schedule.Sessions[i]
		}
	}
	if e.l.index.Session(session) == nil {
		return nil
	}
	e.schedule.Sessions = append(e.schedule.Sessions, event.SessionSchedule{Session: session})
	return &e.schedule.Sessions[len(e.schedule.Sessions)-1]
}
