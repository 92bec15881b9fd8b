package desk_test

import (
	"encoding/json"
	"errors"
	"testing"

	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/jobs"
	"sangdam/internal/plan"
)

func TestARepairChangesEventAndDraftTogether(t *testing.T) {
	b, ctx := newBench(t), t.Context()
	version := b.create(jinju(t))
	run := b.solve(thisEvent, jobs.Options{TimeLimit: 1, Session: "changsha"})
	before, err := b.Publish(ctx, b.admin, run, 0)
	if err != nil {
		t.Fatal(err)
	}
	gone := before.Schedule.Sessions[0].Meetings[0].Buyer
	changes, err := json.Marshal(event.Changes{Format: event.Format, Event: thisEvent, Absent: []event.Absence{{Session: "changsha", Participant: gone}}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := b.Repair(ctx, b.admin, run, []byte(`{"sangdam": 1, "event": "jinju-2019", "absent": [{"session": "nowhere"}]}`), desk.RepairOptions{}); !isFaults(err) {
		t.Errorf("wrong changes: %v", err)
	}
	repaired, err := b.Repair(ctx, b.admin, run, changes, desk.RepairOptions{})
	if err != nil {
		t.Fatal(err)
	}
	d := repaired.Draft
	if len(repaired.Changes) == 0 || len(repaired.Sessions) != 1 || d.Run.ID == run || d.Run.State != jobs.Done || len(d.Run.Best) != 1 {
		t.Errorf("changes %v, sessions %+v, run %+v", repaired.Changes, repaired.Sessions, d.Run)
	}
	now, err := b.Event(ctx, b.admin, thisEvent)
	if err != nil || now.Version == version || d.EventVersion != now.Version || len(d.Findings) != 0 {
		t.Errorf("event %d, draft of %d, %v %v", now.Version, d.EventVersion, d.Findings, err)
	}
	pairs, err := plan.Match(now.Value)
	if err != nil {
		t.Fatal(err)
	}
	if found := plan.Check(now.Value, d.Schedule, pairs).Findings; len(found) > 0 {
		t.Errorf("the repaired schedule: %v", found)
	}
	for _, m := range d.Schedule.Sessions[0].Meetings {
		if m.Buyer == gone {
			t.Errorf("%s still meets %s", m.Firm, gone)
		}
	}
	old, err := b.Draft(ctx, b.admin, run)
	if err != nil || len(old.Findings) == 0 {
		t.Errorf("the draft of before breaks nothing: %v", err)
	}
	if _, err := b.Repair(ctx, b.admin, run, changes, desk.RepairOptions{}); !isRules(err) {
		t.Errorf("a draft that breaks rules is repaired: %v", err)
	}
	if _, err := b.Repair(ctx, b.admin, d.Run.ID, changes, desk.RepairOptions{IfVersion: d.Version + 1}); !isStale(err, d.Version) {
		t.Errorf("with another version: %v", err)
	}
	if _, err := b.Publish(ctx, b.admin, d.Run.ID, d.Version); err != nil {
		t.Errorf("published: %v", err)
	}
	if err := b.DeleteRun(ctx, b.admin, d.Run.ID); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Draft(ctx, b.admin, d.Run.ID); !errors.Is(err, desk.ErrNotFound) {
		t.Errorf("deleted: %v", err)
	}
	if p, err := b.Published(ctx, b.admin, thisEvent); err != nil || p.Run != d.Run.ID {
		t.Errorf("what was published of it: %v", err)
	}
	if all, err := b.Publications(ctx, b.admin, thisEvent); err != nil || len(all) != 2 || all[0].Number != 2 || all[1].Run != run {
		t.Errorf("publications: %+v %v", all, err)
	}
}
