// Package api is the HTTP API: typed operations on the desk, faults as RFC 9457 problem details that point into the body, and the
// description of it all as OpenAPI 3.1. One file a resource; what all requests go through is one file each as well. Package
// api/web adds the pages.
package api

import (
	"cmp"
	"context"
	"log/slog"
	"net/http"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"
	"github.com/gin-gonic/gin"
	"github.com/prometheus/client_golang/prometheus"

	"sangdam/api/web"
	"sangdam/event"
	"sangdam/internal/desk"
)

// Options steer a Handler. Desk is mandatory; the zero value of every other field is a sensible default.
type Options struct {
	Desk         *desk.Desk
	Log          *slog.Logger                // of requests and failures; nil: silent
	Clock        func() time.Time            // of papers and calendars; nil: time.Now
	Ready        func(context.Context) error // nil: the desk's own
	Closing      context.Context             // ends when the server is about to: streams then end, and callers come back; nil: never
	Backup       Backup                      // nil: the store is copied by other means
	MaxBodyBytes int64                       // a larger event document is answered 413; zero: event.MaxEventBytes
	SolveLimit   time.Duration               // on the time of one stateless solve, which then gives its best so far; zero: 10 s
	RequestLimit time.Duration               // on the time of one request; zero: 30 s beside SolveLimit
	RateLimit    float64                     // requests a second of one token, or of one address without; zero: 100, negative: no limit
	Open         bool                        // the stateless operations take callers without a token
	Secure       bool                        // the server is reached by https only
	Registry     *prometheus.Registry        // takes the figures of /metrics, beside what it has; nil: one with nothing else
	MetricsToken string                      // which /metrics asks for; empty: none
	NoMetrics    bool                        // /metrics is not answered here: the Registry is served elsewhere, or not at all
}

// New returns the handler of the API and the pages. It may serve any number of requests at once.
func New(opt Options) http.Handler {
	router, _ := build(opt)
	return headed(router)
}

// build makes the handler, and the description by which it answers.
func build(opt Options) (*gin.Engine, huma.API) {
	opt.MaxBodyBytes = cmp.Or(opt.MaxBodyBytes, event.MaxEventBytes)
	opt.SolveLimit = cmp.Or(opt.SolveLimit, 10*time.Second)
	opt.RequestLimit = cmp.Or(opt.RequestLimit, opt.SolveLimit+30*time.Second)
	opt.RateLimit = cmp.Or(opt.RateLimit, 100)
	if opt.Log == nil {
		opt.Log = slog.New(slog.DiscardHandler)
	}
	if opt.Clock == nil {
		opt.Clock = time.Now
	}
	if opt.Closing == nil {
		opt.Closing = context.Background()
	}
	if opt.Ready == nil {
		opt.Ready = opt.Desk.Ready
	}
	s := &service{desk: opt.Desk, opt: opt}
	gin.SetMode(gin.ReleaseMode)
	router := gin.New()
	router.HandleMethodNotAllowed = true
	router.ContextWithFallback = true
	if opt.Registry == nil {
		opt.Registry = prometheus.NewRegistry()
	}
	measured := newMetrics(opt.Registry)
	router.Use(withRequest(opt.Log, opt.RequestLimit, opt.Closing), measured.counted(), accessLog(opt.Log), recovered(), secured(), compressed())
	router.NoMethod(func(c *gin.Context) { writeProblem(c, newProblem(http.StatusMethodNotAllowed, "no_method")) })

	calls := newLimiter(opt.RateLimit)
	var h huma.API
	group := router.Group("", identified(opt.Desk, calls), rateLimited(calls), uncoded(), func(c *gin.Context) {
		requestOf(c.Request.Context()).types = h.OpenAPI().Components.Schemas
		c.Next()
	})
	h = humagin.NewWithGroup(router, group, description())
	describeDocuments(h.OpenAPI().Components.Schemas)
	s.register(h)
	finish(h.OpenAPI())
	measured.name(h.OpenAPI())

	if !opt.NoMetrics {
		router.GET("/metrics", gin.WrapH(Figures(opt.Registry, opt.MetricsToken)))
	}
	s.serveLife(router)
	s.serveDescription(router, h.OpenAPI())
	lost := web.Register(router, web.Options{
		Desk: opt.Desk, Log: opt.Log, Clock: opt.Clock, MaxBodyBytes: opt.MaxBodyBytes, Secure: opt.Secure, Backup: web.Backup(opt.Backup),
	})
	router.NoRoute(func(c *gin.Context) {
		if strings.HasPrefix(c.Request.URL.Path, basePath+"/") || !strings.Contains(c.GetHeader("Accept"), gin.MIMEHTML) {
			writeProblem(c, newProblem(http.StatusNotFound, "no_path"))
			return
		}
		lost(c)
	})
	return router, h
}

// register adds every operation.
func (s *service) register(h huma.API) {
	s.registerMatch(h)
	s.registerSchedule(h)
	s.registerCheck(h)
	s.registerEvents(h)
	s.registerImport(h)
	s.registerWishes(h)
	s.registerMatches(h)
	s.registerSchedules(h)
	s.registerProgress(h)
	s.registerMeetings(h)
	s.registerRepair(h)
	s.registerPublish(h)
	s.registerAgenda(h)
	s.registerOutcomes(h)
	s.registerReport(h)
	s.registerLinks(h)
	s.registerTokens(h)
	s.registerWebhooks(h)
	s.registerAudit(h)
	s.registerBackup(h)
}
