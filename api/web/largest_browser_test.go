package web_test

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"sangdam/api/web/webtest"
)

// A hundred firms, a thousand buyers and forty slots are worked on like ten, thirty and nine.
func TestTheLargestEventIsWorkedOn(t *testing.T) {
	inBoth(t, func(t *testing.T, f *flow) {
		draftOf(t, f.Server, f.id, 5)
		t.Run("schedule", func(t *testing.T) { editLargest(t, f) })
		t.Run("matches", func(t *testing.T) { mapLargest(t, f) })
	}, atLargest)
}

// editLargest changes its schedule while the server is slow to answer, and finds its way in the grid and the lists.
func editLargest(t *testing.T, f *flow) {
	p := f.page(t, webtest.View{})
	p.Go(f.at("schedule?session=changsha"))
	p.Wait("#grid .meet")
	m := meeting(p, 0)
	version := func() int {
		return webtest.Value[int](p, `Number(document.querySelector(".board-state").dataset.version)`)
	}
	// Nobody waits for the server: what was asked for is there before it has answered, one thing after the other.
	p.Run(`{
			const send = window.fetch;
			window.kept = [];
			window.fetch = (url, options) => options?.method === "POST" ? new Promise((done) => { window.kept.push(() => done(send(url, options))); }) : send(url, options);
			window.letGo = () => { window.fetch = send; for (const go of window.kept) go(); };
		}`)
	before := version()
	p.Run(fmt.Sprintf("document.querySelector('%s').focus()", m.card()))
	p.Keys("l")
	p.Wait(m.card() + ".locked")
	p.Keys("l")
	p.Until(fmt.Sprintf("!document.querySelector('%s.locked')", m.card()))
	p.Keys(kb.Delete)
	p.Until(fmt.Sprintf("!document.querySelector('%s')", m.card()))
	if now := version(); now != before {
		t.Fatalf("the server has answered with version %d", now)
	}
	p.Run("window.letGo()")
	p.Until(fmt.Sprintf(`Number(document.querySelector(".board-state").dataset.version) >= %d`, before+3))
	p.Until(fmt.Sprintf("!document.querySelector('%s')", m.card()))
	p.Click("#undo:not([disabled])")
	p.Until(m.at(m.slot, m.table))
	p.Until(fmt.Sprintf(`Number(document.querySelector(".board-state").dataset.version) >= %d`, before+4))
	p.Until(m.at(m.slot, m.table))

	p.Run(`{ const row = document.querySelector("#grid tbody").rows[99]; row.cells[20].tabIndex = 0; row.cells[20].focus(); row.cells[20].scrollIntoView(); }`)
	p.Keys(kb.ArrowLeft)
	p.Until(`document.activeElement.closest("td").cellIndex === 19 && document.activeElement.closest("tr").dataset.row === "100"`)
	p.Until(`(() => { const box = document.getElementById("grid-scroll").getBoundingClientRect(), at = document.activeElement.getBoundingClientRect(); return at.top >= box.top && at.bottom <= box.bottom && at.left >= box.left && at.right <= box.right; })()`)
	p.Type("#leftout-words", "Buyer-that-nobody-knows")
	p.Until(`document.querySelectorAll("#leftout-list .left").length === 0`)

	p.Click(`.board-tools a[href*="view=buyers"]`)
	p.Until(`document.querySelectorAll("#grid tbody tr").length === 1000`)
	p.Type("#find-row", " 1000")
	p.Until(`document.querySelectorAll("#grid tbody tr:not(.row-hidden)").length < 10`)
	p.State("largest-schedule")
}

// mapLargest goes over its heat map by keyboard.
func mapLargest(t *testing.T, f *flow) {
	p := f.page(t, webtest.View{})
	openMap(p, f.id)
	set(p, "heat-sort", "name")
	p.Run(`{ const box = document.querySelector("[data-heat-scroll]"); box.scrollTo(box.scrollWidth, box.scrollHeight); document.querySelector("[data-heat-grid]").focus(); }`)
	for range 3 {
		p.Keys(kb.PageDown + kb.ArrowRight)
	}
	p.Until(`/ × .*\d/.test(document.querySelector("[data-heat-cell]").textContent)`)
	if got := webtest.Value[string](p, `document.querySelector("[data-heat-grid]").getAttribute("aria-rowcount")`); got != "1000" {
		t.Errorf("%s rows", got)
	}
	p.State("largest-matches")
}

// What the server refuses is put back, with the reason.
func TestARefusedEditIsPutBack(t *testing.T) {
	inBoth(t, func(t *testing.T, f *flow) {
		p := f.page(t, webtest.View{})
		solved(t, p, f.id)
		m, other := meeting(p, 0), meeting(p, 3)
		p.Run(`{
		const send = window.fetch;
		window.fetch = (url, options) => {
			if (options?.method !== "POST" || window.refused) return send(url, options);
			window.refused = true;
			const body = JSON.parse(options.body);
			body.edits[0].op = "add"; // of a meeting that is there already
			return new Promise((done) => { window.letGo = () => done(send(url, { ...options, body: JSON.stringify(body) })); });
		};
	}`)
		p.Run(fmt.Sprintf("document.querySelector('%s').focus()", m.card()))
		p.Keys(kb.Delete)
		p.Until(fmt.Sprintf("!document.querySelector('%s')", m.card()))
		p.Run(fmt.Sprintf("document.querySelector('%s').focus()", other.card()))
		p.Keys("l")
		p.Wait(other.card() + ".locked")
		p.Run("window.letGo()")
		p.Wait("#toasts .notice")
		p.Until(m.at(m.slot, m.table))
		p.Until(`!document.getElementById("undo").disabled`)
		p.Until(fmt.Sprintf(`document.querySelector('%s.locked') && document.activeElement.matches('%[1]s')`, other.card()))
		p.Run(`window.was = document.querySelector(".board-state").dataset.version`)
		p.Click("#undo:not([disabled])")
		p.Until(`document.querySelector(".board-state").dataset.version !== window.was && document.getElementById("undo").disabled`)
		p.Until(fmt.Sprintf("!document.querySelector('%s.locked')", other.card()))
	})
}
