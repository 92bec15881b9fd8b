package sheet

import (
	"errors"
	"io"

	"sangdam/event"
)

// WriteOptions say in which languages a file speaks.
type WriteOptions struct {
	// Languages of the headings, from event.Languages, the first one also for the names of the sheets, the help and the
	// drop-down lists. Default: Korean.
	Languages []string
}

var errUnfinished = errors.New("sheet: writing is being built")

// WriteWorkbook writes an event as an Excel workbook that ReadWorkbook reads again without loss. An event that is not
// valid is refused with event.Faults.
func WriteWorkbook(w io.Writer, ev *event.Event, opt WriteOptions) error { return errUnfinished }

// WriteZip writes an event as a zip of CSV files that ReadZip reads again without loss.
func WriteZip(w io.Writer, ev *event.Event, opt WriteOptions) error { return errUnfinished }

// WriteTables writes an event as CSV files, each through the writer that create returns for its name.
func WriteTables(create func(name string) (io.WriteCloser, error), ev *event.Event, opt WriteOptions) error {
	return errUnfinished
}

// WriteTemplate writes the empty workbook to fill in.
func WriteTemplate(w io.Writer, opt WriteOptions) error { return errUnfinished }

// Mark returns a copy of the file that was read, as a workbook, with the cells of the faults coloured and commented in a
// language. Of a workbook everything else stays as it was.
func Mark(data []byte, r *Result, language string) ([]byte, error) { return nil, errUnfinished }
