package api

import (
	"encoding/json"
	"errors"
	"net/http"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sangdam/event"
	"sangdam/internal/client"
)

// refused returns the problem that an error is, with the wanted status.
func refused(t *testing.T, err error, status int) *client.Problem {
	t.Helper()
	p, ok := errors.AsType[*client.Problem](err)
	if !ok {
		t.Fatalf("want a problem of status %d, got %v", status, err)
	}
	if p.Status != status {
		t.Fatalf("want %d, got %d: %v", status, p.Status, err)
	}
	return p
}

func TestAnEventIsStoredReadReplacedAndDeleted(t *testing.T) {
	c, ev := start(t).admin(), jinju(t)
	first, err := c.CreateEvent(t.Context(), ev)
	must(t, err)
	got, version, err := c.Event(t.Context(), ev.ID)
	must(t, err)
	if version != first || cmp.Diff(asDocument(t, ev), asDocument(t, got)) != "" {
		t.Errorf("version %d, want %d; %s", version, first, cmp.Diff(asDocument(t, ev), asDocument(t, got)))
	}
	if _, err = c.CreateEvent(t.Context(), ev); refused(t, err, 409).Kind() != "exists" {
		t.Errorf("the same id again: %v", err)
	}

	ev.Firms[0].CapacityUSD = event.Some(1e6)
	second, err := c.ReplaceEvent(t.Context(), ev, first)
	must(t, err)
	_, err = c.ReplaceEvent(t.Context(), ev, first)
	if p := refused(t, err, 412); p.Version != second || p.Kind() != "stale" {
		t.Errorf("the old version: %d %s %v, want the current one, %d", p.Version, p.Kind(), err, second)
	}
	refused(t, c.DeleteEvent(t.Context(), ev.ID, first), 412)
	must(t, c.DeleteEvent(t.Context(), ev.ID, second))
	_, _, err = c.Event(t.Context(), ev.ID)
	refused(t, err, 404)
}

func asDocument(t *testing.T, ev *event.Event) string {
	t.Helper()
	var b strings.Builder
	must(t, ev.Write(&b))
	return b.String()
}

func TestChangesNeedACondition(t *testing.T) {
	s := start(t)
	id := s.loaded()
	path := basePath + "/events/" + id
	body := []byte(asDocument(t, jinju(t)))
	for _, c := range []struct {
		name, method, path, ifMatch string
		body                        []byte
		status                      int
	}{
		{"none", "PUT", path, "", body, 428},
		{"no tag", "PUT", path, "7", body, 400},
		{"a tag of another kind", "PUT", path, `"abc"`, body, 400},
		{"none on deletion", "DELETE", path, "", nil, 428},
		{"none on wishes", "PUT", path + "/requests", "", []byte("[]"), 428},
		{"none on weights", "PATCH", path + "/weights", "", []byte("{}"), 428},
		{"a stale one", "PUT", path, `"999999"`, body, 412},
		{"any", "PUT", path, "*", body, 204},
	} {
		kind := mediaJSON
		if strings.HasSuffix(c.path, "weights") {
			kind = "application/merge-patch+json"
		}
		if got := s.call(c.method, c.path, c.body, "If-Match", c.ifMatch, "Content-Type", kind); got.Status != c.status {
			t.Errorf("%s: %d, want %d: %s", c.name, got.Status, c.status, got.Body)
		}
	}
	read := s.call("GET", path, nil, "Accept-Encoding", "identity")
	if again := s.call("GET", path, nil, "If-None-Match", `"1", W/`+read.Header.Get("ETag")); again.Status != 304 || len(again.Body) != 0 {
		t.Errorf("the version that is known: %d, %d bytes", again.Status, len(again.Body))
	}
	weak := "W/" + read.Header.Get("ETag")
	if got := s.call("PUT", path, body, "If-Match", weak); got.Status != 204 {
		t.Errorf("a tag that a proxy has weakened: %d %s", got.Status, got.Body)
	}
}

