package web_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"sangdam/api/web/webtest"
)

func TestAScheduleIsPublishedAndPublishedAgain(t *testing.T) {
	s := webtest.Start(t)
	browser := s.Open(t)
	id := s.LoadJinju(t)
	p := browser.Page(t, webtest.View{})
	solved(t, p, id)

	p.Go("/events/" + id + "/publish")
	p.Axe()
	p.Click("#publish")
	p.Wait("#publish-dialog[open]")
	p.Axe()
	p.Click("#publish-yes")
	p.Wait(".notice-good")

	p.Go("/events/" + id + "/schedule")
	p.Wait("#grid .meet")
	gone, moved := meeting(p, 0), meeting(p, 7)
	p.Run(fmt.Sprintf("document.querySelector('%s').focus()", gone.card()))
	p.Keys(kb.Delete)
	p.Until(fmt.Sprintf("!document.querySelector('%s')", gone.card()))
	p.Press(moved.card())
	p.Over("#grid tbody tr:nth-child(2) td:nth-child(3)")
	p.Wait("#grid td.may")
	slot, table := place(p, "#grid td.may")
	p.Over("#grid td.may")
	p.Release("#grid td.may")
	p.Until(moved.at(slot, table))

	for _, language := range []string{"ko", "ru"} {
		q := browser.Page(t, webtest.View{Language: language})
		q.Go("/events/" + id + "/publish")
		q.Wait(".moves")
		if n := webtest.Value[int](q, `document.querySelectorAll(".moves .move-lost").length`); n != 1 {
			t.Errorf("%s: %d meetings are gone, want 1", language, n)
		}
		if n := webtest.Value[int](q, `document.querySelectorAll(".affected li").length`); n < 2 || n > 4 {
			t.Errorf("%s: %d participants are concerned", language, n)
		}
		q.Axe()
		q.Fits()
		q.Shot("publish-" + language)
	}
	p.Go("/events/" + id + "/publish")
	p.Click("#publish")
	p.Click("#publish-yes")
	p.Wait(".notice-good")
	if n := webtest.Value[int](p, `document.querySelectorAll(".moves").length`); n != 0 {
		t.Error("what was just published still differs")
	}
}

func TestLinksAreMadePrintedAndRevoked(t *testing.T) {
	s := webtest.Start(t)
	id := s.LoadJinju(t)
	p := s.Open(t).Page(t, webtest.View{Language: "ru"})
	p.Go("/events/" + id + "/publish/links")
	p.Click("#make-all")
	p.Wait(".notice-good")
	links := webtest.Value[[]string](p, `[...document.querySelectorAll(".link-text")].map((l) => l.textContent)`)
	if len(links) != 68 { // 10 firms, 58 buyers
		t.Fatalf("%d links", len(links))
	}
	p.Axe()
	p.Fits()
	p.Shot("links")
	list := webtest.Value[string](p, `fetch(document.querySelector("a[download]").href).then((r) => r.text())`)
	for _, l := range links {
		if !strings.Contains(list, l) {
			t.Errorf("the list lacks %s", l)
		}
		code := l[strings.LastIndex(l, "/")+1:]
		if c, err := s.Desk.ByLink(t.Context(), code); err != nil || c.Event != id {
			t.Errorf("%s opens nothing: %v", l, err)
		}
	}
	p.Go("/events/" + id + "/publish/links/print")
	if n := webtest.Value[int](p, `document.querySelectorAll(".sheet-card svg.qr").length`); n != len(links) {
		t.Errorf("%d codes are printed", n)
	}
	p.Axe()
	p.Fits()
	p.Shot("links-sheet")

	p.Go("/events/" + id + "/publish/links")
	p.Run(`window.confirm = () => true`)
	p.Click(".links .button-bad")
	p.Wait(".notice-info")
	if n := webtest.Value[int](p, `document.querySelectorAll(".link-text").length`); n != len(links)-1 {
		t.Errorf("%d links are left", n)
	}
}
