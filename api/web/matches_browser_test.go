package web_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"

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

// atPair puts the map in the order of the event and its cursor on the pair of F01 and C03, who both make parts of aircraft.
func atPair(p *webtest.Page) {
	p.Run(`document.querySelector("[data-heat-grid]").focus({preventScroll: true})`)
	set(p, "heat-sort", "given")
	p.Keys(kb.ArrowDown + kb.ArrowDown)
}

// cellSays waits until a reader of the map's cell is told a text.
func cellSays(p *webtest.Page, text string) {
	p.Until(fmt.Sprintf(`document.querySelector("[data-heat-cell]").textContent.includes(%q)`, text))
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
	inBoth(t, func(t *testing.T, f *flow) {
		p := f.page(t, webtest.View{})
		openMap(p, f.id)
		p.State("matches")
		p.Click("[data-weights] summary") // shut where it would push the map out of the window
		p.Wait("[data-weights-save]")
		p.State("matches-weights")
		atPair(p)
		p.Keys("\r")
		p.Wait(".pair .pair-score")
		// Both sides stand beside each other, and the factors between them add up to the score.
		current, err := f.Desk.Event(t.Context(), f.Admin, f.id)
		if err != nil {
			t.Fatal(err)
		}
		for n, name := range []event.Text{current.Value.Firms[0].Name, current.Value.Buyers[2].Name} {
			told(t, p.Text(fmt.Sprintf(".pair .profile:nth-child(%d) h3", n+1)), f.Text(name))
		}
		number := `(text) => Number(text.replace(",", ".").match(/[\d.]+/)[0])`
		score := webtest.Value[float64](p, `(`+number+`)(document.querySelector(".pair-score").innerText)`)
		sum := webtest.Value[float64](p, `[...document.querySelectorAll(".factor-head span:last-child")].map((s) => (`+number+`)(s.innerText)).reduce((a, b) => a + b, 0)`)
		if score <= 0 || score > 1 || math.Abs(sum-score) > 1e-9 {
			t.Errorf("the score is %g, the factors sum to %g", score, sum)
		}
		p.State("matches-pair")

		before := p.Text(".pair .pair-score")
		set(p, "w-language", "60")
		p.Until("document.querySelector('.pair .pair-score').innerText !== `" + before + "`")
		p.Click("[data-pair-close]")
		p.Click("[data-weights-save]")
		p.Wait(".toasts .notice-good")
		current, err = f.Desk.Event(t.Context(), f.Admin, f.id)
		if err != nil || current.Value.Weights["language"] != 0.6 {
			t.Errorf("the weights are %v, %v", current.Value.Weights, err)
		}
		p.Click("[data-weights-default]")
		p.Click("[data-weights-save]")
		p.Until(`document.querySelector("[data-weights-save]").disabled`)
	})
}

// On a phone the explanation comes up over the map.
func TestAPairIsExplainedOnAPhone(t *testing.T) {
	inBoth(t, func(t *testing.T, f *flow) {
		p := f.page(t, webtest.View{Width: 360, Height: 800})
		openMap(p, f.id)
		atPair(p)
		p.Keys("\r")
		p.Wait(".pair .pair-score")
		p.Scene("matches-pair")
		p.Keys("\x1b")
		p.Until(`!document.querySelector(".pair")`)
	})
}

func TestWishesAreSetInPlaceByKeyboardAndByHand(t *testing.T) {
	inBoth(t, func(t *testing.T, f *flow) {
		p := f.page(t, webtest.View{})
		openMap(p, f.id)
		atPair(p)
		for key, wish := range map[string]event.Wish{"m": event.Must, "w": event.Want, "a": event.Avoid, "n": event.Never} {
			p.Keys(key)
			cellSays(p, f.Say("web.heat.of_firm")+": "+f.Say("web.heat."+string(wish)))
			if got := wishOf(t, f.Server, f.id, "F01", "C03"); got != wish {
				t.Errorf("by the key %s the firm wishes %q", key, got)
			}
		}
		p.Keys("0")
		p.Until(fmt.Sprintf(`!document.querySelector("[data-heat-cell]").textContent.includes(%q)`, f.Say("web.heat.of_firm")))
		p.Keys("\r")
		p.Wait(".pair .pair-score")
		for _, wish := range []event.Wish{event.Avoid, event.Want, event.Must, event.Never} {
			p.Run(`document.querySelector(".pair").dataset.before = "", document.getElementById("toasts").replaceChildren()`)
			p.Click(fmt.Sprintf(`[data-from="C03"] .segment-%s`, wish))
			p.Wait(".pair:not([data-before])")
			cellSays(p, f.Say("web.heat.of_buyer")+": "+f.Say("web.heat."+string(wish)))
			if got := wishOf(t, f.Server, f.id, "C03", "F01"); got != wish {
				t.Errorf("by hand the buyer wishes %q, not %q", got, wish)
			}
		}
		// Never rules the pair out, and the explanation says so instead of a score.
		p.Wait(".pair .notice-warn")
		told(t, p.Text(".pair .notice-warn"), f.Say("web.pair.excluded"))
		if why := p.Text(".pair .notice-warn p"); len(why) < 10 {
			t.Errorf("why the pair is ruled out is told as %q", why)
		}
		cellSays(p, f.Say("web.heat.out"))
		p.State("matches-ruled-out")
		p.Click(`[data-from="C03"] .segment-none`)
		p.Wait(".pair .pair-score")
		p.Keys("\x1b")
		p.Until(`!document.querySelector(".pair")`)
	})
}

