package jobs

import (
	"cmp"
	"context"
	"slices"

	"sangdam/internal/store"
)

// pageOfRecords is how many records are read at a time.
const pageOfRecords = 256

// Unfinished returns a job for every run of the store that has not ended, the oldest first. The job of one that is Running has
// its version: whoever solves it takes it over. Records that are no runs are logged and passed over. O(runs of the store).
func (l *Ledger) Unfinished(ctx context.Context) ([]Job, error) {
	type found struct {
		Job
		run Run
	}
	var all []found
	for space := ""; ; {
		spaces, err := l.Store.Spaces(ctx, space, pageOfRecords)
		if err != nil {
			return nil, err
		}
		if len(spaces) == 0 {
			break
		}
		for _, space = range spaces {
			q := store.ListQuery{Space: space, Kind: KindRun, Limit: pageOfRecords}
			for record, err := range l.records(ctx, q) {
				if err != nil {
					return nil, err
				}
				run, err := decodeRun(record)
				if err != nil {
					l.Log.Error("a record is no run", "space", space, "run", record.ID, "error", err)
					continue
				}
				job := Job{Space: space, ID: record.ID}
				if run.State == Running {
					job.Version = record.Version
				}
				if !run.State.Ended() {
					all = append(all, found{job, run})
				}
			}
		}
	}
	slices.SortFunc(all, func(a, b found) int {
		return cmp.Or(a.run.Created.Compare(b.run.Created), cmp.Compare(a.ID, b.ID))
	})
	jobs := make([]Job, len(all))
	for i, f := range all {
		jobs[i] = f.Job
	}
	return jobs, nil
}
