package webtest

import (
	"context"
	"fmt"

	"github.com/chromedp/chromedp"
)

// Click waits for what a CSS selector finds, and clicks it. A page may still be laid out between the look where it is and the press: when
// something else was hit, it is clicked once more.
func (p *Page) Click(selector string) {
	p.t.Helper()
	p.Wait(selector)
	p.Run(fmt.Sprintf(`(() => {
		window.clickWatch?.abort();
		window.clickWatch = new AbortController();
		window.clickMissed = true;
		const look = ({ target }) => { if (target.closest?.(%[1]q) || document.querySelector(%[1]q)?.contains(target)) window.clickMissed = false; };
		for (const kind of ["pointerdown", "click"]) window.addEventListener(kind, look, { capture: true, signal: window.clickWatch.signal });
	})()`, selector))
	p.hit(selector)
	if p.missed() {
		p.t.Logf("clicks %s once more", selector)
		p.hit(selector)
	}
}

func (p *Page) hit(selector string) {
	p.t.Helper()
	x, y := p.middle(selector)
	p.do(chromedp.MouseClickXY(x, y))
}

// missed tells whether the click that is watched hit something else. A page that is left because of it was hit.
func (p *Page) missed() bool {
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	missed, err := chromedp.Run(ctx, chromedp.Evaluate[bool]("window.clickMissed === true"))
	return err == nil && missed
}

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

// middle brings what a selector finds into view, and returns where its middle (of the first line of a text) is once it has come to rest.
func (p *Page) middle(selector string) (x, y float64) {
	p.t.Helper()
	at := Value[[]float64](p, fmt.Sprintf(`(async () => {
		let last;
		for (let still = 0, frames = 0; still < 2; frames++) {
			if (frames) await new Promise(requestAnimationFrame);
			const e = document.querySelector(%q);
			e?.scrollIntoViewIfNeeded();
			const r = e?.getClientRects()[0];
			if (!r && frames > 600) return [];
			if (!r) continue;
			const at = [r.left + r.width / 2, r.top + r.height / 2];
			still = last && Math.hypot(at[0] - last[0], at[1] - last[1]) < 0.5 ? still + 1 : 0;
			last = at;
		}
		return last;
	})()`, selector))
	if len(at) != 2 {
		p.t.Fatalf("there is no %s", selector)
	}
	return at[0], at[1]
}
