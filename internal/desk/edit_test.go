package desk_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/jobs"
	"sangdam/internal/plan"
)

// drafted is a bench with a small event, solved.
func drafted(t *testing.T, name string) (b *bench, draft desk.Draft) {
	b = newBench(t)
	ev := small(t, name)
	b.create(ev)
	draft, err := b.Draft(t.Context(), b.admin, b.solve(ev.ID, jobs.Options{}))
	if err != nil {
		t.Fatal(err)
	}
	return b, draft
}

func edit(op desk.Op, session string, m event.Meeting) desk.MeetingEdit {
	return desk.MeetingEdit{Op: op, Session: session, Firm: m.Firm, Buyer: m.Buyer, Slot: m.Slot, Table: m.Table}
}

func rulesOf(err error) (rules []string) {
	broken, _ := errors.AsType[*desk.RulesError](err)
	if broken == nil {
		return nil
	}
	for _, f := range broken.Findings {
		rules = append(rules, f.Location+" "+f.Rule)
		for _, lang := range event.Languages {
			if f.Message.By[lang] == "" {
				rules = append(rules, "no message in "+lang)
			}
		}
	}
	return rules
}

func TestEditsThatCannotBeMadeSayWhy(t *testing.T) {
	b, draft := drafted(t, "tables-swap")
	ctx, run := t.Context(), draft.Run.ID
	meetings := draft.Schedule.Sessions[0].Meetings
	m := meetings[0]
	locked, err := b.EditMeetings(ctx, b.admin, run, []desk.MeetingEdit{edit(desk.Lock, "hall", m)}, draft.Version)
	if err != nil || len(locked.Locks) != 1 || locked.Version == draft.Version {
		t.Fatalf("locked: %+v %v", locked.Locks, err)
	}
	nobody := event.Meeting{Firm: "F1", Buyer: "B9"}
	far := meetings[1]
	far.Slot = 7
	for _, c := range []struct {
		name  string
		edits []desk.MeetingEdit
		want  []string
	}{
		{"a locked meeting is moved", []desk.MeetingEdit{edit(desk.Move, "hall", m)}, []string{"edits[0] locked"}},
		{"a locked meeting is removed", []desk.MeetingEdit{edit(desk.Remove, "hall", m)}, []string{"edits[0] locked"}},
		{"what is not there is moved", []desk.MeetingEdit{edit(desk.Move, "hall", nobody)}, []string{"edits[0] meeting"}},
		{"what is not there is locked", []desk.MeetingEdit{edit(desk.Lock, "hall", nobody)}, []string{"edits[0] meeting"}},
		{"what is there is added", []desk.MeetingEdit{edit(desk.Add, "hall", meetings[1])}, []string{"edits[0] once"}},
		{"a stranger is added", []desk.MeetingEdit{edit(desk.Add, "hall", nobody)}, []string{"edits[0].buyer D2"}},
		{"another session", []desk.MeetingEdit{edit(desk.Remove, "garden", m)}, []string{"edits[0].session meeting"}},
		{"another op", []desk.MeetingEdit{edit("swap", "hall", m)}, []string{"edits[0].op op"}},
		{"a slot that is not there", []desk.MeetingEdit{edit(desk.Move, "hall", far)}, []string{"edits[0].slot D2"}},
		{"all at once", []desk.MeetingEdit{edit(desk.Remove, "hall", m), edit(desk.Add, "hall", meetings[1])}, []string{"edits[0] locked", "edits[1] once"}},
	} {
		if _, err := b.EditMeetings(ctx, b.admin, run, c.edits, 0); !slices.Equal(rulesOf(err), c.want) {
			t.Errorf("%s: %q, want %q (%v)", c.name, rulesOf(err), c.want, err)
		}
	}
	if after, err := b.Draft(ctx, b.admin, run); err != nil || after.Version != locked.Version {
		t.Errorf("a refused edit changed the draft: %v", err)
	}
	free := []desk.MeetingEdit{edit(desk.Unlock, "hall", m), edit(desk.Remove, "hall", m)}
	after, err := b.EditMeetings(ctx, b.admin, run, free, 0)
	if err != nil || len(after.Locks) != 0 || len(after.Schedule.Sessions[0].Meetings) != 3 {
		t.Errorf("unlocked and removed: %+v %v", after.Locks, err)
	}
}

