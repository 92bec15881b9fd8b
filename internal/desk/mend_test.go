package desk_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/jobs"
	"sangdam/internal/plan"
)

func changesOf(t *testing.T, c event.Changes) []byte {
	t.Helper()
	c.Format, c.Event = event.Format, thisEvent
	data, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func absent(who string) event.Changes {
	return event.Changes{Absent: []event.Absence{{Session: "changsha", Participant: who}}}
}

func TestAMendingIsShownThenDone(t *testing.T) {
	b, ctx := newBench(t), t.Context()
	version := b.create(jinju(t))
	run := b.solve(thisEvent, jobs.Options{TimeLimit: 1})
	before, err := b.Draft(ctx, b.admin, run)
	if err != nil {
		t.Fatal(err)
	}
	gone := before.Schedule.Sessions[0].Meetings[0].Buyer
	changes := changesOf(t, absent(gone))
	m, err := b.ProposeRepair(ctx, b.admin, run, changes, desk.RepairOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if now, err := b.Event(ctx, b.admin, thisEvent); err != nil || now.Version != version || len(m.Changes) == 0 || len(m.Sessions) != 1 || m.Run != run {
		t.Fatalf("something was written, or nothing found: %+v %v", m.Sessions, err)
	}

	// Somebody changes the event meanwhile, in a way that is no hindrance.
	other, err := b.SetUnavailable(ctx, b.admin, thisEvent, "F09", "moscow", nil)
	if err != nil {
		t.Fatal(err)
	}
	d, err := b.ApplyMending(ctx, b.admin, run, changes, m.Parts(), m.DraftVersion)
	if err != nil {
		t.Fatal(err)
	}
	if d.Run.ID == run || d.Run.Options.Start != run || len(d.Findings) > 0 || d.EventVersion <= other {
		t.Errorf("run %+v, findings %v", d.Run, d.Findings)
	}
	if diff := cmp.Diff(m.Changes, plan.Differences(before.Schedule, d.Schedule)); diff != "" {
		t.Errorf("what was done is not what was shown: %s", diff)
	}
	if diff := cmp.Diff(before.Schedule.Sessions[1], d.Schedule.Sessions[1]); diff != "" {
		t.Errorf("Moscow was touched: %s", diff)
	}
	now, err := b.Event(ctx, b.admin, thisEvent)
	if err != nil {
		t.Fatal(err)
	}
	ix := event.NewIndex(now.Value)
	if p, _ := ix.Buyer(gone).In(ix.Session("changsha")); len(p.Unavailable) == 0 {
		t.Error("the absence is not part of the event")
	}
	if p, _ := ix.Firm("F09").In(ix.Session("moscow")); len(p.Unavailable) > 0 {
		t.Error("what the other changed is lost")
	}
	if chosen, err := b.ChosenRun(ctx, b.admin, thisEvent); err != nil || chosen != d.Run.ID {
		t.Errorf("worked on is %s: %v", chosen, err)
	}
	if _, err := b.ApplyMending(ctx, b.admin, run, changes, m.Parts(), m.DraftVersion); !isStale(err, m.DraftVersion) {
		t.Errorf("done to a draft that is not worked on any more: %v", err)
	}
}

func TestAMendingThatCannotStandIsNotDone(t *testing.T) {
	b, ctx := newBench(t), t.Context()
	b.create(jinju(t))
	run := b.solve(thisEvent, jobs.Options{TimeLimit: 1, Session: "changsha"})
	before, err := b.Draft(ctx, b.admin, run)
	if err != nil {
		t.Fatal(err)
	}
	meetings := before.Schedule.Sessions[0].Meetings
	gone, stays := meetings[0].Buyer, meetings[len(meetings)-1]
	changes := changesOf(t, absent(gone))
	m, err := b.ProposeRepair(ctx, b.admin, run, changes, desk.RepairOptions{KeepGaps: true})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := b.SetUnavailable(ctx, b.admin, thisEvent, stays.Firm, "changsha", []event.Interval{{Start: stays.Start, End: stays.End}}); err != nil {
		t.Fatal(err)
	}
	if _, err := b.ApplyMending(ctx, b.admin, run, changes, m.Parts(), m.DraftVersion); !isRules(err) {
		t.Errorf("someone who is away meets: %v", err)
	}

	// The draft breaks a rule now; mending it anew takes that in as well.
	again, err := b.ProposeRepair(ctx, b.admin, run, changes, desk.RepairOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := b.ApplyMending(ctx, b.admin, run, changes, again.Parts(), again.DraftVersion); err != nil {
		t.Error(err)
	}
	if _, err := b.ProposeRepair(ctx, b.admin, run, []byte(`{"sangdam": 1, "event": "other"}`), desk.RepairOptions{}); !isFaults(err) {
		t.Errorf("changes of another event: %v", err)
	}
	reader := b.caller(desk.TokenSpec{Name: "solver", Scopes: []desk.Scope{desk.ReadEvents, desk.Solve}, Event: thisEvent}, b.admin)
	if _, err := b.ProposeRepair(ctx, reader, run, changes, desk.RepairOptions{}); !errors.Is(err, desk.ErrForbidden) {
		t.Errorf("by somebody who may not change the event: %v", err)
	}
}

func TestWhoComesAfterAllMeetsAgain(t *testing.T) {
	b, ctx := newBench(t), t.Context()
	b.create(jinju(t))
	run := b.solve(thisEvent, jobs.Options{TimeLimit: 1, Session: "changsha"})
	before, err := b.Draft(ctx, b.admin, run)
	if err != nil {
		t.Fatal(err)
	}
	gone := before.Schedule.Sessions[0].Meetings[0].Buyer
	away, err := b.Repair(ctx, b.admin, run, changesOf(t, absent(gone)), desk.RepairOptions{KeepGaps: true})
	if err != nil {
		t.Fatal(err)
	}
	back := changesOf(t, event.Changes{Present: absent(gone).Absent})
	m, err := b.ProposeRepair(ctx, b.admin, away.Draft.Run.ID, back, desk.RepairOptions{})
	if err != nil {
		t.Fatal(err)
	}
	met := 0
	for _, c := range m.Changes {
		if c.Buyer == gone && c.Kind == plan.MeetingAdded {
			met++
		}
	}
	if met == 0 || m.Sessions[0].Lost+m.Sessions[0].Moved > 0 {
		t.Errorf("%s meets nobody, or others pay for it: %+v", gone, m.Changes)
	}
}

func TestTheLastPublicationTellsWhatItChanged(t *testing.T) {
	b, ctx := newBench(t), t.Context()
	b.create(jinju(t))
	run := b.solve(thisEvent, jobs.Options{TimeLimit: 1, Session: "changsha"})
	last := func() int {
		t.Helper()
		changes, err := b.LastChange(ctx, b.admin, thisEvent)
		if err != nil {
			t.Fatal(err)
		}
		return len(changes)
	}
	if n := last(); n != 0 {
		t.Errorf("nothing is published, and %d changed", n)
	}
	p, err := b.Publish(ctx, b.admin, run, 0)
	if err != nil {
		t.Fatal(err)
	}
	if n := last(); n != 0 {
		t.Errorf("the first publication changed %d", n)
	}
	mended, err := b.Repair(ctx, b.admin, run, changesOf(t, absent(p.Schedule.Sessions[0].Meetings[0].Buyer)), desk.RepairOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := b.Publish(ctx, b.admin, mended.Draft.Run.ID, 0); err != nil {
		t.Fatal(err)
	}
	if n := last(); n != len(mended.Changes) || n == 0 {
		t.Errorf("%d changed, the repair made %d", n, len(mended.Changes))
	}
	if err := b.Unpublish(ctx, b.admin, thisEvent); err != nil {
		t.Fatal(err)
	}
	if n := last(); n != 0 {
		t.Errorf("it is taken back, and %d changed", n)
	}
	if _, err := b.Publish(ctx, b.admin, mended.Draft.Run.ID, 0); err != nil {
		t.Fatal(err)
	}
	if n := last(); n != 0 {
		t.Errorf("after it was taken back it changed %d", n)
	}
}
