package api

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"sangdam/event"
)

func TestTooManyRequestsAreToldWhenToComeBack(t *testing.T) {
	s := start(t, func(o *Options) { o.RateLimit = 0.5 })
	path := basePath + "/events"
	if got := s.call("GET", path, nil); got.Status != 200 {
		t.Fatalf("the first: %d", got.Status)
	}
	got := s.call("GET", path, nil)
	wait, err := strconv.Atoi(got.Header.Get("Retry-After"))
	if got.Status != 429 || err != nil || wait < 1 || wait > 2 {
		t.Errorf("the second: %d, Retry-After %q", got.Status, got.Header.Get("Retry-After"))
	}
	if got := s.call("GET", path, nil, "Authorization", "Bearer sd_guess"); got.Status != 401 {
		t.Errorf("another caller: %d", got.Status)
	}
	if got := s.call("GET", path, nil, "Authorization", "Bearer sd_another-guess"); got.Status != 429 {
		t.Errorf("guessing on from one address: %d", got.Status)
	}
}

func TestAnAllowanceGrowsWithTime(t *testing.T) {
	l, now := newLimiter(2), time.Unix(1000, 0)
	for i := range 4 {
		if _, ok := l.allow("a", now); !ok {
			t.Errorf("request %d of the burst was refused", i)
		}
	}
	wait, ok := l.allow("a", now)
	if ok || wait <= 0 || wait > time.Second/2 {
		t.Errorf("beyond the burst: %v, wait %s", ok, wait)
	}
	if _, ok := l.allow("b", now); !ok {
		t.Error("somebody else pays for it")
	}
	if _, ok := l.allow("a", now.Add(wait)); !ok {
		t.Error("refused after the wait")
	}
}

func TestReadinessTellsTheTruth(t *testing.T) {
	var away error
	s := start(t, func(o *Options) { o.Ready = func(context.Context) error { return away } })
	if got := s.call("GET", "/readyz", nil, "Authorization", ""); got.Status != 200 {
		t.Errorf("ready: %d", got.Status)
	}
	away = errors.New("the store is away")
	got := s.call("GET", "/readyz", nil, "Authorization", "")
	if got.Status != 503 || got.Header.Get("Retry-After") == "" || strings.Contains(string(got.Body), "the store is away") {
		t.Errorf("away: %d %v %s", got.Status, got.Header, got.Body)
	}
	if got := s.call("GET", "/healthz", nil, "Authorization", ""); got.Status != 200 {
		t.Errorf("alive nevertheless: %d", got.Status)
	}
	away = nil
	if got := s.call("GET", "/readyz", nil, "Authorization", ""); got.Status != 200 {
		t.Errorf("back: %d", got.Status)
	}
}

func TestTheLogHoldsNoPersonalDataAndNoSecret(t *testing.T) {
	var lines bytes.Buffer
	s := start(t, func(o *Options) { o.Log = slog.New(slog.NewJSONHandler(&lines, nil)) })
	id := s.loaded()
	s.call("GET", basePath+"/events/"+id+"/matches?firm=F01", nil, requestIDHeader, "my-request-1")
	s.call("GET", basePath+"/events", nil, "Authorization", "Bearer sd_wrong-secret")
	s.end()
	text := lines.String()
	contains(t, []byte(text), `"id":"my-request-1"`, `"route":"/api/v1/events/:event/matches"`, `"status":401`)
	for _, secret := range []string{adminToken, "sd_wrong-secret", "127.0.0.1", "F01", "@"} {
		if strings.Contains(text, secret) {
			t.Errorf("the log holds %s:\n%s", secret, text)
		}
	}
}

func TestMetricsCountByOperationAndStatus(t *testing.T) {
	s := start(t)
	s.call("GET", basePath+"/events", nil)
	s.call("GET", basePath+"/events", nil, "Authorization", "")
	s.call("GET", "/nowhere/of/this/name", nil)
	got := s.call("GET", "/metrics", nil, "Authorization", "")
	contains(t, got.Body, `sangdam_http_requests_total{operation="list-events",status="200"} 1`,
		`sangdam_http_requests_total{operation="list-events",status="401"} 1`, `sangdam_http_requests_total{operation="none",status="404"} 1`,
		`sangdam_http_request_seconds_count{operation="list-events"} 2`)
	if bytes.Contains(got.Body, []byte("nowhere")) {
		t.Error("a path is a label")
	}
}

func TestMetricsTakeTheirToken(t *testing.T) {
	s := start(t, func(o *Options) { o.MetricsToken = "token-of-prometheus" })
	for given, want := range map[string]int{
		"Bearer token-of-prometheus": 200, "bearer  token-of-prometheus ": 200,
		"": 401, "Bearer ": 401, "Bearer " + adminToken: 401, "Basic token-of-prometheus": 401, "token-of-prometheus": 401,
	} {
		got := s.call("GET", "/metrics", nil, "Authorization", given)
		if got.Status != want || want == 401 && (got.Header.Get("WWW-Authenticate") != "Bearer" || bytes.Contains(got.Body, []byte("sangdam_"))) {
			t.Errorf("%q: %d %v %s", given, got.Status, got.Header, got.Body)
		}
	}
	if got := start(t, func(o *Options) { o.NoMetrics = true }).call("GET", "/metrics", nil); got.Status != 404 {
		t.Errorf("served elsewhere: %d", got.Status)
	}
}

func TestLargeAnswersAreCompressedForWhoeverTakesThem(t *testing.T) {
	s := start(t)
	path := basePath + "/events/" + s.loaded()
	plain := s.call("GET", path, nil, "Accept-Encoding", "identity")
	packed := s.call("GET", path, nil, "Accept-Encoding", "br, gzip")
	if packed.Header.Get("Content-Encoding") != "gzip" || !strings.Contains(packed.Header.Get("Vary"), "Accept-Encoding") ||
		packed.Header.Get("ETag") != "W/"+plain.Header.Get("ETag") || len(packed.Body)*3 > len(plain.Body) {
		t.Fatalf("%d bytes of %d, %v", len(packed.Body), len(plain.Body), packed.Header)
	}
	r, err := gzip.NewReader(bytes.NewReader(packed.Body))
	must(t, err)
	text, err := io.ReadAll(r)
	must(t, err)
	if !bytes.Equal(text, plain.Body) {
		t.Error("it is another document")
	}
	if _, err := event.ReadEvent(bytes.NewReader(text)); err != nil {
		t.Error(err)
	}
	if small := s.call("GET", "/healthz", nil, "Accept-Encoding", "gzip"); small.Header.Get("Content-Encoding") != "" {
		t.Error("a small answer was compressed")
	}
}

func TestAPanicIsAnsweredAndLogged(t *testing.T) {
	var lines bytes.Buffer
	s := start(t, func(o *Options) {
		o.Log = slog.New(slog.NewJSONHandler(&lines, nil))
		o.Ready = func(context.Context) error { panic("a programmer's error") }
	})
	got := s.call("GET", "/readyz", nil)
	if p := got.problem(t); p.Status != http.StatusInternalServerError || strings.Contains(string(got.Body), "programmer") {
		t.Errorf("%d %s", got.Status, got.Body)
	}
	s.end()
	contains(t, lines.Bytes(), "a programmer's error", `"stack"`)
}
