package api

import (
	"slices"
	"testing"
	"time"

	"sangdam/event"
	"sangdam/internal/client"
)

func TestARepairThroughTheClient(t *testing.T) {
	s := start(t)
	c, ctx := s.admin(), t.Context()
	id := s.loaded()
	run := s.published(id)
	part := run.Schedule.Sessions[0]
	m := part.Meetings[0]

	places, err := c.Places(ctx, run.ID, part.Session, m.Firm, m.Buyer)
	must(t, err)
	if len(places) != 9 || len(places[m.Slot].Findings) > 0 {
		t.Errorf("places: %+v", places)
	}
	changes := &event.Changes{Format: event.Format, Event: id, Absent: []event.Absence{{Session: part.Session, Participant: m.Buyer}}}
	_, err = c.Repair(ctx, run.ID, changes, client.RepairOptions{}, run.Version+1)
	refused(t, err, 412)
	mended, err := c.Repair(ctx, run.ID, changes, client.RepairOptions{TimeLimit: 10}, run.Version)
	must(t, err)
	if len(mended.Sessions) != 1 || mended.Sessions[0].Lost == 0 || !mended.Sessions[0].Proven() || mended.Schedule.Version == 0 || !mended.Schedule.Over() {
		t.Errorf("mended: %+v", mended.Sessions)
	}
	if !slices.Contains(mended.Affected, m.Buyer) {
		t.Errorf("%s is not among %v", m.Buyer, mended.Affected)
	}
	d, err := c.Difference(ctx, mended.Schedule.ID)
	must(t, err)
	if len(d.Changes) != len(mended.Changes) || !slices.Equal(d.Affected, mended.Affected) {
		t.Errorf("publishing changes %+v, the repair %+v", d, mended.Changes)
	}
	_, err = c.Publish(ctx, mended.Schedule.ID, mended.Schedule.Version)
	must(t, err)
	p, err := c.Publication(ctx, id)
	must(t, err)
	if p.Number != 2 || p.Schedule != mended.Schedule.ID || p.EventVersion == 0 || p.By == "" {
		t.Errorf("published: %+v", p)
	}
	must(t, c.Unpublish(ctx, id))
	_, err = c.Publication(ctx, id)
	refused(t, err, 404)

	hook, err := c.CreateWebhook(ctx, client.WebhookSpec{URL: "http://127.0.0.1:9/never", Topics: []string{"published"}, Event: id})
	must(t, err)
	hooks, err := c.Webhooks(ctx)
	must(t, err)
	if len(hooks) != 1 || hooks[0].ID != hook.ID || hooks[0].Secret != "" || hooks[0].By == "" || time.Since(hooks[0].Created) > time.Hour {
		t.Errorf("webhooks: %+v", hooks)
	}
}
