package desk

import (
	"context"

	"sangdam/event"
)

// Edit changes an event: change is given a copy of the document, and what it leaves is validated and written. When someone else was
// first it is called again with theirs, so it may do nothing but change the document. It takes WriteEvents.
func (d *Desk) Edit(ctx context.Context, c Caller, id string, change func(*event.Event) error) (version uint64, err error) {
	if err := c.demand(id, WriteEvents); err != nil {
		return 0, err
	}
	return d.edit(ctx, c, id, 0, EventChanged, "", change)
}

// SetRequests replaces all the wishes of an event. Faults are located as requests[i]. It takes WriteEvents.
func (d *Desk) SetRequests(ctx context.Context, c Caller, id string, requests []event.Request, ifVersion uint64) (version uint64, err error) {
	if err := c.demand(id, WriteEvents); err != nil {
		return 0, err
	}
	return d.edit(ctx, c, id, ifVersion, EventChanged, "requests", func(ev *event.Event) error {
		ev.Requests = requests
		return nil
	})
}

// SetWeights changes the weights that are named, nil taking one back to the matcher's own. Faults are located as
// weights.NAME. It takes WriteEvents.
func (d *Desk) SetWeights(ctx context.Context, c Caller, id string, weights map[string]*float64, ifVersion uint64) (version uint64, err error) {
	if err := c.demand(id, WriteEvents); err != nil {
		return 0, err
	}
	return d.edit(ctx, c, id, ifVersion, EventChanged, "weights", func(ev *event.Event) error {
		for name, w := range weights {
			switch {
			case w == nil:
				delete(ev.Weights, name)
			case ev.Weights == nil:
				ev.Weights = map[string]float64{name: *w}
			default:
				ev.Weights[name] = *w
			}
		}
		if len(ev.Weights) == 0 {
			ev.Weights = nil
		}
		return nil
	})
}
