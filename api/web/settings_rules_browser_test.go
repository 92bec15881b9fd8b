package web_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"sangdam/api/web/webtest"
	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/lang"
)

// foretold is what a change of the event of a flow would do.
func (f *flow) foretold(t *testing.T, change func(ev *event.Event)) (desk.Consequences, desk.Shift) {
	t.Helper()
	next := *f.now(t)
	change(&next)
	follows, err := f.Desk.Consequences(t.Context(), f.Admin, f.id, &next)
	if err != nil {
		t.Fatal(err)
	}
	shift, err := follows.Shift()
	if err != nil {
		t.Fatal(err)
	}
	return follows, shift
}

// edit is what another organizer does meanwhile.
func (f *flow) edit(t *testing.T, change func(ev *event.Event)) {
	t.Helper()
	if _, err := f.Desk.Edit(t.Context(), f.Admin, f.id, func(ev *event.Event) error { change(ev); return nil }); err != nil {
		t.Fatal(err)
	}
}

const saveForm = ".save-bar .button-main"

func TestExportControlsAreSetKnowingWhomTheyRuleOut(t *testing.T) {
	inBoth(t, func(t *testing.T, f *flow) {
		before := f.now(t).Controls[0]
		p := f.page(t, webtest.View{Width: 390, Height: 844})
		p.Go(f.at("settings/event"))
		p.Click(`a[href$="/settings/controls"]`)
		p.Until(`document.readyState === "complete" && document.querySelector("[data-add=controls]") !== null`)
		p.Run(`document.querySelector("[data-add=controls]").focus()`)
		p.Keys("\r") // by keyboard alone, and on with the first field
		p.Until(`document.activeElement.name === "controls.n0.country"`)
		put(p, "controls.n0.country", "russia")
		put(p, "controls.n0.hs", "84x")
		put(p, "controls.n0.from", "2019-12-01")
		put(p, "controls.n0.until", "2019-01-01")
		p.Click(saveForm)
		p.Wait("#form-notice li")
		if n := webtest.Value[int](p, `document.querySelectorAll("[aria-invalid]").length`); n != 3 {
			t.Errorf("%d fields are marked, want country, codes and end", n)
		}
		p.State("settings-controls-faults")
		p.Run(`document.querySelector("details.row summary").focus()`)
		p.Keys("\r")
		p.Until(`document.querySelector("details.row").open`)
		p.Run(`document.querySelector("#form-notice a").focus()`)
		p.Keys("\r") // from the list of faults to the field
		p.Until(`document.activeElement.name === "controls.n0.country"`)
		put(p, "controls.n0.country", "ru")
		put(p, "controls.n0.hs", "84")
		put(p, "controls.n0.from", "2019-01-01")
		put(p, "controls.n0.until", "")
		p.Click(saveForm)
		p.Wait("#form-notice .effect")
		_, shift := f.foretold(t, func(ev *event.Event) {
			ev.Controls = append(slices.Clone(ev.Controls), event.Control{Country: "RU", HS: []string{"84"}})
		})
		if len(shift.Ruled) == 0 {
			t.Fatal("nobody is ruled out")
		}
		told(t, p.Text("#form-notice"), f.Count("websetup.effect.ruled", len(shift.Ruled)))
		told(t, p.Text("#form-notice"), f.Text(shift.Ruled[0].Why))
		p.State("settings-controls-agree")
		if n := len(f.now(t).Controls); n != 1 {
			t.Errorf("%d controls are saved before anybody agreed", n)
		}
		p.Click(saveForm)
		p.Wait(".notice-good")
		now := f.now(t).Controls
		if len(now) != 2 || now[1].Country != "RU" || now[1].From.Or(event.Date{}).String() != "2019-01-01" || fmt.Sprint(now[0]) != fmt.Sprint(before) {
			t.Errorf("saved %+v", now)
		}
		p.State("settings-rules")
	})
}

