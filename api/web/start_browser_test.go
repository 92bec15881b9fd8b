package web_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sangdam/api/web/webtest"
	"sangdam/fixtures"
)

// write puts a file of a test on disk and returns its path.
func write(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestAFileIsBroughtInCorrectedAndReplaced(t *testing.T) {
	s := webtest.Start(t)
	browser := s.Open(t)
	document := string(fixtures.Jinju2019())
	for _, language := range []string{"ko", "ru"} {
		t.Run(language, func(t *testing.T) {
			id := "jinju-" + language
			named := strings.Replace(document, `"id": "jinju-2019"`, `"id": "`+id+`"`, 1)
			p := browser.Page(t, webtest.View{Language: language})
			p.Go("/")
			p.Wait("[data-import-choose]")
			p.Axe()
			p.Fits()
			p.Upload("#file", write(t, "event.json", strings.Replace(named, `"country": "CN"`, `"country": "China"`, 1)))
			p.Wait(".import-result .table")
			if got := p.Text(".import-result tbody"); !strings.Contains(got, "sessions[0].country") || !strings.Contains(got, "China") {
				t.Errorf("the fault is told as %q", got)
			}
			p.Shot("start-faults-" + language)
			p.Axe()
			p.Fits()
			p.Upload("#file", write(t, "event.json", named))
			p.Until(`location.pathname === "/events/` + id + `/matches"`)

			p.Go("/")
			p.Wait("[data-import-choose]")
			p.Shot("start-" + language)
			p.Upload("#file", write(t, "event.json", named))
			p.Wait(".import-result .notice")
			p.Shot("start-same-" + language)
		})
	}
}

func TestTheExampleOpensFromTheStart(t *testing.T) {
	s := webtest.Start(t)
	p := s.Open(t).Page(t, webtest.View{Language: "ko", Width: 360, Height: 780})
	p.Go("/")
	p.Shot("start-empty-phone")
	p.Axe()
	p.Fits()
	p.Click(`form[action="/example"] button`)
	p.Until(`document.querySelector("[data-heat]")?.dataset.drawn > 0`)
	p.Shot("matches-phone")
	p.Axe()
	p.Fits()
}
