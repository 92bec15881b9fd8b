package desk

import (
	"context"
	"fmt"
	"time"

	"sangdam/internal/store"
)

// An Action is what an entry of the audit log tells of.
type Action string

// The actions.
const (
	EventCreated    Action = "event.created"
	EventChanged    Action = "event.changed"
	EventDeleted    Action = "event.deleted"
	EventImported   Action = "event.imported"
	WishSet         Action = "wish.set"
	HoursSet        Action = "hours.set"
	OutcomesAdded   Action = "outcomes.added"
	RunStarted      Action = "run.started"
	RunStopped      Action = "run.stopped"
	RunDeleted      Action = "run.deleted"
	RunChosen       Action = "run.chosen"
	ScheduleChanged Action = "schedule.changed"
	Published       Action = "schedule.published"
	Unpublished     Action = "schedule.unpublished"
	Exported        Action = "exported"
	TokenCreated    Action = "token.created"
	TokenRevoked    Action = "token.revoked"
	LinkCreated     Action = "link.created"
	LinkRevoked     Action = "link.revoked"
	SignedIn        Action = "signed_in"
	SignedOut       Action = "signed_out"
	WebhookCreated  Action = "webhook.created"
	WebhookDeleted  Action = "webhook.deleted"
)

// auditLife is how long the log is kept.
const auditLife = 3 * 365 * 24 * time.Hour

// An AuditEntry says who did what, to which object, when. It holds no secret and no contact.
type AuditEntry struct {
	ID     string    `json:"id"`
	At     time.Time `json:"at"`
	Kind   Kind      `json:"kind"`            // of the caller
	Caller string    `json:"caller,omitzero"` // id of its token or link
	Name   string    `json:"name,omitzero"`   // of the token, or the company
	Action Action    `json:"action"`
	Event  string    `json:"event,omitzero"`
	Object string    `json:"object,omitzero"` // id of the run, token, link, company… ; empty: the event itself
}

// audit adds an entry to a batch, so that it is written with what it tells of, or not at all.
func (d *Desk) audit(b *batch, c Caller, action Action, event, object string) {
	chance, err := d.newID(8)
	if err != nil && b.err == nil {
		b.err = err
	}
	now := d.clock().UTC()
	e := AuditEntry{
		// Ids grow as time falls, so that the newest come first.
		ID: fmt.Sprintf("%016x-%s", ^uint64(now.UnixNano()), chance),
		At: now, Kind: c.kind(), Caller: c.ID, Name: c.Name, Action: action, Event: event, Object: object,
	}
	b.put(kindAudit, e.ID, store.Any(), e, now.Add(auditLife))
}

func (c Caller) kind() Kind {
	if c.Kind == "" {
		return Nobody
	}
	return c.Kind
}

// Audit lists the log of an event, or with an empty event that of tokens, sign-ins and what was deleted, the newest first. The
// error is ErrNotFound when there is no such event. It takes Admin.
func (d *Desk) Audit(ctx context.Context, c Caller, event, after string, limit int) (entries []AuditEntry, next string, err error) {
	if err := c.demand(event, Admin); err != nil {
		return nil, "", err
	}
	if event != "" {
		if _, err := d.version(ctx, event); err != nil {
			return nil, "", err
		}
	}
	return page[AuditEntry](ctx, d, store.ListQuery{Space: event, Kind: kindAudit, After: after, Limit: limit})
}

// NoteExport writes into the log that an organizer took data out of an event; what is a file format or a paper.
func (d *Desk) NoteExport(ctx context.Context, c Caller, event, what string) error {
	if err := c.demand(event, ReadEvents); err != nil {
		return err
	}
	b := batch{space: event}
	d.audit(&b, c, Exported, event, what)
	_, err := d.commit(ctx, &b)
	return err
}

// page lists records that hold JSON, with the cursor of the next page.
func page[T any](ctx context.Context, d *Desk, q store.ListQuery) (values []T, next string, err error) {
	q.Limit = clampLimit(q.Limit)
	want := q.Limit
	q.Limit++ // one more tells whether there is a next page
	records, err := d.store.List(ctx, q)
	if err != nil {
		return nil, "", storeError(err)
	}
	if len(records) > want {
		records = records[:want]
		next = records[want-1].ID
	}
	values = make([]T, len(records))
	for i, r := range records {
		if err := decode(r, &values[i]); err != nil {
			return nil, "", err
		}
	}
	return values, next, nil
}

// maxLimit is the longest page.
const maxLimit = 1000

// clampLimit brings the length of a page into 1 to maxLimit; without one it is 50.
func clampLimit(n int) int {
	if n <= 0 {
		return 50
	}
	return min(n, maxLimit)
}
