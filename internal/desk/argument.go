package desk

import (
	"errors"
	"strconv"
	"strings"
	"time"

	"sangdam/event"
)

// unknownMeansUnauthenticated hides from who is not known what there is.
func unknownMeansUnauthenticated(err error) error {
	if errors.Is(err, ErrNotFound) {
		return ErrUnauthenticated
	}
	return err
}

// unknownWord is the fault of a word that is not one of those known.
func unknownWord[S ~string](location, got string, known []S) event.Fault {
	words := make([]string, len(known))
	for i, k := range known {
		words[i] = string(k)
	}
	return event.Fault{Location: location, Code: event.CodeUnknownWord, Args: event.Args{
		"got": {Plain: got}, "known": {Plain: strings.Join(words, ", ")},
	}}
}

// outOfRange is the fault of a number that is not in a range.
func outOfRange(location string, got, low, high int) event.Fault {
	return event.Fault{Location: location, Code: event.CodeOutOfRange, Args: event.Args{
		"got": {Plain: strconv.Itoa(got)}, "low": {Plain: strconv.Itoa(low)}, "high": {Plain: strconv.Itoa(high)},
	}}
}

// number is a number as the messages of faults hold it.
func number(x float64) event.Text { return event.Text{Plain: strconv.FormatFloat(x, 'f', -1, 64)} }

// pastFault finds fault with an end that has passed.
func (d *Desk) pastFault(location string, end time.Time) event.Faults {
	if !d.expired(end) {
		return nil
	}
	return event.Faults{{Location: location, Code: event.CodeReversed, Args: event.Args{
		"start": {Plain: d.clock().UTC().Format(time.RFC3339)}, "end": {Plain: end.UTC().Format(time.RFC3339)},
	}}}
}
