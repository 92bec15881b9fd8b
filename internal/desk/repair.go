package desk

import (
	"context"
	"slices"
	"time"

	"sangdam/event"
	"sangdam/internal/jobs"
	"sangdam/internal/plan"
	"sangdam/internal/store"
)

// RepairOptions steer Repair.
type RepairOptions struct {
	KeepGaps  bool          // leave the places empty that the changes freed
	TimeLimit time.Duration // zero: 20 seconds
	IfVersion uint64        // of the draft; 0: any
}

// A Repaired draft is one mended after changes.
type Repaired struct {
	Draft    Draft                // of a run of its own, so that the one before can be gone back to
	Changes  []plan.MeetingChange // session by session, in order of time
	Sessions []plan.SessionRepair // how much had to change, and how much at least
	Affected []string             // ids of firms and buyers
}

// Repair mends a draft after no-shows, late arrivals, walk-ins or lost tables, with as few changes as can be. The changes document
// becomes part of the event, together with the new draft or not at all; event.Faults tell what is wrong with it. The error is a
// *RulesError when the draft breaks rules even without the changes. It takes Solve and WriteEvents.
func (d *Desk) Repair(ctx context.Context, c Caller, runID string, changes []byte, opt RepairOptions) (Repaired, error) {
	before, l, err := d.mendable(ctx, c, runID, opt.IfVersion)
	if err != nil {
		return Repaired{}, err
	}
	var mark repairMark
	if _, again, err := d.madeBefore(ctx, l.event.ID, &mark); err != nil {
		return Repaired{}, err
	} else if again {
		return d.repaired(ctx, l.event.ID, mark)
	}
	if len(before.Findings) > 0 {
		return Repaired{}, &RulesError{Findings: before.Findings}
	}
	began := d.clock().UTC()
	mended, err := d.mended(ctx, l, before, changes, opt, nil)
	if err != nil {
		return Repaired{}, err
	}
	run, err := d.repairRun(c, &before, mended, began)
	if err != nil {
		return Repaired{}, err
	}
	if err := d.writeRepaired(ctx, c, l, before, run, mended); err != nil {
		return Repaired{}, err
	}
	return d.repaired(ctx, run.Event, repairMark{run.ID, mended.Changes, mended.Sessions})
}

// A repairMark is what a repair is answered from.
type repairMark struct {
	Run      string
	Changes  []plan.MeetingChange
	Sessions []plan.SessionRepair
}

func (d *Desk) repaired(ctx context.Context, id string, m repairMark) (Repaired, error) {
	draft, _, err := d.draft(ctx, id, m.Run)
	return Repaired{Draft: draft, Changes: m.Changes, Sessions: m.Sessions, Affected: affectedBy(m.Changes)}, err
}

// writeRepaired writes the changed event and the new draft in one write.
func (d *Desk) writeRepaired(ctx context.Context, c Caller, l *loaded, before Draft, run jobs.Run, mended *plan.Repaired) error {
	b, err := d.eventBatch(ctx, c, mended.Event, store.At(l.version), EventChanged, run.ID)
	if err != nil {
		return err
	}
	document, err := bareDocument(mended.Schedule)
	if err != nil {
		return err
	}
	d.mark(ctx, b, repairMark{run.ID, mended.Changes, mended.Sessions})
	b.put(jobs.KindRun, run.ID, store.Absent(), run, time.Time{})
	b.raw(jobs.KindSchedule, run.ID, store.Absent(), document, time.Time{})
	b.put(kindLocks, run.ID, store.Absent(), locks{Locks: standing(before.Locks, mended.Schedule), WithEvent: true}, time.Time{})
	_, err = d.commit(ctx, b)
	if now, conflict := conflictOn(err, kindEvent); conflict {
		return &StaleError{Current: now}
	}
	if err == nil {
		d.saved(mended.Event.ID)
	}
	return err
}

// standing keeps the locks of meetings that are where they were.
func standing(kept []jobs.Kept, s *event.Schedule) []jobs.Kept {
	meetings := map[pairIn]int{}
	for _, part := range s.Sessions {
		for _, m := range part.Meetings {
			meetings[pairIn{part.Session, m.Firm, m.Buyer}] = m.Slot
		}
	}
	return slices.DeleteFunc(slices.Clone(kept), func(k jobs.Kept) bool {
		slot, there := meetings[pairIn{k.Session, k.Firm, k.Buyer}]
		return !there || slot != k.Slot
	})
}

// bestOf is the state of each session as a run reports it.
func bestOf(s *event.Schedule) []jobs.Progress {
	best := make([]jobs.Progress, len(s.Sessions))
	for i, part := range s.Sessions {
		best[i] = jobs.Progress{
			Seq: uint64(i + 1), Session: part.Session, Seconds: part.Seconds, Score: part.Objective.Score, Bound: part.Bound.Score, Gap: part.Gap,
			Breaks: part.Objective.Breaks, MustMissed: part.Objective.MustMissed, MinimumShortfall: part.Objective.MinimumShortfall,
			Feasible: true, Done: true,
		}
	}
	return best
}

func unmendable(cause error) plan.Finding {
	return plan.Finding{Rule: ruleRepair, Message: say(
		"변경 사항에 맞게 일정을 고칠 수 없습니다(%[1]v)",
		"the schedule cannot be mended after these changes (%[1]v)",
		"无法按这些变更修补日程（%[1]v）",
		"расписание нельзя исправить под эти изменения (%[1]v)", cause)}
}
