package event

import (
	"encoding/json"
	"fmt"
	"io"
)

// Write writes the event document, indented. A field that was absent stays absent, null stays null; lists that the
// document must have are written as [] when they are nil. A number that JSON cannot hold (NaN, infinity) is an error.
func (e *Event) Write(w io.Writer) error {
	c := *e
	c.Sessions = copied(c.Sessions)
	for i := range c.Sessions {
		s := &c.Sessions[i]
		s.Slots = orEmpty(s.Slots)
		if s.Interpreters != nil {
			s.Interpreters = copied(s.Interpreters)
			for j := range s.Interpreters {
				s.Interpreters[j].Languages = orEmpty(s.Interpreters[j].Languages)
			}
		}
	}
	c.Firms, c.Buyers = orEmpty(c.Firms), orEmpty(c.Buyers)
	if c.Controls != nil {
		c.Controls = copied(c.Controls)
		for i := range c.Controls {
			c.Controls[i].HS = orEmpty(c.Controls[i].HS)
		}
	}
	return write(w, &c, "event")
}

// Write writes the schedule document, indented; nil lists as [].
func (s *Schedule) Write(w io.Writer) error {
	c := *s
	c.Sessions = copied(c.Sessions)
	for i := range c.Sessions {
		part := &c.Sessions[i]
		part.Meetings, part.Unplaced, part.Trace = orEmpty(part.Meetings), orEmpty(part.Unplaced), orEmpty(part.Trace)
	}
	return write(w, &c, "schedule")
}

// WritePairs writes the match document, indented; nil lists as [].
func WritePairs(w io.Writer, pairs []Pair) error {
	pairs = copied(pairs)
	for i := range pairs {
		pairs[i].Factors = orEmpty(pairs[i].Factors)
	}
	return write(w, pairs, "match")
}

func write(w io.Writer, document any, name string) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(document); err != nil {
		return fmt.Errorf("writing the %s document: %w", name, err)
	}
	return nil
}

func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// copied returns a list of its own, so that it can be completed without touching the caller's.
func copied[T any](list []T) []T { return append([]T{}, list...) }
