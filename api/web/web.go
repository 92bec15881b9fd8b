// Package web is the pages: server-rendered HTML in four languages, with htmx and small scripts, on the router of the API.
// It speaks with package desk only. A page is one Go file with its routes, its view struct and its handlers, and one template
// of the same name.
package web

import (
	"log/slog"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"

	"sangdam/event"
	"sangdam/internal/desk"
)

// Options of the pages. Desk must be there; the zero value of every other field is a sensible default.
type Options struct {
	Desk         *desk.Desk
	Log          *slog.Logger     // of faults that are the program's own; nil: the default one
	Clock        func() time.Time // nil: time.Now
	MaxBodyBytes int64            // of an upload; zero: event.MaxEventBytes
	Secure       bool             // the pages are reached by https only: cookies say so
	Backup       Backup           // nil: the home of the data has none to offer here
}

// A site is the pages with what they need.
type site struct {
	Options
	assets  *assets
	pages   pages
	origins *http.CrossOriginProtection
}

// Register adds the pages to a router, and returns the page for addresses at which there is nothing.
func Register(router gin.IRouter, opt Options) (lost gin.HandlerFunc) {
	if opt.Log == nil {
		opt.Log = slog.Default()
	}
	if opt.Clock == nil {
		opt.Clock = time.Now
	}
	if opt.MaxBodyBytes == 0 {
		opt.MaxBodyBytes = event.MaxEventBytes
	}
	assets := loadAssets()
	s := &site{Options: opt, assets: assets, pages: loadPages(assets), origins: http.NewCrossOriginProtection()}
	router.GET(assetPath+":name", assets.serve)
	r := router.Group("/", guardHeaders, s.guardChanges)
	s.signInRoutes(r)
	s.streamRoutes(r)
	s.startRoutes(r)
	s.matchesRoutes(r)
	s.scheduleRoutes(r)
	s.mendRoutes(r)
	s.publishRoutes(r)
	s.outcomesRoutes(r)
	s.reportRoutes(r)
	s.settingsRoutes(r)
	s.myRoutes(r)
	return func(c *gin.Context) {
		guardHeaders(c)
		s.fail(c, desk.ErrNotFound)
	}
}
