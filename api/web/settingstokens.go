package web

import (
	"net/http"
	"strconv"
	"time"

	"sangdam/internal/desk"
)

// A tokensView lists the tokens and makes new ones. The secret of a new one is shown this once.
type tokensView struct {
	settingsShell
	Tokens []tokenRow
	Scopes []choice
	Secret string
	Name   string // of the new token
}

type tokenRow struct {
	Info                   desk.TokenInfo
	Scopes                 []string
	Name, Created, Expires string
	Expired                bool
}

// tokens is GET /settings/tokens.
func (r *request) tokens() error { return r.tokensPage("", "") }

func (r *request) tokensPage(secret, name string) error {
	shell, err := r.settingsShell("tokens", "settings.js")
	if err != nil {
		return err
	}
	tokens, err := r.desk.Tokens(r.Request.Context(), r.caller)
	if err != nil {
		return err
	}
	v := &tokensView{settingsShell: shell, Secret: secret, Name: name}
	for _, t := range tokens {
		row := tokenRow{Info: t, Name: r.author(t.Name), Created: r.moment(t.Created), Expires: r.moment(t.Expires)}
		row.Expired = !t.Expires.IsZero() && t.Expires.Before(r.site.Clock())
		for _, s := range t.Scopes {
			row.Scopes = append(row.Scopes, r.scopeName(s))
		}
		v.Tokens = append(v.Tokens, row)
	}
	for _, s := range desk.Scopes {
		v.Scopes = append(v.Scopes, choice{Value: string(s), Name: r.scopeName(s), Current: s == desk.ReadEvents})
	}
	return r.page(http.StatusOK, "settingstokens", v)
}

// scopeIDs are the last parts of the messages "web.scope.…".
var scopeIDs = map[desk.Scope]string{
	desk.ReadEvents: "read", desk.WriteEvents: "write", desk.Solve: "solve", desk.WriteOutcomes: "outcomes", desk.Admin: "admin",
}

func (r *request) scopeName(s desk.Scope) string {
	if id, ok := scopeIDs[s]; ok {
		return r.voice.Say("web.scope." + id)
	}
	return string(s)
}

// createToken is POST /settings/tokens: name, scopes, days (0: for ever), only (of this event).
func (r *request) createToken() error {
	spec := desk.TokenSpec{Name: r.PostForm("name"), Event: r.caller.Event}
	for _, s := range r.PostFormArray("scope") {
		spec.Scopes = append(spec.Scopes, desk.Scope(s))
	}
	if r.PostForm("only") != "" {
		spec.Event = r.Param("event")
	}
	if days, err := strconv.Atoi(r.PostForm("days")); err == nil && days > 0 {
		spec.Expires = r.site.Clock().Add(time.Duration(days) * 24 * time.Hour)
	}
	secret, info, err := r.desk.CreateToken(r.Request.Context(), r.caller, spec)
	if err != nil {
		return err
	}
	return r.tokensPage(secret, info.Name)
}

// revokeToken is POST /settings/tokens/revoke.
func (r *request) revokeToken() error {
	if err := r.desk.RevokeToken(r.Request.Context(), r.caller, r.PostForm("id")); err != nil {
		return err
	}
	return r.to(r.settingsPath("tokens"))
}
