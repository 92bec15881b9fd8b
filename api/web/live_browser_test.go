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

// organizers are two who have the same schedule before them.
func (f *flow) organizers(t *testing.T) (first, second *webtest.Page) {
	first, second = f.page(t, webtest.View{}), f.page(t, webtest.View{})
	solved(t, first, f.id)
	second.Go(f.at("schedule"))
	second.Wait("#grid .meet")
	return first, second
}

// Two organizers work on one schedule: what one does appears for the other, and a change that comes too late is told.
func TestTwoOrganizersSeeEachOther(t *testing.T) {
	inBoth(t, func(t *testing.T, f *flow) {
		first, second := f.organizers(t)
		m, other := meeting(first, 0), meeting(first, 5)

		lock := func(p *webtest.Page, m placed) {
			p.Run(fmt.Sprintf("document.querySelector('%s').focus()", m.card()))
			p.Keys("l")
		}
		lock(first, m)
		second.Wait(m.card() + ".locked")

		// The second one's change is held back on its way until the first one's has arrived.
		second.Run(`{
		const send = window.fetch;
		window.fetch = (url, options) => options?.method === "POST" ? new Promise((done) => { window.letGo = () => done(send(url, options)); }) : send(url, options);
	}`)
		lock(second, other)
		second.Until("window.letGo")
		arrived := answered(first)
		lock(first, m) // unlocks
		first.Until(arrived)
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

// answered is what becomes true in a page when the server has answered a change that is made from now on: a change is shown before.
func answered(p *webtest.Page) string {
	return fmt.Sprintf(`document.querySelector(".board-state").dataset.version !== %q`,
		webtest.Value[string](p, `document.querySelector(".board-state").dataset.version`))
}

// A change that came too late is told as well when another view is asked for while the board is renewed.
func TestALateChangeIsToldBesideAnotherView(t *testing.T) {
	inBoth(t, func(t *testing.T, f *flow) {
		first, second := f.organizers(t)
		m, other := meeting(first, 0), meeting(first, 5)
		second.Run(fmt.Sprintf(`{
		const send = window.fetch;
		const board = document.querySelector(".board-state").dataset;
		const state = { ...board };
		window.fetch = (url, options) => {
			if (options?.method === "POST") return new Promise((done) => { window.letGo = () => { window.gone = true; done(send(url, options)); }; });
			if (!window.gone) return new Promise(() => {}); // the first one's change is not shown here
			if (!window.turned && url === state.url) {
				window.turned = true;
				const answer = send(url, options);
				document.querySelector("a[data-board][href*='view=firms']").click();
				return answer;
			}
			return send(url, options);
		};
		document.querySelector('%s').focus();
	}`, other.card()))
		second.Keys("l")
		second.Until("window.letGo")
		arrived := answered(first)
		first.Run(fmt.Sprintf("document.querySelector('%s').focus()", m.card()))
		first.Keys("l")
		first.Until(arrived)
		second.Run("window.letGo()")
		second.Until(`document.querySelector(".board-state").dataset.view === "firms"`)
		second.Wait("#toasts .notice-warn .button")
		if !webtest.Value[bool](second, "window.turned") {
			t.Error("no other view was asked for while the board was renewed")
		}
	})
}
