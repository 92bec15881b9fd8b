package metrics_test

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"sangdam/internal/jobs"
	"sangdam/internal/jobs/metrics"
)

func TestWhatIsCounted(t *testing.T) {
	m := metrics.New()
	created := time.Unix(1000, 0)
	run := jobs.Run{
		State: jobs.Done, Attempts: 1, Created: created, Started: created.Add(2 * time.Second), Ended: created.Add(5 * time.Second),
		Best: []jobs.Progress{{Gap: 0.004}, {Gap: 0.015}},
	}
	for range 6 {
		m.Begun(run)
	}
	again := run
	again.Attempts = 2
	m.Begun(again)
	m.Over(run, jobs.Ended)
	m.Over(run, jobs.Parked)
	m.Over(run, jobs.Elsewhere)
	m.Over(jobs.Run{State: jobs.Failed}, jobs.Ended)
	m.Over(jobs.Run{State: jobs.Failed, Internal: true}, jobs.Ended)
	m.Over(jobs.Run{State: jobs.Stopped}, jobs.Ended)
	waiting, away := 3, error(nil)
	m.Of(func(context.Context) (int, error) { return waiting, away })

	r := prometheus.NewPedanticRegistry()
	r.MustRegister(m)
	told := func() string {
		answer := httptest.NewRecorder()
		promhttp.HandlerFor(r, promhttp.HandlerOpts{}).ServeHTTP(answer, httptest.NewRequest(http.MethodGet, "/", nil))
		return answer.Body.String()
	}
	text := told()
	for _, line := range []string{
		"sangdam_runs_running 1",
		`sangdam_runs_total{end="done"} 1`,
		`sangdam_runs_total{end="error"} 1`,
		`sangdam_runs_total{end="failed"} 1`,
		`sangdam_runs_total{end="lost"} 1`,
		`sangdam_runs_total{end="parked"} 1`,
		`sangdam_runs_total{end="stopped"} 1`,
		"sangdam_runs_waiting 3",
		"sangdam_run_seconds_sum 3",
		"sangdam_run_seconds_count 1",
		"sangdam_run_waited_seconds_sum 12",
		"sangdam_run_waited_seconds_count 6",
		"sangdam_run_gap_sum 0.015",
		`sangdam_run_gap_bucket{le="0.01"} 0`,
		`sangdam_run_gap_bucket{le="0.02"} 1`,
	} {
		if !strings.Contains(text, line+"\n") {
			t.Errorf("not told: %s", line)
		}
	}
	away = errors.New("Redis is away")
	if strings.Contains(told(), "\nsangdam_runs_waiting") {
		t.Error("the length of a queue is told that nobody could ask")
	}
	if t.Failed() {
		t.Log(text)
	}
}
