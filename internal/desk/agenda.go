package desk

import (
	"context"
	"errors"
	"time"

	"sangdam/event"
)

// An Agenda is what one company does: its published meetings with whom it meets.
type Agenda struct {
	Event       string          `json:"event"`
	Name        event.Text      `json:"name,omitzero"` // of the event
	Company     Profile         `json:"company"`
	Publication int             `json:"publication"` // 0: nothing is published
	Published   time.Time       `json:"published,omitzero"`
	Sessions    []AgendaSession `json:"sessions"` // that it takes part in, in the order of the event
	Meetings    []AgendaMeeting `json:"meetings"` // in order of time
	Cancelled   []AgendaMeeting `json:"cancelled"`
}

// An AgendaSession is a session that a company takes part in.
type AgendaSession struct {
	ID          string           `json:"id"`
	Name        event.Text       `json:"name,omitzero"`
	City        event.Text       `json:"city,omitzero"`
	Country     string           `json:"country"`
	TimeZone    string           `json:"time_zone"`
	Slots       []event.Interval `json:"slots"`
	Unavailable []event.Interval `json:"unavailable"` // of the company
}

// An AgendaMeeting is a published meeting as one of its sides sees it.
type AgendaMeeting struct {
	Session     string         `json:"session"`
	Slot        int            `json:"slot"`
	Start       time.Time      `json:"start"`
	End         time.Time      `json:"end"`
	Table       string         `json:"table"`
	Interpreter string         `json:"interpreter,omitzero"` // id
	Spoken      event.Text     `json:"interpreter_name,omitzero"`
	Counterpart Profile        `json:"counterpart"`
	Contact     *event.Contact `json:"contact,omitzero"` // of the counterpart
	Score       float64        `json:"score"`
	Why         event.Text     `json:"why,omitzero"`
	Sequence    int            `json:"sequence"` // for calendars
	Modified    time.Time      `json:"modified"`
	Outcome     *event.Outcome `json:"outcome,omitzero"` // as the company itself reported it
}

// A Profile is what everybody may know of a firm or buyer: no contact, no limits, no hours.
type Profile struct {
	ID           string          `json:"id"`
	Firm         bool            `json:"firm"` // else a buyer
	Name         event.Text      `json:"name,omitzero"`
	Country      string          `json:"country,omitzero"` // of a buyer
	Sectors      []string        `json:"sectors,omitzero"`
	Products     []event.Product `json:"products,omitzero"`     // of a firm
	Needs        []event.Need    `json:"needs,omitzero"`        // of a buyer
	Certificates []string        `json:"certificates,omitzero"` // a firm's own, a buyer's required ones
	Languages    []string        `json:"languages,omitzero"`
}

// Agenda returns what a company does. It takes ReadEvents, or being that company.
func (d *Desk) Agenda(ctx context.Context, c Caller, id, company string) (Agenda, error) {
	return Agenda{}, errors.ErrUnsupported
}

// AgendaJSON is Agenda as a JSON document. It is quick: answers are kept by the versions of event and publication.
func (d *Desk) AgendaJSON(ctx context.Context, c Caller, id, company string) (Encoded, error) {
	return Encoded{}, errors.ErrUnsupported
}

// A Counterpart is whom a company could meet.
type Counterpart struct {
	Profile  Profile    `json:"profile"`
	Sessions []string   `json:"sessions"`      // where both take part
	Wish     event.Wish `json:"wish,omitzero"` // of the company about it
	Score    float64    `json:"score"`         // the best of the sessions, nobody's wishes counted
	Why      event.Text `json:"why,omitzero"`
}

// Counterparts lists whom a company could meet, the best first, so that it can say its wishes; nothing shows what the others
// wish. It takes ReadEvents, or being that company.
func (d *Desk) Counterparts(ctx context.Context, c Caller, id, company string) ([]Counterpart, error) {
	return nil, errors.ErrUnsupported
}
