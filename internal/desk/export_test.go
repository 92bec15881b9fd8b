package desk

import (
	"context"
	"net/http"
)

// CallDue makes the calls of webhooks that are due, as the courier does when it wakes.
func CallDue(ctx context.Context, d *Desk) error {
	if err := d.calls.sweep(ctx); err != nil {
		return err
	}
	return d.calls.deliver(ctx)
}

// HookClient is what makes the calls.
func HookClient(d *Desk) *http.Client { return d.calls.client }

// Public tells whether an address is one that webhooks may call.
var Public = public

// EntriesOf carries the entries of a publication over to the next.
var EntriesOf = entriesOf
