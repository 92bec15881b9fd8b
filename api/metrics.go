package api

import (
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
	registry *prometheus.Registry
	requests *prometheus.CounterVec
	seconds  *prometheus.HistogramVec
	running  prometheus.Gauge
	names    map[string]string // id of the operation, by method and route
}

func newMetrics(others ...prometheus.Collector) *metrics {
	m := &metrics{
		registry: prometheus.NewRegistry(),
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
	m.registry.MustRegister(m.requests, m.seconds, m.running,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	m.registry.MustRegister(others...)
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

// handler answers GET /metrics.
func (m *metrics) handler() gin.HandlerFunc {
	return gin.WrapH(promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{}))
}

// name takes the ids of the operations, so that a metric and the description speak of the same.
func (m *metrics) name(doc *huma.OpenAPI) {
	for op := range operations(doc) {
		route := strings.NewReplacer("{", ":", "}", "").Replace(op.Path)
		m.names[op.Method+" "+route] = op.OperationID
	}
}
