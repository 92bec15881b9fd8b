package web_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"sangdam/api/web/webtest"
	"sangdam/event"
)

// reached are the pages that an organizer can reach, by name, with %s for the event.
var reached = []struct{ name, path string }{
	{"start", "/"}, {"matches", "/events/%s/matches"}, {"list", "/events/%s/matches?view=list"}, {"settings-event", "/events/%s/settings/event"},
	{"settings-links", "/events/%s/settings/links"}, {"settings-tokens", "/events/%s/settings/tokens"}, {"settings-audit", "/events/%s/settings/audit"},
	{"settings-backup", "/events/%s/settings/backup"}, {"settings-tokens-all", "/settings/tokens"}, {"not-found", "/events/nothing/matches"},
}

func addressOf(path, id string) string {
	if path == "/" || path == "/settings/tokens" || path == "/events/nothing/matches" {
		return path
	}
	return fmt.Sprintf(path, id)
}

// The light theme is looked at for barriers on the way, the dark one by the next test.
func TestNothingIsCutOffInAnyLanguageAtAnyWidth(t *testing.T) {
	s := webtest.Start(t)
	id := s.LoadJinju(t)
	browser := s.Open(t)
	for _, language := range event.Languages {
		for _, width := range []int{360, 1440} {
			t.Run(fmt.Sprintf("%s/%d", language, width), func(t *testing.T) {
				p := browser.Page(t, webtest.View{Language: language, Width: width, Height: 900})
				for _, w := range reached {
					p.Go(addressOf(w.path, id))
					p.Wait("main h1")
					p.Fits()
					if language == "ko" && width == 1440 {
						p.Axe()
					}
					p.Shot(fmt.Sprintf("walk-%s-%s-%d", w.name, language, width))
				}
			})
		}
	}
}

func TestPagesPrintOnA4(t *testing.T) {
	s := webtest.Start(t)
	id := s.LoadJinju(t)
	p := s.Open(t).Page(t, webtest.View{Language: "ru", Dark: true})
	p.Go("/events/" + id + "/matches?view=list")
	p.Wait("main h1")
	pdf := p.Print("list-ru")
	box := regexp.MustCompile(`/MediaBox ?\[ ?0 0 ([\d.]+) ([\d.]+)`).FindSubmatch(pdf)
	if box == nil || !strings.HasPrefix(string(box[1]), "59") || !strings.HasPrefix(string(box[2]), "84") {
		t.Errorf("the paper is %q", box)
	}
}

func TestNobodyIsKeptOut(t *testing.T) {
	s := webtest.Start(t)
	id := s.LoadJinju(t)
	browser := s.Open(t)
	for _, v := range []webtest.View{{Language: "ko", Dark: true}, {Language: "ru", Dark: true, Width: 360, Height: 800}} {
		t.Run(fmt.Sprintf("%s/%d/%t", v.Language, v.Width, v.Dark), func(t *testing.T) {
			p := browser.Page(t, v)
			for _, w := range reached {
				p.Go(addressOf(w.path, id))
				p.Wait("main h1")
				p.Axe()
			}
		})
	}
	t.Run("signed out", func(t *testing.T) {
		p := browser.Page(t, webtest.View{Nobody: true})
		p.Go("/")
		p.Wait("#token")
		p.Axe()
		p.Fits()
		p.Shot("signin-ko")
		p.Type("#token", s.Token+"\r")
		p.Wait(".events")
	})
}
