package mending

import (
	"cmp"
	"time"

	"sangdam/event"
	"sangdam/internal/lang"
)

// Names write the companies, tables and times of a session in one language.
type Names struct {
	Index   *event.Index
	Session *event.Session
	Voice   *lang.Voice

	zone *time.Location
	days bool // the session has several
}

// NewNames prepares the names of a session. Loading a zone is slow: make them once a language.
func NewNames(x *event.Index, s *event.Session, v *lang.Voice) *Names {
	n := &Names{Index: x, Session: s, Voice: v}
	var err error
	if n.zone, err = s.Location(); err != nil {
		n.zone = time.UTC
	}
	if days := s.Days(); len(days) > 0 {
		n.days = days[0] != days[len(days)-1]
	}
	return n
}

// Company is the name of a firm or buyer, or its id.
func (n *Names) Company(id string) string {
	if f := n.Index.Firm(id); f != nil {
		return cmp.Or(n.Voice.Text(f.Name), id)
	}
	if b := n.Index.Buyer(id); b != nil {
		return cmp.Or(n.Voice.Text(b.Name), id)
	}
	return id
}

// Interpreter is the name of an interpreter, or its id.
func (n *Names) Interpreter(id string) string {
	for i := range n.Session.Interpreters {
		if in := &n.Session.Interpreters[i]; in.ID == id {
			return cmp.Or(n.Voice.Text(in.Name), id)
		}
	}
	return id
}

// Table is "table 4".
func (n *Names) Table(name string) string {
	return n.Voice.Say("webplan.table", lang.Args{"Name": name})
}

// Time is when something begins, in the session's zone: 10:30, after the day where the session has several.
func (n *Names) Time(t time.Time) string {
	t = t.In(n.zone)
	if n.days {
		return n.Voice.Day(t) + " " + t.Format("15:04")
	}
	return t.Format("15:04")
}

// Slot is when a slot begins; one past the last: when the session ends.
func (n *Names) Slot(slot int) string {
	switch slots := n.Session.Slots; {
	case slot >= 0 && slot < len(slots):
		return n.Time(slots[slot].Start)
	case slot == len(slots) && slot > 0:
		return n.Time(slots[slot-1].End)
	}
	return ""
}

// Subject names what a happening is about.
func (n *Names) Subject(h *Happening) string {
	switch {
	case h.New != nil:
		return h.New.Name
	case h.Of == Interpreter:
		return n.Interpreter(h.Who)
	case h.Of == Table:
		return n.Table(h.Who)
	}
	return n.Company(h.Who)
}

// Sentence says what happened, in a few words.
func (n *Names) Sentence(h *Happening) string {
	args := lang.Args{}
	if h.From != nil {
		args["From"] = n.Slot(*h.From)
	}
	if h.Until != nil {
		args["Until"] = n.Slot(*h.Until)
	}
	if h.With != "" {
		args["With"] = n.Company(h.With)
	}
	span := map[[2]bool]string{{false, false}: "all", {true, false}: "from", {false, true}: "until", {true, true}: "between"}[[2]bool{h.From != nil, h.Until != nil}]
	switch {
	case h.Kind == Away && h.Of == Table:
		return n.Voice.Say("webmend.closed."+span, args)
	case h.Kind == Away:
		return n.Voice.Say("webmend.away."+span, args)
	case h.Kind == Back && h.Of == Table:
		return n.Voice.Say("webmend.reopened")
	case h.Kind == WalkIn && h.New != nil && h.New.Firm:
		return n.Voice.Say("webmend.walk_in.firm")
	case h.Kind == WalkIn:
		return n.Voice.Say("webmend.walk_in.buyer")
	}
	return n.Voice.Say("webmend."+h.Kind, args)
}
