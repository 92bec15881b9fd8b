package desk_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/jobs"
	"sangdam/internal/plan"
	"sangdam/matcher"
)

// shortBench is a bench whose events are all taken to have very many pairs: only the best two of each firm and buyer are ranked.
func shortBench(t *testing.T) *bench {
	return newBench(t, func(o *desk.Options) { o.RankedPairs, o.Shortlist = 1, 2 })
}

// remote are the candidates of a session that are on nobody's shortlist of so many, the best first.
func remote(ev *event.Event, session string, best int) []event.Pair {
	return slices.DeleteFunc(matcher.Rank(ev), func(p event.Pair) bool {
		return p.Session != session || p.Excluded != nil || p.RankForFirm <= best || p.RankForBuyer <= best
	})
}

// crowdedEvent is the Jinju event where nobody has room for more than two meetings, so that the shortlists need not be longer.
func crowdedEvent(t *testing.T) *event.Event {
	ev := jinju(t)
	ev.Requests, ev.Fixed, ev.Outcomes = nil, nil, nil
	limited := func(in map[string]event.Participation) {
		for id, p := range in {
			p.MinMeetings, p.MaxMeetings = event.Maybe[int]{}, event.Some(2)
			in[id] = p
		}
	}
	for i := range ev.Firms {
		limited(ev.Firms[i].Sessions)
	}
	for i := range ev.Buyers {
		limited(ev.Buyers[i].Sessions)
	}
	return ev
}

// sound fails the test unless a draft keeps the rules, has the figures of its meetings, and can be published.
func (b *bench) sound(what string, draft desk.Draft) {
	b.t.Helper()
	now, err := b.Event(b.t.Context(), b.admin, thisEvent)
	if err != nil {
		b.t.Fatal(err)
	}
	pairs, err := plan.Match(now.Value)
	if err != nil {
		b.t.Fatal(err)
	}
	bare := *draft.Schedule
	bare.Sessions = slices.Clone(bare.Sessions)
	for i := range bare.Sessions {
		bare.Sessions[i].Unplaced = nil
	}
	if found := plan.Check(now.Value, &bare, pairs).Findings; len(found) > 0 {
		b.t.Errorf("%s: by all pairs %v", what, found)
	}
	if len(draft.Findings) > 0 || draft.Outdated {
		b.t.Errorf("%s: outdated %v, %v", what, draft.Outdated, draft.Findings)
	}
	if _, err := b.Publish(b.t.Context(), b.admin, draft.Run.ID, draft.Version); err != nil {
		b.t.Errorf("%s is not published: %v", what, err)
	}
}

func (b *bench) draft(run string) desk.Draft {
	b.t.Helper()
	draft, err := b.Draft(b.t.Context(), b.admin, run)
	if err != nil {
		b.t.Fatal(err)
	}
	return draft
}

func TestAPairOnNobodysShortlistCanMeet(t *testing.T) {
	b, ctx := shortBench(t), t.Context()
	ev := crowdedEvent(t)
	far := remote(ev, "changsha", 2)
	if len(far) < 2 {
		t.Fatalf("%d pairs are on nobody's shortlist: the test says nothing", len(far))
	}
	must, fixed := far[len(far)-1], far[0]
	ev.Requests = []event.Request{{From: must.Buyer, To: must.Firm, Wish: event.Must}}
	ev.Fixed = []event.Fixed{{Session: "changsha", Firm: fixed.Firm, Buyer: fixed.Buyer, Slot: freeSlot(t, ev, fixed)}}
	b.create(ev)
	draft := b.draft(b.solve(thisEvent, jobs.Options{TimeLimit: 1}))
	b.sound("what was solved", draft)
	meetings := draft.Schedule.Sessions[0].Meetings
	has := func(p event.Pair) func(event.Meeting) bool {
		return func(m event.Meeting) bool { return m.Firm == p.Firm && m.Buyer == p.Buyer }
	}
	if !slices.ContainsFunc(meetings, has(must)) || !slices.ContainsFunc(meetings, has(fixed)) {
		t.Fatal("what must be is not: the test says nothing")
	}

	// A must without its meeting is missed, though nobody has it on the shortlist; it can be taken in again.
	at := slices.IndexFunc(meetings, has(must))
	without, err := b.EditMeetings(ctx, b.admin, draft.Run.ID, []desk.MeetingEdit{edit(desk.Remove, "changsha", meetings[at])}, draft.Version)
	if err != nil || without.Schedule.Sessions[0].Objective.MustMissed != 1 {
		t.Fatalf("removed: %+v %v", without.Schedule, err)
	}
	b.sound("without the must", without)
	places, err := b.Places(ctx, b.admin, draft.Run.ID, "changsha", must.Firm, must.Buyer)
	if err != nil || len(places[meetings[at].Slot].Findings) > 0 {
		t.Errorf("the places of the must: %+v %v", places, err)
	}
	again, err := b.EditMeetings(ctx, b.admin, draft.Run.ID, []desk.MeetingEdit{edit(desk.Add, "changsha", meetings[at])}, without.Version)
	if err != nil {
		t.Fatal(err)
	}
	b.sound("with the must again", again)
}

