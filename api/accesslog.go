package api

import (
	"log/slog"
	"time"

	"github.com/gin-gonic/gin"
)

// accessLog writes a line for every request when it has been answered. It holds no personal data: the route stands for the
// path, a caller is named by the id of its token, and addresses, query values, headers and bodies are left out.
func accessLog(log *slog.Logger) gin.HandlerFunc {
	return func(c *gin.Context) {
		begun := time.Now()
		c.Next()
		ctx := c.Request.Context()
		level := slog.LevelInfo
		if c.Writer.Status() >= 500 {
			level = slog.LevelError
		}
		if !log.Enabled(ctx, level) {
			return
		}
		r := requestOf(ctx)
		log.LogAttrs(ctx, level, "request",
			slog.String("id", r.id), slog.String("method", c.Request.Method), slog.String("route", routeOf(c)),
			slog.Int("status", c.Writer.Status()), slog.Int("bytes", max(0, c.Writer.Size())),
			slog.Duration("took", time.Since(begun)), slog.String("caller", r.caller.ID))
	}
}

// routeOf returns the pattern that the path matched: unlike the path it holds no ids and no secrets.
func routeOf(c *gin.Context) string {
	if route := c.FullPath(); route != "" {
		return route
	}
	return "none"
}
