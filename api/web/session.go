package web

import (
	"net/http"
	"slices"

	"github.com/gin-gonic/gin"
)

const (
	sessionCookie = "sangdam-session"
	themeCookie   = "sangdam-theme" // set by the script of the switch
)

// sessionOf returns the session that the browser holds, or "".
func sessionOf(c *gin.Context) string {
	session, err := c.Cookie(sessionCookie)
	if err != nil {
		return ""
	}
	return session
}

// keepSession has the browser hold a session until it is closed; "" takes it away.
func (s *site) keepSession(c *gin.Context, session string) {
	cookie := &http.Cookie{Name: sessionCookie, Value: session, Path: "/", HttpOnly: true, Secure: s.Secure, SameSite: http.SameSiteStrictMode}
	if session == "" {
		cookie.MaxAge = -1
	}
	http.SetCookie(c.Writer, cookie)
}

// themeOf returns the theme that was chosen, or "" for that of the system.
func themeOf(c *gin.Context) string {
	theme, err := c.Cookie(themeCookie)
	if err != nil || !slices.Contains([]string{"light", "dark"}, theme) {
		return ""
	}
	return theme
}
