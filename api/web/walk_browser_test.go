package web_test

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	pdfcpu "github.com/pdfcpu/pdfcpu/pkg/api"

	"sangdam/api/web/webtest"
	"sangdam/event"
)

// reached returns the pages that can be looked at without doing anything on them, by name: those of an organizer, and those behind the link of
// a firm before and after a schedule is published.
func reached(t *testing.T, s *webtest.Server) map[string]string {
	before := s.LoadJinju(t, soon, func(ev *event.Event) { ev.ID = "before" })
	id := s.LoadJinju(t, soon)
	publication := published(t, s, id)
	pages := map[string]string{"start": "/", "settings-tokens-all": "/settings/tokens", "not-found": "/events/nothing/matches"}
	for _, path := range []string{"matches", "matches?view=list", "schedule", "schedule/runs", "publish", "publish/links", "mend", "outcomes", "report",
		"settings/event", "settings/fixed", "settings/controls", "settings/sectors", "settings/scoring", "settings/links", "settings/tokens", "settings/audit", "settings/backup"} {
		pages[path] = "/events/" + id + "/" + path
	}
	firm, early := linkOf(t, s, id, "F01"), linkOf(t, s, before, "F01")
	pages["my"], pages["my-before"], pages["my-partners"], pages["my-hours"] = firm, early, early+"/partners", early+"/hours"
	for _, e := range publication.Entries {
		if e.Firm == "F01" {
			pages["my-meeting"] = firm + "/meetings/" + e.Session + "/" + e.Buyer
		}
	}
	pages["my-gone"] = firm + "/meetings/changsha/nobody"
	return pages
}

// Every page is looked at in all languages from the narrowest phone to a wide screen. Behind a personal link all
// that is touched is large enough for a thumb. The flows look for barriers on their way.
func TestNothingIsCutOffInAnyLanguageAtAnyWidth(t *testing.T) {
	s := webtest.Start(t)
	pages := reached(t, s)
	browser := s.Open(t)
	t.Run("in", func(t *testing.T) {
		for _, language := range event.Languages {
			t.Run(language, func(t *testing.T) {
				t.Parallel()
				p := browser.Page(t, webtest.View{Language: language})
				for _, name := range slices.Sorted(maps.Keys(pages)) {
					p.Go(pages[name])
					p.Wait("main h1")
					for _, width := range []int{1440, 768, 360} {
						p.Resize(width, 900)
						p.Until(`[...document.querySelectorAll("[data-heat]")].every((map) => map.dataset.drawn > 0)`)
						if !p.Fits() {
							t.Errorf("that was %s at %d pixels", name, width)
						}
						if width == 360 && strings.HasPrefix(name, "my") {
							p.Touchable()
						}
						p.Look("walk-" + name)
					}
				}
			})
		}
	})
}

func TestPagesPrintOnA4(t *testing.T) {
	inBoth(t, func(t *testing.T, f *flow) {
		p := f.page(t, webtest.View{Dark: true})
		for name, path := range map[string]string{"list": f.at("matches?view=list"), "settings-event": f.at("settings/event"), "outcomes": f.at("outcomes")} {
			p.Go(path)
			p.Wait("main h1")
			dims, err := pdfcpu.PageDims(bytes.NewReader(p.Print(fmt.Sprintf("%s-%s", name, f.Language()))), nil)
			if err != nil || len(dims) == 0 {
				t.Fatalf("%s: %v", name, err)
			}
			for n, d := range dims {
				if d.Width < 593 || d.Width > 597 || d.Height < 840 || d.Height > 843 {
					t.Errorf("%s: sheet %d is %v", name, n+1, d)
				}
			}
		}
	})
}

func TestAnOrganizerSignsIn(t *testing.T) {
	inBoth(t, func(t *testing.T, f *flow) {
		p := f.page(t, webtest.View{Nobody: true})
		p.Go("/")
		p.Wait("#token")
		p.State("signin")
		p.Type("#token", f.Token+"\r")
		p.Wait(".events")
		p.Go("/events/nothing/matches")
		p.Wait("main h1")
		p.State("not-found")
	})
}
