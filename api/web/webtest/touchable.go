package webtest

// Touchable reports as errors what is touched and smaller than 44 px, the least that a thumb hits: controls, with the labels around them,
// and links that do not stand in running text.
func (p *Page) Touchable() {
	p.t.Helper()
	found := Value[[]string](p, `[...document.querySelectorAll("main :is(a[href], button, select, input, textarea, summary), .bar :is(a, button, summary)")].filter(e => {
		if (!e.checkVisibility() || e.type === "hidden" || e.closest(".hidden-visually, .skip")) return false;
		if (e.matches("a") && getComputedStyle(e).display === "inline" && e.parentElement.matches("p, dd") && e.parentElement.textContent.trim() !== e.textContent.trim()) return false;
		const box = (e.closest("label") ?? e).getBoundingClientRect();
		return box.height < 43.5 || box.width < 43.5;
	}).map(e => { const box = e.getBoundingClientRect(); return Math.round(box.width) + " by " + Math.round(box.height) + ": " + e.outerHTML.slice(0, 160); })`)
	for _, f := range found {
		p.t.Errorf("too small to touch: %s", f)
	}
}
