package web_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"sangdam/api/web/webtest"
)

func TestAScheduleIsPublishedAndPublishedAgain(t *testing.T) {
	inBoth(t, func(t *testing.T, f *flow) {
		p := f.page(t, webtest.View{})
		solved(t, p, f.id)
		p.Go(f.at("publish"))
		p.Wait("#publish")
		told(t, p.Text("main"), f.Say("webplan.publish.public.none"))
		p.State("publish-first")
		p.Click("#publish")
		p.Wait("#publish-dialog[open]")
		p.Scene("publish-dialog")
		p.Click("#publish-yes")
		p.Wait(".notice-good")

		p.Go(f.at("schedule"))
		p.Wait("#grid .meet")
		gone, moved := meeting(p, 0), meeting(p, 7)
		p.Run(fmt.Sprintf("document.querySelector('%s').focus()", gone.card()))
		arrived := answered(p)
		p.Keys(kb.Delete)
		p.Until(arrived)
		arrived = answered(p)
		carry(p, moved)
		p.Until(arrived) // what is published is what the server has

		// The draft and what is published stand apart, with what differs and whom it concerns.
		p.Go(f.at("publish"))
		p.Wait(".moves")
		if n := webtest.Value[int](p, `document.querySelectorAll(".moves .move-lost").length`); n != 1 {
			t.Errorf("%d meetings are gone, want 1", n)
		}
		if n := webtest.Value[int](p, `document.querySelectorAll(".affected li").length`); n < 2 || n > 4 {
			t.Errorf("%d participants are concerned", n)
		}
		p.State("publish")
		p.Resize(360, 800)
		p.State("publish") // on a phone what was and what will be stand below each other, and nothing is beyond the edge
		if n := webtest.Value[int](p, `[...document.querySelectorAll(".moves tbody :is(th, td)")].filter((cell) => cell.getBoundingClientRect().right > innerWidth).length`); n > 0 {
			t.Errorf("%d cells of what changes are beyond the edge of a phone", n)
		}
		p.Resize(1440, 900)
		p.Click("#publish")
		p.Click("#publish-yes")
		p.Wait(".notice-good")
		if n := webtest.Value[int](p, `document.querySelectorAll(".moves").length`); n != 0 {
			t.Error("what was just published still differs")
		}
	})
}

func TestLinksAreMadeCopiedPrintedAndRevoked(t *testing.T) {
	inBoth(t, func(t *testing.T, f *flow) {
		p := f.page(t, webtest.View{})
		p.Go(f.at("publish/links"))
		p.Click("#make-all")
		p.Wait(".notice-good")
		links := webtest.Value[[]string](p, `[...document.querySelectorAll(".link-text")].map((l) => l.textContent)`)
		if len(links) != 68 { // 10 firms, 58 buyers
			t.Fatalf("%d links", len(links))
		}
		p.State("links")
		// The clipboard is that of the whole machine, so the test keeps one of its own.
		p.Run(`Object.defineProperty(navigator, "clipboard", {value: {writeText: async (text) => { window.copied = text; }}}), document.getElementById("toasts").replaceChildren()`)
		p.Click("[data-copies]")
		p.Wait(".toasts .notice-good")
		if got := webtest.Value[string](p, "window.copied"); got != links[0] {
			t.Errorf("%q was copied, not %q", got, links[0])
		}
		list := webtest.Value[string](p, `fetch(document.querySelector("a[download]").href).then((r) => r.text())`)
		for _, l := range links {
			if !strings.Contains(list, l) {
				t.Errorf("the list lacks %s", l)
			}
			code := l[strings.LastIndex(l, "/")+1:]
			if c, err := f.Desk.ByLink(t.Context(), code); err != nil || c.Event != f.id {
				t.Errorf("%s opens nothing: %v", l, err)
			}
		}
		p.Go(f.at("publish/links/print"))
		if n := webtest.Value[int](p, `document.querySelectorAll(".sheet-card svg.qr").length`); n != len(links) {
			t.Errorf("%d codes are printed", n)
		}
		p.State("links-sheet")
		p.Print("links-sheet-" + f.Language())

		p.Go(f.at("publish/links"))
		p.Run(`window.confirm = () => true`)
		p.Click(".links .button-bad")
		p.Wait(".notice-info")
		if n := webtest.Value[int](p, `document.querySelectorAll(".link-text").length`); n != len(links)-1 {
			t.Errorf("%d links are left", n)
		}
	})
}
