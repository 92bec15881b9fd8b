package sheet

import (
	"strings"

	"sangdam/event"
	"sangdam/internal/sheet/grid"
)

// A Result is what was found in a file. Event is nil when there are faults: nothing is imported by halves.
type Result struct {
	Event  *event.Event
	Faults Faults
	Notes  []Note
	Extras []Extra     // columns that are not known, for WriteOptions
	grids  []grid.Grid // as read, for a marked copy
}

// Err returns the faults as an error, nil when there are none.
func (r *Result) Err() error {
	if len(r.Faults) == 0 {
		return nil
	}
	return r.Faults
}

// A Note is something that the reader decided or left aside and that its owner should know: the encoding of a file, a
// column that is not known, a formula whose last result was taken.
type Note struct {
	Sheet string // as it is called in the file; empty: the file as a whole
	Cell  string // e.g. C7; empty: the sheet as a whole
	Code  string // for programs
	Text  event.Text
}

// In returns the note in a language, with its place.
func (n Note) In(language string) string {
	where := strings.TrimSpace(n.Sheet + " " + n.Cell)
	if where == "" {
		return n.Text.In(language)
	}
	return where + ": " + n.Text.In(language)
}