func TestTheMapIsFilteredAndSorted(t *testing.T) {
	inBoth(t, func(t *testing.T, f *flow) {
		p := f.page(t, webtest.View{})
		openMap(p, f.id)
		count := func() string {
			return webtest.Value[string](p, `["aria-rowcount", "aria-colcount"].map(a => document.querySelector("[data-heat-grid]").getAttribute(a)).join(" ")`)
		}
		if got := count(); got != "30 10" {
			t.Errorf("without filters %s", got)
		}
		for _, by := range []struct{ field, value string }{
			{"heat-text", "유압"}, {"heat-text", "hydraul"}, {"heat-sector", "aerospace"}, {"heat-cert", "AS9100"}, {"heat-wish", "must"}, {"heat-wish", "any"}, {"heat-wish", "out"},
		} {
			set(p, by.field, by.value)
			if got := count(); got == "30 10" || strings.HasPrefix(got, "0 ") {
				t.Errorf("with %s %q %s", by.field, by.value, got)
			}
			set(p, by.field, "")
		}
		first := func(by string) string {
			set(p, "heat-sort", by)
			return p.Text("[data-heat-cell]")
		}
		orders := map[string]bool{}
		for _, by := range []string{"best", "name", "sector", "given"} {
			orders[first(by)] = true
		}
		if len(orders) < 3 {
			t.Errorf("four orders have only %d beginnings", len(orders))
		}
		set(p, "heat-text", "nothing is called so")
		p.Wait("[data-heat-empty]")
		p.State("matches-empty")

		p.Go(f.at("matches?view=list"))
		p.Wait("main .table")
		p.State("list")
		p.Run(`document.getElementById("list-firm").value = "F02"`)
		p.Click(".field-end .button")
		p.Until(`location.search.includes("firm=F02") && document.querySelector("main .table")`)
		if n := webtest.Value[int](p, `new Set([...document.querySelectorAll("tbody th")].map((c) => c.textContent)).size`); n != 1 {
			t.Errorf("of one firm the table names %d", n)
		}
	})
}

func TestWhatAnotherOrganizerChangesAppears(t *testing.T) {
	inBoth(t, func(t *testing.T, f *flow) {
		p := f.page(t, webtest.View{})
		openMap(p, f.id)
		atPair(p)
		if _, err := f.Desk.SetWish(t.Context(), f.Admin, f.id, "F01", "C03", event.Must); err != nil {
			t.Fatal(err)
		}
		cellSays(p, f.Say("web.heat.must"))

		weigh := func(weight float64) {
			if _, err := f.Desk.SetWeights(t.Context(), f.Admin, f.id, map[string]*float64{"wish": &weight}, 0); err != nil {
				t.Fatal(err)
			}
		}
		weigh(0.5) // sliders that nobody moved follow
		p.Until(`document.getElementById("w-wish").value > 30`)
		set(p, "w-market", "50")
		weigh(0.01) // one that was moved stays, and the page says so
		p.Wait(".toasts .notice-warn")
		told(t, p.Text(".toasts .notice-warn"), f.Say("web.heat.theirs"))
		if got := webtest.Value[string](p, `document.getElementById("w-market").value`); got != "50" {
			t.Errorf("the slider that was moved is back at %s", got)
		}
	})
}

func TestANameStaysAName(t *testing.T) {
	const hostile = `<script>window.hacked = 1</script><img src=x onerror="window.hacked = 2">`
	s := webtest.Start(t)
	id := s.LoadJinju(t, func(ev *event.Event) {
		ev.Name = event.Text{Plain: hostile}
		ev.Firms[0].Name = event.Text{Plain: hostile}
		ev.Buyers[2].Name = event.Text{Plain: hostile}
	})
	p := s.Open(t).Page(t, webtest.View{Language: "en"})
	for _, path := range []string{"/", "/events/" + id + "/matches?view=list", "/events/" + id + "/settings/event"} {
		p.Go(path)
		p.Until(`document.body.innerText.includes("<script>window.hacked") || [...document.querySelectorAll("input")].some(i => i.value.includes("<script>"))`)
	}
	openMap(p, id)
	atPair(p)
	p.Keys("\r")
	p.Wait(".pair")
	if got := p.Text(".pair h2"); !strings.Contains(got, hostile) {
		t.Errorf("the name is shown as %q", got)
	}
	p.Run(`window.dispatchEvent(new Event("beforeprint"))`)
	if webtest.Value[bool](p, `"hacked" in window`) {
		t.Error("the name ran as a script")
	}
}
