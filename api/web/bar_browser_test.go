package web_test

import (
	"testing"

	"sangdam/api/web/webtest"
)

// barFaults lists what is wrong with the bar and the navigation of a page: the event's name must be there to read, whole, and so must the
// place that is open, or the button that shows the places.
const barFaults = `(() => {
	const out = [];
	const shown = (e) => e && e.checkVisibility() && e.getBoundingClientRect().width > 20 && e.getBoundingClientRect().height > 10;
	const name = [...document.querySelectorAll(".event-switch > summary > span, .narrow-only")].find(shown);
	if (!name || !name.textContent.trim()) out.push("the event has no name");
	else if (name.scrollHeight > name.clientHeight + 2 || name.scrollWidth > name.clientWidth + 1) out.push("its name is cut off");
	const place = document.querySelector(".side a[aria-current]");
	if (!place) out.push("no place is open");
	if (!shown(place) && !shown(document.querySelector(".menu-button"))) out.push("the places cannot be reached");
	for (const e of document.querySelectorAll(".bar > *, .bar summary, .bar button")) {
		const box = e.getBoundingClientRect();
		if (box.width && (box.right > innerWidth + 1 || box.left < -1)) out.push("out of the window: " + e.outerHTML.slice(0, 80));
	}
	const items = [...document.querySelectorAll(".bar > *")].filter((e) => e.getBoundingClientRect().width > 0);
	for (let i = 1; i < items.length; i++) if (items[i].getBoundingClientRect().left < items[i - 1].getBoundingClientRect().right - 1) out.push("they overlap: " + items[i].className);
	return out;
})()`

func TestTheBarNamesTheEventOnEveryPage(t *testing.T) {
	s := webtest.Start(t)
	id := s.LoadJinju(t)
	paths := []string{"matches", "schedule", "mend", "publish", "publish/links", "outcomes", "report", "settings/event", "settings/companies", "settings/links"}
	browser := s.Open(t)
	for _, language := range []string{"ko", "en", "zh", "ru"} {
		t.Run(language, func(t *testing.T) {
			t.Parallel()
			p := browser.Page(t, webtest.View{Language: language})
			for _, path := range paths {
				p.Go("/events/" + id + "/" + path)
				p.Wait("h1")
				for _, width := range []int{360, 768, 1024, 1440, 1920} {
					p.Resize(width, 900)
					for _, fault := range webtest.Value[[]string](p, barFaults) {
						t.Errorf("%s at %d: %s", path, width, fault)
					}
				}
			}
		})
	}
}
