// Package api is the HTTP API: documents in, documents out, faults as RFC 9457 problem details that point into the body.
// So far it holds the operations that keep no state.
package api

import (
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"
	"github.com/gin-gonic/gin"

	"sangdam/event"
)

// Options steer a Handler. The zero value is a sensible default for every field.
type Options struct {
	Version      string        // of the program, for the OpenAPI document; empty: devel
	MaxBodyBytes int64         // a larger request is answered 413; zero: event.MaxEventBytes
	SolveLimit   time.Duration // on the time of one solve, which then gives its best so far; zero: 10 s
}

const basePath = "/api/v1"

// New returns the handler of the API. It may serve any number of requests at once.
func New(opt Options) http.Handler {
	if opt.Version == "" {
		opt.Version = "devel"
	}
	if opt.MaxBodyBytes == 0 {
		opt.MaxBodyBytes = event.MaxEventBytes
	}
	if opt.SolveLimit == 0 {
		opt.SolveLimit = 10 * time.Second
	}
	gin.SetMode(gin.ReleaseMode)
	router := gin.New()
	router.HandleMethodNotAllowed = true
	router.Use(gin.CustomRecovery(func(c *gin.Context, _ any) { writeProblem(c, http.StatusInternalServerError) }))
	router.NoRoute(func(c *gin.Context) { writeProblem(c, http.StatusNotFound) })
	router.NoMethod(func(c *gin.Context) { writeProblem(c, http.StatusMethodNotAllowed) })

	config := huma.DefaultConfig("Sangdam", opt.Version)
	config.CreateHooks = nil // they would add a $schema field to every answer
	config.OpenAPIPath = basePath + "/openapi"
	config.DocsPath = "" // the page would load a script from another host
	config.Info.Description = "Ranks foreign buyers against local firms and packs the meetings of a trade delegation. " +
		"Times are RFC 3339 with an offset, scores are in [0, 1] with four decimals, money is in US dollars."
	h := humagin.New(router, config)
	registerHealth(h)
	registerMatch(h, opt)
	registerSchedule(h, opt)
	registerCheck(h, opt)
	return router
}
