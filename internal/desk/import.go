package desk

import (
	"bytes"
	"context"
	"errors"

	"sangdam/event"
	"sangdam/internal/sheet"
)

// ImportOptions steer Import.
type ImportOptions struct {
	DryRun    bool   // only tell what would be
	IfVersion uint64 // of the event that is replaced, as a dry run told; 0: whichever it has
}

// An ImportResult tells what was found in a file, and what came or would come of it.
type ImportResult struct {
	importMark
	Event   *event.Event // nil where there are faults
	Version uint64       // of the event, written just now; after a dry run that of the one to be replaced, 0 when there is none
	Faults  sheet.Faults // nothing is written while there are some
	Notes   []sheet.Note
}

// An importMark is what a repetition of an import is answered from.
type importMark struct {
	Created bool           // there was no event of this id
	Changes []sheet.Change // against the event that was there; nil for who may not read it
}

// Import reads an event from a workbook, a zip of CSV files or a JSON document, told apart by what is in them, and makes it or puts it in
// the place of the event with its id. Faults of the file are in the result. The error is a *StaleError when the event is
// no longer the one of IfVersion. It takes WriteEvents.
func (d *Desk) Import(ctx context.Context, c Caller, data []byte, opt ImportOptions) (ImportResult, error) {
	if err := c.demand(c.Event, WriteEvents); err != nil {
		return ImportResult{}, err
	}
	read := readFile(data)
	result := ImportResult{Event: read.Event, Faults: read.Faults, Notes: read.Notes}
	if read.Event == nil {
		return result, nil
	}
	if err := c.demand(read.Event.ID, WriteEvents); err != nil {
		return ImportResult{}, err
	}
	if version, again, err := d.madeBefore(ctx, read.Event.ID, &result.importMark); again || err != nil {
		result.Version = version
		return result, err
	}
	before, err := d.load(ctx, read.Event.ID)
	if errors.Is(err, ErrNotFound) {
		result.Created = true
		if !opt.DryRun {
			noteWhat(ctx, result.importMark)
			result.Version, err = d.create(ctx, c, read.Event, EventImported)
			return result, err
		}
		return result, nil
	}
	if err != nil {
		return ImportResult{}, err
	}
	result.Version = before.version
	if c.May(ReadEvents, read.Event.ID) { // the differences show what is there
		result.Changes = sheet.Difference(before.event, read.Event)
	}
	if same, err := sameDocument(before.event, read.Event); opt.DryRun || same || err != nil {
		return result, err
	}
	noteWhat(ctx, result.importMark)
	result.Version, err = d.replace(ctx, c, read.Event, opt.IfVersion, EventImported, "")
	return result, err
}

// sameDocument tells whether writing one event in the place of the other would change nothing.
func sameDocument(a, b *event.Event) (bool, error) {
	x, err := compact(a)
	if err != nil {
		return false, err
	}
	y, err := compact(b)
	return bytes.Equal(x, y), err
}

// Marked returns a copy of a workbook with its faults marked in the cells, in a language. It takes WriteEvents.
func (d *Desk) Marked(c Caller, data []byte, language string) ([]byte, error) {
	if err := c.demand(c.Event, WriteEvents); err != nil {
		return nil, err
	}
	return sheet.Mark(data, sheet.Read(data, sheet.ReadOptions{Sectors: SheetSectors()}), language)
}

// readFile reads a file of any kind. A JSON document begins with a brace.
func readFile(data []byte) *sheet.Result {
	text := bytes.TrimPrefix(data, []byte("\ufeff"))
	if !bytes.HasPrefix(bytes.TrimLeft(text, " \t\r\n"), []byte("{")) {
		return sheet.Read(data, sheet.ReadOptions{Sectors: SheetSectors()})
	}
	ev, err := event.ReadEvent(bytes.NewReader(text))
	if err == nil {
		return &sheet.Result{Event: ev}
	}
	result := &sheet.Result{}
	faults, _ := errors.AsType[event.Faults](err) // reading from memory fails in no other way
	for _, f := range faults {
		result.Faults = append(result.Faults, sheet.Fault{
			Row: f.Line, Column: f.Column, Location: f.Location, Code: string(f.Code), Problem: f.Problem(), Want: f.Want(),
		})
	}
	return result
}
