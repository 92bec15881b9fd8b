package desk

import (
	"context"
	"errors"
	"iter"

	"sangdam/internal/jobs"
)

// Solve starts a run and returns at once. With Options.Start and no Options.Keep, what is locked in the schedule to begin from
// stays where it is, and stays locked. It takes Solve.
func (d *Desk) Solve(ctx context.Context, c Caller, id string, opt jobs.Options) (jobs.Run, error) {
	return jobs.Run{}, errors.ErrUnsupported
}

// Run returns a run with its best so far. It takes Solve or ReadEvents.
func (d *Desk) Run(ctx context.Context, c Caller, runID string) (jobs.Run, error) {
	return jobs.Run{}, errors.ErrUnsupported
}

// Runs lists the runs of an event, the newest first. It takes Solve or ReadEvents.
func (d *Desk) Runs(ctx context.Context, c Caller, id string) ([]jobs.Run, error) {
	return nil, errors.ErrUnsupported
}

// WatchRun yields the progress of a run after a sequence number, up to its end or that of ctx. It takes Solve or ReadEvents.
func (d *Desk) WatchRun(ctx context.Context, c Caller, runID string, after uint64) iter.Seq2[jobs.Progress, error] {
	return func(yield func(jobs.Progress, error) bool) { yield(jobs.Progress{}, errors.ErrUnsupported) }
}

// StopRun asks a run to end soon and keep the best. It is no error when it has ended. It takes Solve.
func (d *Desk) StopRun(ctx context.Context, c Caller, runID string) error {
	return errors.ErrUnsupported
}

// DeleteRun deletes a run that has ended with its schedule; what was published of it stays. The error is ErrBusy while it runs.
// It takes Solve.
func (d *Desk) DeleteRun(ctx context.Context, c Caller, runID string) error {
	return errors.ErrUnsupported
}
