package desk_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"sangdam/event"
	"sangdam/fixtures"
	"sangdam/internal/desk"
	"sangdam/internal/jobs"
)

func TestTheLogTellsWhatWasDoneAndByWhom(t *testing.T) {
	b, ctx := newBench(t), t.Context()
	step := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		b.clock.pass(time.Second) // entries of one moment have no order
	}
	b.clock.pass(time.Second)
	ev := small(t, "tables-swap")
	version, err := b.CreateEvent(ctx, b.admin, ev)
	step(err)
	version, err = b.ReplaceEvent(ctx, b.admin, ev.ID, ev, version)
	step(err)
	weight := 1.0
	step(second(b.SetWeights(ctx, b.admin, ev.ID, map[string]*float64{"hs": &weight}, version)))
	code, link, err := b.CreateLink(ctx, b.admin, ev.ID, "F1", time.Time{})
	step(err)
	c, err := b.ByLink(ctx, code)
	step(err)
	step(second(b.SetWish(ctx, c, ev.ID, "F1", "B1", event.Must)))
	step(second(b.SetUnavailable(ctx, c, ev.ID, "F1", "hall", nil)))
	run, err := b.Solve(ctx, b.admin, ev.ID, jobs.Options{})
	step(err)
	for _, err := range b.WatchRun(ctx, b.admin, run.ID, 0) {
		step(err)
	}
	draft, err := b.Draft(ctx, b.admin, run.ID)
	step(err)
	m := draft.Schedule.Sessions[0].Meetings[0]
	step(second(b.EditMeetings(ctx, b.admin, run.ID, []desk.MeetingEdit{edit(desk.Lock, "hall", m)}, 0)))
	step(second(b.Publish(ctx, b.admin, run.ID, 0)))
	step(second(b.AddOutcomes(ctx, b.admin, ev.ID, []event.Outcome{{Session: "hall", Firm: "F1", Buyer: "B1"}})))
	step(b.NoteExport(ctx, b.admin, ev.ID, "xlsx"))
	step(b.Unpublish(ctx, b.admin, ev.ID))
	step(b.DeleteRun(ctx, b.admin, run.ID))
	step(b.RevokeLink(ctx, b.admin, ev.ID, link.ID))

	want := []desk.Action{
		desk.LinkRevoked, desk.RunDeleted, desk.Unpublished, desk.Exported, desk.OutcomesAdded, desk.Published, desk.ScheduleChanged, desk.RunStarted,
		desk.HoursSet, desk.WishSet, desk.LinkCreated, desk.EventChanged, desk.EventChanged, desk.EventCreated,
	}
	var got []desk.Action
	for after := ""; ; {
		entries, next, err := b.Audit(ctx, b.admin, ev.ID, after, 4)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			got = append(got, e.Action)
			byCompany := e.Action == desk.WishSet || e.Action == desk.HoursSet
			if byCompany != (e.Kind == desk.Company && e.Name == "F1") || !byCompany && e.Name != "관리자" {
				t.Errorf("%s was done by %s %s", e.Action, e.Kind, e.Name)
			}
			if data, err := json.Marshal(e); err != nil || strings.Contains(string(data), code) {
				t.Errorf("%s %v", data, err)
			}
		}
		if after = next; next == "" {
			break
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("the log tells\n%v, want\n%v", got, want)
	}
}

func TestImportingTheSameAgainChangesNothing(t *testing.T) {
	b, ctx := newBench(t), t.Context()
	doc := fixtures.Jinju2019()
	dry, err := b.Import(ctx, b.admin, doc, desk.ImportOptions{DryRun: true})
	if err != nil || !dry.Created || dry.Version != 0 {
		t.Fatalf("%+v %v", dry, err)
	}
	first, err := b.Import(ctx, b.admin, doc, desk.ImportOptions{})
	if err != nil || !first.Created || first.Version == 0 {
		t.Fatalf("%+v %v", first, err)
	}
	again, err := b.Import(ctx, b.admin, doc, desk.ImportOptions{})
	if err != nil || again.Created || again.Version != first.Version || len(again.Changes) != 0 {
		t.Errorf("%+v %v", again, err)
	}
	changed, err := b.Import(ctx, b.admin, []byte(strings.Replace(string(doc), `"country": "CN"`, `"country": "KR"`, 1)), desk.ImportOptions{IfVersion: first.Version})
	if err != nil || changed.Version <= first.Version || len(changed.Changes) == 0 {
		t.Errorf("%+v %v", changed, err)
	}
}
