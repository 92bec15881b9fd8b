package api

import (
	"errors"
	"strings"

	"github.com/gin-gonic/gin"

	"sangdam/internal/desk"
)

// identified finds out who asks, by the bearer token of the Authorization header: an organizer's token, or the secret of a company's
// personal link. A request without one goes on as nobody's; whether that will do is for the desk to say. A token that is not known is refused
// at once, and counted against the address it came from.
func identified(d *desk.Desk, l *limiter) gin.HandlerFunc {
	return func(c *gin.Context) {
		header := c.GetHeader("Authorization")
		if header == "" {
			c.Next()
			return
		}
		ctx := c.Request.Context()
		scheme, token, _ := strings.Cut(header, " ")
		err := desk.ErrUnauthenticated
		if strings.EqualFold(scheme, "Bearer") {
			r := requestOf(ctx)
			token = strings.TrimSpace(token)
			if r.caller, err = d.ByToken(ctx, token); errors.Is(err, desk.ErrUnauthenticated) {
				r.caller, err = d.ByLink(ctx, token)
			}
		}
		if err == nil {
			c.Next()
			return
		}
		if errors.Is(err, desk.ErrUnauthenticated) && !spend(c, l, addressKey(c)) {
			return
		}
		refuse(c, err)
	}
}
