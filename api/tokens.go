package api

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"sangdam/internal/desk"
)

// registerTokens adds the operations on what programs and organizers sign in with.
func (s *service) registerTokens(h huma.API) {
	create := operation("create-token", http.MethodPost, "/tokens", "access", "Make a token", withBody)
	create.DefaultStatus = http.StatusCreated
	huma.Register(h, create, s.createToken)
	huma.Register(h, operation("list-tokens", http.MethodGet, "/tokens", "access", "List the tokens, without their secrets", 0), s.listTokens)
	huma.Register(h, operation("revoke-token", http.MethodDelete, "/tokens/{token}", "access", "Revoke a token at once", named), s.revokeToken)
}

// TokenSpec is the body that makes a token.
type TokenSpec struct {
	Name    string       `json:"name" minLength:"1" maxLength:"200" example:"registration desk" doc:"For people."`
	Scopes  []desk.Scope `json:"scopes" minItems:"1" maxItems:"5" example:"[\"events:read\"]" doc:"Of events:read, events:write, schedules:solve, outcomes:write and admin, which allows everything."`
	Event   string       `json:"event,omitempty" maxLength:"200" example:"jinju-2019" doc:"The only event that it is for; absent: all."`
	Expires time.Time    `json:"expires,omitzero" example:"2027-01-31T00:00:00+09:00" doc:"When it ends; absent: never."`
}

// A Token is a token that was just made.
type Token struct {
	desk.TokenInfo
	Token string `json:"token" example:"sd_5pX0kq2mR7d1h8w3y6z9b4c7f0j2n5s8v1x4a7e0g3k" doc:"The secret. It is not kept and cannot be shown again."`
}

type tokenOutput struct {
	CacheControl string `header:"Cache-Control"`
	Body         Token
}

func (s *service) createToken(ctx context.Context, in *struct{ Body TokenSpec }) (*tokenOutput, error) {
	secret, info, err := s.desk.CreateToken(ctx, callerOf(ctx), desk.TokenSpec{
		Name: in.Body.Name, Scopes: in.Body.Scopes, Event: in.Body.Event, Expires: in.Body.Expires,
	})
	if err != nil {
		return nil, err
	}
	return &tokenOutput{"no-store", Token{info, secret}}, nil
}

func (s *service) listTokens(ctx context.Context, _ *struct{}) (*struct{ Body Page[desk.TokenInfo] }, error) {
	tokens, err := s.desk.Tokens(ctx, callerOf(ctx))
	return whole(tokens, err)
}

func (s *service) revokeToken(ctx context.Context, in *struct {
	Token string `path:"token" maxLength:"100" example:"0c1d2e3f4a5b6c7d" doc:"Id of the token, not its secret."`
}) (*struct{}, error) {
	return nil, s.desk.RevokeToken(ctx, callerOf(ctx), in.Token)
}

// whole is the answer of a list that is never long.
func whole[T any](items []T, err error) (*struct{ Body Page[T] }, error) {
	if err != nil {
		return nil, err
	}
	if items == nil {
		items = []T{}
	}
	return &struct{ Body Page[T] }{Page[T]{Items: items}}, nil
}
