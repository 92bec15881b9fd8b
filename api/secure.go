package api

import "github.com/gin-gonic/gin"

// secured sets the headers that keep a browser from doing more with an answer than it should. Pages that need more set their
// own Content-Security-Policy.
func secured() gin.HandlerFunc {
	return func(c *gin.Context) {
		h := c.Writer.Header()
		h.Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		c.Next()
	}
}
