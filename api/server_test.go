package api

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"

	"sangdam/event"
	"sangdam/fixtures"
	"sangdam/internal/client"
	"sangdam/internal/desk"
	"sangdam/internal/jobs"
	"sangdam/internal/jobs/local"
	"sangdam/internal/store"
	"sangdam/internal/store/bolt"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

const adminToken = "admin-token-of-a-test-0123456789"

// A server is the whole API over an embedded store in a folder of the test. Every answer that it gives to the test is held against its own
// description.
type server struct {
	t       testing.TB
	URL     string
	desk    *desk.Desk
	store   store.Store
	check   *validator
	http    *http.Client
	handler http.Handler
	end     func() // of the server; waits for the requests that run
}

// start starts a server that ends with the test.
func start(t testing.TB, change ...func(*Options)) *server {
	t.Helper()
	data, err := bolt.Open(filepath.Join(t.TempDir(), "data.db"), bolt.Options{})
	must(t, err)
	t.Cleanup(func() { must(t, data.Close()) })
	runner, err := local.Open(jobs.Settings{Store: data, Workers: 1, Limit: 20 * time.Second})
	must(t, err)
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
		defer cancel()
		must(t, runner.Close(ctx))
	})
	d, err := desk.New(desk.Options{Store: data, Runner: runner, PrivateWebhooks: true})
	must(t, err)
	t.Cleanup(func() { must(t, d.Close()) })
	_, _, err = d.FirstToken(t.Context(), adminToken)
	must(t, err)

	closing, closeStreams := context.WithCancel(context.Background())
	opt := Options{Desk: d, Closing: closing, RateLimit: -1, Backup: func(_ context.Context, w io.Writer) error {
		_, err := data.Backup(w)
		return err
	}}
	for _, c := range change {
		c(&opt)
	}
	router, h := build(opt)
	s := &server{t: t, desk: d, store: data, check: newValidator(t, h.OpenAPI()), handler: router}
	listening := httptest.NewServer(headed(router))
	t.Cleanup(listening.Close)
	t.Cleanup(closeStreams)
	s.URL, s.end = listening.URL, listening.Close
	s.http = &http.Client{Transport: s.check.over(listening.Client().Transport)}
	return s
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// client returns a client with a token.
func (s *server) client(token string) *client.Client {
	s.t.Helper()
	c, err := client.New(s.URL, client.Options{Token: token, HTTP: s.http, Language: "en"})
	must(s.t, err)
	return c
}

// admin returns the client of the first token.
func (s *server) admin() *client.Client { return s.client(adminToken) }

// token makes a token with some scopes.
func (s *server) token(event string, scopes ...string) string {
	s.t.Helper()
	made, err := s.admin().CreateToken(s.t.Context(), client.TokenSpec{Name: "of a test", Scopes: scopes, Event: event})
	must(s.t, err)
	return made.Token
}

// An exchange is a request and what came back.
type exchange struct {
	Status int
	Header http.Header
	Body   []byte
}

// problem reads the answer as a problem.
func (e exchange) problem(t testing.TB) *Problem {
	t.Helper()
	var p Problem
	if err := json.Unmarshal(e.Body, &p); err != nil || e.Header.Get("Content-Type") != mediaProblem {
		t.Fatalf("%d %s is no problem: %s", e.Status, e.Header.Get("Content-Type"), e.Body)
	}
	return &p
}

// call sends a request as the admin; headers come in pairs and may take a standard one away by being empty.
func (s *server) call(method, path string, body []byte, headers ...string) exchange {
	s.t.Helper()
	req, err := http.NewRequestWithContext(s.t.Context(), method, s.URL+path, bytes.NewReader(body))
	must(s.t, err)
	req.Header.Set("Authorization", "Bearer "+adminToken)
	if body != nil {
		req.Header.Set("Content-Type", mediaJSON)
	}
	for i := 0; i < len(headers); i += 2 {
		if req.Header.Del(headers[i]); headers[i+1] != "" {
			req.Header.Set(headers[i], headers[i+1])
		}
	}
	resp, err := s.http.Do(req)
	must(s.t, err)
	defer resp.Body.Close()
	data, err := io.ReadAll(resp.Body)
	must(s.t, err)
	return exchange{resp.StatusCode, resp.Header, data}
}

// jinju returns the delegation of 2019, without the outcomes of its meetings.
func jinju(t testing.TB) *event.Event {
	t.Helper()
	ev, err := event.ReadEvent(bytes.NewReader(fixtures.Jinju2019()))
	must(t, err)
	ev.Outcomes = nil
	return ev
}

// loaded stores the delegation and returns its id.
func (s *server) loaded() string {
	s.t.Helper()
	ev := jinju(s.t)
	_, err := s.admin().CreateEvent(s.t.Context(), ev)
	must(s.t, err)
	return ev.ID
}

// solved solves an event to its end.
func (s *server) solved(eventID string) *client.Run {
	s.t.Helper()
	c := s.admin()
	run, err := c.Solve(s.t.Context(), eventID, client.SolveOptions{Seed: 1, TimeLimit: 10})
	must(s.t, err)
	for _, err := range c.Watch(s.t.Context(), run.ID) {
		must(s.t, err)
	}
	run, err = c.Run(s.t.Context(), run.ID)
	must(s.t, err)
	if run.State != "done" || run.Schedule == nil {
		s.t.Fatalf("the run ended %s: %s", run.State, run.Problem.In("en"))
	}
	return run
}

// published solves and publishes an event.
func (s *server) published(eventID string) *client.Run {
	s.t.Helper()
	run := s.solved(eventID)
	_, err := s.admin().Publish(s.t.Context(), run.ID, run.Version)
	must(s.t, err)
	return run
}

func contains(t testing.TB, text []byte, want ...string) {
	t.Helper()
	for _, w := range want {
		if !strings.Contains(string(text), w) {
			t.Errorf("%s lacks %s", text, w)
		}
	}
}
