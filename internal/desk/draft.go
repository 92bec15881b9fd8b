package desk

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"sangdam/event"
	"sangdam/internal/jobs"
	"sangdam/internal/plan"
)

// A Draft is the schedule of a run, with what was changed by hand since. What is in it must not be changed: others read it, too.
type Draft struct {
	Run      jobs.Run
	Schedule *event.Schedule // without the pairs left out; see Whole and Waiting
	Locks    []jobs.Kept     // meetings that stay where they are when it is solved again
	Version  uint64          // of schedule and locks together, for EditMeetings, Repair and Publish
	// EventVersion is that of the event by which the schedule's figures were last worked out.
	EventVersion uint64
	// Basis names what of the event as it is now bears on schedules: it stands while only outcomes come in.
	Basis uint64
	// Findings are the rules that the schedule breaks by the event as it is now, located as sessions[i].meetings[j].
	Findings []plan.Finding
	// Outdated says that the event was changed since in a way that bears on the schedule: rules are broken, or times or figures are no
	// longer those of the draft.
	Outdated bool
	// Whole is the schedule with the pairs left out and their reasons, as documents have it.
	Whole func() *event.Schedule
	// Waiting are the pairs of a session without a meeting; nil when the schedule has no such session.
	Waiting func(session string) *plan.Waiting
}

// locks is the record beside a draft, written together with it.
type locks struct {
	Locks        []jobs.Kept `json:"locks"`
	EventVersion uint64      `json:"event_version,omitzero"` // 0: the draft is as the run left it
	WithEvent    bool        `json:"with_event,omitzero"`    // the event was written together with the draft, and has its version
	// Others are the sessions of the schedule that a run for one session began from, and OthersVersion that of their event: they belong to
	// the draft, though the run leaves them out.
	Others        []event.SessionSchedule `json:"others,omitzero"`
	OthersVersion uint64                  `json:"others_version,omitzero"`
}

// complete makes a draft of what a run left and what stands beside it.
func (k *locks) complete(d *Draft, record uint64) {
	d.Locks = append([]jobs.Kept{}, k.Locks...)
	d.Version, d.EventVersion = record, d.Run.EventVersion
	switch {
	case k.WithEvent:
		d.EventVersion = record
	case k.EventVersion != 0:
		d.EventVersion = k.EventVersion
	}
	if len(k.Others) == 0 {
		return
	}
	d.Schedule.Sessions = append(d.Schedule.Sessions, k.Others...)
	if k.OthersVersion != d.EventVersion {
		d.EventVersion = 0 // the parts are of different events: no version has all these figures
	}
}

// A draftVersion is that of a draft as it stands by a version of the event.
type draftVersion struct{ draft, event uint64 }

// Draft returns the schedule of a run. The error is a *NoScheduleError while there is none. It takes Solve or ReadEvents.
func (d *Desk) Draft(ctx context.Context, c Caller, runID string) (Draft, error) {
	id, err := c.demandRun(runID, Solve, ReadEvents)
	if err != nil {
		return Draft{}, err
	}
	draft, _, err := d.draft(ctx, id, runID)
	return draft, err
}

// draft reads a draft and judges it by the event as it is now.
func (d *Desk) draft(ctx context.Context, id, runID string) (Draft, *loaded, error) {
	l, err := d.load(ctx, id)
	if err != nil {
		return Draft{}, nil, err
	}
	var draft Draft
	if draft.Run, _, err = d.run(ctx, id, runID); err != nil {
		return Draft{}, nil, err
	}
	r, err := d.get(ctx, id, jobs.KindSchedule, runID)
	if errors.Is(err, ErrNotFound) {
		err = &NoScheduleError{Run: runID, Coming: !draft.Run.State.Ended()}
	}
	if err != nil {
		return Draft{}, nil, err
	}
	stamp := draftVersion{r.Version, l.version}
	if kept, ok := d.cache.drafts.get(runID, stamp); ok {
		kept.Run = draft.Run
		return kept, l, nil
	}
	beside, err := d.locksOf(ctx, id, runID)
	if err != nil {
		return Draft{}, nil, err
	}
	if draft.Schedule, err = event.ReadSchedule(bytes.NewReader(r.Value)); err != nil {
		return Draft{}, nil, fmt.Errorf("desk: the record %v cannot be read: %w", r.Key, err)
	}
	beside.complete(&draft, r.Version)
	made := draft.Schedule
	if draft.EventVersion != l.version {
		draft.refit(l.index)
	}
	slices.SortStableFunc(draft.Schedule.Sessions, l.inOrder)
	var same bool
	draft.Findings, same = judge(l, draft.Schedule)
	draft.Basis, draft.Outdated = l.matching.digest, draft.EventVersion != l.version && !(same && sameTimes(made, draft.Schedule))
	draft.derive(l)
	d.cache.drafts.put(runID, stamp, draft)
	return draft, l, nil
}

