package api

import (
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
)

// uncoded refuses bodies that are compressed (RFC 9110, 15.5.16): a limit on their size would say nothing of what comes out of them.
func uncoded() gin.HandlerFunc {
	return func(c *gin.Context) {
		coding := c.GetHeader("Content-Encoding")
		if coding == "" || strings.EqualFold(coding, "identity") {
			c.Next()
			return
		}
		p := newProblem(http.StatusUnsupportedMediaType, "media").with("Accept-Encoding", "identity")
		p.Errors = []Detail{{Location: "header.Content-Encoding", Code: "media", Message: voiceOf(c.GetHeader("Accept-Language")).Say("api.body.coding")}}
		abort(c, p)
	}
}