func TestTwoOrganizersChangeTheSameList(t *testing.T) {
	inBoth(t, func(t *testing.T, f *flow) {
		p := f.page(t, webtest.View{Width: 1920, Height: 1080})
		p.Go(f.at("settings/controls"))
		p.Click("details.row summary")
		put(p, "controls.0.note.en", "mine")
		f.edit(t, func(ev *event.Event) {
			ev.Controls[0].Note.By["en"] = "theirs"
			ev.Controls[0].Until = event.Some(event.Date{Year: 2030, Month: time.June, Day: 1})
			ev.Controls = append(ev.Controls, event.Control{Country: "VN", HS: []string{"88"}})
		})
		p.Click(saveForm)
		p.Wait(".notice-bad")
		told(t, p.Text("#form-notice"), f.Say("web.problem.stale"))
		told(t, p.Text(`[id="f-controls.0.until-taken"]`), f.Say("websetup.taken"))
		told(t, p.Text(`[id="f-controls.0.note.en-theirs"]`), "theirs")
		told(t, p.Text("details.row:last-child"), f.Say("websetup.row.added"))
		p.State("settings-controls-stale")
		p.Click(saveForm)
		p.Wait(".notice-good")
		now := f.now(t).Controls
		if len(now) != 2 || now[0].Note.By["en"] != "mine" || now[0].Until.Or(event.Date{}).Year != 2030 || now[1].Country != "VN" {
			t.Errorf("saved %+v", now)
		}
	})
}

func TestAFixedMeetingThatContradictsARuleSaysWhich(t *testing.T) {
	start := time.Date(2019, time.October, 29, 2, 0, 0, 0, time.UTC) // 10:00 in Changsha
	inBoth(t, func(t *testing.T, f *flow) {
		draft := f.drafted(t)
		buyer := "" // whom F01 does not meet in the draft
		for _, b := range event.NewIndex(f.now(t)).BuyersIn(f.now(t).Session("changsha")) {
			met := false
			for _, part := range draft.Schedule.Sessions {
				met = met || slices.ContainsFunc(part.Meetings, func(m event.Meeting) bool { return m.Firm == "F01" && m.Buyer == b.ID })
			}
			if !met && !event.NewIndex(f.now(t)).Wishes("F01", b.ID).Refused() {
				buyer = b.ID
			}
		}
		p := f.page(t, webtest.View{Width: 360, Height: 800})
		p.Go(f.at("settings/fixed"))
		add := func(n int, values ...string) {
			for i, field := range []string{"firm", "buyer", "slot", "table"} {
				put(p, fmt.Sprintf("fixed:changsha.n%d.%s", n, field), values[i])
			}
		}
		p.Click(`[data-add="fixed:changsha"]`)
		add(0, "F01", buyer, "2019-10-29T10:00:00+08:00", "A1")
		p.Click(`[data-add="fixed:changsha"]`)
		add(1, "nobody at all", "", "", "")
		p.Click(saveForm)
		p.Wait("#form-notice li")
		firm := event.NewIndex(f.now(t)).Firm("F01")
		when := webtest.Value[string](p, `document.querySelector("[name='fixed:changsha.n0.slot'] option:checked").textContent`)
		told(t, p.Text(`[id="f-fixed:changsha.n0.slot-fault"]`), f.Say("websetup.fixed.fault.away", lang.Args{"Who": f.Text(firm.Name), "When": when}))
		told(t, p.Text(`[id="f-fixed:changsha.n1.firm-fault"]`), f.Say("websetup.fault.unknown", lang.Args{"Got": "nobody at all"}))
		told(t, p.Text("#form-notice"), f.Say("websetup.row.field", lang.Args{"N": 2, "Label": f.Say("websetup.fixed.buyer")}))
		if n := webtest.Value[int](p, `document.querySelectorAll("[aria-invalid]").length`); n != 4 {
			t.Errorf("%d fields are marked, want the time of the one and three of the other", n)
		}
		p.State("settings-fixed-faults")
		p.Click(`[data-row]:nth-of-type(2) [data-remove-row]`)
		add(0, f.Text(firm.Name), buyer, "2019-10-29T10:30:00+08:00", "A1")
		p.Click(saveForm)
		p.Wait("#form-notice .effect")
		told(t, p.Text("#form-notice"), f.Count("websetup.effect.unplaced", 1))
		p.State("settings-fixed-agree")
		p.Click(saveForm)
		p.Wait(".notice-good")
		if now := f.now(t).Fixed; !slices.Equal(now, []event.Fixed{{Session: "changsha", Firm: "F01", Buyer: buyer, Slot: 1, Table: "A1"}}) {
			t.Errorf("fixed %+v", now)
		}
		told(t, p.Text(`[aria-labelledby="rules-fixed"]`), f.Text(firm.Name))
	}, func(ev *event.Event) {
		in := ev.Firms[0].Sessions["changsha"]
		in.Unavailable = []event.Interval{{Start: start, End: start.Add(30 * time.Minute)}}
		ev.Firms[0].Sessions["changsha"] = in
	})
}