func TestWishesAndWeights(t *testing.T) {
	s := start(t)
	c, id := s.admin(), s.loaded()
	_, version, err := c.Event(t.Context(), id)
	must(t, err)
	version, err = c.SetRequests(t.Context(), id, []event.Request{{From: "F01", To: jinju(t).Buyers[0].ID, Wish: "must"}}, version)
	must(t, err)
	_, err = c.SetRequests(t.Context(), id, []event.Request{{From: "F01", To: "B999", Wish: "must"}}, version)
	if p := refused(t, err, 422); p.Faults[0].Location != "body[0].to" {
		t.Errorf("an unknown buyer: %+v", p.Faults)
	}
	half := 0.5
	version, err = c.SetWeights(t.Context(), id, map[string]*float64{"sector": &half}, version)
	must(t, err)
	weights, _, err := c.Weights(t.Context(), id)
	must(t, err)
	if len(weights) != 1 || weights["sector"] != 0.5 {
		t.Errorf("weights: %v", weights)
	}
	_, err = c.SetWeights(t.Context(), id, map[string]*float64{"sector": nil}, version)
	must(t, err)
	if weights, _, err = c.Weights(t.Context(), id); err != nil || len(weights) != 0 {
		t.Errorf("taken back: %v, %v", weights, err)
	}
}

func TestListsComeInPages(t *testing.T) {
	s := start(t)
	c, ev := s.admin(), jinju(t)
	for _, id := range []string{"a", "b", "c", "d", "e"} {
		ev.ID = id
		_, err := c.CreateEvent(t.Context(), ev)
		must(t, err)
	}
	var ids []string
	cursor := ""
	for {
		page, err := c.Events(t.Context(), cursor, 2)
		must(t, err)
		for _, info := range page.Items {
			ids = append(ids, info.ID)
		}
		if cursor = page.Next; cursor == "" {
			break
		}
	}
	if strings.Join(ids, "") != "abcde" {
		t.Errorf("got %v", ids)
	}
	got := s.call("GET", basePath+"/events?limit=2", nil)
	link := got.Header.Get("Link")
	next, _, _ := strings.Cut(strings.TrimPrefix(link, "<"), ">")
	if !strings.HasSuffix(link, `; rel="next"`) {
		t.Fatalf("Link: %q", link)
	}
	var page Page[struct{ ID string }]
	must(t, json.Unmarshal(s.call("GET", next, nil).Body, &page))
	if len(page.Items) != 2 || page.Items[0].ID != "c" {
		t.Errorf("behind the link: %+v", page)
	}
}

func TestMatchesOfTheEventAreThoseOfTheMatcher(t *testing.T) {
	s := start(t)
	c, id := s.admin(), s.loaded()
	got, err := c.AllMatches(t.Context(), id, client.MatchQuery{Session: "changsha", Firm: "F01"})
	must(t, err)
	all, err := c.Match(t.Context(), jinju(t))
	must(t, err)
	var want []event.Pair
	for _, p := range all {
		if p.Session == "changsha" && p.Firm == "F01" {
			want = append(want, p)
		}
	}
	if len(got) != len(want) || len(got) == 0 {
		t.Fatalf("%d pairs, want %d", len(got), len(want))
	}
	for i := range got {
		if got[i].Score != want[i].Score {
			t.Errorf("place %d: %v, want %v", i, got[i].Score, want[i].Score)
		}
	}
	path := basePath + "/events/" + id + "/matches?firm=F01&limit=3"
	first := s.call("GET", path, nil)
	if first.Header.Get("Link") == "" || first.Header.Get("ETag") == "" {
		t.Errorf("headers: %v", first.Header)
	}
	if again := s.call("GET", path, nil, "If-None-Match", first.Header.Get("ETag")); again.Status != http.StatusNotModified {
		t.Errorf("known already: %d", again.Status)
	}
	if got := s.call("GET", path+"&cursor=nonsense", nil); got.Status != 422 || got.problem(t).Errors[0].Location != "query.cursor" {
		t.Errorf("a cursor of nobody: %d %s", got.Status, got.Body)
	}
}
