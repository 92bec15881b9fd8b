package web_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"sangdam/api/web/webtest"
	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/jobs"
	"sangdam/internal/lang"
)

// drafted solves the event of a flow and returns the run.
func (f *flow) drafted(t *testing.T) desk.Draft {
	t.Helper()
	run, err := f.Desk.Solve(t.Context(), f.Admin, f.id, jobs.Options{TimeLimit: 1})
	if err != nil {
		t.Fatal(err)
	}
	for _, err := range f.Desk.WatchRun(t.Context(), f.Admin, run.ID, 0) {
		if err != nil {
			t.Fatal(err)
		}
	}
	d, err := f.Desk.Draft(t.Context(), f.Admin, run.ID)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// now is the event of a flow as it is stored.
func (f *flow) now(t *testing.T) *event.Event {
	t.Helper()
	ev, err := f.Desk.Event(t.Context(), f.Admin, f.id)
	if err != nil {
		t.Fatal(err)
	}
	return ev.Value
}

// put puts text into a field of the form, as someone who types it does.
func put(p *webtest.Page, name, text string) {
	p.Wait(fmt.Sprintf("[name=%q], [id=%[1]q]", name))
	p.Run(fmt.Sprintf(`(e => { e.value = %q; e.dispatchEvent(new Event("input", {bubbles: true})) })(document.querySelector("[name='%[2]s'], [id='%[2]s']"))`, text, name))
}

func TestASessionsTimetableIsChangedKnowingWhatItCosts(t *testing.T) {
	inBoth(t, func(t *testing.T, f *flow) {
		draft := f.drafted(t)
		part := draft.Schedule.Sessions[slices.IndexFunc(draft.Schedule.Sessions, func(p event.SessionSchedule) bool { return p.Session == "changsha" })]
		lost := 0
		for _, m := range part.Meetings {
			if m.Slot == 0 {
				lost++
			}
		}
		p := f.page(t, webtest.View{})
		p.Go(f.at("settings/event"))
		p.State("settings-event")
		p.Click(`.session-card a[href$="/sessions/changsha"]`)
		p.Wait("[data-slots-preview] .badge")
		p.State("settings-session")
		for name, value := range map[string]string{"maker-from": "10:30", "maker-minutes": "30", "maker-gap": "0", "maker-until": "17:00"} {
			put(p, name, value)
		}
		p.Click("[data-slot-make]")
		if got := webtest.Value[string](p, `document.querySelector("[name=slots]").value`); !strings.HasPrefix(got, "2019-10-29 10:30-11:00\n") || strings.Contains(got, "12:00-12:30") {
			t.Errorf("made %q", got)
		}
		p.Until(`document.querySelector("[data-slots-preview] .badge").textContent === "10:30–11:00"`)
		p.Click(".save-bar .button-main")
		p.Wait("#form-notice .effect")
		told(t, p.Text("#form-notice"), f.Count("websetup.effect.draft", lost))
		told(t, p.Text("#form-notice"), f.Say("websetup.told.slot"))
		p.State("settings-session-agree")
		if got := f.now(t).Session("changsha").Slots[0].Start.Format("15:04"); got != "10:00" {
			t.Errorf("it is saved before anybody agreed: %s", got)
		}
		p.Click(".save-bar .button-main")
		p.Wait(".notice-good")
		after := f.now(t).Session("changsha")
		if got := after.Slots[0].Start.Format("15:04"); got != "10:30" {
			t.Errorf("the first slot begins at %s", got)
		}
		d, err := f.Desk.Draft(t.Context(), f.Admin, draft.Run.ID)
		if err != nil || len(d.Findings) != lost {
			t.Errorf("%d meetings lost their slot, not the %d that were told; %v", len(d.Findings), lost, err)
		}
		p.Go(f.at("schedule?session=changsha"))
		p.Wait("[data-piece=findings]")
		told(t, p.Text("[data-piece=findings]"), "10:00–10:30, "+f.Say("webplan.table", lang.Args{"Name": "A"})[:1])
	})
}

func TestFaultsOfASessionAreToldAtTheirFields(t *testing.T) {
	inBoth(t, func(t *testing.T, f *flow) {
		p := f.page(t, webtest.View{Width: 390, Height: 844})
		p.Go(f.at("settings/sessions/moscow"))
		put(p, "zone", "Mars/Olympus")
		put(p, "country", "russia")
		p.Click("[data-add=interpreters]")
		p.Until(`document.activeElement.name === "interpreters.n0.id"`)
		put(p, "interpreters.n0.name", "Anna")
		p.Click(".save-bar .button-main")
		p.Wait("#form-notice li")
		p.Until(`document.activeElement.id === "form-notice"`)
		if n := webtest.Value[int](p, `document.querySelectorAll("[aria-invalid]").length`); n != 4 {
			t.Errorf("%d fields are marked, want 4", n)
		}
		p.Click(`#form-notice a[href="#f-zone"]`)
		p.Until(`document.activeElement.name === "zone" && document.activeElement.value === "Mars/Olympus"`)
		p.State("settings-session-faults")
		put(p, "zone", "Europe/Moscow")
		put(p, "country", "RU")
		put(p, "interpreters.n0.id", "KR9")
		put(p, "interpreters.n0.languages", "ko, ru")
		p.Click(`[data-row]:nth-of-type(1) [data-remove-row]`)
		p.Click(".save-bar .button-main")
		p.Wait(".notice-good")
		got := f.now(t).Session("moscow").Interpreters
		if len(got) != 4 || got[0].ID != "KR2" || got[3].ID != "KR9" || got[3].Name.Plain != "Anna" || len(got[2].Unavailable) != 1 {
			t.Errorf("interpreters %+v", got)
		}
	})
}

func TestASessionIsAddedCopiedAndRemoved(t *testing.T) {
	inBoth(t, func(t *testing.T, f *flow) {
		f.drafted(t)
		p := f.page(t, webtest.View{})
		p.Go(f.at("settings/new-session?copy=moscow"))
		put(p, "id", "hanoi")
		put(p, "name.ko", "하노이 상담회")
		put(p, "city.ko", "하노이")
		put(p, "zone", "Asia/Ho_Chi_Minh")
		p.State("settings-session-new")
		p.Click(".save-bar .button-main")
		p.Wait(".notice-good")
		ev := f.now(t)
		s := ev.Session("hanoi")
		if s == nil || s.Slots[0].Start.Format("15:04 -07:00") != "10:00 +07:00" || len(event.NewIndex(ev).FirmsIn(s)) != 10 {
			t.Fatalf("added %+v", s)
		}
		p.Click(`.session-card a[href$="/sessions/hanoi/remove"]`)
		p.Wait("form .button-bad")
		p.Click("form .button-bad")
		p.Wait(".notice-info")
		if f.now(t).Session("hanoi") != nil {
			t.Error("it is still there")
		}
		p.Click(`.session-card a[href$="/sessions/changsha/remove"]`)
		p.Wait(".effect")
		p.State("settings-session-remove")
		text := p.Text("main")
		told(t, text, f.Count("websetup.effect.companies", 30))
		told(t, text, f.Count("websetup.effect.outcomes", 56))
		p.Click("form .button-bad")
		p.Wait(".notice-info")
		if left := f.now(t); left.Session("changsha") != nil || len(left.Sessions) != 1 {
			t.Errorf("left %d sessions", len(left.Sessions))
		}
		p.Go(f.at("publish"))
		p.Click("#publish")
		p.Click("#publish-yes")
		p.Wait(".notice-good")
		p.Go(f.at("settings/sessions/moscow/remove"))
		p.Wait(".notice-bad")
		if webtest.Value[bool](p, `document.querySelector("main form .button-bad") !== null`) {
			t.Error("what is published can be removed")
		}
		p.State("settings-session-published")
	})
}

func TestCompaniesOfARemovedSessionMayStay(t *testing.T) {
	inBoth(t, func(t *testing.T, f *flow) {
		p := f.page(t, webtest.View{Width: 390, Height: 844})
		p.Go(f.at("settings/sessions/changsha/remove"))
		p.Wait("[name=keep]")
		told(t, p.Text("main"), f.Count("websetup.keep", 30))
		told(t, p.Text("main"), f.Say("websetup.keep.hint.buyers"))
		if n := webtest.Value[int](p, `Math.max(...[...document.querySelectorAll(".effect ul")].map((list) => list.children.length))`); n < 30 {
			t.Errorf("only %d of those who would go are named", n)
		}
		p.State("settings-session-stranded")
		for keep, message := range map[string]string{
			"moscow": f.Count("websetup.effect.kept.in", 30, lang.Args{"Session": f.Text(f.now(t).Session("moscow").City)}),
			"-":      f.Count("websetup.effect.kept", 30),
		} {
			p.Go(f.at("settings/sessions/changsha/remove"))
			p.Run(fmt.Sprintf(`document.querySelector("[name=keep]").value = %q`, keep))
			p.Click("form .button-bad")
			p.Wait(".notice-info")
			told(t, p.Text("main"), f.Say("websetup.keep.chosen"))
			told(t, p.Text(".notice-warn"), message)
		}
		p.Go(f.at("settings/sessions/changsha/remove"))
		p.Run(`document.querySelector("[name=keep]").value = "-"`)
		p.Click("form .button-bad")
		p.Wait(".notice-info")
		p.State("settings-session-kept")
		p.Click("form .button-bad")
		p.Wait(".session-cards")
		ev := f.now(t)
		if len(ev.Sessions) != 1 || len(ev.Buyers) != 58 || len(event.NewIndex(ev).BuyersIn(&ev.Sessions[0])) != 28 {
			t.Errorf("left %d sessions, %d buyers", len(ev.Sessions), len(ev.Buyers))
		}
	})
}

func TestTwoOrganizersDoNotOverwriteEachOther(t *testing.T) {
	inBoth(t, func(t *testing.T, f *flow) {
		p := f.page(t, webtest.View{})
		p.Go(f.at("settings/sessions/changsha"))
		put(p, "tables", "Room A\nRoom B")
		put(p, "city.en", "Changsha City")
		change := func(c func(ev *event.Event)) {
			if _, err := f.Desk.Edit(t.Context(), f.Admin, f.id, func(ev *event.Event) error { c(ev); return nil }); err != nil {
				t.Fatal(err)
			}
		}
		change(func(ev *event.Event) {
			s := &ev.Sessions[0]
			s.Tables = event.Tables{Count: 7}
			s.Interpreters[1].Languages = []string{"ko", "zh", "en"}
			s.Interpreters = append(s.Interpreters, event.Interpreter{ID: "KZ9", Languages: []string{"ko", "zh"}})
		})
		p.Click(".save-bar .button-main")
		p.Wait(".notice-bad")
		told(t, p.Text("#form-notice"), f.Say("web.problem.stale"))
		told(t, p.Text("#f-tables-theirs"), "7")
		told(t, p.Text(`[id="f-interpreters.1.languages-taken"]`), f.Say("websetup.taken"))
		if webtest.Value[bool](p, `document.getElementById("f-city.en-theirs") !== null`) {
			t.Error("a field that the other left alone is told as theirs")
		}
		told(t, p.Text("[data-row]:last-child"), f.Say("websetup.row.added"))
		p.State("settings-session-stale")
		if got := webtest.Value[string](p, `document.querySelector("[name=tables]").value`); got != "Room A\nRoom B" {
			t.Errorf("what was written is now %q", got)
		}
		put(p, "tables", "20")
		change(func(ev *event.Event) { ev.Note = event.Text{Plain: "theirs"} }) // something else: no hindrance
		p.Click(".save-bar .button-main")
		p.Wait(".notice-good")
		if now := f.now(t); now.Sessions[0].Tables.Count != 20 || now.Note.Plain != "theirs" || now.Sessions[0].City.In("en") != "Changsha City" ||
			len(now.Sessions[0].Interpreters) != 5 || now.Sessions[0].Interpreters[4].ID != "KZ9" || len(now.Sessions[0].Interpreters[1].Languages) != 3 {
			t.Errorf("%+v, note %q, interpreters %+v", now.Sessions[0].Tables, now.Note.Plain, now.Sessions[0].Interpreters)
		}
	})
}
