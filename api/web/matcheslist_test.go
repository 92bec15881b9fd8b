package web_test

import (
	"html"
	"regexp"
	"strings"
	"testing"

	"sangdam/api/web/webtest"
	"sangdam/internal/desk"
)

// The pages of the list, followed one after the other, hold every pair once; all but the first lead back to it.
func TestTheListOfPairsIsRead(t *testing.T) {
	s := webtest.Start(t)
	id := s.LoadJinju(t)
	all, err := s.Desk.Matches(t.Context(), s.Admin, id, desk.MatchQuery{Session: "changsha", Limit: 1000})
	if err != nil || all.Next != "" {
		t.Fatal(err, all.Next)
	}
	v := newVisitor(t, s)
	v.enter()
	first := "/events/" + id + "/matches?session=changsha&view=list"
	next := regexp.MustCompile(`<a class="button" href="([^"]+)" rel="next">`)
	pairs := regexp.MustCompile(`<th scope="row" class="name">([^<]+)</th><td class="name">([^<]+)</td>`)
	seen := map[string]bool{}
	pages := 0
	for path := first; path != ""; pages++ {
		_, page := v.get(path)
		rows := pairs.FindAllStringSubmatch(page, -1)
		if len(rows) == 0 || len(rows) > 50 {
			t.Fatalf("%d pairs on a page", len(rows))
		}
		for _, row := range rows {
			if key := row[1] + "\n" + row[2]; seen[key] {
				t.Errorf("%q comes twice", key)
			} else {
				seen[key] = true
			}
		}
		if back := strings.Contains(page, `<a class="button" href="`+html.EscapeString(first)+`">`); back != (pages > 0) {
			t.Errorf("page %d leads back to the first: %t", pages+1, back)
		}
		path = ""
		if m := next.FindStringSubmatch(page); m != nil {
			path = html.UnescapeString(m[1])
		}
	}
	if len(seen) != len(all.Pairs) || pages < 3 {
		t.Errorf("%d pairs on %d pages, want %d", len(seen), pages, len(all.Pairs))
	}
}
