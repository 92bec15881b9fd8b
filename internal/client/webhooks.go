package client

import (
	"context"
	"net/http"
	"time"
)

// A WebhookSpec says where to call and what about.
type WebhookSpec struct {
	URL    string   `json:"url"`
	Topics []string `json:"topics,omitzero"` // published, changed, outcome; empty: all
	Event  string   `json:"event,omitzero"`  // empty: all
}

// A Webhook is a webhook; Secret signs its calls, and is there when it was just made.
type Webhook struct {
	ID       string        `json:"id"`
	URL      string        `json:"url"`
	Topics   []string      `json:"topics"`
	Event    string        `json:"event"`
	Created  time.Time     `json:"created"`
	By       string        `json:"by"`
	Secret   string        `json:"secret"`
	Failures []HookFailure `json:"failures"` // the last calls that did not get through, the newest first
}

// A HookFailure is a call that did not get through.
type HookFailure struct {
	Call    string    `json:"call"` // its id
	Topic   string    `json:"topic"`
	Event   string    `json:"event"`
	At      time.Time `json:"at"` // of the last try
	Tries   int       `json:"tries"`
	Problem string    `json:"problem"`
	GivenUp bool      `json:"given_up"` // it will not be tried again
}

// CreateWebhook has an address called when something happens.
func (c *Client) CreateWebhook(ctx context.Context, spec WebhookSpec) (*Webhook, error) {
	out := &Webhook{}
	_, err := c.read(ctx, call{method: http.MethodPost, path: "/webhooks", body: encode(spec), once: true}, out)
	return out, err
}

// Webhooks lists the webhooks with their last failures, without their secrets.
func (c *Client) Webhooks(ctx context.Context) ([]Webhook, error) {
	page, err := list[Webhook](ctx, c, "/webhooks", nil, "", 0)
	return page.Items, err
}

// DeleteWebhook ends a webhook.
func (c *Client) DeleteWebhook(ctx context.Context, id string) error {
	_, err := c.read(ctx, call{method: http.MethodDelete, path: path("webhooks", id)}, nil)
	return err
}
