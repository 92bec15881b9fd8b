package desk

import (
	"context"
	"errors"

	"sangdam/event"
	"sangdam/internal/report"
)

// AddOutcomes takes in what came of meetings. A report replaces an earlier one of the same side about the same meeting. Faults are
// located as outcomes[i] of those given. It takes WriteOutcomes, or being a side of every meeting; reported_by is then set to
// that side.
func (d *Desk) AddOutcomes(ctx context.Context, c Caller, id string, outcomes []event.Outcome) (version uint64, err error) {
	return 0, errors.ErrUnsupported
}

// Report adds up what came of an event, beside what was published. It takes ReadEvents.
func (d *Desk) Report(ctx context.Context, c Caller, id string) (report.Report, *event.Event, error) {
	return report.Report{}, nil, errors.ErrUnsupported
}
