package desk

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"slices"
	"time"

	"sangdam/internal/store"
)

// What webhooks tell of.
const (
	HookPublished = "published" // a schedule was published or taken back
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

// wants tells whether a webhook is to be told of something.
func (w *WebhookInfo) wants(topic, event string) bool {
	return slices.Contains(w.Topics, topic) && (w.Event == "" || w.Event == event)
}

// CreateWebhook registers a webhook and returns the secret that signs its calls, which is not shown again. It takes Admin; whoever is bound
// to an event makes webhooks for that event only.
func (d *Desk) CreateWebhook(ctx context.Context, c Caller, spec WebhookSpec) (secret string, info WebhookInfo, err error) {
	if err := c.demand(spec.Event, Admin); err != nil {
		return "", WebhookInfo{}, err
	}
	if err := d.checkWebhook(ctx, spec); err != nil {
		return "", WebhookInfo{}, err
	}
	var id string
	if _, again, err := d.madeBefore(ctx, "", &id); err != nil {
		return "", WebhookInfo{}, err
	} else if again {
		_, err := d.read(ctx, "", kindWebhook, id, &info)
		return d.hookSecret(id), info, err
	}
	info = WebhookInfo{URL: spec.URL, Topics: spec.Topics, Event: spec.Event, Created: d.clock().UTC(), By: c.Name}
	if len(info.Topics) == 0 {
		info.Topics = HookTopics
	}
	if info.ID, err = d.newID(hookIDLen); err != nil {
		return "", WebhookInfo{}, err
	}
	b := batch{}
	b.put(kindWebhook, info.ID, store.Absent(), info, time.Time{})
	d.audit(&b, c, WebhookCreated, spec.Event, info.ID)
	d.mark(ctx, &b, info.ID)
	if _, err := d.commit(ctx, &b); err != nil {
		return "", WebhookInfo{}, err
	}
	return d.hookSecret(info.ID), info, nil
}

// hookIDLen is how many letters of base 32 name a webhook.
const hookIDLen = 12

// hookSecret is what signs the calls of a webhook: made of the desk's own secret, so that none need be kept.
func (d *Desk) hookSecret(id string) string {
	mac := hmac.New(sha256.New, d.secret)
	mac.Write([]byte("sangdam webhook\x00" + id))
	return base64.RawURLEncoding.EncodeToString(mac.Sum(nil))
}

// Webhooks lists all webhooks, or those of an event for whoever is bound to it. It takes Admin.
func (d *Desk) Webhooks(ctx context.Context, c Caller) ([]WebhookInfo, error) {
	if err := c.demand(c.Event, Admin); err != nil {
		return nil, err
	}
	all, err := d.hooks(ctx)
	if err != nil {
		return nil, err
	}
	hooks := []WebhookInfo{}
	for _, w := range all {
		if c.Event != "" && c.Event != w.Event {
			continue
		}
		if w.Failures, err = d.failures(ctx, w.ID); err != nil {
			return nil, err
		}
		hooks = append(hooks, w)
	}
	return hooks, nil
}

// hooks reads all webhooks, by id.
func (d *Desk) hooks(ctx context.Context) ([]WebhookInfo, error) {
	var hooks []WebhookInfo
	for r, err := range d.records(ctx, store.ListQuery{Kind: kindWebhook}) {
		var w WebhookInfo
		if err == nil {
			err = decode(r, &w)
		}
		if err != nil {
			return nil, err
		}
		hooks = append(hooks, w)
	}
	return hooks, nil
}

// DeleteWebhook ends a webhook; what it was not told of yet is dropped. It takes Admin.
func (d *Desk) DeleteWebhook(ctx context.Context, c Caller, id string) error {
	if err := c.demand(c.Event, Admin); err != nil {
		return err
	}
	var w WebhookInfo
	if _, err := d.read(ctx, "", kindWebhook, id, &w); err != nil {
		return err
	}
	if c.Event != "" && c.Event != w.Event {
		return &NotFoundError{Kind: kindWebhook, ID: id}
	}
	b := batch{}
	b.delete(kindWebhook, id, store.Present())
	d.audit(&b, c, WebhookDeleted, w.Event, id)
	_, err := d.commit(ctx, &b)
	if _, gone := conflictOn(err, kindWebhook); gone {
		return &NotFoundError{Kind: kindWebhook, ID: id}
	}
	return err
}
