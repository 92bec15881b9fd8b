package api

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"sangdam/internal/desk"
)

// registerWebhooks adds the operations on the calls that the server makes.
func (s *service) registerWebhooks(h huma.API) {
	create := operation("create-webhook", http.MethodPost, "/webhooks", "webhooks", "Have an address called when something happens", withBody|once)
	create.DefaultStatus = http.StatusCreated
	create.Middlewares = s.idempotent(create)
	huma.Register(h, create, s.createWebhook)
	huma.Register(h, operation("list-webhooks", http.MethodGet, "/webhooks", "webhooks", "List the webhooks and their last failures", 0), s.listWebhooks)
	huma.Register(h, operation("delete-webhook", http.MethodDelete, "/webhooks/{webhook}", "webhooks", "End a webhook", named), s.deleteWebhook)
}

// WebhookSpec is the body that makes a webhook.
type WebhookSpec struct {
	URL    string   `json:"url" format:"uri" maxLength:"2000" example:"https://example.com/sangdam" doc:"Address to call, https or http, reachable in public."`
	Topics []string `json:"topics,omitempty" enum:"published,changed,outcome" example:"[\"published\"]" doc:"What to tell of; absent: everything."`
	Event  string   `json:"event,omitempty" maxLength:"200" example:"jinju-2019" doc:"The only event to tell of; absent: all."`
}

// A Webhook is a webhook that was just made.
type Webhook struct {
	desk.WebhookInfo
	Secret string `json:"secret" example:"sd_5pX0kq2mR7d1h8w3y6z9b4c7f0j2n5s8v1x4a7e0g3k" doc:"Signs the calls. It cannot be shown again."`
}

type webhookOutput struct {
	CacheControl string `header:"Cache-Control"`
	Body         Webhook
}

func (s *service) createWebhook(ctx context.Context, in *struct {
	OnceHeader
	Body WebhookSpec
}) (*webhookOutput, error) {
	secret, info, err := s.desk.CreateWebhook(ctx, callerOf(ctx), desk.WebhookSpec{URL: in.Body.URL, Topics: in.Body.Topics, Event: in.Body.Event})
	if err != nil {
		return nil, err
	}
	return &webhookOutput{"no-store", Webhook{info, secret}}, nil
}

func (s *service) listWebhooks(ctx context.Context, _ *struct{}) (*struct{ Body Page[desk.WebhookInfo] }, error) {
	hooks, err := s.desk.Webhooks(ctx, callerOf(ctx))
	return whole(hooks, err)
}

func (s *service) deleteWebhook(ctx context.Context, in *struct {
	Webhook string `path:"webhook" maxLength:"200" example:"5c8g1k4n" doc:"Id of the webhook."`
}) (*struct{}, error) {
	return nil, s.desk.DeleteWebhook(ctx, callerOf(ctx), in.Webhook)
}
