package web_test

import (
	"fmt"
	"strings"
	"testing"

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
	s := webtest.Start(t)
	id := s.LoadJinju(t)
	browser := s.Open(t)
	for language, want := range map[string]string{"ko": "상담 48건", "ru": "48 встреч"} {
		t.Run(language, func(t *testing.T) {
			p := browser.Page(t, webtest.View{Language: language})
			solved(t, p, id)
			if text := p.Text("#solve-now"); !strings.Contains(text, want) {
				t.Errorf("at the end it says %q", text)
			}
			if text := p.Text("#verdict-title"); !strings.Contains(text, want) {
				t.Errorf("the verdict is %q", text)
			}
			if drawn := webtest.Value[int](p, `document.querySelectorAll(".chart-score[d^='M']").length`); drawn != 2 {
				t.Errorf("%d charts are drawn, want one a city", drawn)
			}
			p.Axe()
			p.Fits()
			p.Run(wholeGrid)
			p.Shot("schedule-" + language)
		})
	}
	for _, view := range []string{"firms", "buyers", "interpreters"} {
		t.Run(view, func(t *testing.T) {
			p := browser.Page(t, webtest.View{Dark: view == "buyers"})
			p.Go("/events/" + id + "/schedule?view=" + view)
			p.Wait("#grid .meet")
			p.Axe()
			p.Fits()
			p.Run(wholeGrid)
			p.Shot("schedule-" + view)
		})
	}
	t.Run("phone", func(t *testing.T) {
		p := browser.Page(t, webtest.View{Width: 390, Height: 844, Language: "ru"})
		p.Go("/events/" + id + "/schedule")
		p.Wait("#grid .meet")
		p.Axe()
		p.Fits()
		p.Run(wholeGrid)
		p.Shot("schedule-phone")
	})
}

func TestTheListOfPairsLeftOutIsSearched(t *testing.T) {
	s := webtest.Start(t)
	id := s.LoadJinju(t)
	p := s.Open(t).Page(t, webtest.View{Language: "en"})
	solved(t, p, id)
	before := webtest.Value[int](p, `document.querySelectorAll(".left").length`)
	p.Click("#leftout-list li:last-child button")
	p.Until(fmt.Sprintf(`document.querySelectorAll(".left").length > %d`, before))
	p.Type("#leftout-words", "Saeon")
	p.Until(`[...document.querySelectorAll(".left-firm")].length > 0 && [...document.querySelectorAll(".left-firm")].every((f) => f.textContent === "Saeon Composites")`)
	p.Click(".left:has([data-add]) [data-add]")
	p.Wait("#places-dialog[open] .place-not")
	p.Axe()
	p.Glimpse("schedule-places")
	if why := p.Text("#places-list .place-not"); len(why) < 20 {
		t.Errorf("the first place that is not possible says only %q", why)
	}
}
