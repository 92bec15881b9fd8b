package api

import (
	"strings"

	"github.com/gin-contrib/gzip"
	"github.com/gin-gonic/gin"
)

// compressed answers in gzip whoever takes it. Streams of events go out as they are, since each must arrive at once, and so
// do files that are compressed in themselves.
func compressed() gin.HandlerFunc {
	return gzip.Gzip(gzip.BestSpeed, gzip.WithCustomShouldCompressFn(func(c *gin.Context) bool {
		h := c.Request.Header
		if !strings.Contains(h.Get("Accept-Encoding"), "gzip") || strings.Contains(h.Get("Accept"), mediaSSE) {
			return false
		}
		path := c.Request.URL.Path
		for _, end := range []string{"/progress", "/backup", ".woff2", ".png", ".jpg"} {
			if strings.HasSuffix(path, end) {
				return false
			}
		}
		switch f := c.Query("format"); f {
		case "xlsx", "pdf":
			return false
		}
		return !strings.Contains(h.Get("Accept"), mediaXLSX) && !strings.Contains(h.Get("Accept"), mediaPDF)
	}))
}
