package api

import (
	"bytes"
	"slices"
	"testing"
	"time"

	"sangdam/fixtures"
	"sangdam/internal/client"
)

// What the client takes in, it takes in as the server does; what it is told to try alone, nothing is stored of.
func TestTheClientImports(t *testing.T) {
	s := start(t)
	c, ctx := s.admin(), t.Context()
	tried, err := c.Import(ctx, fixtures.Jinju2019(), true)
	must(t, err)
	if _, _, err := c.Event(ctx, tried.Event); err == nil {
		t.Error("an import that was only tried has stored an event")
	}
	taken, err := c.Import(ctx, fixtures.Jinju2019(), false)
	must(t, err)
	if _, version, err := c.Event(ctx, taken.Event); err != nil || version != taken.Version || !taken.Created || taken.Event != tried.Event {
		t.Errorf("taken in as %+v, tried as %+v; at version %d, %v", taken, tried, version, err)
	}
}

// What lets somebody in, or is called, is on its list until the client ends it; then it lets in nobody.
func TestTheClientEndsWhatItMade(t *testing.T) {
	s := start(t)
	id := s.loaded()
	c, ctx := s.admin(), t.Context()

	token, err := c.CreateToken(ctx, client.TokenSpec{Name: "for a day", Scopes: []string{reader}})
	must(t, err)
	link, err := c.CreateLink(ctx, id, "F01", time.Time{})
	must(t, err)
	hook, err := c.CreateWebhook(ctx, client.WebhookSpec{URL: "http://127.0.0.1:9/never"})
	must(t, err)
	listed := func() (aToken, aLink, aHook bool) {
		tokens, err := c.Tokens(ctx)
		must(t, err)
		links, err := c.Links(ctx, id)
		must(t, err)
		hooks, err := c.Webhooks(ctx)
		must(t, err)
		return slices.ContainsFunc(tokens, func(x client.Token) bool { return x.ID == token.ID }),
			slices.ContainsFunc(links, func(x client.Link) bool { return x.ID == link.ID }),
			slices.ContainsFunc(hooks, func(x client.Webhook) bool { return x.ID == hook.ID })
	}
	if a, b, h := listed(); !a || !b || !h {
		t.Fatalf("made, and not listed: token %v, link %v, webhook %v", a, b, h)
	}
	must(t, c.RevokeToken(ctx, token.ID))
	must(t, c.RevokeLink(ctx, id, link.ID))
	must(t, c.DeleteWebhook(ctx, hook.ID))
	if a, b, h := listed(); a || b || h {
		t.Errorf("ended, and listed still: token %v, link %v, webhook %v", a, b, h)
	}
	_, _, err = s.client(token.Token).Event(ctx, id)
	refused(t, err, 401)
	refused(t, s.client(link.Code).Agenda(ctx, &bytes.Buffer{}, id, "F01", "json"), 401)
}

func TestTheClientReadsTheReportInEachForm(t *testing.T) {
	s := start(t)
	id := s.loaded()
	for form, begins := range map[string]string{"json": "{", "xlsx": "PK\x03\x04", "pdf": "%PDF-"} {
		var report bytes.Buffer
		must(t, s.admin().Report(t.Context(), &report, id, form))
		if !bytes.HasPrefix(report.Bytes(), []byte(begins)) {
			t.Errorf("%s begins with %.10q", form, report.Bytes())
		}
	}
}