func TestAnEventHasSectorsOfItsOwn(t *testing.T) {
	inBoth(t, func(t *testing.T, f *flow) {
		p := f.page(t, webtest.View{Width: 768, Height: 1024})
		p.Go(f.at("settings/sectors"))
		p.Click("[data-add=sectors]")
		put(p, "sectors.n0.id", "tea houses")
		put(p, "sectors.n0.parent", "aerospaced")
		p.Click(saveForm)
		p.Wait("#form-notice li")
		if n := webtest.Value[int](p, `document.querySelectorAll("[aria-invalid]").length`); n != 3 {
			t.Errorf("%d fields are marked, want id, name and parent", n)
		}
		p.State("settings-sectors-faults")
		put(p, "sectors.n0.id", "tea-houses")
		put(p, "sectors.n0.name.ko", "찻집")
		put(p, "sectors.n0.parent", "aerospace")
		p.Run(`document.querySelector("details.row:first-child [data-remove-row]").click()`) // concrete-machinery, whose row is closed
		p.Click(saveForm)
		p.Wait("#form-notice .effect")
		_, shift := f.foretold(t, func(ev *event.Event) { ev.Sectors = ev.Sectors[1:] })
		if shift.Rescored > 0 {
			told(t, p.Text("#form-notice"), f.Count("websetup.effect.rescored", shift.Rescored))
		}
		told(t, p.Text("#form-notice"), f.Text(f.now(t).Sectors[0].Name))
		p.State("settings-sectors-agree")
		p.Click(saveForm)
		p.Wait(".notice-good")
		now := f.now(t).Sectors
		if len(now) != 2 || now[0].ID != "cosmetics" || now[1].ID != "tea-houses" || now[1].Parent != "aerospace" || now[1].Name.By["ko"] != "찻집" {
			t.Errorf("saved %+v", now)
		}
	})
}

func TestTheLeastScoreIsSetKnowingWhomItRulesOut(t *testing.T) {
	inBoth(t, func(t *testing.T, f *flow) {
		p := f.page(t, webtest.View{Width: 390, Height: 844})
		p.Go(f.at("settings/scoring"))
		put(p, "minimum_score", "5")
		put(p, "firm_share", "0")
		p.Click(saveForm)
		p.Wait("#form-notice li")
		told(t, p.Text("#f-minimum_score-fault"), f.Say("websetup.fault.share", lang.Args{"Got": "5", "Low": "0", "High": "1"}))
		p.State("settings-scoring-faults")
		put(p, "minimum_score", "0,4")
		put(p, "firm_share", "")
		put(p, "aggregator", "harmonic")
		p.Click(saveForm)
		p.Wait("#form-notice .effect")
		_, shift := f.foretold(t, func(ev *event.Event) { ev.MinimumScore, ev.Aggregator = event.Some(0.4), "harmonic" })
		if len(shift.Ruled) == 0 || shift.Rescored == 0 {
			t.Fatalf("%d ruled out, %d with another score", len(shift.Ruled), shift.Rescored)
		}
		told(t, p.Text("#form-notice"), f.Count("websetup.effect.ruled", len(shift.Ruled)))
		told(t, p.Text("#form-notice"), f.Count("websetup.effect.rescored", shift.Rescored))
		p.State("settings-scoring-agree")
		p.Click(saveForm)
		p.Wait(".notice-good")
		if ev := f.now(t); ev.MinimumScore.Or(0) != 0.4 || ev.Aggregator != "harmonic" || !ev.FirmShare.IsZero() {
			t.Errorf("saved %v, %q, %v", ev.MinimumScore, ev.Aggregator, ev.FirmShare)
		}
	})
}
