package client

import (
	"context"
	"io"
	"net/http"
	"net/url"
	"time"

	"sangdam/event"
)

// A TokenSpec says what a new token allows.
type TokenSpec struct {
	Name    string    `json:"name"`
	Scopes  []string  `json:"scopes"`
	Event   string    `json:"event,omitzero"`   // the only event that it is for; empty: all
	Expires time.Time `json:"expires,omitzero"` // zero: never
}

// A Token is what can be said of a token; Token is its secret, when it was just made.
type Token struct {
	ID      string    `json:"id"`
	Name    string    `json:"name"`
	Scopes  []string  `json:"scopes"`
	Event   string    `json:"event"`
	Created time.Time `json:"created"`
	Expires time.Time `json:"expires"`
	By      string    `json:"by"`
	Token   string    `json:"token"`
}

// CreateToken makes a token.
func (c *Client) CreateToken(ctx context.Context, spec TokenSpec) (*Token, error) {
	out := &Token{}
	_, err := c.read(ctx, call{method: http.MethodPost, path: "/tokens", body: encode(spec)}, out)
	return out, err
}

// Tokens lists the tokens, without their secrets.
func (c *Client) Tokens(ctx context.Context) ([]Token, error) {
	page, err := list[Token](ctx, c, "/tokens", nil, "", 0)
	return page.Items, err
}

// RevokeToken ends a token at once.
func (c *Client) RevokeToken(ctx context.Context, id string) error {
	_, err := c.read(ctx, call{method: http.MethodDelete, path: path("tokens", id)}, nil)
	return err
}

// A Link is a company's personal link. Code is the secret part of its address, and its bearer token.
type Link struct {
	ID       string    `json:"id"`
	Event    string    `json:"event"`
	Company  string    `json:"company"`
	Language string    `json:"language"`
	Created  time.Time `json:"created"`
	Expires  time.Time `json:"expires"`
	By       string    `json:"by"`
	Code     string    `json:"code"`
}

// CreateLink makes a personal link; expires zero: 30 days after the last slot.
func (c *Client) CreateLink(ctx context.Context, eventID, company string, expires time.Time) (*Link, error) {
	body := struct {
		Company string    `json:"company"`
		Expires time.Time `json:"expires,omitzero"`
	}{company, expires}
	out := &Link{}
	_, err := c.read(ctx, call{method: http.MethodPost, path: path("events", eventID, "links"), body: encode(body)}, out)
	return out, err
}

// Links lists the links of an event.
func (c *Client) Links(ctx context.Context, eventID string) ([]Link, error) {
	page, err := list[Link](ctx, c, path("events", eventID, "links"), nil, "", 0)
	return page.Items, err
}

// RevokeLink ends a link at once.
func (c *Client) RevokeLink(ctx context.Context, eventID, id string) error {
	_, err := c.read(ctx, call{method: http.MethodDelete, path: path("events", eventID, "links", id)}, nil)
	return err
}

// An AuditEntry says who did what, when.
type AuditEntry struct {
	ID     string    `json:"id"`
	At     time.Time `json:"at"`
	Kind   string    `json:"kind"`
	Caller string    `json:"caller"`
	Name   string    `json:"name"`
	Action string    `json:"action"`
	Event  string    `json:"event"`
	Object string    `json:"object"`
}

// Audit lists the log of an event, or with an empty one that of tokens and sign-ins, the newest first.
func (c *Client) Audit(ctx context.Context, eventID, cursor string, limit int) (*Page[AuditEntry], error) {
	query := url.Values{}
	if eventID != "" {
		query.Set("event", eventID)
	}
	return list[AuditEntry](ctx, c, "/audit", query, cursor, limit)
}

// AddOutcomes reports what came of meetings.
func (c *Client) AddOutcomes(ctx context.Context, eventID string, outcomes []event.Outcome) error {
	_, err := c.read(ctx, call{method: http.MethodPost, path: path("events", eventID, "outcomes"), body: encode(outcomes), once: true}, nil)
	return err
}

// Agenda writes the agenda of a company in a form: json, ics or pdf.
func (c *Client) Agenda(ctx context.Context, w io.Writer, eventID, company, form string) error {
	return c.file(ctx, w, path("events", eventID, "companies", company, "agenda"), form)
}

// Report writes the figures of an event in a form: json, xlsx or pdf.
func (c *Client) Report(ctx context.Context, w io.Writer, eventID, form string) error {
	return c.file(ctx, w, path("events", eventID, "report"), form)
}

// Backup writes a copy of all data.
func (c *Client) Backup(ctx context.Context, w io.Writer) error {
	return c.file(ctx, w, "/backup", "")
}

func (c *Client) file(ctx context.Context, w io.Writer, path, form string) error {
	k := call{method: http.MethodGet, path: path, accept: "*/*"}
	if form != "" {
		k.query = url.Values{"format": {form}}
	}
	resp, err := c.send(ctx, k)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(w, resp.Body)
	return err
}
