package desk

import (
	"context"
	"slices"

	"sangdam/event"
)

// SetWish says what one company wishes about another; the empty wish takes it back. It takes WriteEvents, or being the company
// that wishes.
func (d *Desk) SetWish(ctx context.Context, c Caller, id, from, to string, w event.Wish) (version uint64, err error) {
	if err := c.demandOwn(id, from, WriteEvents); err != nil {
		return 0, err
	}
	return d.edit(ctx, c, id, 0, WishSet, from+" "+to, func(ev *event.Event) error {
		at := slices.IndexFunc(ev.Requests, func(r event.Request) bool { return r.From == from && r.To == to })
		switch {
		case w == "":
			ev.Requests = slices.DeleteFunc(ev.Requests, func(r event.Request) bool { return r.From == from && r.To == to })
		case at >= 0:
			for i := range ev.Requests {
				if r := &ev.Requests[i]; r.From == from && r.To == to {
					r.Wish = w
				}
			}
		default:
			ev.Requests = append(ev.Requests, event.Request{From: from, To: to, Wish: w})
		}
		return nil
	})
}

// Wishes lists what a company wishes about others. It takes ReadEvents, or being that company.
func (d *Desk) Wishes(ctx context.Context, c Caller, id, company string) ([]event.Request, error) {
	if err := c.demandOwn(id, company, ReadEvents); err != nil {
		return nil, err
	}
	l, err := d.load(ctx, id)
	if err != nil {
		return nil, err
	}
	wishes := []event.Request{}
	for _, r := range l.event.Requests {
		if r.From == company {
			wishes = append(wishes, r)
		}
	}
	return wishes, nil
}
