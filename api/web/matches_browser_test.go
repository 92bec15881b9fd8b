package web_test

import (
	"fmt"
	"strings"
	"testing"

	"sangdam/api/web/webtest"
	"sangdam/event"
)

// openMap opens the heat map of the first session and waits until it is drawn.
func openMap(p *webtest.Page, id string) {
	p.Go("/events/" + id + "/matches")
	p.Until(`document.querySelector("[data-heat]").dataset.drawn > 0`)
}

// set gives a field a value as a hand would.
func set(p *webtest.Page, field, value string) {
	p.Run(fmt.Sprintf(`{const f = document.getElementById(%q); f.value = %q; f.dispatchEvent(new Event("input", {bubbles: true}))}`, field, value))
}

// wishOf returns what one company wishes about another.
func wishOf(t *testing.T, s *webtest.Server, id, from, to string) event.Wish {
	t.Helper()
	current, err := s.Desk.Event(t.Context(), s.Admin, id)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range current.Value.Requests {
		if r.From == from && r.To == to {
			return r.Wish
		}
	}
	return ""
}

func TestMatchesExplainAPairAndFollowTheSliders(t *testing.T) {
	s := webtest.Start(t)
	id := s.LoadJinju(t)
	browser := s.Open(t)
	for _, v := range []webtest.View{{Language: "ko"}, {Language: "zh", Dark: true}, {Language: "ru", Width: 360, Height: 800}} {
		t.Run(v.Language, func(t *testing.T) {
			p := browser.Page(t, v)
			openMap(p, id)
			p.Run(`document.querySelector("[data-heat-grid]").focus({preventScroll: true})`)
			p.Keys("\r")
			p.Wait(".pair .pair-score")
			before := p.Text(".pair .pair-score")
			p.Shot("matches-pair-" + v.Language)
			p.Axe()
			p.Fits()
			p.Run(`document.querySelector("[data-weights]").open = true`)
			set(p, "w-language", "60")
			p.Until("document.querySelector('.pair .pair-score').innerText !== `" + before + "`")
			p.Click("[data-pair-close]")
			p.Click("[data-weights-save]")
			p.Wait(".toasts .notice-good")
			current, err := s.Desk.Event(t.Context(), s.Admin, id)
			if err != nil || current.Value.Weights["language"] != 0.6 {
				t.Errorf("the weights are %v, %v", current.Value.Weights, err)
			}
			p.Click("[data-weights-default]")
			p.Click("[data-weights-save]")
			p.Until(`document.querySelector("[data-weights-save]").disabled`)
		})
	}
}

func TestWishesAreSetInPlaceByKeyboardAndByHand(t *testing.T) {
	s := webtest.Start(t)
	id := s.LoadJinju(t)
	p := s.Open(t).Page(t, webtest.View{})
	openMap(p, id)
	p.Run(`document.querySelector("[data-heat-grid]").focus({preventScroll: true})`)
	set(p, "heat-sort", "given")
	// In the order of the event the cursor stands on F01 and C01.
	p.Until(`document.querySelector("[data-heat-cell]").textContent.includes("한별항공구조 × 후난웨헝건설기계")`)
	p.Keys("m")
	p.Until(`document.querySelector("[data-heat-cell]").textContent.includes("꼭 만남")`)
	if got := wishOf(t, s, id, "F01", "C01"); got != event.Must {
		t.Errorf("by keyboard the firm wishes %q", got)
	}
	p.Keys("\r")
	p.Wait(".pair")
	p.Click(`[data-from="C01"] .segment-never`)
	p.Until(`document.querySelector(".pair .notice-warn")`)
	if got := wishOf(t, s, id, "C01", "F01"); got != event.Never {
		t.Errorf("by hand the buyer wishes %q", got)
	}
	p.Shot("matches-ruled-out")
	p.Axe()
	p.Click(`[data-from="C01"] .segment-none`)
	p.Until(`document.querySelector(".pair .pair-score")`)
	p.Keys("\x1b")
	p.Until(`!document.querySelector(".pair")`)
}