// Whatever is done by hand, the document that is left is right in every figure, and a bound stays a bound.
func TestADraftEditedByHandPassesTheCheck(t *testing.T) {
	for _, name := range []string{"tables-swap", "two-days", "table-shortage", "break-forced", "parallel-two", "interpreter-short", "minimum-unmet"} {
		b, draft := drafted(t, name)
		ctx, ev := t.Context(), small(t, name)
		pairs, err := plan.Match(ev)
		if err != nil {
			t.Fatal(err)
		}
		session := ev.Sessions[0]
		best := draft.Schedule.Sessions[0].Objective
		made := 0
		for _, m := range draft.Schedule.Sessions[0].Meetings {
			for slot := range session.Slots {
				to := m
				to.Slot, to.Table = slot, ""
				places, err := b.Places(ctx, b.admin, draft.Run.ID, session.ID, m.Firm, m.Buyer)
				if err != nil {
					t.Fatal(err)
				}
				after, err := b.EditMeetings(ctx, b.admin, draft.Run.ID, []desk.MeetingEdit{edit(desk.Move, session.ID, to)}, 0)
				if allowed := len(places[slot].Findings) == 0; allowed != (err == nil) {
					t.Errorf("%s: %s with %s to slot %d: place %v, edit %v", name, m.Firm, m.Buyer, slot, places[slot].Findings, err)
				}
				if err != nil {
					continue
				}
				made++
				checkDraft(t, fmt.Sprintf("%s: %s with %s in slot %d", name, m.Firm, m.Buyer, slot), ev, after, pairs, best)
			}
		}
		if made == 0 {
			t.Errorf("%s: no edit was possible", name)
		}
	}
}

func checkDraft(t *testing.T, what string, ev *event.Event, d desk.Draft, pairs []event.Pair, best event.Objective) {
	t.Helper()
	if found := plan.Check(ev, d.Whole(), pairs).Findings; len(found) > 0 {
		t.Errorf("%s: %v", what, found)
	}
	part := d.Schedule.Sessions[0]
	if part.Objective.MustMissed == best.MustMissed && part.Objective.MinimumShortfall == best.MinimumShortfall && part.Bound.Score < best.Score {
		t.Errorf("%s: the bound %v is below %v, which is possible", what, part.Bound.Score, best.Score)
	}
}

func TestSolvingAroundWhatIsLocked(t *testing.T) {
	b, draft := drafted(t, "tables-swap")
	ctx := t.Context()
	var swap []desk.MeetingEdit
	for _, m := range draft.Schedule.Sessions[0].Meetings {
		m.Slot, m.Table = 1-m.Slot, ""
		swap = append(swap, edit(desk.Move, "hall", m))
	}
	m := swap[0]
	swap = append(swap, desk.MeetingEdit{Op: desk.Lock, Session: "hall", Firm: m.Firm, Buyer: m.Buyer})
	if _, err := b.EditMeetings(ctx, b.admin, draft.Run.ID, swap, 0); err != nil {
		t.Fatal(err)
	}
	again, err := b.Draft(ctx, b.admin, b.solve(draft.Run.Event, jobs.Options{Start: draft.Run.ID}))
	if err != nil || len(again.Locks) != 1 || again.Locks[0].Firm != m.Firm {
		t.Fatalf("locks %+v %v", again.Locks, err)
	}
	at := slices.IndexFunc(again.Schedule.Sessions[0].Meetings, func(n event.Meeting) bool { return n.Firm == m.Firm && n.Buyer == m.Buyer })
	if at < 0 || again.Schedule.Sessions[0].Meetings[at].Slot != m.Slot {
		t.Errorf("the locked meeting of slot %d is not there: %+v", m.Slot, again.Schedule.Sessions[0].Meetings)
	}
	_, err = b.Solve(ctx, b.admin, draft.Run.Event, jobs.Options{
		Session: "garden", TimeLimit: -1, ScoreSlack: 1, Start: "nothing", Keep: []jobs.Kept{{Session: "hall", Firm: "F1", Buyer: "B1", Slot: 9}},
	})
	faults, _ := errors.AsType[event.Faults](err)
	var where []string
	for _, f := range faults {
		where = append(where, f.Location)
	}
	if want := []string{"session", "time_limit", "score_slack", "keep[0].slot"}; !slices.Equal(where, want) {
		t.Errorf("faults at %q, want %q", where, want)
	}
	if _, err := b.Solve(ctx, b.admin, draft.Run.Event, jobs.Options{Start: "nothing"}); !isFaults(err) {
		t.Errorf("a start that is not there: %v", err)
	}
}

