package web_test

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"sangdam/api/web/webtest"
)

// solved has the event solved by the button of the page, and waits until the schedule is shown.
func solved(t *testing.T, p *webtest.Page, id string) {
	t.Helper()
	p.Go("/events/" + id + "/schedule")
	p.Click(".solve-form .button-main")
	p.Wait(".solve.solved")
	p.Wait("#grid .meet")
}

// wholeGrid has rows that are out of sight painted as well, for a picture of the whole page.
const wholeGrid = `for (const row of document.querySelectorAll("#grid tr")) row.style.contentVisibility = "visible"`

func TestScheduleIsSolvedLive(t *testing.T) {
	inBoth(t, func(t *testing.T, f *flow) {
		p := f.page(t, webtest.View{})
		p.Go(f.at("schedule"))
		p.Wait(".solve-form .button-main")
		p.State("schedule-none")
		solved(t, p, f.id)
		want := f.Count("meetings", 48)
		told(t, p.Text("#solve-now"), want)
		told(t, p.Text("#verdict-title"), want)
		if drawn := webtest.Value[int](p, `document.querySelectorAll(".chart-score[d^='M']").length`); drawn != 2 {
			t.Errorf("%d charts are drawn, want one a city", drawn)
		}
		p.Run(wholeGrid)
		p.State("schedule")
		for _, view := range []string{"firms", "buyers", "interpreters"} {
			p.Go(f.at("schedule?view=" + view))
			p.Wait("#grid .meet")
			p.Run(wholeGrid)
			p.State("schedule-" + view)
		}
		p.Resize(390, 844)
		p.Go(f.at("schedule"))
		p.Wait("#grid .meet")
		p.State("schedule")
	})
}

func TestTheListOfPairsLeftOutIsSearchedAndOneIsAdded(t *testing.T) {
	inBoth(t, func(t *testing.T, f *flow) {
		p := f.page(t, webtest.View{})
		solved(t, p, f.id)
		before := webtest.Value[int](p, `document.querySelectorAll(".left").length`)
		p.Click("#leftout-list li:last-child button")
		p.Until(fmt.Sprintf(`document.querySelectorAll(".left").length > %d`, before))
		current, err := f.Desk.Event(t.Context(), f.Admin, f.id)
		if err != nil {
			t.Fatal(err)
		}
		firm := f.Text(current.Value.Firms[1].Name)
		p.Type("#leftout-words", firm)
		p.Until(fmt.Sprintf(`[...document.querySelectorAll(".left-firm")].length > 0 && [...document.querySelectorAll(".left-firm")].every((f) => f.textContent === %q)`, firm))
		if why := p.Text(".left .soft"); len(why) < 20 {
			t.Errorf("why the pair is left out is told as %q", why)
		}
		p.Click(".left:has([data-add]) [data-add]")
		p.Wait("#places-dialog[open] .place-not")
		p.Scene("schedule-places")
		if why := p.Text("#places-list .place-not"); len(why) < 20 {
			t.Errorf("the first place that is not possible says only %q", why)
		}
		p.Click("#places-dialog [data-closes]")

		// A pair that was taken out of the schedule finds its old place free again.
		p.Run(`{const words = document.getElementById("leftout-words"); words.value = ""; words.dispatchEvent(new Event("input", {bubbles: true}))}`)
		m := meeting(p, 0)
		p.Run(fmt.Sprintf("document.querySelector('%s').focus()", m.card()))
		p.Keys(kb.Delete)
		p.Until(fmt.Sprintf("!document.querySelector('%s')", m.card()))
		left := fmt.Sprintf(`.left[data-firm=%q][data-buyer=%q] [data-add]`, m.firm, m.buyer)
		p.Until(fmt.Sprintf(`(document.querySelector(%q) || document.querySelector("#leftout-list > li:last-child > button")?.click(), document.querySelector(%[1]q))`, left))
		p.Run(fmt.Sprintf("document.querySelector(%q).click()", left)) // in one step: the list may still be growing
		p.Click("#places-list li:not(.place-not) button")
		p.Wait(m.card())
		p.Click("#undo:not([disabled])")
		p.Until(fmt.Sprintf("!document.querySelector('%s')", m.card()))
	})
}
