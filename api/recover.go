package api

import (
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"

	"github.com/gin-gonic/gin"
)

// recovered answers 500 when an operation panics, which is a programmer's error, and logs where. http.ErrAbortHandler goes
// on: it cuts the connection on purpose.
func recovered() gin.HandlerFunc {
	return func(c *gin.Context) {
		defer func() {
			what := recover()
			if what == nil {
				return
			}
			if what == http.ErrAbortHandler { //nolint:errorlint // it is panicked with as it is
				panic(what)
			}
			ctx := c.Request.Context()
			r := requestOf(ctx)
			r.log.LogAttrs(ctx, slog.LevelError, "panic",
				slog.String("id", r.id), slog.String("route", routeOf(c)), slog.String("what", fmt.Sprint(what)), slog.String("stack", string(debug.Stack())))
			if !c.Writer.Written() {
				writeProblem(c, newProblem(http.StatusInternalServerError, "internal"))
			}
			c.Abort()
		}()
		c.Next()
	}
}
