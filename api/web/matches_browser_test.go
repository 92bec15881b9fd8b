package web_test

import (
	"testing"

	"sangdam/api/web/webtest"
)

func TestMatchesExplainAPairAndFollowTheSliders(t *testing.T) {
	s := webtest.Start(t)
	id := s.LoadJinju(t)
	browser := s.Open(t)
	for _, language := range []string{"ko", "ru"} {
		t.Run(language, func(t *testing.T) {
			p := browser.Page(t, webtest.View{Language: language})
			p.Go("/events/" + id + "/matches")
			p.Until(`document.querySelector("[data-heat]").dataset.drawn > 0`)
			p.Run(`document.querySelector("[data-heat-grid]").focus({preventScroll: true})`)
			p.Keys("\r")
			p.Wait(".pair .pair-score")
			before := p.Text(".pair .pair-score")
			p.Shot("matches-pair-" + language)
			p.Run(`{const s = document.getElementById("w-language"); s.value = s.max; s.dispatchEvent(new Event("input", {bubbles: true}))}`)
			p.Until(`document.querySelector(".pair .pair-score").innerText !== ` + "`" + before + "`")
			p.Axe()
			p.Fits()
		})
	}
}
