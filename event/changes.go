package event

import (
	"io"
	"slices"
	"time"
)

// MaxChangesBytes is the limit of ReadChanges.
const MaxChangesBytes = 4 << 20

// Changes are what became different since a schedule was published: the changes document.
type Changes struct {
	Format int    `json:"sangdam"`
	Event  string `json:"event"`
	// Now is the moment of the repair: meetings that began before it stand as they are, and none is put before it. Absent:
	// before the event.
	Now        Maybe[time.Time] `json:"now,omitzero"`
	Absent     []Absence        `json:"absent,omitzero"`  // who does not show up, comes late, leaves early
	Present    []Absence        `json:"present,omitzero"` // who is there after all: what was said of absence before is taken back
	TablesLost []LostTable      `json:"tables_lost,omitzero"`
	TablesBack []LostTable      `json:"tables_back,omitzero"`   // tables that can be used again
	Cancelled  []Called         `json:"cancelled,omitzero"`     // meetings called off by a side
	Firms      []Firm           `json:"walk_in_firms,omitzero"` // whole entries, as in the event document
	Buyers     []Buyer          `json:"walk_in_buyers,omitzero"`
	Requests   []Request        `json:"requests,omitzero"` // new wishes, also of walk-ins; each replaces what its side asked before
}

// An Absence says that a firm or buyer, or an interpreter, is not there; among Present, that they are.
type Absence struct {
	Session     string           `json:"session"`
	Participant string           `json:"participant,omitzero"` // id of a firm or buyer; this or Interpreter
	Interpreter string           `json:"interpreter,omitzero"`
	From        Maybe[time.Time] `json:"from,omitzero"`  // absent: from the beginning
	Until       Maybe[time.Time] `json:"until,omitzero"` // absent: to the end
}

// A LostTable cannot be used for a while; among TablesBack, it can.
type LostTable struct {
	Session string           `json:"session"`
	Table   string           `json:"table"`
	From    Maybe[time.Time] `json:"from,omitzero"`
	Until   Maybe[time.Time] `json:"until,omitzero"`
}

// A Called meeting is called off: its two sides do not meet.
type Called struct {
	Session string `json:"session"`
	Firm    string `json:"firm"`
	Buyer   string `json:"buyer"`
}

// ReadChanges reads and validates a changes document of at most MaxChangesBytes for an event. Errors are as those of
// ReadEvent.
func ReadChanges(r io.Reader, ev *Event) (*Changes, error) {
	return read(r, MaxChangesBytes, func(c *Changes) faultList { return c.faults(ev) })
}

// Apply returns the event as it is after the changes; the event itself is not changed. What was fixed and can no longer
// stand is fixed no more. The changes must be valid for the event.
func (c *Changes) Apply(ev *Event) *Event {
	out := *ev
	out.Sessions = slices.Clone(ev.Sessions)
	out.Firms = append(slices.Clone(ev.Firms), c.Firms...)
	out.Buyers = append(slices.Clone(ev.Buyers), c.Buyers...)
	for _, a := range c.Present {
		out.away(a, without)
	}
	for _, a := range c.Absent {
		out.away(a, with)
	}
	for _, l := range c.TablesBack {
		out.closed(l, without)
	}
	for _, l := range c.TablesLost {
		out.closed(l, with)
	}
	out.Requests = slices.Clone(ev.Requests)
	for _, r := range c.Requests {
		out.Requests = slices.DeleteFunc(out.Requests, func(q Request) bool { return q.From == r.From && q.To == r.To })
		out.Requests = append(out.Requests, r)
	}
	x := NewIndex(&out)
	out.Fixed = slices.DeleteFunc(slices.Clone(ev.Fixed), func(f Fixed) bool { return !c.stands(x, f) })
	return &out
}

// during returns the interval between two moments; where one is absent, the beginning or the end of the session.
func (s *Session) during(from, until Maybe[time.Time]) Interval {
	var first, last time.Time
	if n := len(s.Slots); n > 0 {
		first, last = s.Slots[0].Start, s.Slots[n-1].End
	}
	return Interval{Start: from.Or(first), End: until.Or(last)}
}

// stands reports whether a fixed meeting is still possible where it is fixed.
func (c *Changes) stands(x *Index, f Fixed) bool {
	s := x.Session(f.Session)
	slot := s.Slots[f.Slot]
	if slices.Contains(c.Cancelled, Called{f.Session, f.Firm, f.Buyer}) || !isFree(slot, s.TablesUnavailable[f.Table]) {
		return false
	}
	firm, _ := x.Firm(f.Firm).In(s)
	buyer, _ := x.Buyer(f.Buyer).In(s)
	return isFree(slot, firm.Unavailable) && isFree(slot, buyer.Unavailable) && !x.Wishes(f.Firm, f.Buyer).Refused()
}
