package desk_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/jobs"
)

// published is a bench with the Jinju event, solved and published, and companies signed in by their links.
func published(t *testing.T) (b *bench, runID string) {
	b = newBench(t)
	b.create(jinju(t))
	runID = b.solve(thisEvent, jobs.Options{TimeLimit: 1})
	if _, err := b.Publish(t.Context(), b.admin, runID, 0); err != nil {
		t.Fatal(err)
	}
	return b, runID
}

func (b *bench) company(id string) desk.Caller {
	b.t.Helper()
	code, _, err := b.CreateLink(b.t.Context(), b.admin, thisEvent, id, time.Time{})
	if err != nil {
		b.t.Fatal(err)
	}
	c, err := b.ByLink(b.t.Context(), code)
	if err != nil {
		b.t.Fatal(err)
	}
	return c
}

func TestACompanySeesItsOwnPublishedMeetings(t *testing.T) {
	b, _ := published(t)
	ctx, ev := t.Context(), jinju(t)
	p, err := b.Published(ctx, b.admin, thisEvent)
	if err != nil {
		t.Fatal(err)
	}
	seen, told := 0, 0
	for _, f := range ev.Firms {
		a, err := b.Agenda(ctx, b.company(f.ID), thisEvent, f.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range a.Meetings {
			seen++
			buyer := event.NewIndex(ev).Buyer(m.Counterpart.ID)
			if m.Counterpart.Firm || buyer == nil || m.Counterpart.Name.In("ko") != buyer.Name.In("ko") || m.Table == "" {
				t.Errorf("%s meets %+v", f.ID, m)
			}
			if m.Why.In("ru") != "" {
				told++
			}
			if (m.Contact == nil) != (buyer.Contact == nil) {
				t.Errorf("%s: the contact of %s is %v", f.ID, buyer.ID, m.Contact)
			}
		}
	}
	placed := 0
	for _, part := range p.Schedule.Sessions {
		placed += len(part.Meetings)
	}
	if seen != placed || placed == 0 {
		t.Errorf("firms see %d meetings, %d were placed", seen, placed)
	}
	if told < seen/2 {
		t.Errorf("of %d meetings only %d say why", seen, told)
	}
}

func TestAnAgendaIsAnsweredTheSameUntilSomethingChanges(t *testing.T) {
	b, runID := published(t)
	ctx, c := t.Context(), b.company("F01")
	first, err := b.AgendaJSON(ctx, c, thisEvent, "F01")
	if err != nil {
		t.Fatal(err)
	}
	var a desk.Agenda
	if err := json.Unmarshal(first.Body, &a); err != nil || len(a.Meetings) == 0 {
		t.Fatalf("%s: %v", first.Body, err)
	}
	again, err := b.AgendaJSON(ctx, c, thisEvent, "F01")
	if err != nil || again.ETag != first.ETag || &again.Body[0] != &first.Body[0] {
		t.Errorf("made anew: %v", err)
	}
	m := a.Meetings[0]
	if _, err := b.EditMeetings(ctx, b.admin, runID, []desk.MeetingEdit{{Op: desk.Remove, Session: m.Session, Firm: "F01", Buyer: m.Counterpart.ID}}, 0); err != nil {
		t.Fatal(err)
	}
	if draft, err := b.AgendaJSON(ctx, c, thisEvent, "F01"); err != nil || draft.ETag != first.ETag {
		t.Errorf("a draft shows through: %v", err)
	}
	if _, err := b.Publish(ctx, b.admin, runID, 0); err != nil {
		t.Fatal(err)
	}
	next, err := b.Agenda(ctx, c, thisEvent, "F01")
	if err != nil {
		t.Fatal(err)
	}
	if len(next.Meetings) != len(a.Meetings)-1 || len(next.Cancelled) != 1 || next.Cancelled[0].Counterpart.ID != m.Counterpart.ID ||
		next.Cancelled[0].Sequence != m.Sequence+1 || next.Cancelled[0].Contact != nil {
		t.Errorf("%d meetings, cancelled %+v", len(next.Meetings), next.Cancelled)
	}
	if err := b.Unpublish(ctx, b.admin, thisEvent); err != nil {
		t.Fatal(err)
	}
	hidden, err := b.Agenda(ctx, c, thisEvent, "F01")
	if err != nil || len(hidden.Meetings) != 0 || len(hidden.Cancelled) != len(a.Meetings) || hidden.Publication != 0 {
		t.Errorf("taken back: %d meetings, %d cancelled, %v", len(hidden.Meetings), len(hidden.Cancelled), err)
	}
	if _, err := b.Published(ctx, b.admin, thisEvent); !errors.Is(err, desk.ErrNotFound) {
		t.Errorf("taken back, and still published: %v", err)
	}
	if _, err := b.Publish(ctx, b.admin, runID, 0); err != nil {
		t.Fatal(err)
	}
	back, err := b.Agenda(ctx, c, thisEvent, "F01")
	if err != nil || len(back.Meetings) != len(a.Meetings)-1 {
		t.Fatalf("published again: %d meetings, %v", len(back.Meetings), err)
	}
	for _, m := range back.Meetings {
		if m.Sequence != 2 { // once cancelled, once back
			t.Errorf("the meeting with %s has the sequence %d", m.Counterpart.ID, m.Sequence)
		}
	}
}

func TestCounterpartsShowNobodysContactOrWish(t *testing.T) {
	b, ctx := newBench(t), t.Context()
	ev := jinju(t)
	ev.Requests = nil
	b.create(ev)
	c := b.company("F01")
	before, err := b.Counterparts(ctx, c, thisEvent, "F01")
	if err != nil || len(before) == 0 {
		t.Fatalf("%d counterparts, %v", len(before), err)
	}
	for i := 1; i < len(before); i++ {
		if before[i].Score > before[i-1].Score {
			t.Fatal("the best do not come first")
		}
	}
	for _, wish := range []event.Wish{event.Must, event.Never} {
		if _, err := b.SetWish(ctx, b.admin, thisEvent, before[0].Profile.ID, "F01", wish); err != nil {
			t.Fatal(err)
		}
		after, err := b.Counterparts(ctx, c, thisEvent, "F01")
		if err != nil {
			t.Fatal(err)
		}
		if x, y := encode(t, before), encode(t, after); !bytes.Equal(x, y) {
			t.Errorf("a company can tell that the other side wishes %s", wish)
		}
	}
	data := string(encode(t, before))
	for _, buyer := range ev.Buyers {
		if buyer.Contact == nil {
			continue
		}
		if email, ok := buyer.Contact.Email.Get(); ok && strings.Contains(data, email) {
			t.Errorf("the list holds %s", email)
		}
	}
	if _, err := b.SetWish(ctx, c, thisEvent, "F01", before[0].Profile.ID, event.Want); err != nil {
		t.Fatal(err)
	}
	after, err := b.Counterparts(ctx, c, thisEvent, "F01")
	if err != nil || after[0].Wish != event.Want || after[0].Score != before[0].Score {
		t.Errorf("its own wish: %+v %v", after[0], err)
	}
	wishes, err := b.Wishes(ctx, c, thisEvent, "F01")
	if want := []event.Request{{From: "F01", To: before[0].Profile.ID, Wish: event.Want}}; err != nil || !slices.Equal(wishes, want) {
		t.Errorf("wishes %v, want %v (%v)", wishes, want, err)
	}
}

func encode(t *testing.T, v any) []byte {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestACompanyReportsItsOwnMeetings(t *testing.T) {
	b, _ := published(t)
	ctx, c := t.Context(), b.company("F01")
	a, err := b.Agenda(ctx, c, thisEvent, "F01")
	if err != nil || len(a.Meetings) == 0 {
		t.Fatal(err)
	}
	m := a.Meetings[0]
	report := event.Outcome{Session: m.Session, Firm: "F01", Buyer: m.Counterpart.ID, ReportedBy: "buyer", Held: event.Some(true), Rating: event.Some(5)}
	strange := report
	strange.Firm = "F02"
	if _, err := b.AddOutcomes(ctx, c, thisEvent, []event.Outcome{report, strange}); !isRules(err) {
		t.Errorf("a meeting of another firm: %v", err)
	}
	wrong := report
	wrong.Rating = event.Some(6)
	_, err = b.AddOutcomes(ctx, c, thisEvent, []event.Outcome{report, wrong})
	if faults, ok := errors.AsType[event.Faults](err); !ok || len(faults) != 1 || !strings.HasPrefix(faults[0].Location, "outcomes[1].rating") {
		t.Errorf("a wrong rating: %v", err)
	}
	for rating := range 3 {
		report.Rating = event.Some(rating + 1)
		if _, err := b.AddOutcomes(ctx, c, thisEvent, []event.Outcome{report}); err != nil {
			t.Fatal(err)
		}
	}
	own, err := b.OwnOutcomes(ctx, c, thisEvent, "F01")
	if err != nil {
		t.Fatal(err)
	}
	own = slices.DeleteFunc(own, func(o event.Outcome) bool { return o.Session != m.Session || o.Buyer != m.Counterpart.ID })
	if len(own) != 1 || own[0].ReportedBy != "firm" || own[0].Rating.Or(0) != 3 {
		t.Errorf("reported: %+v", own)
	}
}

func TestHoursOfOneSessionLeaveTheOthers(t *testing.T) {
	b, ctx := newBench(t), t.Context()
	ev := jinju(t)
	ev.Firms[0].Sessions = nil // takes part in all
	ev.Fixed = nil
	b.create(ev)
	s := ev.Sessions[0]
	hours := []event.Interval{s.Slots[0]}
	if _, err := b.SetUnavailable(ctx, b.company("F01"), thisEvent, "F01", s.ID, hours); err != nil {
		t.Fatal(err)
	}
	a, err := b.Agenda(ctx, b.admin, thisEvent, "F01")
	if err != nil || len(a.Sessions) != len(ev.Sessions) || len(a.Sessions[0].Unavailable) != 1 || len(a.Sessions[1].Unavailable) != 0 {
		t.Errorf("%+v %v", a.Sessions, err)
	}
	backwards := []event.Interval{{Start: s.Slots[0].End, End: s.Slots[0].Start}}
	if _, err := b.SetUnavailable(ctx, b.admin, thisEvent, "F01", s.ID, backwards); !isFaults(err) {
		t.Errorf("hours that end before they begin: %v", err)
	}
}

func isFaults(err error) bool {
	_, ok := errors.AsType[event.Faults](err)
	return ok
}
