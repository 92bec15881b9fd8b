package calendar

import (
	"slices"
	"time"
)

// Update turns the entries that a participant has into those of a newer schedule, published at a moment. An entry that stays as
// it was keeps its sequence; one that changed, or comes back, takes the next; one that is gone stays as cancelled, so that
// programs take it away. Starting from nil and going through all that was ever published gives the feed of today. The entries
// of next come first, in their order, then the cancelled ones in the order they had.
func Update(current, next []Entry, at time.Time) []Entry {
	before := make(map[string]Entry, len(current))
	for _, e := range current {
		before[e.UID] = e
	}
	out := make([]Entry, 0, len(next))
	taken := make(map[string]bool, len(next))
	for _, e := range next {
		old, known := before[e.UID]
		e.Sequence, e.Modified = 0, at
		if known {
			if e.Sequence = old.Sequence + 1; e.same(old) {
				e.Sequence, e.Modified = old.Sequence, old.Modified
			}
		}
		taken[e.UID] = true
		out = append(out, e)
	}
	for _, e := range current {
		if taken[e.UID] {
			continue
		}
		if !e.Cancelled {
			e.Cancelled, e.Sequence, e.Modified = true, e.Sequence+1, at
		}
		out = append(out, e)
	}
	return slices.Clip(out)
}

// same reports whether two states of an entry tell a reader the same.
func (e Entry) same(o Entry) bool {
	return e.Start.Equal(o.Start) && e.End.Equal(o.End) && e.Zone == o.Zone && e.Cancelled == o.Cancelled &&
		e.Summary == o.Summary && e.Location == o.Location && e.Description == o.Description && e.Organizer == o.Organizer
}
