package web_test

import (
	"net/http"
	"regexp"
	"strings"
	"testing"

	"sangdam/api/web/webtest"
)

// Every entry of the navigation leads to a page, but for the one whose place is kept: it says so.
func TestEveryPlaceOfTheNavigationIsThere(t *testing.T) {
	s := webtest.Start(t)
	v := newVisitor(t, s)
	v.enter()
	_, page := v.get("/events/" + s.LoadJinju(t) + "/matches")
	_, side, _ := strings.Cut(page, `<nav class="side"`)
	side, _, _ = strings.Cut(side, "</nav>")
	places := regexp.MustCompile(`<li>\s*<a href="([^"]+)"`).FindAllStringSubmatch(side, -1)
	if n, soon := strings.Count(side, "<li>"), strings.Count(side, `<span class="soon">`); n == 0 || soon != 1 || len(places) != n-soon {
		t.Fatalf("%d of %d entries lead somewhere, the place of %d is kept", len(places), n, soon)
	}
	for _, place := range places {
		path := place[1]
		resp, _ := v.get(path)
		if next := resp.Header.Get("Location"); resp.StatusCode == http.StatusSeeOther && next != "" {
			resp, _ = v.get(next)
		}
		if resp.StatusCode != http.StatusOK {
			t.Errorf("%s: %s", path, resp.Status)
		}
	}
}
