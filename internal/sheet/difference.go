package sheet

import "sangdam/event"

// A Change is one difference between two versions of an event, told by what a person calls it.
type Change struct {
	Kind  string     // added, removed, changed
	What  string     // the sheet it stands in: firms, buyers, products, …
	ID    string     // of the thing, or the ids of the sides joined by " – "
	Name  event.Text // of the thing, where it has one
	Field string     // of what changed: the key of a column; empty when added or removed
	Label event.Text // the heading of that column
	Old   string     // as a cell shows it
	New   string
}

// Difference tells what changes when the new version takes the place of the old one, sheet by sheet; nothing when the
// two are the same. O(size of both).
func Difference(old, new *event.Event) []Change { return nil }