// The event changes under a draft: a meeting that cannot be held any more keeps it from being published, and from nothing else.
func TestADraftIsJudgedByTheEventAsItIs(t *testing.T) {
	b, draft := drafted(t, "tables-swap")
	ctx, run := t.Context(), draft.Run.ID
	meetings := draft.Schedule.Sessions[0].Meetings
	if _, err := b.Publish(ctx, b.admin, run, 0); err != nil {
		t.Fatal(err)
	}
	lost := meetings[0]
	if _, err := b.SetUnavailable(ctx, b.admin, draft.Run.Event, lost.Buyer, "hall", []event.Interval{{Start: lost.Start, End: lost.End}}); err != nil {
		t.Fatal(err)
	}
	broken, err := b.Draft(ctx, b.admin, run)
	if err != nil || len(broken.Findings) == 0 {
		t.Fatalf("nothing is found: %v", err)
	}
	if _, err := b.Publish(ctx, b.admin, run, 0); !slices.Equal(rulesOf(err), []string{"sessions[0].meetings[0] H3"}) {
		t.Errorf("published all the same: %q %v", rulesOf(err), err)
	}
	// Something else is removed, then what is wrong.
	other := slices.IndexFunc(meetings, func(m event.Meeting) bool { return m.Firm != lost.Firm && m.Buyer != lost.Buyer })
	after, err := b.EditMeetings(ctx, b.admin, run, []desk.MeetingEdit{edit(desk.Remove, "hall", meetings[other])}, 0)
	if err != nil || len(after.Findings) != 1 {
		t.Fatalf("%v %v", after.Findings, err)
	}
	after, err = b.EditMeetings(ctx, b.admin, run, []desk.MeetingEdit{edit(desk.Remove, "hall", lost)}, 0)
	if err != nil || len(after.Findings) != 0 {
		t.Fatalf("%v %v", after.Findings, err)
	}
	changes, affected, err := b.Difference(ctx, b.admin, run)
	if err != nil || len(changes) != 2 || len(affected) != 4 {
		t.Errorf("%+v %v %v", changes, affected, err)
	}
	p, err := b.Publish(ctx, b.admin, run, after.Version)
	if err != nil || p.Number != 2 {
		t.Fatal(err)
	}
	cancelled := slices.DeleteFunc(slices.Clone(p.Entries), func(e desk.Entry) bool { return !e.Cancelled })
	if len(p.Entries) != 4 || len(cancelled) != 2 {
		t.Errorf("entries: %+v", p.Entries)
	}
}

func TestAWishChangesFiguresAndNoMeeting(t *testing.T) {
	b, ctx := newBench(t), t.Context()
	ev := jinju(t)
	b.create(ev)
	run := b.solve(thisEvent, jobs.Options{TimeLimit: 1, Session: "changsha"})
	draft, err := b.Draft(ctx, b.admin, run)
	if err != nil {
		t.Fatal(err)
	}
	m := draft.Schedule.Sessions[0].Meetings[0]
	if _, err := b.SetWish(ctx, b.admin, thisEvent, m.Firm, m.Buyer, event.Want); err != nil {
		t.Fatal(err)
	}
	p, err := b.Publish(ctx, b.admin, run, draft.Version)
	if err != nil {
		t.Fatalf("%q %v", rulesOf(err), err)
	}
	if len(p.Schedule.Sessions[0].Meetings) != len(draft.Schedule.Sessions[0].Meetings) {
		t.Error("meetings were lost")
	}
}

func TestSolvingOneSessionLeavesTheOthers(t *testing.T) {
	b, ctx := newBench(t), t.Context()
	b.create(jinju(t))
	first, err := b.Draft(ctx, b.admin, b.solve(thisEvent, jobs.Options{TimeLimit: 1}))
	if err != nil || len(first.Schedule.Sessions) != 2 {
		t.Fatal(err)
	}
	session := first.Schedule.Sessions[0].Session
	second, err := b.Draft(ctx, b.admin, b.solve(thisEvent, jobs.Options{TimeLimit: 1, Session: session, Start: first.Run.ID}))
	if err != nil || len(second.Schedule.Sessions) != 2 || second.Schedule.Sessions[0].Session != session {
		t.Fatalf("%d sessions, %v", len(second.Schedule.Sessions), err)
	}
	one := func(s event.SessionSchedule) *event.Schedule {
		return &event.Schedule{Sessions: []event.SessionSchedule{s}}
	}
	if changed := plan.Differences(one(first.Schedule.Sessions[1]), one(second.Schedule.Sessions[1])); len(changed) > 0 {
		t.Errorf("the other session changed: %v", changed)
	}
	if _, err := b.Publish(ctx, b.admin, second.Run.ID, second.Version); err != nil {
		t.Errorf("%q %v", rulesOf(err), err)
	}
	m := second.Schedule.Sessions[1].Meetings[0]
	edited, err := b.EditMeetings(ctx, b.admin, second.Run.ID, []desk.MeetingEdit{edit(desk.Remove, second.Schedule.Sessions[1].Session, m)}, second.Version)
	if err != nil || len(edited.Schedule.Sessions) != 2 || len(edited.Findings) > 0 {
		t.Errorf("edited: %v %v", edited.Findings, err)
	}
	if _, err := b.Publish(ctx, b.admin, second.Run.ID, edited.Version); err != nil {
		t.Errorf("%q %v", rulesOf(err), err)
	}
}
