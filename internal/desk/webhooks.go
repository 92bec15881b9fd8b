package desk

import (
	"context"
	"errors"
	"time"
)

// What webhooks tell of.
const (
	HookPublished = "published" // a schedule was published or hidden
	HookChanged   = "changed"   // an event document was changed
	HookOutcome   = "outcome"   // outcomes were reported
)

// HookTopics lists all of them.
var HookTopics = []string{HookPublished, HookChanged, HookOutcome}

// A WebhookSpec says where to call and what about.
type WebhookSpec struct {
	URL    string   // https or http
	Topics []string // of HookTopics; empty: all
	Event  string   // the only event to tell of; empty: all
}

// A WebhookInfo is a webhook without its secret.
type WebhookInfo struct {
	ID      string    `json:"id"`
	URL     string    `json:"url"`
	Topics  []string  `json:"topics"`
	Event   string    `json:"event,omitzero"`
	Created time.Time `json:"created"`
	By      string    `json:"by,omitzero"`
	// Failures are the last calls that did not get through, the newest first.
	Failures []HookFailure `json:"failures,omitzero"`
}

// A HookFailure is a call that did not get through.
type HookFailure struct {
	Call    string    `json:"call"` // its id
	At      time.Time `json:"at"`
	Tries   int       `json:"tries"`
	Problem string    `json:"problem"`           // in English
	GivenUp bool      `json:"given_up,omitzero"` // it will not be tried again
}

// CreateWebhook registers a webhook and returns the secret that signs its calls, which cannot be shown again. It takes Admin.
func (d *Desk) CreateWebhook(ctx context.Context, c Caller, spec WebhookSpec) (secret string, info WebhookInfo, err error) {
	return "", WebhookInfo{}, errors.ErrUnsupported
}

// Webhooks lists all webhooks, or those of an event for whoever is bound to it. It takes Admin.
func (d *Desk) Webhooks(ctx context.Context, c Caller) ([]WebhookInfo, error) {
	return nil, errors.ErrUnsupported
}

// DeleteWebhook ends a webhook; what it was not told of yet is dropped. It takes Admin.
func (d *Desk) DeleteWebhook(ctx context.Context, c Caller, id string) error {
	return errors.ErrUnsupported
}
