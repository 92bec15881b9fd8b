package agenda

import (
	"cmp"
	"slices"
	"time"

	"sangdam/event"
	"sangdam/internal/lang"
)

// A Book holds the agendas of all participants of a schedule.
type Book struct {
	ev       *event.Event
	index    *event.Index
	voice    *lang.Voice
	opt      Options
	sessions map[string]*place
	speakers map[string]*event.Interpreter
	meetings map[Participant][]held
}

// A place is a session with its zone, loaded once.
type place struct {
	session *event.Session
	zone    *time.Location
}

// A held meeting is one of the schedule, with its session.
type held struct {
	at *place
	event.Meeting
}

// NewBook sorts the meetings of a schedule by participant. Meetings of sessions, firms or buyers that the event does not have
// are kept, under their ids. It costs O(n log n) for n meetings.
func NewBook(ev *event.Event, s *event.Schedule, v *lang.Voice, opt Options) *Book {
	b := &Book{
		ev: ev, index: event.NewIndex(ev), voice: v, opt: opt, speakers: interpreters(ev),
		sessions: map[string]*place{}, meetings: map[Participant][]held{},
	}
	for _, part := range s.Sessions {
		at := b.place(part.Session)
		for _, m := range part.Meetings {
			for _, p := range takingPart(m) {
				b.meetings[p] = append(b.meetings[p], held{at, m})
			}
		}
	}
	for _, list := range b.meetings {
		slices.SortStableFunc(list, func(a, b held) int {
			return cmp.Or(a.Start.Compare(b.Start), cmp.Compare(a.at.session.ID, b.at.session.ID),
				cmp.Compare(a.Table, b.Table), cmp.Compare(a.Firm, b.Firm), cmp.Compare(a.Buyer, b.Buyer))
		})
	}
	return b
}

func takingPart(m event.Meeting) []Participant {
	all := []Participant{{Firm, m.Firm}, {Buyer, m.Buyer}}
	if m.Interpreter != "" {
		all = append(all, Participant{Interpreter, m.Interpreter})
	}
	return all
}

func (b *Book) place(id string) *place {
	if p := b.sessions[id]; p != nil {
		return p
	}
	p := &place{session: b.index.Session(id)}
	if p.session == nil {
		p.session = &event.Session{ID: id}
	}
	if loc, err := p.session.Location(); err == nil {
		p.zone = loc
	}
	b.sessions[id] = p
	return p
}

// All returns the agendas of everybody with a meeting: firms and buyers in the order of the event, then interpreters in the
// order of their ids.
func (b *Book) All() []Agenda {
	var all []Agenda
	for _, p := range b.Participants() {
		if len(b.meetings[p]) > 0 {
			all = append(all, b.Of(p))
		}
	}
	return all
}

// Participants lists firms and buyers, with or without meetings, then the interpreters with meetings.
func (b *Book) Participants() []Participant {
	var all []Participant
	for i := range b.ev.Firms {
		all = append(all, Participant{Firm, b.ev.Firms[i].ID})
	}
	for i := range b.ev.Buyers {
		all = append(all, Participant{Buyer, b.ev.Buyers[i].ID})
	}
	var ids []string
	for p := range b.meetings {
		if p.Kind == Interpreter {
			ids = append(ids, p.ID)
		}
	}
	slices.Sort(ids)
	for _, id := range ids {
		all = append(all, Participant{Interpreter, id})
	}
	return all
}

// Find returns the participants of that id: a firm, a buyer, an interpreter, or several kinds that share it.
func (b *Book) Find(id string) []Participant {
	var found []Participant
	if b.index.Firm(id) != nil {
		found = append(found, Participant{Firm, id})
	}
	if b.index.Buyer(id) != nil {
		found = append(found, Participant{Buyer, id})
	}
	if b.speakers[id] != nil {
		found = append(found, Participant{Interpreter, id})
	}
	return found
}

// Of returns the agenda of one participant; one without meetings, or unknown, has an empty agenda.
func (b *Book) Of(p Participant) Agenda {
	a := Agenda{
		Event: b.ev.ID, Title: cmp.Or(b.voice.Text(b.ev.Name), b.ev.ID),
		Language: b.voice.Language(), Participant: b.Party(p),
	}
	for _, m := range b.meetings[p] {
		a.Meetings = append(a.Meetings, b.line(p.Kind, m))
	}
	return a
}
