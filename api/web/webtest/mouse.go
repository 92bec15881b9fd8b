package webtest

import (
	"fmt"

	"github.com/chromedp/chromedp"
)

// Press presses the mouse on the middle of what a selector finds, and holds it.
func (p *Page) Press(selector string) {
	p.t.Helper()
	x, y := p.middle(selector)
	p.do(chromedp.MouseEvent(chromedp.MouseMoved, x, y), chromedp.MouseEvent(chromedp.MousePressed, x, y, chromedp.ButtonLeft, chromedp.ClickCount(1)))
}

// Over moves the mouse over what a selector finds, in two steps, as a hand would.
func (p *Page) Over(selector string) {
	p.t.Helper()
	x, y := p.middle(selector)
	p.do(chromedp.MouseEvent(chromedp.MouseMoved, x-8, y-3, chromedp.ButtonLeft), chromedp.MouseEvent(chromedp.MouseMoved, x, y, chromedp.ButtonLeft))
}

// Release lets go of the mouse over what a selector finds.
func (p *Page) Release(selector string) {
	p.t.Helper()
	x, y := p.middle(selector)
	p.do(chromedp.MouseEvent(chromedp.MouseReleased, x, y, chromedp.ButtonLeft, chromedp.ClickCount(1)))
}

func (p *Page) middle(selector string) (x, y float64) {
	p.t.Helper()
	at := Value[[]float64](p, fmt.Sprintf(`(() => {
		const e = document.querySelector(%q);
		if (!e) return [];
		e.scrollIntoView({block: "nearest", inline: "nearest", behavior: "instant"});
		const r = e.getBoundingClientRect();
		return [r.left + r.width / 2, r.top + r.height / 2];
	})()`, selector))
	if len(at) != 2 {
		p.t.Fatalf("there is no %s", selector)
	}
	return at[0], at[1]
}
