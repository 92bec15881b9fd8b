package cli

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"regexp"
	"strings"
	"testing"
	"time"

	"sangdam/fixtures"
	"sangdam/internal/jobs"
	"sangdam/internal/jobs/metrics"
	"sangdam/internal/jobs/queue"
	"sangdam/internal/lang"
	"sangdam/internal/store"
	"sangdam/internal/store/redis"
	"sangdam/internal/store/redistest"
)

// TestWorkerSolvesAndTellsTheTruth has a worker solve, takes its Redis away and gives it back, and ends it.
func TestWorkerSolvesAndTellsTheTruth(t *testing.T) {
	server := redistest.Start(t)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	reader, writer := io.Pipe()
	p := &program{out: writer, err: io.Discard, getenv: func(string) string { return "" }, voice: lang.New("en")}
	ended := make(chan error, 1)
	go func() {
		err := p.run(ctx, []string{"worker", "--redis", server.URL, "--listen", "127.0.0.1:0", "--metrics-token", "a-token", "--lang", "en"})
		writer.Close()
		ended <- err
	}()
	lines := bufio.NewScanner(reader)
	lines.Scan()
	url := regexp.MustCompile(`http://\S+\d`).FindString(lines.Text())
	lines.Scan() // waits for work

	probe(t, url+"/healthz", http.StatusOK)
	probe(t, url+"/readyz", http.StatusOK)
	server.Kill()
	probe(t, url+"/readyz", http.StatusServiceUnavailable)
	probe(t, url+"/healthz", http.StatusOK)
	server.Restart()
	probe(t, url+"/readyz", http.StatusOK)

	s, err := redis.Open(ctx, server.URL, redis.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	r, err := queue.NewRunner(server.URL, jobs.Settings{Store: s})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close(ctx)
	key := store.Key{Space: "jinju-2019", Kind: jobs.KindEvent, ID: jobs.EventID}
	if _, err := s.Write(ctx, store.Change{Key: key, Value: fixtures.Jinju2019()}); err != nil {
		t.Fatal(err)
	}
	if err := r.Submit(ctx, jobs.Run{ID: "r1", Event: "jinju-2019"}); err != nil {
		t.Fatal(err)
	}
	for _, err := range r.Watch(ctx, "jinju-2019", "r1", 0) {
		if err != nil {
			t.Fatal(err)
		}
	}
	if run, _, err := jobs.NewLedger(jobs.Settings{Store: s}).Run(ctx, "jinju-2019", "r1"); err != nil || run.State != jobs.Done {
		t.Errorf("the run ended as %+v, %v", run, err)
	}

	for _, token := range []string{"", "b-token"} {
		if status, text := figures(t, url+"/metrics", token); status != http.StatusUnauthorized || strings.Contains(text, "sangdam_") {
			t.Errorf("metrics with %q: %d\n%s", token, status, text)
		}
	}
	counted := func(text string) bool {
		return strings.Contains(text, `sangdam_runs_total{end="done"} 1`) && strings.Contains(text, "\nsangdam_runs_waiting 0")
	}
	status, text := figures(t, url+"/metrics", "a-token")
	again := time.NewTicker(20 * time.Millisecond)
	defer again.Stop()
	for tries := 0; tries < 3000 && status == http.StatusOK && !counted(text); tries++ { // a run is counted after its end is written
		<-again.C
		status, text = figures(t, url+"/metrics", "a-token")
	}
	if status != http.StatusOK || !counted(text) {
		t.Errorf("metrics: %d\n%s", status, text)
	}

	cancel()
	for lines.Scan() {
		t.Log(lines.Text())
	}
	if err := <-ended; err != nil {
		t.Errorf("asked to end: %v", err)
	}
}

// TestAWorkersFiguresAreNotForStrangers: where others could reach it, it has none without a token.
func TestAWorkersFiguresAreNotForStrangers(t *testing.T) {
	for _, c := range []struct {
		listen, token string
		want          int
	}{
		{"127.0.0.1:0", "", http.StatusOK},
		{"0.0.0.0:0", "", http.StatusNotFound},
		{"0.0.0.0:0", "a-token", http.StatusOK},
	} {
		var said strings.Builder
		p := &program{out: &said, err: io.Discard, getenv: func(string) string { return "" }, voice: lang.New("en")}
		ready := func(context.Context) error { return nil }
		stop, err := p.answerProbes(t.Context(), working{listen: c.listen, metricsToken: c.token}, ready, metrics.New(), make(chan error, 1))
		if err != nil {
			t.Fatal(err)
		}
		port := regexp.MustCompile(`:(\d+)/readyz`).FindStringSubmatch(said.String())[1]
		if status, _ := figures(t, "http://127.0.0.1:"+port+"/metrics", c.token); status != c.want {
			t.Errorf("at %s with %q: %d, want %d", c.listen, c.token, status, c.want)
		}
		if err := stop(t.Context()); err != nil {
			t.Error(err)
		}
	}
}

// probe asks until the answer has the status wanted.
func probe(t *testing.T, url string, want int) {
	t.Helper()
	guard, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	again := time.NewTicker(20 * time.Millisecond)
	defer again.Stop()
	for {
		request, err := http.NewRequestWithContext(guard, http.MethodGet, url, nil)
		if err != nil {
			t.Fatal(err)
		}
		answer, err := http.DefaultClient.Do(request)
		if err != nil {
			t.Fatalf("%s never answers %d: %v", url, want, err)
		}
		answer.Body.Close()
		if answer.StatusCode == want {
			return
		}
		<-again.C
	}
}
