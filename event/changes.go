package event

import (
	"io"
	"maps"
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
	Absent     []Absence        `json:"absent,omitzero"` // who does not show up, comes late, leaves early
	TablesLost []LostTable      `json:"tables_lost,omitzero"`
	Cancelled  []Called         `json:"cancelled,omitzero"`     // meetings called off by a side
	Firms      []Firm           `json:"walk_in_firms,omitzero"` // whole entries, as in the event document
	Buyers     []Buyer          `json:"walk_in_buyers,omitzero"`
	Requests   []Request        `json:"requests,omitzero"` // new wishes, also of walk-ins; each replaces what its side asked before
}

// An Absence says that a firm or buyer, or an interpreter, is not there.
type Absence struct {
	Session     string           `json:"session"`
	Participant string           `json:"participant,omitzero"` // id of a firm or buyer; this or Interpreter
	Interpreter string           `json:"interpreter,omitzero"`
	From        Maybe[time.Time] `json:"from,omitzero"`  // absent: from the beginning
	Until       Maybe[time.Time] `json:"until,omitzero"` // absent: to the end
}

// A LostTable cannot be used for a while.
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
	for _, a := range c.Absent {
		out.absent(a)
	}
	for _, l := range c.TablesLost {
		s := out.Session(l.Session)
		s.TablesUnavailable = maps.Clone(s.TablesUnavailable)
		if s.TablesUnavailable == nil {
			s.TablesUnavailable = map[string][]Interval{}
		}
		s.TablesUnavailable[l.Table] = append(slices.Clone(s.TablesUnavailable[l.Table]), s.during(l.From, l.Until))
	}
	out.Requests = slices.Clone(ev.Requests)
	for _, r := range c.Requests {
		out.Requests = slices.DeleteFunc(out.Requests, func(q Request) bool { return q.From == r.From && q.To == r.To })
		out.Requests = append(out.Requests, r)
	}
	out.Fixed = slices.DeleteFunc(slices.Clone(ev.Fixed), func(f Fixed) bool { return !c.stands(&out, f) })
	return &out
}

// absent adds an absence to whom it concerns, in the copies that Apply made.
func (e *Event) absent(a Absence) {
	s := e.Session(a.Session)
	away := s.during(a.From, a.Until)
	if a.Interpreter != "" {
		s.Interpreters = slices.Clone(s.Interpreters)
		for i := range s.Interpreters {
			if in := &s.Interpreters[i]; in.ID == a.Interpreter {
				in.Unavailable = append(slices.Clone(in.Unavailable), away)
			}
		}
		return
	}
	for i := range e.Firms {
		if f := &e.Firms[i]; f.ID == a.Participant {
			f.Sessions = e.awayIn(f.In, s, away)
		}
	}
	for i := range e.Buyers {
		if b := &e.Buyers[i]; b.ID == a.Participant {
			b.Sessions = e.awayIn(b.In, s, away)
		}
	}
}

// awayIn states in full how someone takes part, with an absence from one session added.
func (e *Event) awayIn(in func(*Session) (Participation, bool), from *Session, away Interval) map[string]Participation {
	out := map[string]Participation{}
	for i := range e.Sessions {
		s := &e.Sessions[i]
		if p, ok := in(s); ok {
			if s.ID == from.ID {
				p.Unavailable = append(slices.Clone(p.Unavailable), away)
			}
			out[s.ID] = p
		}
	}
	return out
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
func (c *Changes) stands(ev *Event, f Fixed) bool {
	s := ev.Session(f.Session)
	slot := s.Slots[f.Slot]
	if slices.Contains(c.Cancelled, Called{f.Session, f.Firm, f.Buyer}) || !isFree(slot, s.TablesUnavailable[f.Table]) {
		return false
	}
	x := NewIndex(ev)
	firm, _ := x.Firm(f.Firm).In(s)
	buyer, _ := x.Buyer(f.Buyer).In(s)
	return isFree(slot, firm.Unavailable) && isFree(slot, buyer.Unavailable) && !x.Wishes(f.Firm, f.Buyer).Refused()
}
