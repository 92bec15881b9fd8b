package cli

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"net/http"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"sangdam/event"
	"sangdam/fixtures"
	"sangdam/internal/client"
	"sangdam/internal/lang"
)

// A started server is the command itself, on a free port.
type startedServer struct {
	URL, Token string
	end        context.CancelFunc
	ended      chan error
}

// startServer runs the serve command and reads what it prints until it is ready.
func startServer(t *testing.T, args ...string) *startedServer {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	reader, writer := io.Pipe()
	p := &program{out: writer, err: io.Discard, getenv: func(string) string { return "" }, voice: lang.New("en")}
	s := &startedServer{end: cancel, ended: make(chan error, 1)}
	go func() {
		err := p.run(ctx, append([]string{"serve", "--listen", "127.0.0.1:0", "--lang", "en"}, args...))
		writer.CloseWithError(io.EOF)
		s.ended <- err
	}()
	lines := bufio.NewScanner(reader)
	for lines.Scan() {
		if token := regexp.MustCompile(`sd_[\w-]+`).FindString(lines.Text()); token != "" {
			s.Token = token
		}
		if strings.Contains(lines.Text(), "Sangdam is open") {
			s.URL = regexp.MustCompile(`http://\S+\d`).FindString(lines.Text())
			go func() { _, _ = io.Copy(io.Discard, reader) }()
			return s
		}
	}
	t.Fatalf("the server ended: %v", <-s.ended)
	return nil
}

// stop asks the server to end and waits for it.
func (s *startedServer) stop(t *testing.T) {
	t.Helper()
	s.end()
	if err := <-s.ended; err != nil {
		t.Errorf("asked to end: %v", err)
	}
}

func TestServeFromFirstStartToTheAgenda(t *testing.T) {
	data := filepath.Join(t.TempDir(), "sangdam.db")
	s := startServer(t, "--data", data)
	if s.Token == "" {
		t.Fatal("the first start printed no token")
	}
	c, err := client.New(s.URL, client.Options{Token: s.Token, Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	ev, err := event.ReadEvent(bytes.NewReader(fixtures.Jinju2019()))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.CreateEvent(t.Context(), ev); err != nil {
		t.Fatal(err)
	}
	run, err := c.Solve(t.Context(), ev.ID, client.SolveOptions{Seed: 1, TimeLimit: 10})
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, err := range c.Watch(t.Context(), run.ID) {
		if err != nil {
			t.Fatal(err)
		}
		seen++
	}
	if run, err = c.Run(t.Context(), run.ID); err != nil || run.State != "done" || seen == 0 {
		t.Fatalf("after %d events the run is %+v, %v", seen, run, err)
	}
	if _, err := c.Publish(t.Context(), run.ID, run.Version); err != nil {
		t.Fatal(err)
	}
	s.stop(t)
	if _, err := http.Get(s.URL + "/healthz"); err == nil {
		t.Error("still answers after the end")
	}

	again := startServer(t, "--data", data)
	defer again.stop(t)
	if again.Token != "" {
		t.Error("the second start printed a token")
	}
	if c, err = client.New(again.URL, client.Options{Token: s.Token}); err != nil {
		t.Fatal(err)
	}
	var agenda bytes.Buffer
	if err := c.Agenda(t.Context(), &agenda, ev.ID, "F01", "ics"); err != nil || strings.Count(agenda.String(), "BEGIN:VEVENT") < 3 {
		t.Errorf("the agenda after a restart: %v\n%s", err, agenda.String())
	}
}

func TestWhoWatchesIsToldToComeBackWhenTheServerEnds(t *testing.T) {
	s := startServer(t, "--demo")
	c, err := client.New(s.URL, client.Options{Token: s.Token, Retries: -1})
	if err != nil {
		t.Fatal(err)
	}
	page, err := c.Events(t.Context(), "", 0)
	if err != nil || len(page.Items) != 1 {
		t.Fatalf("the demonstration has %+v, %v", page, err)
	}
	run, err := c.Solve(t.Context(), page.Items[0].ID, client.SolveOptions{Seed: 2, TimeLimit: 60, Help: 20})
	if err != nil {
		t.Fatal(err)
	}
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, s.URL+"/api/v1/schedules/"+run.ID+"/progress", nil)
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Authorization", "Bearer "+s.Token)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	begun := time.Now()
	s.stop(t)
	if took := time.Since(begun); took >= shutdownLimit {
		t.Errorf("a stream held the server up for %s", took)
	}
	rest, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(rest), "retry: ") && !strings.Contains(string(rest), "event: done") {
		t.Errorf("the stream ended with %q", rest)
	}
}

func TestCookiesAreKeptToHTTPS(t *testing.T) {
	for base, want := range map[string]bool{"": false, "http://x.example": false, "https://x": true, "HTTPS://x.example": true, "https.example": false} {
		if got := secure(base); got != want {
			t.Errorf("%q: %v", base, got)
		}
	}
}
