package jobs

import (
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"time"

	"sangdam/internal/store"
)

// progressLife is how long progress can be read again.
const progressLife = 24 * time.Hour

// records yields what a query asks for, page by page.
func (l *Ledger) records(ctx context.Context, q store.ListQuery) iter.Seq2[store.Record, error] {
	return func(yield func(store.Record, error) bool) {
		for {
			page, err := l.Store.List(ctx, q)
			if err != nil {
				yield(store.Record{}, err)
				return
			}
			for _, record := range page {
				if !yield(record, nil) {
					return
				}
				q.After = record.ID
			}
			if len(page) < q.Limit {
				return
			}
		}
	}
}

// progressID is the id of a progress record; ids sort as their numbers do.
func progressID(run string, seq uint64) string { return fmt.Sprintf("%s/%08d", run, seq) }

// progressChange puts a progress record.
func (l *Ledger) progressChange(space, run string, p Progress) (store.Change, error) {
	value, err := json.Marshal(p)
	if err != nil {
		return store.Change{}, err
	}
	return store.Change{
		Key:     store.Key{Space: space, Kind: KindProgress, ID: progressID(run, p.Seq)},
		Value:   value,
		Expires: l.Clock().Add(progressLife),
	}, nil
}

// progress yields the progress of a run after a sequence number, as far as it is recorded.
func (l *Ledger) progress(ctx context.Context, space, run string, after uint64) iter.Seq2[Progress, error] {
	return func(yield func(Progress, error) bool) {
		q := store.ListQuery{Space: space, Kind: KindProgress, Prefix: run + "/", After: progressID(run, after), Limit: pageOfRecords}
		for record, err := range l.records(ctx, q) {
			var p Progress
			if err == nil {
				if err = json.Unmarshal(record.Value, &p); err != nil {
					err = fmt.Errorf("jobs: the record %v is no progress: %w", record.Key, err)
				}
			}
			if !yield(p, err) || err != nil {
				return
			}
		}
	}
}
