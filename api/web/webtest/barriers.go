package webtest

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"strings"
)

//go:embed axe/axe.min.js
var axe string

// State is what every state of a page must hold: nothing is cut off, and axe-core finds no barrier in either theme. It keeps a
// picture of the whole page in both, named for the state, the language and the width of the window.
func (p *Page) State(name string) { p.t.Helper(); p.state(name, p.Shot) }

// Scene is State for what only the window shows, such as a dialog or something that is dragged.
func (p *Page) Scene(name string) { p.t.Helper(); p.state(name, p.Glimpse) }

func (p *Page) state(name string, take func(string)) {
	p.t.Helper()
	p.Fits()
	for _, theme := range []string{"light", "dark"} {
		p.wear(theme)
		p.Axe()
		take(p.pictureOf(name, theme))
	}
	if !p.view.Dark {
		p.wear("light")
	}
}

// Look keeps a picture of the whole page in both themes, as State does.
func (p *Page) Look(name string) {
	p.t.Helper()
	if !keeps() {
		return
	}
	for _, theme := range []string{"dark", "light"} {
		p.wear(theme)
		p.Shot(p.pictureOf(name, theme))
	}
}

func (p *Page) pictureOf(name, theme string) string {
	name = fmt.Sprintf("%s-%s-%d", strings.NewReplacer("/", "-", "?", "-").Replace(name), p.view.Language, p.view.Width)
	if theme == "dark" {
		name += "-dark"
	}
	return name
}

// wear puts the page into a theme, as its switch does, for as long as it is open.
func (p *Page) wear(theme string) {
	p.t.Helper()
	p.Run(fmt.Sprintf(`document.documentElement.dataset.theme = %q; document.dispatchEvent(new CustomEvent("sangdam:theme"))`, theme))
}

// Axe has axe-core look for barriers by the rules of WCAG 2.2 A and AA and its own good practice, and reports each as an error.
func (p *Page) Axe() {
	p.t.Helper()
	if !Value[bool](p, `"axe" in window`) {
		p.Run(axe + ";0")
	}
	found := Value[string](p, `(window.scrollTo(0, 0), axe.run(document, { // what lies under the bar is no target
			runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], resultTypes: ["violations"],
		}).then(r => JSON.stringify(r.violations.map(v => v.id + ": " + v.help + " — " + v.nodes.slice(0, 4).map(n => n.html.slice(0, 160) + " [" + (n.any[0]?.message ?? n.none[0]?.message ?? "") + "]").join(" | ")))))`)
	var violations []string
	check(p.t, json.Unmarshal([]byte(found), &violations))
	for _, v := range violations {
		p.t.Errorf("accessibility: %s", v)
	}
}

// Fits reports as errors whatever is wider than the page, and text that is cut off by its box without an ellipsis; and whether there was none.
func (p *Page) Fits() bool {
	p.t.Helper()
	found := Value[[]string](p, `[...document.querySelectorAll("body *")].filter(e => {
		if (!e.checkVisibility() || e.closest("svg, canvas, .table-wrap, [data-scrolls], .hidden-visually, .skip")) return false;
		const box = e.getBoundingClientRect(), style = getComputedStyle(e);
		if (box.width === 0 || box.height === 0) return false;
		const scrolls = [style.overflowX, style.overflowY].some(o => o === "auto" || o === "scroll");
		if (e.matches("select") && e.selectedOptions.length) { // its text is clipped without a sign
			const pen = document.createElement("canvas").getContext("2d");
			pen.font = style.font;
			if (pen.measureText(e.selectedOptions[0].text).width > e.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight) - 16) return true;
		}
		const cut = !scrolls && style.webkitLineClamp === "none" && e.childElementCount === 0 && e.textContent.trim() && style.overflow !== "visible" && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 2);
		let inScroller = false;
		for (let a = e; a && a !== document.body; a = a.parentElement) if (["auto", "scroll"].includes(getComputedStyle(a).overflowX)) inScroller = true;
		return cut || (!inScroller && (box.right > document.documentElement.clientWidth + 1 || box.left < -1));
	}).slice(0, 8).map(e => e.outerHTML.slice(0, 200))`)
	over := Value[int](p, `document.scrollingElement.scrollWidth - document.documentElement.clientWidth`)
	if over > 0 {
		p.t.Errorf("the page is wider than the window by %d pixels", over)
	}
	for _, f := range found {
		p.t.Errorf("does not fit: %s", f)
	}
	return over <= 0 && len(found) == 0
}
