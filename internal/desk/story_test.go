package desk_test

import (
	"bytes"
	"errors"
	"testing"
	"time"

	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/jobs"
	"sangdam/internal/plan"
)

func TestFromDocumentToPublication(t *testing.T) {
	t.Run("in a file", func(t *testing.T) { tellStory(t, newBench(t)) })
	t.Run("on Redis", func(t *testing.T) { tellStory(t, redisBench(t)) })
}

func tellStory(t *testing.T, b *bench) {
	ctx := t.Context()
	ev := small(t, "tables-swap")
	version := b.create(ev)
	if _, err := b.CreateEvent(ctx, b.admin, ev); !isExists(err) {
		t.Errorf("made twice: %v", err)
	}
	page, err := b.Matches(ctx, b.admin, ev.ID, desk.MatchQuery{})
	if err != nil {
		t.Fatal(err)
	}
	want, err := plan.Match(ev)
	if err != nil {
		t.Fatal(err)
	}
	if len(page.Pairs) != len(want) || page.Version != version {
		t.Fatalf("%d pairs of version %d, want %d of %d", len(page.Pairs), page.Version, len(want), version)
	}
	runID := b.solve(ev.ID, jobs.Options{})
	draft, err := b.Draft(ctx, b.admin, runID)
	if err != nil || len(draft.Findings) > 0 {
		t.Fatalf("draft: %v %v", draft.Findings, err)
	}
	meetings := draft.Schedule.Sessions[0].Meetings
	if len(meetings) != 4 {
		t.Fatalf("%d meetings, want 4", len(meetings))
	}
	first, err := b.Publish(ctx, b.admin, runID, draft.Version)
	if err != nil || first.Number != 1 || len(first.Entries) != 4 {
		t.Fatalf("publication: %+v %v", first, err)
	}

	// Two meetings of a firm change places; so must those of the other firm, or the buyers are in two places at once.
	var edits []desk.MeetingEdit
	for _, m := range meetings {
		edits = append(edits, desk.MeetingEdit{Op: desk.Move, Session: draft.Schedule.Sessions[0].Session, Firm: m.Firm, Buyer: m.Buyer, Slot: 1 - m.Slot})
	}
	if _, err := b.EditMeetings(ctx, b.admin, runID, edits[:1], draft.Version); !isRules(err) {
		t.Errorf("one alone is moved: %v", err)
	}
	changed, err := b.EditMeetings(ctx, b.admin, runID, edits, draft.Version)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := b.EditMeetings(ctx, b.admin, runID, edits, draft.Version); !isStale(err, changed.Version) {
		t.Errorf("with the version of before: %v", err)
	}
	changes, affected, err := b.Difference(ctx, b.admin, runID)
	if err != nil || len(changes) != 4 || len(affected) != 4 {
		t.Errorf("difference: %v %v %v", changes, affected, err)
	}
	second, err := b.Publish(ctx, b.admin, runID, 0)
	if err != nil || second.Number != 2 {
		t.Fatalf("publication: %+v %v", second, err)
	}
	for _, e := range second.Entries {
		if e.Sequence != 1 || e.Cancelled {
			t.Errorf("a moved meeting has the sequence %d, cancelled %v", e.Sequence, e.Cancelled)
		}
	}
}

// Two desks on one store are two processes on one Redis: what one writes the other shows at once, whatever it keeps in memory.
func TestTwoDesksShowTheSame(t *testing.T) {
	b, ctx := newBench(t), t.Context()
	other, err := desk.New(desk.Options{Store: b.store, Runner: b.runner, Clock: b.clock.Now})
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := other.Close(); err != nil {
			t.Error(err)
		}
	}()
	b.create(jinju(t))
	code, _, err := other.CreateLink(ctx, b.admin, thisEvent, "F01", time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	c, err := b.ByLink(ctx, code) // the two have the same secret
	if err != nil {
		t.Fatal(err)
	}
	q := desk.MatchQuery{Session: "changsha", Firm: "F01", Buyer: "C01"}
	for _, wish := range []event.Wish{event.Must, event.Never, ""} {
		if _, err := b.SetWish(ctx, c, thisEvent, "F01", "C01", wish); err != nil {
			t.Fatal(err)
		}
		one, err := b.MatchesJSON(ctx, b.admin, thisEvent, q)
		if err != nil {
			t.Fatal(err)
		}
		two, err := other.MatchesJSON(ctx, b.admin, thisEvent, q)
		if err != nil || one.ETag != two.ETag || !bytes.Equal(one.Body, two.Body) {
			t.Errorf("wish %q: %s and %s, %v", wish, one.Body, two.Body, err)
		}
	}
	run := b.solve(thisEvent, jobs.Options{TimeLimit: 1})
	if _, err := other.Publish(ctx, b.admin, run, 0); err != nil {
		t.Fatal(err)
	}
	one, err := b.AgendaJSON(ctx, c, thisEvent, "F01")
	if err != nil {
		t.Fatal(err)
	}
	two, err := other.AgendaJSON(ctx, c, thisEvent, "F01")
	if err != nil || one.ETag != two.ETag || !bytes.Contains(one.Body, []byte(`"publication":1`)) {
		t.Errorf("agendas differ: %v", err)
	}
}

func isExists(err error) bool {
	_, ok := errors.AsType[*desk.ExistsError](err)
	return ok
}

func isRules(err error) bool {
	_, ok := errors.AsType[*desk.RulesError](err)
	return ok
}

func isStale(err error, current uint64) bool {
	stale, ok := errors.AsType[*desk.StaleError](err)
	return ok && stale.Current == current
}
