package api

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"
	"testing"

	"sangdam/event"
	"sangdam/fixtures"
	"sangdam/internal/client"
)

func TestMatchScheduleCheck(t *testing.T) {
	c, ev := start(t).admin(), jinju(t)
	pairs, err := c.Match(t.Context(), ev)
	must(t, err)
	if len(pairs) != 580 {
		t.Errorf("match: %d pairs", len(pairs))
	}
	schedule, err := c.Schedule(t.Context(), ev, client.SolveOptions{Seed: 1})
	must(t, err)
	if len(schedule.Sessions) != 2 || len(schedule.Sessions[0].Meetings) != 48 || len(schedule.Sessions[1].Meetings) != 43 {
		t.Errorf("schedule: %d sessions", len(schedule.Sessions))
	}
	verdict, err := c.Check(t.Context(), ev, schedule)
	must(t, err)
	if !verdict.Valid || len(verdict.Objectives) != 2 {
		t.Errorf("check: %+v", verdict)
	}
}

func TestStatelessOperationsAskForATokenUnlessTheyAreOpen(t *testing.T) {
	if got := start(t).call("POST", basePath+"/match", fixtures.Jinju2019(), "Authorization", ""); got.Status != 401 {
		t.Errorf("without a token: %d", got.Status)
	}
	s := start(t, func(o *Options) { o.Open = true })
	got := s.call("POST", basePath+"/match", fixtures.Jinju2019(), "Authorization", "")
	if pairs, err := event.ReadPairs(bytes.NewReader(got.Body)); err != nil || len(pairs) != 580 {
		t.Errorf("open: %d, %v", got.Status, err)
	}
}

func TestFaultsPointIntoTheBody(t *testing.T) {
	s := start(t, func(o *Options) { o.MaxBodyBytes = 4 << 20 })
	faulty := []byte(strings.Replace(string(fixtures.Jinju2019()), `"country": "CN"`, `"country": "China"`, 1))
	wrapped := append(append([]byte(`{"event":`), faulty...), `,"schedule":{}}`...)
	for _, c := range []struct {
		name, method, path, language string
		body                         []byte
		status                       int
		want                         []string
	}{
		{"a faulty event", "POST", "/match", "en", faulty, 422, []string{`"location":"body.sessions[0].country"`, "China"}},
		{"in Korean", "POST", "/schedule", "ko-KR", faulty, 422, []string{"body.sessions[0].country", "국가"}},
		{"an event within the body", "POST", "/check", "", wrapped, 422, []string{"body.event.sessions[0].country"}},
		{"no JSON", "POST", "/match", "", []byte("{"), 422, []string{`"location":"body"`}},
		{"half a check", "POST", "/check", "", []byte(`{"event": {}}`), 422, []string{"schedule is missing"}},
		{"an unknown part", "POST", "/check", "", []byte(`{"evnt": {}}`), 422, []string{"evnt"}},
		{"too large", "POST", "/match", "", bytes.Repeat([]byte(" "), 5<<20), 413, []string{"too_large"}},
		{"no such path", "GET", "/nothing", "", nil, 404, []string{"Not Found"}},
		{"no such method", "GET", "/match", "", nil, 405, []string{"Method Not Allowed"}},
		{"an unknown parameter", "GET", "/events?limt=3", "en", nil, 422, []string{"query.limt", "unknown_parameter"}},
		{"a limit of nothing", "GET", "/events?limit=0", "ko", nil, 422, []string{"query.limit", "1 이상"}},
		{"a misspelt field", "POST", "/tokens", "ru", []byte(`{"name":"a","scopes":["admin"],"evnt":"x"}`), 422, []string{"body.evnt", "Такого поля нет; возможно, имелось в виду «event»?"}},
		{"a misspelt field of an entry", "PATCH", "/schedules/x/meetings", "en", []byte(`[{"op":"move","session":"s","firm":"F","buyer":"B","slt":1}]`), 422, []string{"body[0].slt", "did you mean 'slot'?"}},
		{"a field of another time", "POST", "/events/x/links", "ko", []byte(`{"company":"F01","permissions":1}`), 422, []string{"body.permissions", "쓸 수 있는 필드: company, expires"}},
		{"a missing field", "POST", "/tokens", "zh", []byte(`{"name":"a"}`), 422, []string{"缺少 scopes"}},
		{"an unknown scope", "POST", "/tokens", "en", []byte(`{"name":"a","scopes":["everything"]}`), 422, []string{"body.scopes[0]", "events:read"}},
		{"a body cut off", "POST", "/tokens", "en", []byte(`{"name":`), 400, []string{`"location":"body"`, "Line 1, column 9: this is not JSON"}},
		{"a body that is broken", "POST", "/tokens", "ko", []byte("{\n \"이름\": 가}"), 400, []string{"2행 8열"}},
		{"a body with more behind it", "POST", "/tokens", "ru", []byte("{}\n\n{}"), 400, []string{"Строка 3, столбец 1"}},
		{"another kind of body", "POST", "/tokens", "en", []byte(`{"name":"a"}`), 415, []string{`"location":"header.Content-Type"`, "Send Content-Type: application/json"}},
	} {
		kind := mediaJSON
		if c.status == 415 {
			kind = "application/xml"
		}
		got := s.call(c.method, basePath+c.path, c.body, "Accept-Language", c.language, "Content-Type", kind)
		if got.Status != c.status || got.Header.Get("Content-Type") != mediaProblem {
			t.Errorf("%s: %d, %s", c.name, got.Status, got.Header.Get("Content-Type"))
		}
		contains(t, got.Body, c.want...)
	}
}

func TestHealthAndDescription(t *testing.T) {
	s := start(t)
	for _, path := range []string{"/healthz", "/readyz"} {
		if got := s.call("HEAD", path, nil, "Authorization", ""); got.Status != 200 || len(got.Body) != 0 {
			t.Errorf("HEAD %s: %d %s", path, got.Status, got.Body)
		}
	}
	if got := s.call("GET", "/healthz", nil, "Authorization", ""); got.Status != 200 || !strings.Contains(string(got.Body), `"ok"`) {
		t.Errorf("health: %d: %s", got.Status, got.Body)
	}
	got := s.call("GET", "/api/v1/openapi.json", nil, "Authorization", "")
	var doc struct {
		OpenAPI string
		Info    struct{ Version string }
		Paths   map[string]any
	}
	if err := json.Unmarshal(got.Body, &doc); err != nil || got.Status != 200 {
		t.Fatalf("openapi: %d, %v", got.Status, err)
	}
	if !strings.HasPrefix(doc.OpenAPI, "3.1") || doc.Info.Version != Version || len(doc.Paths) < 20 {
		t.Errorf("openapi %s, version %s, %d paths", doc.OpenAPI, doc.Info.Version, len(doc.Paths))
	}
}

func TestAnErrorKeepsItsTextToItself(t *testing.T) {
	p := problemOf(io.ErrUnexpectedEOF, "en").speak(voices["en"], "")
	if p.Status != 500 || strings.Contains(p.Detail, "EOF") || len(p.Errors) != 0 {
		t.Errorf("got %d %q", p.Status, p.Detail)
	}
}
