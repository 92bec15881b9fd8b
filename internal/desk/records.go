package desk

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"time"

	"sangdam/internal/jobs"
	"sangdam/internal/store"
)

// The kinds of records beside those of package jobs; see the table in the package comment.
const (
	kindEvent       = jobs.KindEvent
	kindInfo        = "info" // id current: what a list of events shows
	kindDeleting    = "deleting"
	kindLocks       = "locks"
	kindPublished   = "published" // id current: the head of the last publication
	kindPublication = "publication"
	kindLink        = "link"
	kindAudit       = "audit"
	kindToken       = "token"
	kindLogin       = "login"
	kindFirst       = "first" // id token: which token the first start made
	kindSecret      = "secret"
	kindIdempotency = "idempotency"
	kindMade        = "made"
	kindWebhook     = "webhook"
	kindCall        = "webhook-call"
	kindFailure     = "webhook-failure"
)

// current is the id of what a space has one of.
const current = jobs.EventID

// pageOfRecords is how many records are listed at once.
const pageOfRecords = 200

// get reads a record as it is.
func (d *Desk) get(ctx context.Context, space, kind, id string) (store.Record, error) {
	r, err := d.store.Get(ctx, store.Key{Space: space, Kind: kind, ID: id})
	if err = storeError(err); errors.Is(err, ErrNotFound) {
		err = &NotFoundError{Kind: kind, ID: id}
	}
	return r, err
}

// read reads a record that holds JSON, into value.
func (d *Desk) read(ctx context.Context, space, kind, id string, value any) (store.Record, error) {
	r, err := d.get(ctx, space, kind, id)
	if err != nil {
		return r, err
	}
	return r, decode(r, value)
}

func decode(r store.Record, value any) error {
	if err := json.Unmarshal(r.Value, value); err != nil {
		return fmt.Errorf("desk: the record %v cannot be read: %w", r.Key, err)
	}
	return nil
}

// records yields all the records that a query asks for, page by page; its Limit does not count.
func (d *Desk) records(ctx context.Context, q store.ListQuery) iter.Seq2[store.Record, error] {
	q.Limit = pageOfRecords
	return func(yield func(store.Record, error) bool) {
		for {
			page, err := d.store.List(ctx, q)
			if err != nil {
				yield(store.Record{}, storeError(err))
				return
			}
			for _, r := range page {
				if !yield(r, nil) {
					return
				}
				q.After = r.ID
			}
			if len(page) < q.Limit {
				return
			}
		}
	}
}

// A batch collects changes of one space that are written together.
type batch struct {
	space   string
	changes []store.Change
	err     error // of the first value that JSON cannot hold
}

// put adds a record with a value as JSON; expires may be the zero time.
func (b *batch) put(kind, id string, condition store.Condition, value any, expires time.Time) {
	data, err := json.Marshal(value)
	if err != nil && b.err == nil {
		b.err = fmt.Errorf("desk: %s %s cannot be written: %w", kind, id, err)
	}
	b.raw(kind, id, condition, data, expires)
}

// raw adds a record whose value is there already.
func (b *batch) raw(kind, id string, condition store.Condition, data []byte, expires time.Time) {
	b.changes = append(b.changes, store.Change{
		Key: store.Key{Space: b.space, Kind: kind, ID: id}, If: condition, Value: data, Expires: expires,
	})
}

// delete adds the deletion of a record.
func (b *batch) delete(kind, id string, condition store.Condition) {
	b.changes = append(b.changes, store.Change{Key: store.Key{Space: b.space, Kind: kind, ID: id}, If: condition, Delete: true})
}

// commit writes a batch. A conflict is a *store.ConflictError, for the caller to put into words.
func (d *Desk) commit(ctx context.Context, b *batch) (uint64, error) {
	if b.err != nil {
		return 0, b.err
	}
	version, err := d.store.Write(ctx, b.changes...)
	if _, twice := conflictOn(err, kindMade); twice {
		return 0, fmt.Errorf("%w: the same request is being answered elsewhere", ErrBusy)
	}
	return version, storeError(err)
}

// conflictOn returns the version that stood in the way of a change of that kind, and whether err is such a conflict.
func conflictOn(err error, kind string) (version uint64, ok bool) {
	conflict, ok := errors.AsType[*store.ConflictError](err)
	if !ok {
		return 0, false
	}
	for i, k := range conflict.Keys {
		if k.Kind == kind {
			return conflict.Versions[i], true
		}
	}
	return 0, false
}
