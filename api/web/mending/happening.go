// Package mending puts a day's mishaps between people and documents: what an organizer says has happened becomes a changes document, and
// what a repair does about it becomes a grid and messages to those whom it concerns. Everything is computed from documents alone.
package mending

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"sangdam/event"
)

// The kinds of a Happening.
const (
	Away   = "away"    // who or what is not there: from From, until Until
	Back   = "back"    // who or what is there after all, from now on
	Cancel = "cancel"  // Who calls the meeting with With off
	Want   = "want"    // Who must meet With
	WalkIn = "walk_in" // a newcomer
)

// What a Happening is about.
const (
	Company     = "company" // a firm or buyer
	Interpreter = "interpreter"
	Table       = "table"
)

// A Happening is one thing that an organizer says has happened in a session. It travels in the address of the page, as JSON, so that
// nothing is lost when the page is loaded again.
type Happening struct {
	Kind  string    `json:"kind"`
	Of    string    `json:"of,omitzero"`     // of Away and Back
	Who   string    `json:"who,omitzero"`    // id of a firm, buyer, interpreter or table
	With  string    `json:"with,omitzero"`   // id of the other side, of Cancel and Want
	From  *int      `json:"from,omitempty"`  // slot with which it begins; nil: from the beginning
	Until *int      `json:"until,omitempty"` // slot with which it is over; nil: to the end
	New   *Newcomer `json:"new,omitempty"`   // of WalkIn
}

// ErrUnreadable is a happening that no page of ours wrote.
var ErrUnreadable = errors.New("mending: what happened cannot be read")

// maxHappening is how long the JSON of a happening may be, in bytes.
const maxHappening = 4 << 10

// Read reads happenings from an address, in the order given.
func Read(texts []string) ([]Happening, error) {
	out := make([]Happening, len(texts))
	for i, text := range texts {
		if len(text) > maxHappening {
			return nil, ErrUnreadable
		}
		if err := json.Unmarshal([]byte(text), &out[i]); err != nil {
			return nil, fmt.Errorf("%w: %w", ErrUnreadable, err)
		}
	}
	return out, nil
}

// Changes makes the changes document of what happened in a session. Nothing before the slot first can be changed any more, and who is said to
// be away without a beginning is so from the slot since on: meetings before it were held, for all that is known. What is wrong with an id
// is for event.ReadChanges to say; the error is ErrUnreadable where a happening is none at all.
func Changes(ev *event.Event, session *event.Session, happened []Happening, first, since int) (*event.Changes, error) {
	c := &event.Changes{Format: event.Format, Event: ev.ID}
	if n := len(session.Slots); first >= n && n > 0 {
		c.Now = event.Some(session.Slots[n-1].End)
	} else if first > 0 {
		c.Now = event.Some(session.Slots[first].Start)
	}
	ids := newIDs(ev)
	for i := range happened {
		if err := happened[i].add(c, session, first, since, ids); err != nil {
			return nil, err
		}
	}
	return c, nil
}

// add writes a happening into a changes document.
func (h *Happening) add(c *event.Changes, s *event.Session, first, since int, ids *ids) error {
	from, ok1 := slotStart(s, h.From)
	until, ok2 := slotStart(s, h.Until)
	if !ok1 || !ok2 {
		return ErrUnreadable
	}
	switch h.Kind {
	case Away:
		if h.Until != nil && h.From == nil && *h.Until <= since {
			return nil // they have come by now
		}
		if h.From == nil && since > 0 {
			from, _ = slotStart(s, &since)
		}
		switch h.Of {
		case Company, Interpreter:
			c.Absent = append(c.Absent, h.absence(s, from, until))
		case Table:
			c.TablesLost = append(c.TablesLost, event.LostTable{Session: s.ID, Table: h.Who, From: from, Until: until})
		default:
			return ErrUnreadable
		}
	case Back:
		from, _ = slotStart(s, &first)
		switch h.Of {
		case Company, Interpreter:
			c.Present = append(c.Present, h.absence(s, from, event.Maybe[time.Time]{}))
		case Table:
			c.TablesBack = append(c.TablesBack, event.LostTable{Session: s.ID, Table: h.Who, From: from})
		default:
			return ErrUnreadable
		}
	case Cancel:
		firm, buyer := ids.sides(h.Who, h.With)
		c.Cancelled = append(c.Cancelled, event.Called{Session: s.ID, Firm: firm, Buyer: buyer})
		// Later solves are to leave them apart, too.
		c.Requests = append(c.Requests, event.Request{From: h.Who, To: h.With, Wish: event.Never})
	case Want:
		c.Requests = append(c.Requests, event.Request{From: h.Who, To: h.With, Wish: event.Must})
	case WalkIn:
		if h.New == nil {
			return ErrUnreadable
		}
		h.New.add(c, s, from, until, ids)
	default:
		return ErrUnreadable
	}
	return nil
}

func (h *Happening) absence(s *event.Session, from, until event.Maybe[time.Time]) event.Absence {
	a := event.Absence{Session: s.ID, Participant: h.Who, From: from, Until: until}
	if h.Of == Interpreter {
		a.Participant, a.Interpreter = "", h.Who
	}
	return a
}

// slotStart is when a slot begins; absent for nil. One past the last is the end of the session. ok is false where there is no such slot.
func slotStart(s *event.Session, slot *int) (at event.Maybe[time.Time], ok bool) {
	n := len(s.Slots)
	switch {
	case slot == nil:
		return at, true
	case *slot < 0 || *slot > n || n == 0:
		return at, false
	case *slot == n:
		return event.Some(s.Slots[n-1].End), true
	}
	return event.Some(s.Slots[*slot].Start), true
}

// Clock tells how far a session is at a moment: the slot from which meetings have not begun, and the one that is being held, or the last
// that was; -1: none. On a day that is none of the session's nothing has begun.
func Clock(s *event.Session, now time.Time) (first, held int) {
	n := len(s.Slots)
	if n == 0 || now.Before(s.Slots[0].Start) || !now.Before(s.Slots[n-1].End) {
		return 0, -1
	}
	for first < n && s.Slots[first].Start.Before(now) {
		first++
	}
	return first, first - 1
}
