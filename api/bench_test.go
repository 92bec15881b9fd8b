package api

import (
	"bytes"
	"context"
	"net/http"
	"net/http/httptest"
	"os/exec"
	"regexp"
	"strconv"
	"testing"
	"time"

	"github.com/gin-gonic/gin"

	"sangdam/event"
	"sangdam/fixtures/family"
	"sangdam/internal/client"
	"sangdam/internal/plan"
)

// A loaded server holds a published event of 10 firms and 1,000 buyers.
type loadedServer struct {
	*server
	agenda, matches string // paths
}

func load(b *testing.B) *loadedServer {
	b.Helper()
	s := start(b)
	ev, err := family.Event("interpreters-10x1000x16-s1")
	must(b, err)
	ev.Requests = nil
	c, err := client.New(s.URL, client.Options{Token: adminToken})
	must(b, err)
	_, err = c.CreateEvent(b.Context(), ev)
	must(b, err)
	run, err := c.Solve(b.Context(), ev.ID, client.SolveOptions{TimeLimit: 5})
	must(b, err)
	for _, err := range c.Watch(b.Context(), run.ID) {
		must(b, err)
	}
	_, err = c.Publish(b.Context(), run.ID, 0)
	must(b, err)
	firm := ev.Firms[0].ID
	return &loadedServer{s, basePath + "/events/" + ev.ID + "/companies/" + firm + "/agenda", basePath + "/events/" + ev.ID + "/matches?limit=20&firm=" + firm}
}

// bare answers the bytes that another handler answered, and does nothing else.
func bare(media string, body []byte) http.Handler {
	gin.SetMode(gin.ReleaseMode)
	router := gin.New()
	router.GET("/*path", func(c *gin.Context) { c.Data(http.StatusOK, media, body) })
	return router
}

// BenchmarkReading asks for an agenda, and for the top 20 matches of a firm, each beside a bare gin handler that answers the same bytes.
func BenchmarkReading(b *testing.B) {
	s := load(b)
	for name, path := range map[string]string{"agenda": s.agenda, "matches": s.matches} {
		ask := func(h http.Handler) []byte {
			r := httptest.NewRequestWithContext(b.Context(), http.MethodGet, path, nil)
			r.Header.Set("Authorization", "Bearer "+adminToken)
			w := httptest.NewRecorder()
			h.ServeHTTP(w, r)
			if w.Code != http.StatusOK {
				b.Fatalf("%d %s", w.Code, w.Body)
			}
			return w.Body.Bytes()
		}
		body := ask(s.handler)
		for kind, h := range map[string]http.Handler{"served": s.handler, "bare": bare(mediaJSON, body)} {
			b.Run(name+"/"+kind, func(b *testing.B) {
				b.ReportAllocs()
				b.SetBytes(int64(len(body)))
				for b.Loop() {
					ask(h)
				}
			})
		}
	}
}

// BenchmarkWrk has wrk ask a server over the loopback, as programs do, and a bare gin handler of the same bytes in the same run.
// It reports requests a second and the 99th percentile of the time that one takes.
func BenchmarkWrk(b *testing.B) {
	wrk, err := exec.LookPath("wrk")
	if err != nil {
		b.Skip("wrk is not installed")
	}
	s := load(b)
	for _, one := range []struct{ name, path string }{{"agenda", s.agenda}, {"matches", s.matches}} {
		got := s.call("GET", one.path, nil, "Accept-Encoding", "identity")
		plain := httptest.NewServer(bare(mediaJSON, got.Body))
		for _, at := range []struct{ kind, url string }{{"served", s.URL}, {"bare", plain.URL}} {
			b.Run(one.name+"/"+at.kind, func(b *testing.B) {
				for b.Loop() {
					measure(b, wrk, at.url+one.path)
				}
				b.ReportMetric(float64(len(got.Body)), "bytes")
				b.ReportMetric(0, "ns/op")
			})
		}
		plain.Close()
	}
}

var (
	wrkRate = regexp.MustCompile(`Requests/sec:\s+([\d.]+)`)
	wrk99   = regexp.MustCompile(`99%\s+([\d.]+)(us|ms|s)`)
)

// measure runs wrk for a while.
func measure(b *testing.B, wrk, url string) {
	b.Helper()
	out, err := exec.CommandContext(b.Context(), wrk, "-t2", "-c32", "-d6s", "--latency", "-H", "Authorization: Bearer "+adminToken, url).CombinedOutput()
	if err != nil || bytes.Contains(out, []byte("Non-2xx")) {
		b.Fatalf("%v: %s", err, out)
	}
	rate, err := strconv.ParseFloat(string(wrkRate.FindSubmatch(out)[1]), 64)
	must(b, err)
	slow := wrk99.FindSubmatch(out)
	p99, err := time.ParseDuration(string(slow[1]) + string(slow[2]))
	must(b, err)
	b.ReportMetric(rate, "req/s")
	b.ReportMetric(float64(p99.Microseconds())/1000, "p99-ms")
}

// BenchmarkSolving packs an event by itself and through the API: the difference is what the API adds.
func BenchmarkSolving(b *testing.B) {
	s := start(b)
	ev := jinju(b)
	c, err := client.New(s.URL, client.Options{Token: adminToken})
	must(b, err)
	b.Run("plain", func(b *testing.B) {
		for b.Loop() {
			pairs, err := plan.Match(ev)
			must(b, err)
			_, err = plan.Schedule(context.Background(), ev, pairs, plan.Options{Seed: 1})
			must(b, err)
		}
	})
	b.Run("served", func(b *testing.B) {
		for b.Loop() {
			_, err := c.Schedule(b.Context(), ev, client.SolveOptions{Seed: 1})
			must(b, err)
		}
	})
	b.Run("reading and writing", func(b *testing.B) { // of the documents, which a caller without the API has to do as well
		var text bytes.Buffer
		must(b, ev.Write(&text))
		for b.Loop() {
			_, err := event.ReadEvent(bytes.NewReader(text.Bytes()))
			must(b, err)
		}
	})
}

// BenchmarkStart measures what it takes to make the handler of a server.
func BenchmarkStart(b *testing.B) {
	s := start(b)
	for b.Loop() {
		if New(Options{Desk: s.desk}) == nil {
			b.Fatal("no handler")
		}
	}
}
