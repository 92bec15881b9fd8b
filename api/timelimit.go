package api

import (
	"context"
	"time"

	"github.com/gin-gonic/gin"
)

// limited ends the work of a request after a while, with 503. Streams have no limit: they end with their caller, or when the server is about
// to.
func limited(limit time.Duration, closing context.Context) gin.HandlerFunc {
	return func(c *gin.Context) {
		var ctx context.Context
		var cancel context.CancelFunc
		if streams(c) {
			ctx, cancel = context.WithCancel(c.Request.Context())
			defer context.AfterFunc(closing, cancel)()
		} else {
			ctx, cancel = context.WithTimeout(c.Request.Context(), limit)
		}
		defer cancel()
		c.Request = c.Request.WithContext(ctx)
		c.Next()
	}
}
