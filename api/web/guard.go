package web

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"net/http"

	"github.com/gin-gonic/gin"
)

// contentPolicy allows what the pages themselves bring, and nothing inline.
const contentPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
	"connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// guardHeaders sets the headers that every page carries.
func guardHeaders(c *gin.Context) {
	h := c.Writer.Header()
	h.Set("Content-Security-Policy", contentPolicy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "same-origin")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
	h.Set("Cache-Control", "no-store")
}

// csrfField is the form field, csrfHeader the header, in which requests that change something carry the token.
const (
	csrfField  = "csrf"
	csrfHeader = "X-CSRF-Token"
)

// csrfKey returns what proves a session. Only who holds the session can compute it, and the session cannot be computed
// from it; so every replica knows it without keeping it.
func csrfKey(session string) []byte {
	mac := hmac.New(sha256.New, []byte(session))
	mac.Write([]byte("sangdam csrf"))
	return mac.Sum(nil)
}

// csrfToken returns a token of a session: its key under a mask that is another on every page, so that the length of packed
// pages tells nothing of it.
func csrfToken(session string) string {
	if session == "" {
		return ""
	}
	key := csrfKey(session)
	token := make([]byte, 2*len(key))
	rand.Read(token[:len(key)]) // does not fail
	subtle.XORBytes(token[len(key):], token[:len(key)], key)
	return base64.RawURLEncoding.EncodeToString(token)
}

// csrfHolds reports whether a token is one of a session.
func csrfHolds(token, session string) bool {
	key := csrfKey(session)
	given, err := base64.RawURLEncoding.DecodeString(token)
	if err != nil || len(given) != 2*len(key) {
		return false
	}
	subtle.XORBytes(given[len(key):], given[:len(key)], given[len(key):])
	return hmac.Equal(given[len(key):], key)
}

// guardChanges lets requests that change something pass only when they come from a page of ours: by what the browser says of
// their origin, and, in a session, by its token.
func (s *site) guardChanges(c *gin.Context) {
	if err := s.origins.Check(c.Request); err != nil {
		s.fail(c, errForeign)
		return
	}
	switch c.Request.Method {
	case http.MethodGet, http.MethodHead, http.MethodOptions:
		return
	}
	c.Request.Body = http.MaxBytesReader(c.Writer, c.Request.Body, s.MaxBodyBytes)
	session := sessionOf(c)
	if session == "" || c.FullPath() == "/enter" { // signing in begins another session, also in the place of one that ran out
		return
	}
	given := c.GetHeader(csrfHeader)
	if given == "" {
		given = c.PostForm(csrfField)
	}
	if !csrfHolds(given, session) {
		s.fail(c, errForeign)
	}
}
