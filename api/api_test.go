package api

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"sangdam/event"
	"sangdam/fixtures"
)

func serve(t *testing.T, opt Options) *httptest.Server {
	t.Helper()
	s := httptest.NewServer(New(opt))
	t.Cleanup(s.Close)
	return s
}

func call(t *testing.T, s *httptest.Server, method, path, language string, body []byte) (*http.Response, []byte) {
	t.Helper()
	req, err := http.NewRequest(method, s.URL+path, bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Accept-Language", language)
	resp, err := s.Client().Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	data, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp, data
}

func TestMatchScheduleCheck(t *testing.T) {
	s := serve(t, Options{})
	jinju := fixtures.Jinju2019()

	resp, body := call(t, s, "POST", "/api/v1/match", "", jinju)
	if resp.StatusCode != 200 || resp.Header.Get("Content-Type") != "application/json" {
		t.Fatalf("match: %s, %s: %s", resp.Status, resp.Header.Get("Content-Type"), body)
	}
	if pairs, err := event.ReadPairs(bytes.NewReader(body)); err != nil || len(pairs) != 580 {
		t.Errorf("match: %d pairs, %v", len(pairs), err)
	}

	resp, body = call(t, s, "POST", "/api/v1/schedule", "", jinju)
	schedule, err := event.ReadSchedule(bytes.NewReader(body))
	if resp.StatusCode != 200 || err != nil {
		t.Fatalf("schedule: %s, %v", resp.Status, err)
	}
	if len(schedule.Sessions) != 2 || len(schedule.Sessions[0].Meetings) != 48 || len(schedule.Sessions[1].Meetings) != 43 {
		t.Errorf("schedule: %d sessions", len(schedule.Sessions))
	}

	both, err := json.Marshal(map[string]json.RawMessage{"event": jinju, "schedule": body})
	if err != nil {
		t.Fatal(err)
	}
	resp, body = call(t, s, "POST", "/api/v1/check", "", both)
	if resp.StatusCode != 200 || !strings.Contains(string(body), `"valid": true`) {
		t.Errorf("check: %s: %s", resp.Status, body)
	}
}

func TestFaultsPointIntoTheBody(t *testing.T) {
	s := serve(t, Options{MaxBodyBytes: 4 << 20})
	faulty := []byte(strings.Replace(string(fixtures.Jinju2019()), `"country": "CN"`, `"country": "China"`, 1))
	wrapped := append(append([]byte(`{"event":`), faulty...), `,"schedule":{}}`...)
	for _, c := range []struct {
		name, method, path, language string
		body                         []byte
		status                       int
		want                         []string
	}{
		{"a faulty event", "POST", "/api/v1/match", "en", faulty, 422, []string{`"location":"body.sessions[0].country"`, "China"}},
		{"in Korean", "POST", "/api/v1/schedule", "ko-KR", faulty, 422, []string{"body.sessions[0].country", "국가"}},
		{"an event within the body", "POST", "/api/v1/check", "", wrapped, 422, []string{"body.event.sessions[0].country"}},
		{"no JSON", "POST", "/api/v1/match", "", []byte("{"), 422, []string{`"location":"body"`}},
		{"half a check", "POST", "/api/v1/check", "", []byte(`{"event": {}}`), 422, []string{`\"event\" and \"schedule\"`}},
		{"an unknown part", "POST", "/api/v1/check", "", []byte(`{"evnt": {}}`), 422, []string{"evnt"}},
		{"too large", "POST", "/api/v1/match", "", bytes.Repeat([]byte(" "), 5<<20), 413, nil},
		{"no such path", "GET", "/api/v1/nothing", "", nil, 404, []string{"Not Found"}},
		{"no such method", "GET", "/api/v1/match", "", nil, 405, []string{"Method Not Allowed"}},
	} {
		resp, body := call(t, s, c.method, c.path, c.language, c.body)
		if resp.StatusCode != c.status || resp.Header.Get("Content-Type") != "application/problem+json" {
			t.Errorf("%s: %s, %s", c.name, resp.Status, resp.Header.Get("Content-Type"))
		}
		for _, want := range c.want {
			if !strings.Contains(string(body), want) {
				t.Errorf("%s: %s lacks %s", c.name, body, want)
			}
		}
	}
}

func TestHealthAndDescription(t *testing.T) {
	s := serve(t, Options{Version: "1.2.3"})
	if resp, body := call(t, s, "GET", "/healthz", "", nil); resp.StatusCode != 200 || !strings.Contains(string(body), `"ok"`) {
		t.Errorf("health: %s: %s", resp.Status, body)
	}
	resp, body := call(t, s, "GET", "/api/v1/openapi.json", "", nil)
	var doc struct {
		OpenAPI string
		Info    struct{ Version string }
		Paths   map[string]any
	}
	if err := json.Unmarshal(body, &doc); err != nil || resp.StatusCode != 200 {
		t.Fatalf("openapi: %s, %v", resp.Status, err)
	}
	if !strings.HasPrefix(doc.OpenAPI, "3.1") || doc.Info.Version != "1.2.3" || len(doc.Paths) != 4 {
		t.Errorf("openapi %s, version %s, %d paths", doc.OpenAPI, doc.Info.Version, len(doc.Paths))
	}
}

func TestAnErrorKeepsItsTextToItself(t *testing.T) {
	err := problem(io.ErrUnexpectedEOF, "en")
	if err.GetStatus() != 500 || strings.Contains(err.Error(), "EOF") {
		t.Errorf("got %d %q", err.GetStatus(), err.Error())
	}
}
