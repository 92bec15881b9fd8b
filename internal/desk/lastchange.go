package desk

import (
	"context"
	"errors"

	"sangdam/internal/plan"
)

// LastChange tells what the publication in force changed for companies that knew the one before. There is no change, and no error, where it
// is the first, or the one before was taken back. It takes Solve or ReadEvents.
func (d *Desk) LastChange(ctx context.Context, c Caller, id string) ([]MeetingChange, error) {
	if err := c.demand(id, Solve, ReadEvents); err != nil {
		return nil, err
	}
	now, err := d.published(ctx, id)
	if errors.Is(err, ErrNotFound) || err == nil && now.Number < 2 {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var before Publication
	if _, err := d.read(ctx, id, kindPublication, publicationID(now.Number-1), &before); err != nil || before.Withdrawn {
		return nil, err
	}
	return plan.Differences(before.Schedule, now.Schedule), nil
}