func TestTheMapIsFilteredAndSorted(t *testing.T) {
	s := webtest.Start(t)
	id := s.LoadJinju(t)
	p := s.Open(t).Page(t, webtest.View{})
	openMap(p, id)
	count := func() string {
		return webtest.Value[string](p, `["aria-rowcount", "aria-colcount"].map(a => document.querySelector("[data-heat-grid]").getAttribute(a)).join(" ")`)
	}
	if got := count(); got != "30 10" {
		t.Errorf("without filters %s", got)
	}
	set(p, "heat-text", "유압")
	if got := count(); got == "30 10" || strings.HasPrefix(got, "0 ") {
		t.Errorf("with a text %s", got)
	}
	set(p, "heat-text", "")
	set(p, "heat-cert", "AS9100")
	if got := count(); got == "30 10" || strings.HasPrefix(got, "0 ") {
		t.Errorf("with a certificate %s", got)
	}
	set(p, "heat-cert", "")
	set(p, "heat-wish", "must")
	if got := count(); got == "30 10" || strings.HasPrefix(got, "0 ") {
		t.Errorf("with a wish %s", got)
	}
	set(p, "heat-wish", "")
	set(p, "heat-text", "nothing is called so")
	p.Wait("[data-heat-empty]")
}

func TestWhatAnotherOrganizerChangesAppears(t *testing.T) {
	s := webtest.Start(t)
	id := s.LoadJinju(t)
	p := s.Open(t).Page(t, webtest.View{Language: "en"})
	openMap(p, id)
	set(p, "heat-sort", "given")
	p.Until(`document.querySelector("[data-heat-cell]").textContent.startsWith("Hanbyeol Aerostructures × Hunan Yueheng")`)
	if _, err := s.Desk.SetWish(t.Context(), s.Admin, id, "F01", "C01", event.Must); err != nil {
		t.Fatal(err)
	}
	p.Until(`document.querySelector("[data-heat-cell]").textContent.includes("Must meet")`)
}

func TestWeightsThatOthersChangeAreNotOverwrittenUnseen(t *testing.T) {
	s := webtest.Start(t)
	id := s.LoadJinju(t)
	p := s.Open(t).Page(t, webtest.View{})
	openMap(p, id)
	weigh := func(weight float64) {
		if _, err := s.Desk.SetWeights(t.Context(), s.Admin, id, map[string]*float64{"wish": &weight}, 0); err != nil {
			t.Fatal(err)
		}
	}
	weigh(0.5) // sliders that nobody moved follow
	p.Until(`document.getElementById("w-wish").value > 30`)
	set(p, "w-market", "50")
	weigh(0.01)
	p.Wait(".toasts .notice-warn")
	if got := webtest.Value[string](p, `document.getElementById("w-market").value`); got != "50" {
		t.Errorf("the slider that was moved is back at %s", got)
	}
}

func TestANameStaysAName(t *testing.T) {
	const hostile = `<script>window.hacked = 1</script><img src=x onerror="window.hacked = 2">`
	s := webtest.Start(t)
	id := s.LoadJinju(t, func(ev *event.Event) {
		ev.Name = event.Text{Plain: hostile}
		ev.Firms[0].Name = event.Text{Plain: hostile}
		ev.Buyers[0].Name = event.Text{Plain: hostile}
	})
	p := s.Open(t).Page(t, webtest.View{Language: "en"})
	for _, path := range []string{"/", "/events/" + id + "/matches?view=list", "/events/" + id + "/settings/event"} {
		p.Go(path)
		p.Until(`document.body.innerText.includes("<script>window.hacked") || [...document.querySelectorAll("input")].some(i => i.value.includes("<script>"))`)
	}
	openMap(p, id)
	p.Run(`document.querySelector("[data-heat-grid]").focus()`)
	set(p, "heat-sort", "given")
	p.Keys("\r")
	p.Wait(".pair")
	if got := p.Text(".pair h2"); !strings.Contains(got, hostile) {
		t.Errorf("the name is shown as %q", got)
	}
	if webtest.Value[bool](p, `"hacked" in window`) {
		t.Error("the name ran as a script")
	}
}
