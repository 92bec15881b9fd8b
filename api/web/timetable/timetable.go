// Package timetable makes the organizer's views of a schedule: the grid by table, firm, buyer or interpreter, the sentence
// that says how good it is, the pairs left out, and what differs between two schedules. Everything is computed from
// documents alone, into structs that a template writes without thinking.
package timetable

import (
	"cmp"
	"time"

	"sangdam/event"
	"sangdam/internal/lang"
)

// A View names what the rows of a grid are.
type View string

// The views.
const (
	ByTable       View = "tables"
	ByFirm        View = "firms"
	ByBuyer       View = "buyers"
	ByInterpreter View = "interpreters"
)

// Views lists the views in the order of their tabs.
var Views = []View{ByTable, ByFirm, ByBuyer, ByInterpreter}

// ViewOf returns the view of that name, the grid by table for any other.
func ViewOf(name string) View {
	for _, v := range Views {
		if string(v) == name {
			return v
		}
	}
	return ByTable
}

// A Pairing is a firm and a buyer.
type Pairing struct{ Firm, Buyer string }

// A Source is what the views of one session are made from.
type Source struct {
	Index   *event.Index
	Session *event.Session
	Part    *event.SessionSchedule // of that session
	Locked  map[Pairing]bool       // meetings that a solve may not move
	Voice   *lang.Voice

	fixed  map[Pairing]bool // by the event
	zone   *time.Location
	clocks []string // by slot
}

// NewSource prepares the views of a session. A nil part stands for one without meetings.
func NewSource(x *event.Index, session *event.Session, part *event.SessionSchedule, locked map[Pairing]bool, v *lang.Voice) *Source {
	if part == nil {
		part = &event.SessionSchedule{Session: session.ID}
	}
	s := &Source{Index: x, Session: session, Part: part, Locked: locked, Voice: v, fixed: map[Pairing]bool{}}
	s.zone, s.clocks = clocks(session, v)
	for _, f := range x.Event().Fixed {
		if f.Session == session.ID {
			s.fixed[Pairing{f.Firm, f.Buyer}] = true
		}
	}
	return s
}

// firmName is the name in the reader's language, or the id.
func (s *Source) firmName(id string) string {
	if f := s.Index.Firm(id); f != nil {
		return cmp.Or(s.Voice.Text(f.Name), id)
	}
	return id
}

// buyerName is the name in the reader's language, or the id.
func (s *Source) buyerName(id string) string {
	if b := s.Index.Buyer(id); b != nil {
		return cmp.Or(s.Voice.Text(b.Name), id)
	}
	return id
}

// name is that of a firm or a buyer.
func (s *Source) name(id string) string {
	if s.Index.Firm(id) != nil {
		return s.firmName(id)
	}
	return s.buyerName(id)
}
