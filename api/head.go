package api

import (
	"net/http"
	"strings"
)

// headed answers HEAD as it would answer GET; what is written after the header goes nowhere then (RFC 9110, 9.3.2). Streams of events
// have no HEAD: they would keep the caller waiting for nothing.
func headed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		stream := strings.HasSuffix(r.URL.Path, "/progress") || strings.HasSuffix(r.URL.Path, "/stream")
		if r.Method == http.MethodHead && !stream {
			asked := *r // the server itself goes by the method of the other
			asked.Method = http.MethodGet
			r = &asked
		}
		next.ServeHTTP(w, r)
	})
}
