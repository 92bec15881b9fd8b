// Package metrics counts runs for Prometheus. Nothing it tells names an event or a company.
package metrics

import (
	"context"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"sangdam/internal/jobs"
)

// A Meter is a jobs.Observer and a prometheus.Collector.
type Meter struct {
	runs    *prometheus.CounterVec
	running prometheus.Gauge
	seconds prometheus.Histogram
	waited  prometheus.Histogram
	gap     prometheus.Histogram
	queue   *prometheus.Desc
	waiting func(context.Context) (int, error)
}

var (
	_ jobs.Observer        = (*Meter)(nil)
	_ prometheus.Collector = (*Meter)(nil)
)

// spans are the buckets of times, in seconds.
var spans = []float64{.05, .1, .25, .5, 1, 2.5, 5, 10, 30, 60, 120, 300, 900}

// New returns a meter.
func New() *Meter {
	return &Meter{
		runs: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "sangdam_runs_total", Help: "Solves in the background that came to an end in this process, by how: done, failed, error (the program's own), stopped, parked or lost to another.",
		}, []string{"end"}),
		running: prometheus.NewGauge(prometheus.GaugeOpts{Name: "sangdam_runs_running", Help: "Solves in the background in this process now."}),
		seconds: prometheus.NewHistogram(prometheus.HistogramOpts{
			Name: "sangdam_run_seconds", Help: "Time from the beginning of a solve to its schedule.", Buckets: spans,
		}),
		waited: prometheus.NewHistogram(prometheus.HistogramOpts{
			Name: "sangdam_run_waited_seconds", Help: "Time that a solve waited before it was first begun.", Buckets: spans,
		}),
		gap: prometheus.NewHistogram(prometheus.HistogramOpts{
			Name: "sangdam_run_gap", Help: "Share of the proven limit that the score of a schedule stays below, the worst of its sessions.",
			Buckets: []float64{0, .0001, .001, .0025, .005, .01, .02, .05, .1},
		}),
		queue: prometheus.NewDesc("sangdam_runs_waiting", "Solves that wait for a worker, of all servers on this store.", nil, nil),
	}
}

// Of says who knows how many runs wait. It is called before the meter is collected; without it that figure is left out.
func (m *Meter) Of(waiting func(context.Context) (int, error)) { m.waiting = waiting }

// Begun implements jobs.Observer.
func (m *Meter) Begun(run jobs.Run) {
	m.running.Inc()
	if run.Attempts == 1 {
		m.waited.Observe(max(0, run.Started.Sub(run.Created).Seconds()))
	}
}

// Over implements jobs.Observer.
func (m *Meter) Over(run jobs.Run, outcome jobs.Outcome) {
	m.running.Dec()
	m.runs.WithLabelValues(end(run, outcome)).Inc()
	if outcome != jobs.Ended || run.State != jobs.Done {
		return
	}
	m.seconds.Observe(max(0, run.Ended.Sub(run.Started).Seconds()))
	worst := 0.0
	for _, p := range run.Best {
		worst = max(worst, p.Gap)
	}
	m.gap.Observe(worst)
}

func end(run jobs.Run, outcome jobs.Outcome) string {
	switch {
	case outcome == jobs.Parked:
		return "parked"
	case outcome == jobs.Elsewhere:
		return "lost"
	case run.Internal:
		return "error"
	default:
		return string(run.State)
	}
}

// Describe implements prometheus.Collector.
func (m *Meter) Describe(to chan<- *prometheus.Desc) {
	for _, c := range m.parts() {
		c.Describe(to)
	}
	to <- m.queue
}

func (m *Meter) parts() []prometheus.Collector {
	return []prometheus.Collector{m.runs, m.running, m.seconds, m.waited, m.gap}
}

// patience is how long a scrape waits for the length of the queue.
const patience = 2 * time.Second

// Collect implements prometheus.Collector. The length of a queue that cannot be asked is left out.
func (m *Meter) Collect(to chan<- prometheus.Metric) {
	for _, c := range m.parts() {
		c.Collect(to)
	}
	if m.waiting == nil {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	if n, err := m.waiting(ctx); err == nil {
		to <- prometheus.MustNewConstMetric(m.queue, prometheus.GaugeValue, float64(n))
	}
}
