package web_test

import (
	"fmt"
	"testing"

	"sangdam/api/web/webtest"
	"sangdam/event"
	"sangdam/internal/desk"
)

// lateStream holds back the streams of a page until letStream is called, as a slow network would.
const lateStream = `{
	const Stream = window.EventSource;
	const held = new Promise((go) => { window.letStream = go; });
	window.EventSource = class {
		constructor(url) { this.stream = held.then(() => new Stream(url)); }
		addEventListener(name, hear) { this.stream.then((s) => s.addEventListener(name, hear)); }
		close() { this.stream.then((s) => s.close()); }
	};
}`

// What is changed after a page was made and before its stream is open is shown as soon as it is.
func TestNothingIsMissedBeforeTheStreamOpens(t *testing.T) {
	inBoth(t, func(t *testing.T, f *flow) {
		draft := drafted(t, f.Server, f.id)
		matches, schedule, settings := f.page(t, webtest.View{}), f.page(t, webtest.View{}), f.page(t, webtest.View{})
		my := f.page(t, phone)
		for _, p := range []*webtest.Page{matches, schedule, settings, my} {
			p.Early(lateStream)
		}
		openMap(matches, f.id)
		set(matches, "heat-sort", "given")
		schedule.Go(f.at("schedule"))
		schedule.Wait("#grid .meet")
		settings.Go(f.at("settings/event"))
		settings.Wait(".settings-form")
		my.Go(linkOf(t, f.Server, f.id, "F01"))
		my.Wait(".my-places")

		if _, err := f.Desk.SetWish(t.Context(), f.Admin, f.id, "F01", "C01", event.Must); err != nil {
			t.Fatal(err)
		}
		m := meeting(schedule, 0)
		lock := desk.MeetingEdit{Op: desk.Lock, Session: "changsha", Firm: m.firm, Buyer: m.buyer}
		draft, err := f.Desk.EditMeetings(t.Context(), f.Admin, draft.Run.ID, []desk.MeetingEdit{lock}, draft.Version)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Desk.Publish(t.Context(), f.Admin, draft.Run.ID, draft.Version); err != nil {
			t.Fatal(err)
		}
		for _, p := range []*webtest.Page{matches, schedule, settings, my} {
			p.Until("window.letStream")
			p.Run("window.letStream()")
		}
		matches.Until(fmt.Sprintf(`document.querySelector("[data-heat-cell]").textContent.includes(%q)`, f.Say("web.heat.must")))
		schedule.Wait(m.card() + ".locked")
		settings.Wait(".toasts .notice-info")
		told(t, settings.Text(".toasts"), f.Say("web.changed"))
		my.Wait(".my-next, .my-day")
	})
}

// Two organizers work on one schedule: what one does appears for the other, and a change that comes too late is told.
func TestTwoOrganizersSeeEachOther(t *testing.T) {
	inBoth(t, func(t *testing.T, f *flow) {
		first, second := f.page(t, webtest.View{}), f.page(t, webtest.View{})
		solved(t, first, f.id)
		second.Go(f.at("schedule"))
		second.Wait("#grid .meet")
		m, other := meeting(first, 0), meeting(first, 5)

		lock := func(p *webtest.Page, m placed) {
			p.Run(fmt.Sprintf("document.querySelector('%s').focus()", m.card()))
			p.Keys("l")
		}
		lock(first, m)
		second.Wait(m.card() + ".locked")

		// The second one's change is held back on its way until the first one was quicker.
		second.Run(`{
		const send = window.fetch;
		window.fetch = (url, options) => options?.method === "POST" ? new Promise((done) => { window.letGo = () => done(send(url, options)); }) : send(url, options);
	}`)
		lock(second, other)
		second.Until("window.letGo")
		lock(first, m) // unlocks
		first.Until(fmt.Sprintf("!document.querySelector('%s.locked')", m.card()))
		second.Run("window.letGo()")
		second.Wait("#toasts .notice-warn .button")
		second.Until(fmt.Sprintf("!document.querySelector('%s.locked')", m.card()))
		if webtest.Value[bool](second, fmt.Sprintf("Boolean(document.querySelector('%s.locked'))", other.card())) {
			t.Error("a change made on an old board was taken")
		}
		second.Scene("schedule-conflict")
		second.Click("#toasts .notice-warn .button")
		second.Run("window.letGo()")
		second.Wait(other.card() + ".locked")
		first.Wait(other.card() + ".locked")
	})
}
