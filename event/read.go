package event

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"reflect"
	"slices"
	"unicode/utf8"
)

// Limits of the readers, in bytes. A larger document is refused before it is looked at.
const (
	MaxEventBytes    = 64 << 20
	MaxScheduleBytes = 256 << 20
	MaxPairsBytes    = 512 << 20
)

// ReadEvent reads and validates an event document of at most MaxEventBytes. Where the document is wrong the error is
// Faults, which holds all that is wrong with it; other errors are those of r.
func ReadEvent(r io.Reader) (*Event, error) {
	return read(r, MaxEventBytes, (*Event).faults)
}

// ReadSchedule reads a schedule document of at most MaxScheduleBytes and validates its form; whether it keeps the
// rules of an event is for others to check. Errors are as those of ReadEvent.
func ReadSchedule(r io.Reader) (*Schedule, error) {
	return read(r, MaxScheduleBytes, (*Schedule).faults)
}

// ReadPairs reads a match document of at most MaxPairsBytes and validates its form. Errors are as those of ReadEvent.
func ReadPairs(r io.Reader) ([]Pair, error) {
	pairs, err := read(r, MaxPairsBytes, func(pairs *[]Pair) faultList { return pairFaults(*pairs) })
	if err != nil {
		return nil, err
	}
	return *pairs, nil
}

func read[T any](r io.Reader, limit int64, validate func(*T) faultList) (*T, error) {
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err != nil {
		return nil, fmt.Errorf("reading the document: %w", err)
	}
	if int64(len(data)) > limit {
		return nil, Faults{{Code: CodeTooLarge, Args: Args{"limit": plain(limit >> 20)}}}
	}
	d := newDecoder(bytes.TrimPrefix(data, []byte("\uFEFF")))
	document := new(T)
	d.document(reflect.ValueOf(document).Elem())
	var more faultList
	if !d.broken {
		more = validate(document)
	}
	if err := d.faults(more); err != nil {
		return nil, err
	}
	return document, nil
}

// faults returns what the decoder found together with what validation found, in the order of the document and with
// line and column; nil when there is nothing.
func (d *decoder) faults(validation faultList) error {
	found := d.found
	told := slices.DeleteFunc(validation.faults, echoesOf(found).has)
	locations := make([]string, len(told))
	for i, f := range told {
		locations[i] = f.Location
	}
	if len(told) > 0 {
		for i, offset := range locate(d.data, locations) {
			found = append(found, located{told[i], offset})
		}
	}
	if len(found) == 0 {
		return nil
	}
	slices.SortStableFunc(found, func(a, b located) int { return cmp.Compare(a.offset, b.offset) })
	return d.numbered(found).capped(d.leftOut + validation.leftOut)
}

// numbered gives faults in the order of the document their lines and columns.
func (d *decoder) numbered(found []located) Faults {
	faults := make(Faults, len(found))
	line, column, pos := 1, 1, 0
	for i, f := range found {
		for ; pos < f.offset; pos++ {
			if c := d.data[pos]; c == '\n' {
				line, column = line+1, 1
			} else if utf8.RuneStart(c) {
				column++
			}
		}
		f.Line, f.Column = line, column
		faults[i] = f.Fault
	}
	return faults
}
