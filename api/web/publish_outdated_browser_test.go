package web_test

import (
	"slices"
	"testing"

	"sangdam/api/web/webtest"
	"sangdam/event"
)

func TestPublishingSomethingOutdatedIsToldOnThePage(t *testing.T) {
	inBoth(t, func(t *testing.T, f *flow) {
		draft := f.drafted(t)
		change := func(c func(ev *event.Event)) {
			if _, err := f.Desk.Edit(t.Context(), f.Admin, f.id, func(ev *event.Event) error { c(ev); return nil }); err != nil {
				t.Fatal(err)
			}
		}
		publish := func(p *webtest.Page) {
			p.Click("#publish")
			p.Click("#publish-yes")
		}
		published := func() int {
			p, err := f.Desk.Publications(t.Context(), f.Admin, f.id)
			if err != nil {
				t.Fatal(err)
			}
			return len(p)
		}
		p := f.page(t, webtest.View{})

		p.Go(f.at("publish")) // and meanwhile another organizer publishes
		if _, err := f.Desk.Publish(t.Context(), f.Admin, draft.Run.ID, 0); err != nil {
			t.Fatal(err)
		}
		publish(p)
		p.Wait(".notice-bad")
		told(t, p.Text(".notice-bad"), f.Say("websetup.publish.stale.publication"))
		p.State("publish-overtaken")
		if n := published(); n != 1 {
			t.Errorf("it is published %d times", n)
		}

		// The event changes without harm: the page says so, and it can be published.
		change(func(ev *event.Event) {
			s := ev.Session("moscow")
			s.Slots = slices.Clone(s.Slots)
			for i := range s.Slots {
				s.Slots[i].Start, s.Slots[i].End = s.Slots[i].Start.AddDate(0, 0, 1), s.Slots[i].End.AddDate(0, 0, 1)
			}
			for i := range s.Interpreters {
				s.Interpreters[i].Unavailable = nil
			}
		})
		p.Go(f.at("publish"))
		p.Wait("#outdated")
		told(t, p.Text("#outdated"), f.Say("web.audit.event_changed"))
		p.State("publish-outdated")

		// It changes once more after the page was made, in a way that breaks rules.
		change(func(ev *event.Event) { s := ev.Session("changsha"); ev.SetSlots(s, s.Slots[1:]) })
		publish(p)
		p.Wait("#findings")
		told(t, p.Text("main"), f.Say("websetup.publish.stale.event"))
		told(t, p.Text("#findings"), f.Say("websetup.told.slot"))
		p.State("publish-broken")
		if webtest.Value[bool](p, `document.querySelector("#publish") !== null`) || published() != 1 {
			t.Error("what breaks the rules can be published")
		}
	})
}
