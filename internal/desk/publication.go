package desk

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"sangdam/event"
)

// A Publication is a schedule as companies see it.
type Publication struct {
	Number       int             `json:"number"` // from 1, one more with each publication of the event
	Run          string          `json:"run"`
	EventVersion uint64          `json:"event_version"`
	At           time.Time       `json:"at"`
	By           string          `json:"by"`       // name of who published
	Schedule     *event.Schedule `json:"schedule"` // nil in a list
	Entries      []Entry         `json:"entries"`  // nil in a list
	// Withdrawn says that the schedule was taken back: all its entries are cancelled, and Schedule is empty.
	Withdrawn bool `json:"withdrawn,omitzero"`
}

// An Entry is a meeting as calendars know it: it stays in later publications when it is gone, as cancelled, and its sequence grows with
// every change.
type Entry struct {
	Session     string    `json:"session"`
	Firm        string    `json:"firm"`
	Buyer       string    `json:"buyer"`
	Slot        int       `json:"slot"`
	Start       time.Time `json:"start"`
	End         time.Time `json:"end"`
	Table       string    `json:"table"`
	Interpreter string    `json:"interpreter,omitzero"`
	Sequence    int       `json:"sequence"`
	Cancelled   bool      `json:"cancelled,omitzero"`
	Modified    time.Time `json:"modified"` // when this state was published
}

func (e *Entry) pair() pairIn { return pairIn{e.Session, e.Firm, e.Buyer} }

// sameMeeting reports whether a calendar would show the two alike.
func (e *Entry) sameMeeting(o *Entry) bool {
	return e.Slot == o.Slot && e.Start.Equal(o.Start) && e.End.Equal(o.End) && e.Table == o.Table &&
		e.Interpreter == o.Interpreter && e.Cancelled == o.Cancelled
}

// entriesOf carries the entries of the last publication over to a schedule: those that stay as they were keep their sequence, those that
// changed or came back get the next, and those that are gone stay as cancelled. They are in order of session, time and table.
func entriesOf(before []Entry, s *event.Schedule, now time.Time) []Entry {
	old := make(map[pairIn]*Entry, len(before))
	for i := range before {
		old[before[i].pair()] = &before[i]
	}
	var entries []Entry
	for _, part := range s.Sessions {
		for _, m := range part.Meetings {
			e := Entry{
				Session: part.Session, Firm: m.Firm, Buyer: m.Buyer, Slot: m.Slot, Start: m.Start, End: m.End,
				Table: m.Table, Interpreter: m.Interpreter, Modified: now,
			}
			if was := old[e.pair()]; was != nil {
				if e.Sequence = was.Sequence + 1; e.sameMeeting(was) {
					e.Sequence, e.Modified = was.Sequence, was.Modified
				}
				delete(old, e.pair())
			}
			entries = append(entries, e)
		}
	}
	for _, gone := range old {
		e := *gone
		if !e.Cancelled {
			e.Cancelled, e.Modified = true, now
			e.Sequence++
		}
		entries = append(entries, e)
	}
	slices.SortFunc(entries, func(a, b Entry) int {
		return cmp.Or(cmp.Compare(a.Session, b.Session), a.Start.Compare(b.Start), cmp.Compare(a.Table, b.Table),
			cmp.Compare(a.Firm, b.Firm), cmp.Compare(a.Buyer, b.Buyer))
	})
	return entries
}

// A publicationHead is the record of which publication is in force: small, since every agenda begins with it.
type publicationHead struct {
	Number int       `json:"number"`
	At     time.Time `json:"at"`
	Hidden bool      `json:"hidden,omitzero"` // it was taken back
}

// inForce is the number of the publication that companies see, 0 when they see none.
func (h publicationHead) inForce() int {
	if h.Hidden {
		return 0
	}
	return h.Number
}

// publicationID is the id of the record of a publication. Ids fall as numbers grow, so that the newest come first.
func publicationID(number int) string { return fmt.Sprintf("%06d", maxPublication-number) }

const maxPublication = 999_999

// head reads which publication is in force; the zero value when nothing was ever published. The version is that of the record,
// 0 for none.
func (d *Desk) head(ctx context.Context, id string) (publicationHead, uint64, error) {
	var head publicationHead
	r, err := d.read(ctx, id, kindPublished, current, &head)
	if errors.Is(err, ErrNotFound) {
		return publicationHead{}, 0, nil
	}
	return head, r.Version, err
}

// publication reads what a head stands for, from memory where it is there.
func (d *Desk) publication(ctx context.Context, id string, headVersion uint64, number int) (*Publication, error) {
	if p, ok := d.cache.publications.get(id, headVersion); ok {
		return p, nil
	}
	var p Publication
	if _, err := d.read(ctx, id, kindPublication, publicationID(number), &p); err != nil {
		return nil, err
	}
	d.cache.publications.put(id, headVersion, &p)
	return &p, nil
}

// inForce reads the publication in force; nil when there is none, or it was taken back.
func (d *Desk) inForce(ctx context.Context, id string) (*Publication, error) {
	head, version, err := d.head(ctx, id)
	if err != nil || version == 0 || head.Hidden {
		return nil, err
	}
	return d.publication(ctx, id, version, head.Number)
}
