package api

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

// guards keep a browser from doing more with an answer than it should. Pages that need more set their own Content-Security-Policy.
var guards = http.Header{
	"Content-Security-Policy":      {"default-src 'none'; frame-ancestors 'none'"},
	"X-Content-Type-Options":       {"nosniff"},
	"X-Frame-Options":              {"DENY"},
	"Referrer-Policy":              {"no-referrer"},
	"Cross-Origin-Resource-Policy": {"same-origin"},
}

// secured sets the guards. Their values are shared by all answers: a header is replaced as a whole, never changed in place.
func secured() gin.HandlerFunc {
	return func(c *gin.Context) {
		h := c.Writer.Header()
		for name, values := range guards {
			h[name] = values[:1:1]
		}
		c.Next()
	}
}
