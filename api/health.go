package api

import (
	"errors"
	"net/http"

	"github.com/gin-gonic/gin"

	"sangdam/internal/desk"
)

// serveLife answers /healthz: the process answers; and /readyz: requests would be served now. When the store or the solver cannot be
// reached it is 503 and says when to ask again; once they are back, so is the server, without a restart.
func (s *service) serveLife(router *gin.Engine) {
	asked := []string{http.MethodGet, http.MethodHead} // by some load balancers the latter
	router.Match(asked, "/healthz", func(c *gin.Context) { c.JSON(http.StatusOK, gin.H{"status": "ok"}) })
	router.Match(asked, "/readyz", func(c *gin.Context) {
		if err := errors.Join(s.opt.Closing.Err(), s.opt.Ready(c.Request.Context())); err != nil {
			refuse(c, unreadyError{err})
			return
		}
		c.JSON(http.StatusOK, gin.H{"status": "ready"})
	})
}

// An unreadyError is whatever keeps the server from being ready: for the caller that is all one.
type unreadyError struct{ err error }

func (e unreadyError) Error() string        { return e.err.Error() }
func (e unreadyError) Is(target error) bool { return target == desk.ErrUnavailable }
