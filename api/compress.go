package api

import (
	"compress/gzip"
	"io"
	"mime"
	"net/http"
	"slices"
	"strings"
	"sync"

	"github.com/gin-gonic/gin"
)

// leastCompressed is the size of an answer, in bytes, from which compressing is worth it.
const leastCompressed = 1024

// compressible are the media types that become smaller. Streams of events are none of them, since each event must arrive at once, and papers
// and workbooks are compressed in themselves.
var compressible = []string{
	mediaJSON, "application/openapi+json", mediaICS, "text/html", "text/css", "text/plain", "text/javascript", "application/javascript", "image/svg+xml",
}

var gzipWriters = sync.Pool{New: func() any {
	w, err := gzip.NewWriterLevel(io.Discard, gzip.BestSpeed)
	if err != nil {
		panic(err) // the level is a known one
	}
	return w
}}

// compressed answers in gzip whoever takes it. It is our own middleware because that of gin-contrib takes the ETag away from errors,
// where 412 has to tell it.
func compressed() gin.HandlerFunc {
	return func(c *gin.Context) {
		if !strings.Contains(c.GetHeader("Accept-Encoding"), "gzip") || c.Request.Method == http.MethodHead {
			c.Next()
			return
		}
		w := &compressor{ResponseWriter: c.Writer}
		c.Writer = w
		defer func() {
			c.Writer = w.ResponseWriter
			w.close()
		}()
		c.Next()
	}
}

// A compressor decides with the first bytes of a body whether to compress it.
type compressor struct {
	gin.ResponseWriter
	decided bool
	gzip    *gzip.Writer // nil: the body goes out as it is
}

// Write writes a part of the body.
func (w *compressor) Write(data []byte) (int, error) {
	if !w.decided {
		w.decide(len(data))
	}
	if w.gzip != nil {
		return w.gzip.Write(data)
	}
	return w.ResponseWriter.Write(data)
}

// WriteString writes a part of the body.
func (w *compressor) WriteString(text string) (int, error) { return w.Write([]byte(text)) }

// decide looks at what is known of the answer when its body begins.
func (w *compressor) decide(size int) {
	w.decided = true
	h := w.Header()
	media, _, _ := mime.ParseMediaType(h.Get("Content-Type"))
	if w.Status() != http.StatusOK || size < leastCompressed || h.Get("Content-Encoding") != "" || !slices.Contains(compressible, media) || w.Written() {
		return
	}
	h.Set("Content-Encoding", "gzip")
	h.Add("Vary", "Accept-Encoding")
	h.Del("Content-Length")
	if tag := h.Get("ETag"); tag != "" && !strings.HasPrefix(tag, "W/") {
		h.Set("ETag", "W/"+tag) // the same document in other bytes
	}
	w.gzip = gzipWriters.Get().(*gzip.Writer)
	w.gzip.Reset(w.ResponseWriter)
}

// Flush sends what was written so far.
func (w *compressor) Flush() {
	if w.gzip != nil {
		_ = w.gzip.Flush() // a caller that is gone is seen by the next write
	}
	w.ResponseWriter.Flush()
}

// Unwrap lets http.ResponseController reach the connection.
func (w *compressor) Unwrap() http.ResponseWriter { return w.ResponseWriter }

func (w *compressor) close() {
	if w.gzip == nil {
		return
	}
	_ = w.gzip.Close() // as above
	w.gzip.Reset(io.Discard)
	gzipWriters.Put(w.gzip)
}
