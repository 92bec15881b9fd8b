package desk

import (
	"context"
	"errors"

	"sangdam/event"
)

// SetUnavailable says when a company cannot meet in a session. It takes WriteEvents, or being that company.
func (d *Desk) SetUnavailable(ctx context.Context, c Caller, id, company, session string, hours []event.Interval) (version uint64, err error) {
	return 0, errors.ErrUnsupported
}
