package desk

import (
	"context"
	"fmt"
	"time"

	"sangdam/internal/store"
)

// failureLife is how long a failure can be looked at, and shownFailures how many of a webhook are shown.
const (
	failureLife   = 14 * 24 * time.Hour
	shownFailures = 20
)

// A HookFailure is a call that did not get through.
type HookFailure struct {
	Call    string    `json:"call"` // its id
	Topic   string    `json:"topic"`
	Event   string    `json:"event"`
	At      time.Time `json:"at"` // of the last try
	Tries   int       `json:"tries"`
	Problem string    `json:"problem"`           // in English
	GivenUp bool      `json:"given_up,omitzero"` // it will not be tried again
}

// failureID names the failure of a call: ids of a webhook fall as calls get younger, so that the newest come first.
func failureID(c *call) string {
	return fmt.Sprintf("%s/%016x-%s", c.Hook, ^uint64(c.At.UnixNano()), c.ID)
}

// failures reads the last ones of a webhook.
func (d *Desk) failures(ctx context.Context, hook string) ([]HookFailure, error) {
	records, err := d.store.List(ctx, store.ListQuery{Kind: kindFailure, Prefix: hook + "/", Limit: shownFailures})
	if err != nil {
		return nil, storeError(err)
	}
	var failures []HookFailure
	for _, r := range records {
		var f HookFailure
		if err := decode(r, &f); err != nil {
			return nil, err
		}
		failures = append(failures, f)
	}
	return failures, nil
}

// noteFailure writes down that a call did not get through.
func (d *Desk) noteFailure(ctx context.Context, c *call, problem string, givenUp bool) error {
	now := d.clock().UTC()
	b := batch{}
	b.put(kindFailure, failureID(c), store.Any(), HookFailure{
		Call: c.ID, Topic: c.Topic, Event: c.Event, At: now, Tries: c.Tries, Problem: problem, GivenUp: givenUp,
	}, now.Add(failureLife))
	_, err := d.commit(ctx, &b)
	return err
}

// forgetFailure takes back what was written down of a call that got through in the end.
func (d *Desk) forgetFailure(ctx context.Context, c *call) error {
	b := batch{}
	b.delete(kindFailure, failureID(c), store.Any())
	_, err := d.commit(ctx, &b)
	return err
}
