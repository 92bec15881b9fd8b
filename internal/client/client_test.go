package client

import (
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"sangdam/event"
)

// answering serves the answers one after the other, and keeps the requests.
func answering(t *testing.T, answers ...func(http.ResponseWriter)) (*Client, *[]*http.Request) {
	t.Helper()
	var got []*http.Request
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if len(got) >= len(answers) {
			t.Errorf("one request too many: %s %s", r.Method, r.URL)
			return
		}
		got = append(got, r)
		answers[len(got)-1](w)
	}))
	t.Cleanup(server.Close)
	c, err := New(server.URL, Options{Token: "secret", Wait: time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	return c, &got
}

func status(code int, body string) func(http.ResponseWriter) {
	return func(w http.ResponseWriter) {
		w.WriteHeader(code)
		_, _ = io.WriteString(w, body)
	}
}

func TestWhatIsRefusedForNowIsSentAgainUnderTheSameKey(t *testing.T) {
	c, got := answering(t, status(503, "{}"), status(429, "{}"), status(202, `{"id":"e-r1"}`))
	run, err := c.Solve(t.Context(), "e", SolveOptions{})
	if err != nil || run.ID != "e-r1" || len(*got) != 3 {
		t.Fatalf("%+v, %v, %d requests", run, err, len(*got))
	}
	first := (*got)[0].Header.Get("Idempotency-Key")
	for _, r := range *got {
		if r.Header.Get("Idempotency-Key") != first || first == "" || r.Header.Get("Authorization") != "Bearer secret" {
			t.Errorf("headers %v", r.Header)
		}
	}
}

func TestWhatCannotBeSentTwiceSafelyIsNot(t *testing.T) {
	c, got := answering(t, status(503, `{"status":503,"detail":"away"}`))
	_, err := c.CreateToken(t.Context(), TokenSpec{Name: "a", Scopes: []string{"admin"}})
	if p, ok := errors.AsType[*Problem](err); !ok || p.Status != 503 || len(*got) != 1 {
		t.Errorf("%v after %d requests", err, len(*got))
	}
}

func TestAProblemIsAnErrorWithItsFaults(t *testing.T) {
	c, _ := answering(t, func(w http.ResponseWriter) {
		w.Header().Set("ETag", `W/"9"`)
		status(412, `{"type":"/docs#problem-stale","status":412,"detail":"changed","errors":[{"location":"body.id","message":"wrong","code":"c"}]}`)(w)
	})
	_, err := c.SetRequests(t.Context(), "e", nil, 3)
	p, ok := errors.AsType[*Problem](err)
	if !ok || p.Kind() != "stale" || p.Version != 9 || len(p.Faults) != 1 || err.Error() != "changed\nbody.id: wrong" {
		t.Errorf("%+v: %v", p, err)
	}
	c, _ = answering(t, status(404, "<html>"))
	if _, _, err = c.Event(t.Context(), "e"); err == nil || err.Error() != "404 Not Found" {
		t.Errorf("no problem document: %v", err)
	}
}

func TestAStreamThatBreaksIsTakenUpWhereItWas(t *testing.T) {
	c, got := answering(t,
		status(200, "id: 1\nevent: progress\ndata: {\"seq\":1}\n\n: still here\n\nid: 2\nevent: progress\ndata: {\"seq\":2}\n\n"),
		status(503, "{}"),
		status(200, "retry: 1000\n\nid: 3\nevent: progress\ndata: {\"seq\":3}\n\nevent: done\ndata: {\"state\":\"done\"}\n\n"))
	var seen []uint64
	for p, err := range c.Watch(t.Context(), "e-r1") {
		if err != nil {
			t.Fatal(err)
		}
		seen = append(seen, p.Seq)
	}
	if len(seen) != 3 || seen[2] != 3 {
		t.Errorf("seen %v", seen)
	}
	if last := (*got)[2].Header.Get("Last-Event-ID"); last != "2" {
		t.Errorf("it went on after %q", last)
	}
}

func TestAddressesAndPaths(t *testing.T) {
	for _, wrong := range []string{"", "sangdam.example", "ftp://sangdam.example", "http://"} {
		if _, err := New(wrong, Options{}); err == nil {
			t.Errorf("%q is taken", wrong)
		}
	}
	c, got := answering(t, status(200, `{"items":[],"next":""}`), status(204, ""))
	if _, err := c.Matches(t.Context(), "e/../x", MatchQuery{Firm: "F&1"}); err != nil {
		t.Fatal(err)
	}
	if uri := (*got)[0].RequestURI; uri != "/api/v1/events/e%2F..%2Fx/matches?firm=F%261" {
		t.Errorf("asked for %s", uri)
	}
	if err := c.AddOutcomes(t.Context(), "e", []event.Outcome{{Session: "s", Firm: "f", Buyer: "b"}}); err != nil {
		t.Error(err)
	}
	if !strings.HasPrefix((*got)[1].Header.Get("Content-Type"), "application/json") {
		t.Error("the body is of no kind")
	}
}
