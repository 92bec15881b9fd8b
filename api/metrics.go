package api

import (
	"crypto/sha256"
	"crypto/subtle"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/gin-gonic/gin"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// metrics counts what /metrics tells.
type metrics struct {
	requests *prometheus.CounterVec
	seconds  *prometheus.HistogramVec
	running  prometheus.Gauge
	names    map[string]string // id of the operation, by method and route
}

func newMetrics(registry *prometheus.Registry) *metrics {
	m := &metrics{
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "sangdam_http_requests_total", Help: "Requests answered, by operation and status.",
		}, []string{"operation", "status"}),
		seconds: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "sangdam_http_request_seconds", Help: "Time from the head of a request to the end of its answer, by operation.",
			Buckets: []float64{.001, .0025, .005, .01, .02, .05, .1, .25, .5, 1, 2.5, 5, 10, 30},
		}, []string{"operation"}),
		running: prometheus.NewGauge(prometheus.GaugeOpts{Name: "sangdam_http_requests_running", Help: "Requests being answered now."}),
		names:   map[string]string{},
	}
	registry.MustRegister(m.requests, m.seconds, m.running,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

// counted measures every request. Streams are counted, but their time, which is that of whoever watches, is not.
func (m *metrics) counted() gin.HandlerFunc {
	return func(c *gin.Context) {
		begun := time.Now()
		m.running.Inc()
		defer m.running.Dec()
		c.Next()
		operation := m.operation(c)
		m.requests.WithLabelValues(operation, strconv.Itoa(c.Writer.Status())).Inc()
		if !streams(c) {
			m.seconds.WithLabelValues(operation).Observe(time.Since(begun).Seconds())
		}
	}
}

// operation names what was called, in few words: never the path, which has as many values as there are ids.
func (m *metrics) operation(c *gin.Context) string {
	route := routeOf(c)
	if id, ok := m.names[c.Request.Method+" "+route]; ok {
		return id
	}
	return route
}

// Figures answers with what a registry holds, in the form of Prometheus: whoever has the token, unless it is empty, as
// "Authorization: Bearer TOKEN".
func Figures(registry *prometheus.Registry, token string) http.Handler {
	figures := promhttp.HandlerFor(registry, promhttp.HandlerOpts{})
	if token == "" {
		return figures
	}
	want := sha256.Sum256([]byte(token))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		scheme, given, _ := strings.Cut(r.Header.Get("Authorization"), " ")
		got := sha256.Sum256([]byte(strings.TrimSpace(given)))
		if !strings.EqualFold(scheme, "Bearer") || subtle.ConstantTimeCompare(got[:], want[:]) == 0 {
			w.Header().Set("WWW-Authenticate", "Bearer")
			http.Error(w, "the figures take the token of --metrics-token", http.StatusUnauthorized)
			return
		}
		figures.ServeHTTP(w, r)
	})
}

// name takes the ids of the operations, so that a metric and the description speak of the same.
func (m *metrics) name(doc *huma.OpenAPI) {
	for op := range operations(doc) {
		route := strings.NewReplacer("{", ":", "}", "").Replace(op.Path)
		m.names[op.Method+" "+route] = op.OperationID
	}
}
