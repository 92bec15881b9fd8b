package web_test

import (
	"fmt"
	"testing"

	"sangdam/api/web/webtest"
	"sangdam/event"
)

// short has some firms at the venue for three slots and promises them five meetings, so that they are told of beside the grid.
func short(ev *event.Event) {
	for i := range 3 {
		f := &ev.Firms[i]
		late := event.Interval{Start: ev.Sessions[0].Slots[3].Start, End: ev.Sessions[0].Slots[8].End}
		f.Sessions = map[string]event.Participation{"changsha": {MinMeetings: event.Some(5), Unavailable: []event.Interval{late}}, "moscow": {}}
	}
}

// Who is short and what found no place stands beside the grid wherever there is room, and is one press away elsewhere: nobody
// scrolls past the grid for it.
func TestTheListIsBesideTheGrid(t *testing.T) {
	s := webtest.Start(t)
	id := s.LoadJinju(t, short)
	draftOf(t, s, id, 2)
	browser := s.Open(t)
	const beside = `(() => {
		document.querySelector(".board-bar").scrollIntoView({ block: "start" });
		const of = (e) => document.querySelector(e).getBoundingClientRect(), grid = of("#grid-scroll"), list = of("#leftout-list"), shorts = of(".shorts");
		return list.left >= grid.right && shorts.bottom <= list.top && list.top + 120 < innerHeight && list.height > 120;
	})()`
	for _, view := range []webtest.View{{Width: 1280, Height: 800, Language: "ru"}, {Width: 1440, Height: 900}, {Width: 1920, Height: 1080, Dark: true}} {
		t.Run(fmt.Sprint(view.Width), func(t *testing.T) {
			p := browser.Page(t, view)
			p.Go("/events/" + id + "/schedule?session=changsha")
			p.Wait("#grid .meet")
			p.Until(beside)
			p.Axe()
			p.Fits()
			p.Run(beside)
			p.Shot(fmt.Sprintf("schedule-side-%d", view.Width))
			p.Click("#side-toggle[aria-expanded=true]")
			p.Until(`!document.getElementById("board-side").checkVisibility() && document.activeElement.id === "side-toggle"`)
			p.Click("#side-toggle[aria-expanded=false]")
			p.Until(beside)
		})
	}
	t.Run("phone", func(t *testing.T) {
		p := browser.Page(t, webtest.View{Width: 390, Height: 844, Language: "ru"})
		p.Go("/events/" + id + "/schedule?session=changsha")
		p.Wait("#grid .meet")
		p.Glimpse("schedule-side-phone-closed")
		p.Click("#side-toggle[aria-expanded=false]")
		p.Wait("#leftout-list .left")
		p.Until(`document.activeElement.id === "side-close"`)
		p.Axe()
		p.Fits()
		p.Glimpse("schedule-side-phone")
		p.Keys("\x1b")
		p.Until(`!document.getElementById("board-side").checkVisibility() && document.activeElement.id === "side-toggle"`)
	})
}