// freeSlot is the first slot in which both sides of a pair are there.
func freeSlot(t *testing.T, ev *event.Event, p event.Pair) int {
	ix := event.NewIndex(ev)
	s := ix.Session(p.Session)
	firm, _ := ix.Firm(p.Firm).In(s)
	buyer, _ := ix.Buyer(p.Buyer).In(s)
	for slot, free := range firm.Available(s) {
		if free && buyer.Available(s)[slot] {
			return slot
		}
	}
	t.Fatalf("%s and %s are never there together", p.Firm, p.Buyer)
	return -1
}

// swapped puts a pair on nobody's shortlist in the place of the meetings that hold its seats.
func (b *bench) swapped(draft desk.Draft, far []event.Pair) (desk.Draft, event.Pair) {
	b.t.Helper()
	var refused []string
	for _, p := range far {
		var edits []desk.MeetingEdit
		slot := -1
		for _, m := range draft.Schedule.Sessions[0].Meetings {
			if m.Firm == p.Firm || m.Buyer == p.Buyer {
				edits, slot = append(edits, edit(desk.Remove, "changsha", m)), m.Slot
			}
		}
		edits = append(edits, desk.MeetingEdit{Op: desk.Add, Session: "changsha", Firm: p.Firm, Buyer: p.Buyer, Slot: slot})
		changed, err := b.EditMeetings(b.t.Context(), b.admin, draft.Run.ID, edits, 0)
		if err == nil {
			return changed, p
		}
		refused = append(refused, fmt.Sprint(rulesOf(err)))
	}
	b.t.Fatalf("no pair on nobody's shortlist can meet: %s", strings.Join(refused, "\n"))
	return desk.Draft{}, event.Pair{}
}

func TestAMeetingOnNobodysShortlistOutlivesWhatFollows(t *testing.T) {
	b, ctx := shortBench(t), t.Context()
	ev := crowdedEvent(t)
	b.create(ev)
	draft := b.draft(b.solve(thisEvent, jobs.Options{TimeLimit: 1}))
	draft, pair := b.swapped(draft, remote(ev, "changsha", 2))
	b.sound("with a remote pair", draft)
	meetings := draft.Schedule.Sessions[0].Meetings
	at := slices.IndexFunc(meetings, func(m event.Meeting) bool { return m.Firm == pair.Firm && m.Buyer == pair.Buyer })
	if meetings[at].Score != pair.Score {
		t.Errorf("the score is %v, not %v", meetings[at].Score, pair.Score)
	}

	// The event changes where it is no matter; then someone is absent, who is in another meeting.
	if _, err := b.SetUnavailable(ctx, b.admin, thisEvent, "F09", "moscow", nil); err != nil {
		t.Fatal(err)
	}
	b.sound("after a change of the event", b.draft(draft.Run.ID))
	other := slices.IndexFunc(meetings, func(m event.Meeting) bool { return m.Firm != pair.Firm && m.Buyer != pair.Buyer })
	changes := changesOf(t, absent(meetings[other].Buyer))
	m, err := b.ProposeRepair(ctx, b.admin, draft.Run.ID, changes, desk.RepairOptions{})
	if err != nil {
		t.Fatal(err)
	}
	mended, err := b.ApplyMending(ctx, b.admin, draft.Run.ID, changes, m.Parts(), m.DraftVersion)
	if err != nil {
		t.Fatal(err)
	}
	b.sound("mended", mended)

	// By its wish the pair is no candidate, and then the rule says so.
	told, err := b.Consequences(ctx, b.admin, thisEvent, forbidden(t, b, pair))
	if err != nil || len(told.Draft) != 1 || told.Draft[0].Meeting.Buyer != pair.Buyer || told.Draft[0].Broken[0].Rule != "H11" {
		t.Fatalf("upset by a refusal: %+v %v", told.Draft, err)
	}
	if why := told.Draft[0].Broken[0].Message.In("en"); !strings.Contains(why, string(event.ReasonRefused)) {
		t.Errorf("it says %q", why)
	}
}

// forbidden is the event as it is, with a wish of a buyer never to meet a firm.
func forbidden(t *testing.T, b *bench, p event.Pair) *event.Event {
	now, err := b.Event(t.Context(), b.admin, thisEvent)
	if err != nil {
		t.Fatal(err)
	}
	next := *now.Value
	next.Requests = []event.Request{{From: p.Buyer, To: p.Firm, Wish: event.Never}}
	return &next
}
