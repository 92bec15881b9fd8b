package web_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"sangdam/api/web/webtest"
	"sangdam/event"
)

// A stopwatch measures in the page how long it takes from an input event, by its own time stamp, to the first frame painted after
// a condition holds.
const stopwatch = `window.timed = (done) => new Promise((resolve) => {
	let from;
	const hear = (e) => { from ??= e.timeStamp; };
	const kinds = ["keydown", "pointerdown", "input"];
	for (const kind of kinds) addEventListener(kind, hear, { capture: true });
	const look = () => {
		if (from === undefined || !done(from)) return requestAnimationFrame(look);
		for (const kind of kinds) removeEventListener(kind, hear, { capture: true });
		requestAnimationFrame(() => { const after = new MessageChannel(); after.port1.onmessage = () => resolve(performance.now() - from); after.port2.postMessage(0); });
	};
	look();
}); true`

// scrolling scrolls what a selector finds from its beginning to its end in so many frames, and tells how long each took, in
// milliseconds, and how many tasks took longer than 50.
const scrolling = `(async (box, frames) => {
	let long = 0;
	const watch = new PerformanceObserver((list) => { long += list.getEntries().length; });
	watch.observe({ entryTypes: ["longtask"] });
	const frame = () => new Promise(requestAnimationFrame);
	const took = [];
	let last = await frame();
	for (let i = 1; i <= frames; i++) {
		box.scrollTo(0, (box.scrollHeight - box.clientHeight) * i / frames);
		const now = await frame();
		took.push(now - last);
		last = now;
	}
	watch.disconnect();
	return { took, long };
})(document.querySelector(%q), 120)`

type scrolled struct {
	Took []float64 `json:"took"`
	Long int       `json:"long"`
}

// BenchmarkBrowser drives Chromium over the schedule and the heat map and reports milliseconds from input to paint: the median and the
// slowest. A figure ends with the first frame that shows the effect; those of edits are "seen" then, and "saved" with the first frame
// after the server's answer was put in place.
func BenchmarkBrowser(b *testing.B) {
	for _, size := range []struct {
		name   string
		change func(*event.Event)
	}{{"jinju", func(*event.Event) {}}, {"largest", atLargest}} {
		s := webtest.Start(b)
		id := s.LoadJinju(b, size.change)
		draftOf(b, s, id, 5)
		browser := s.Open(b)
		b.Run(size.name+"/schedule", func(b *testing.B) {
			p := browser.Page(b, webtest.View{})
			p.Go("/events/" + id + "/schedule?session=changsha")
			p.Wait("#grid .meet")
			p.Run(stopwatch)
			benchmarkSchedule(b, p)
		})
		b.Run(size.name+"/matches", func(b *testing.B) {
			p := browser.Page(b, webtest.View{})
			openMap(p, id)
			p.Run(stopwatch)
			benchmarkMap(b, p)
		})
	}
}

