package web

import (
	"errors"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"

	"sangdam/internal/desk"
)

// A signInView asks for a token.
type signInView struct {
	Shell
	Next   string // address to go on to
	Notice *notice
}

// An enterView asks whoever followed a link to go on; programs that look into links do not use it up.
type enterView struct {
	Shell
	Token string
}

func (s *site) signInRoutes(r gin.IRouter) {
	r.GET("/enter", s.open((*request).enterPage))
	r.POST("/enter", s.open((*request).enter))
	r.POST("/leave", s.open((*request).leave))
}

// enterPage is GET /enter?token=…, or without a token the page to sign in at.
func (r *request) enterPage() error {
	token := r.Query("token")
	if token == "" {
		return r.signIn(http.StatusOK, "/", nil)
	}
	return r.page(http.StatusOK, "enter", &enterView{Shell: r.bare("web.enter.title"), Token: token})
}

func (r *request) signIn(status int, next string, n *notice) error {
	return r.page(status, "signin", &signInView{Shell: r.bare("web.signin.title"), Next: next, Notice: n})
}

// enter is POST /enter: the token becomes a session.
func (r *request) enter() error {
	next := r.PostForm("next")
	if !strings.HasPrefix(next, "/") || strings.HasPrefix(next, "//") || strings.Contains(next, `\`) {
		next = "/"
	}
	session, err := r.desk.SignIn(r.Request.Context(), strings.TrimSpace(r.PostForm("token")))
	if errors.Is(err, desk.ErrUnauthenticated) {
		n := notice{Kind: "bad", Text: r.voice.Say("web.signin.unknown"), Help: r.voice.Say("web.signin.unknown.help")}
		return r.signIn(http.StatusUnauthorized, next, &n)
	}
	if err != nil {
		return err
	}
	r.site.keepSession(r.Context, session)
	return r.to(next)
}

// leave is POST /leave.
func (r *request) leave() error {
	if r.session != "" {
		if err := r.desk.SignOut(r.Request.Context(), r.session); err != nil {
			return err
		}
	}
	r.site.keepSession(r.Context, "")
	return r.to("/enter")
}
