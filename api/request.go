package api

import (
	"context"
	"crypto/rand"
	"log/slog"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/gin-gonic/gin"

	"sangdam/internal/desk"
)

// A request is what the middleware knows of the request that runs. It lies in the request's context, where typed operations
// find it too; gin.Context.Set they would not see.
type request struct {
	id     string
	log    *slog.Logger
	caller desk.Caller
	types  huma.Registry // of the bodies; nil outside of operations
}

type requestKey struct{}

// requestOf returns the request of a context; outside of any it is an empty one.
func requestOf(ctx context.Context) *request {
	if r, ok := ctx.Value(requestKey{}).(*request); ok {
		return r
	}
	return &request{log: slog.New(slog.DiscardHandler)}
}

const requestIDHeader = "X-Request-Id"

// withRequest gives every request an id, the caller's own where it is a short word, and answers with it. The id is in the log
// and in every problem, so that the two can be brought together.
//
// It ends the work of a request after a while, with 503. Streams have no limit: they end with their caller, or when the server is about to.
func withRequest(log *slog.Logger, limit time.Duration, closing context.Context) gin.HandlerFunc {
	return func(c *gin.Context) {
		id := c.GetHeader(requestIDHeader)
		if !plainWord(id) {
			id = rand.Text()
		}
		c.Header(requestIDHeader, id)
		ctx := context.WithValue(c.Request.Context(), requestKey{}, &request{id: id, log: log})
		var cancel context.CancelFunc
		if streams(c) {
			ctx, cancel = context.WithCancel(ctx)
			defer context.AfterFunc(closing, cancel)()
		} else {
			ctx, cancel = context.WithTimeout(ctx, limit)
		}
		defer cancel()
		c.Request = c.Request.WithContext(ctx)
		c.Next()
	}
}

// plainWord reports whether a word from outside may go into logs and headers as it is.
func plainWord(s string) bool {
	if s == "" || len(s) > 64 {
		return false
	}
	for _, c := range []byte(s) {
		if (c < '0' || c > '9') && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z') && c != '-' && c != '_' && c != '.' {
			return false
		}
	}
	return true
}