func benchmarkSchedule(b *testing.B, p *webtest.Page) {
	m := meeting(p, 0)
	at := fmt.Sprintf("document.querySelector('%s')", m.card())
	focus := fmt.Sprintf("document.querySelector('%s').focus()", m.card())
	// The version that the page had when the input was made, to know the server's answer by.
	const version, answered = `window.was = document.querySelector(".board-state").dataset.version`, `document.querySelector(".board-state").dataset.version !== window.was`
	undo := func() {
		p.Run(version)
		p.Run(`document.querySelector("#undo").click()`)
		p.Until(answered)
	}
	b.Run("select", func(b *testing.B) {
		times(b, p, func(int) { p.Run(focus) }, kb.ArrowRight, `document.activeElement !== `+at, "ms")
	})
	b.Run("menu", func(b *testing.B) {
		times(b, p, func(int) { p.Run(`document.getElementById("meeting-menu").hidePopover()`); p.Run(focus) }, "m", `document.querySelector("#meeting-menu:popover-open")`, "ms")
		p.Run(`document.getElementById("meeting-menu").hidePopover()`)
	})
	b.Run("pick-up", func(b *testing.B) {
		times(b, p, func(int) { p.Keys("\x1b"); p.Run(focus) }, "\r", `document.querySelector("#grid td.may, #grid td.may-not")`, "ms")
		p.Keys("\x1b")
	})
	b.Run("move", func(b *testing.B) {
		ready := func(i int) {
			if i > 0 {
				undo()
			}
			p.Run(focus)
			p.Run(version)
			p.Keys("\r")
			p.Wait("#grid td.may-not")
			p.Run(`document.getElementById("grid-scroll").scrollTo(0, 1e6)`) // the last tables have room
			p.Until(`document.querySelector("#grid td.may")`)
			p.Run(`{ const to = document.querySelector("#grid td.may"); to.tabIndex = 0; to.focus(); }`)
		}
		moved := fmt.Sprintf(`(%[1]s && (%[1]s.dataset.slot !== %[2]q || %[1]s.dataset.table !== %[3]q))`, at, m.slot, m.table)
		times(b, p, ready, "\r", moved, "ms")
		p.Until(answered)
		undo()
	})
	for _, edit := range []struct{ name, key, seen string }{
		{"lock", "l", at + `.classList.contains("locked")`}, {"remove", kb.Delete, "!" + at},
	} {
		for what, until := range map[string]string{"seen": edit.seen, "saved": answered} {
			b.Run(edit.name+"/"+what, func(b *testing.B) {
				ready := func(i int) {
					if i > 0 {
						p.Until(answered)
						undo()
					}
					p.Run(focus)
					p.Run(version)
				}
				times(b, p, ready, edit.key, until, "ms")
				p.Until(answered)
				undo()
			})
		}
	}
	b.Run("add-by-undo", func(b *testing.B) {
		ready := func(int) {
			p.Run(focus)
			p.Run(version)
			p.Keys(kb.Delete)
			p.Until(answered)
			p.Run(`document.getElementById("undo").focus()`)
			p.Run(version)
		}
		times(b, p, ready, "\r", at, "ms")
		p.Until(answered)
	})
	b.Run("scroll", func(b *testing.B) { scrolls(b, p, "#grid-scroll") })
}

func benchmarkMap(b *testing.B, p *webtest.Page) {
	const ranked = `performance.getEntriesByName("sangdam-ranked")[0]?.startTime > from`
	b.Run("slider", func(b *testing.B) {
		keys := []string{kb.ArrowRight, kb.ArrowLeft}
		var ms []float64
		for i := 0; b.Loop(); i++ {
			p.Run(`document.getElementById("w-text").focus()`)
			ms = append(ms, timed(p, ranked, func() { p.Keys(keys[i%2]) }))
		}
		reported(b, ms, "ms")
	})
	b.Run("scroll", func(b *testing.B) { scrolls(b, p, "[data-heat-scroll]") })
}

// times presses a key again and again, each time made ready for, and reports how long until a condition was seen.
func times(b *testing.B, p *webtest.Page, ready func(i int), key, until, unit string) {
	b.Helper()
	var ms []float64
	for i := 0; b.Loop(); i++ {
		ready(i)
		ms = append(ms, timed(p, until, func() { p.Keys(key) }))
	}
	reported(b, ms, unit)
}

func timed(p *webtest.Page, until string, input func()) float64 {
	p.Run(fmt.Sprintf("window.result = window.timed((from) => %s); true", until))
	input()
	return webtest.Value[float64](p, "window.result")
}

func scrolls(b *testing.B, p *webtest.Page, selector string) {
	var frames []float64
	long := 0
	for b.Loop() {
		s := webtest.Value[scrolled](p, fmt.Sprintf(scrolling, selector))
		frames, long = append(frames, s.Took...), long+s.Long
	}
	reported(b, frames, "ms-a-frame")
	b.ReportMetric(float64(long)/float64(b.N), "long-tasks")
}

// reported reports the median and the slowest of some times in the place of the time of the whole loop.
func reported(b *testing.B, ms []float64, unit string) {
	slices.Sort(ms)
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(ms[len(ms)/2], unit)
	b.ReportMetric(ms[len(ms)-1], "slowest")
}
