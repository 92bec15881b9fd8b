// Package webtest starts the whole server for tests of the pages, and drives a real browser over them.
package webtest

import (
	"bytes"
	"context"
	"net/http/httptest"
	"path/filepath"
	"testing"
	"time"

	"sangdam/api"
	"sangdam/event"
	"sangdam/fixtures"
	"sangdam/internal/desk"
	"sangdam/internal/jobs"
	"sangdam/internal/jobs/local"
	"sangdam/internal/store/bolt"
)

// A Server is the whole server, pages and API, on a loopback port, over an embedded store in a folder of the test.
type Server struct {
	URL     string
	Desk    *desk.Desk
	Token   string      // of an admin
	Admin   desk.Caller // by that token
	Session string      // of that admin, signed in
}

const adminToken = "admin-token-of-a-test-0123456789"

// Start starts a server that ends with the test.
func Start(t testing.TB) *Server {
	t.Helper()
	data, err := bolt.Open(filepath.Join(t.TempDir(), "data.db"), bolt.Options{})
	check(t, err)
	t.Cleanup(func() { check(t, data.Close()) })
	runner, err := local.Open(jobs.Settings{Store: data, Workers: 1, Limit: 10 * time.Minute})
	check(t, err)
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
		defer cancel()
		check(t, runner.Close(ctx))
	})
	d, err := desk.New(desk.Options{Store: data, Runner: runner})
	check(t, err)
	t.Cleanup(func() { check(t, d.Close()) })

	s := &Server{Desk: d, Token: adminToken}
	_, _, err = d.FirstToken(t.Context(), adminToken)
	check(t, err)
	s.Admin, err = d.ByToken(t.Context(), adminToken)
	check(t, err)
	s.Session, err = d.SignIn(t.Context(), adminToken)
	check(t, err)

	closing, leave := context.WithCancel(context.Background())
	server := httptest.NewServer(api.New(api.Options{Desk: d, Closing: closing, RateLimit: -1}))
	t.Cleanup(server.Close)
	t.Cleanup(leave) // streams do not end by themselves
	s.URL = server.URL
	return s
}

// LoadJinju takes in the delegation of 2019, changed by the given functions first, and returns its id.
func (s *Server) LoadJinju(t testing.TB, change ...func(*event.Event)) string {
	t.Helper()
	ev, err := event.ReadEvent(bytes.NewReader(fixtures.Jinju2019()))
	check(t, err)
	for _, c := range change {
		c(ev)
	}
	_, err = s.Desk.CreateEvent(t.Context(), s.Admin, ev)
	check(t, err)
	return ev.ID
}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
