package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/url"
	"time"

	"sangdam/event"
	"sangdam/fixtures"
	"sangdam/internal/desk"
	"sangdam/internal/jobs"
	"sangdam/internal/lang"
)

// adminVariable holds the admin token where somebody chose it.
const adminVariable = "SANGDAM_ADMIN_TOKEN"

// welcome sees to it that somebody can come in: it prints the first admin token, once, as something to sign in with. For a
// demonstration it loads the example event first.
func (p *program) welcome(ctx context.Context, f serving, b *backend, address string) error {
	secret, created, err := b.desk.FirstToken(ctx, p.getenv(adminVariable))
	if errors.Is(err, desk.ErrUnavailable) {
		fmt.Fprintln(p.err, p.say("server.token.later"))
		return nil
	}
	if err != nil {
		return err
	}
	if f.demo {
		if err := loadDemo(ctx, b.desk); err != nil {
			return fmt.Errorf("the example event: %w", err)
		}
	}
	if !created {
		return nil
	}
	link := address + "/enter?token=" + url.QueryEscape(secret)
	if f.demo {
		fmt.Fprintln(p.out, p.say("server.demo", lang.Args{"Link": link}))
		return nil
	}
	fmt.Fprintln(p.out, p.say("server.token", lang.Args{"Token": secret, "Link": link}))
	return nil
}

// demoLimit is on the time of the demonstration's solve, which takes a fraction of it.
const demoLimit = 20 * time.Second

// loadDemo stores the Jinju event, solves and publishes it; the outcomes of its meetings are part of it.
func loadDemo(ctx context.Context, d *desk.Desk) error {
	organizer := desk.Caller{Kind: desk.Organizer, ID: "demo", Name: "demo", Scopes: []desk.Scope{desk.Admin}}
	ev, err := event.ReadEvent(bytes.NewReader(fixtures.Jinju2019()))
	if err != nil {
		return err
	}
	if _, err := d.CreateEvent(ctx, organizer, ev); err != nil {
		return err
	}
	solving, cancel := context.WithTimeout(ctx, demoLimit)
	defer cancel()
	run, err := d.Solve(solving, organizer, ev.ID, jobs.Options{TimeLimit: demoLimit.Seconds() / 2, Seed: 1})
	if err != nil {
		return err
	}
	for _, err := range d.WatchRun(solving, organizer, run.ID, 0) {
		if err != nil {
			return err
		}
	}
	_, err = d.Publish(solving, organizer, run.ID, 0)
	return err
}
