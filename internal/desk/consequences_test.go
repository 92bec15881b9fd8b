package desk_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/jobs"
)

// changed is Jinju's event with another timetable for Changsha.
func changed(t *testing.T, change func(slots []event.Interval) []event.Interval) *event.Event {
	ev := jinju(t)
	ev.SetSlots(&ev.Sessions[0], change(slices.Clone(ev.Sessions[0].Slots)))
	return ev
}

func TestConsequencesAreWhatHappens(t *testing.T) {
	b := newBench(t)
	b.create(jinju(t))
	run := b.solve(thisEvent, jobs.Options{})
	before, err := b.Draft(t.Context(), b.admin, run)
	if err != nil {
		t.Fatal(err)
	}
	first := slices.IndexFunc(before.Schedule.Sessions, func(p event.SessionSchedule) bool { return p.Session == "changsha" })
	inFirst := 0
	for _, m := range before.Schedule.Sessions[first].Meetings {
		if m.Slot == 0 {
			inFirst++
		}
	}
	for _, c := range []struct {
		name         string
		next         *event.Event
		moved, upset int
	}{
		{"nothing", jinju(t), 0, 0},
		{"one slot less", changed(t, func(s []event.Interval) []event.Interval { return s[1:] }), 0, inFirst},
		{"a day later", changed(t, func(s []event.Interval) []event.Interval {
			for i := range s {
				s[i].Start, s[i].End = s[i].Start.Add(72*time.Hour), s[i].End.Add(72*time.Hour)
			}
			return s
		}), len(before.Schedule.Sessions[first].Meetings), 0},
	} {
		told, err := b.Consequences(t.Context(), b.admin, thisEvent, c.next)
		if err != nil {
			t.Fatal(err)
		}
		moved, upset := 0, 0
		for _, u := range told.Draft {
			if u.Moved != nil {
				moved++
			} else if upset++; u.Broken[0].Location != ".slot" {
				t.Errorf("%s: %+v", c.name, u)
			}
		}
		if moved != c.moved || upset != c.upset || len(told.Published) != 0 {
			t.Errorf("%s: %d moved, %d upset, not %d and %d; published %v", c.name, moved, upset, c.moved, c.upset, told.Published)
		}
		if _, err := b.ReplaceEvent(t.Context(), b.admin, thisEvent, c.next, 0); err != nil {
			t.Fatal(err)
		}
		after, err := b.Draft(t.Context(), b.admin, run)
		if err != nil || len(after.Findings) != c.upset || after.Outdated != (c.upset+c.moved > 0) {
			t.Errorf("%s: %d rules are broken, not %d; outdated %v; %v", c.name, len(after.Findings), c.upset, after.Outdated, err)
		}
		if _, err := b.ReplaceEvent(t.Context(), b.admin, thisEvent, jinju(t), 0); err != nil {
			t.Fatal(err)
		}
	}
	wrong := jinju(t)
	wrong.Sessions[0].TimeZone = "Nowhere"
	if _, err := b.Consequences(t.Context(), b.admin, thisEvent, wrong); err == nil {
		t.Error("a wrong event has consequences")
	}
}

func TestADraftIsWithoutASessionThatIsGone(t *testing.T) {
	b := newBench(t)
	b.create(jinju(t))
	run := b.solve(thisEvent, jobs.Options{})
	next := jinju(t)
	lost, _ := next.RemoveSession("changsha")
	if len(lost.Companies) == 0 || len(lost.Outcomes) == 0 {
		t.Errorf("only %+v is lost", lost)
	}
	told, err := b.Consequences(t.Context(), b.admin, thisEvent, next)
	if err != nil || len(told.Draft) == 0 || slices.ContainsFunc(told.Draft, func(u desk.Upset) bool { return u.Session != "changsha" }) {
		t.Errorf("%d upset, %v", len(told.Draft), err)
	}
	if _, err := b.ReplaceEvent(t.Context(), b.admin, thisEvent, next, 0); err != nil {
		t.Fatal(err)
	}
	draft, err := b.Draft(t.Context(), b.admin, run)
	if err != nil || len(draft.Schedule.Sessions) != 1 || len(draft.Findings) != 0 {
		t.Errorf("%d sessions, %v, %v", len(draft.Schedule.Sessions), draft.Findings, err)
	}
}

func TestPublishingIsRefusedWhenWhatWasSeenHasChanged(t *testing.T) {
	b := newBench(t)
	version := b.create(jinju(t))
	run := b.solve(thisEvent, jobs.Options{})
	draft, err := b.Draft(t.Context(), b.admin, run)
	if err != nil {
		t.Fatal(err)
	}
	none, one := 0, 1
	refused := func(seen desk.PublishIf, what string) {
		t.Helper()
		_, err := b.PublishSeen(t.Context(), b.admin, run, seen)
		if stale, ok := errors.AsType[*desk.StaleError](err); !ok || stale.What != what {
			t.Errorf("%+v: %v, not about the %s", seen, err, what)
		}
	}
	refused(desk.PublishIf{Draft: draft.Version + 1}, desk.StaleDraft)
	refused(desk.PublishIf{Event: version + 1}, desk.StaleEvent)
	refused(desk.PublishIf{Basis: draft.Basis + 1}, desk.StaleEvent)
	refused(desk.PublishIf{Publication: &one}, desk.StalePublication)
	if _, err := b.PublishSeen(t.Context(), b.admin, run, desk.PublishIf{Draft: draft.Version, Event: version, Basis: draft.Basis, Publication: &none}); err != nil {
		t.Fatal(err)
	}
	refused(desk.PublishIf{Publication: &none}, desk.StalePublication)
	if _, err := b.Edit(t.Context(), b.admin, thisEvent, func(ev *event.Event) error {
		ev.Outcomes = ev.Outcomes[:1]
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if draft, err = b.Draft(t.Context(), b.admin, run); err != nil || draft.Outdated {
		t.Errorf("reports of meetings make the draft old; %v", err)
	}
	if _, err := b.PublishSeen(t.Context(), b.admin, run, desk.PublishIf{Basis: draft.Basis, Publication: &one}); err != nil {
		t.Errorf("reports of meetings stand in the way: %v", err)
	}
	if err := b.Unpublish(t.Context(), b.admin, thisEvent); err != nil {
		t.Fatal(err)
	}
	if _, err := b.PublishSeen(t.Context(), b.admin, run, desk.PublishIf{Publication: &none}); err != nil {
		t.Errorf("nothing is published: %v", err)
	}
}