// inOrder compares parts by the places of their sessions in the event.
func (l *loaded) inOrder(a, b event.SessionSchedule) int {
	return cmp.Compare(l.orderOf(a.Session), l.orderOf(b.Session))
}

// orderOf is the place of a session in the event; one that it has no more comes last.
func (l *loaded) orderOf(session string) int {
	if at, ok := l.matching.places().sessions[session]; ok {
		return at
	}
	return len(l.event.Sessions)
}

// locksOf reads the record beside a draft; none is as good as an empty one.
func (d *Desk) locksOf(ctx context.Context, id, runID string) (locks, error) {
	var k locks
	_, err := d.read(ctx, id, kindLocks, runID, &k)
	if errors.Is(err, ErrNotFound) {
		err = nil
	}
	return k, err
}

// judge returns the hard rules that a schedule breaks. Its figures do not count: they grow old with the event, without the
// meetings being any worse. The schedule is the same when no rule is broken and the figures are those of the event.
func judge(l *loaded, s *event.Schedule) (found []plan.Finding, same bool) {
	found, same = []plan.Finding{}, true
	for i := range s.Sessions {
		now, broken := restate(l, s, i)
		found = append(found, broken...)
		same = same && len(broken) == 0 && now.Objective == s.Sessions[i].Objective
	}
	return found, same
}

// sameTimes reports whether two states of a schedule, before and after it was hung into another timetable, hold the same meetings at the
// same times.
func sameTimes(made, now *event.Schedule) bool {
	return len(made.Sessions) == len(now.Sessions) && len(plan.Differences(made, now)) == 0
}

// restate makes a session's part of a schedule anew but for the pairs left out, by the event as it is now. The findings are located in the schedule; with
// some the part may be empty.
func restate(l *loaded, s *event.Schedule, session int) (event.SessionSchedule, []plan.Finding) {
	old := &s.Sessions[session]
	part, found, err := l.matching.rules().Restate(old.Session, old.Meetings)
	if err != nil { // there is no such session any more, or what is fixed cannot stand
		return part, []plan.Finding{{Location: sessionAt(session), Rule: "D0", Message: event.Text{Plain: err.Error()}}}
	}
	for i := range found {
		found[i].Location = strings.TrimSuffix(sessionAt(session)+"."+found[i].Location, ".")
	}
	part.Seed = old.Seed
	return part, found
}

func sessionAt(i int) string { return "sessions[" + strconv.Itoa(i) + "]" }

// Places tells for every slot of a session whether a pair could meet there in a draft, and if not, why. Ids that the event does not have
// are event.Faults, located as session, firm and buyer. It takes Solve or ReadEvents.
func (d *Desk) Places(ctx context.Context, c Caller, runID, session, firm, buyer string) ([]plan.Place, error) {
	id, err := c.demandRun(runID, Solve, ReadEvents)
	if err != nil {
		return nil, err
	}
	draft, l, err := d.draft(ctx, id, runID)
	if err != nil {
		return nil, err
	}
	if faults := UnknownIDs(l.index, l.event, session, firm, buyer); len(faults) > 0 {
		return nil, faults
	}
	var meetings []event.Meeting
	for _, part := range draft.Schedule.Sessions {
		if part.Session == session {
			meetings = part.Meetings
		}
	}
	places, err := l.matching.rules().Places(session, meetings, firm, buyer)
	if err != nil {
		return nil, &RulesError{Findings: []plan.Finding{l.noPlace(pairIn{session, firm, buyer}, err)}}
	}
	return places, nil
}
