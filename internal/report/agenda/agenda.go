// Package agenda lists what each participant of a schedule does, in one language: the ground that calendars and papers
// stand on.
package agenda

import (
	"time"

	"sangdam/event"
)

// A Kind is what a participant is.
type Kind string

// The kinds.
const (
	Firm        Kind = "firm"
	Buyer       Kind = "buyer"
	Interpreter Kind = "interpreter"
)

// A Participant is somebody with an agenda. Ids are unique within a kind: an interpreter of that id in two sessions is one
// person.
type Participant struct {
	Kind Kind
	ID   string
}

// A Party is a participant as a reader sees it.
type Party struct {
	Participant
	Name    string // in the reader's language or the next best; the id where there is none
	Country string // of a buyer, in the reader's language
}

// A Meeting is one line of an agenda.
type Meeting struct {
	Session, Firm, Buyer string // ids
	Venue, City          string
	Start, End           time.Time // in the session's zone
	Zone                 string    // its IANA name
	Table                string
	Counterparts         []Party // one; for an interpreter the firm, then the buyer
	Interpreter          *Party  // nil: none
	Topics               []string
	Why                  string         // why these two, in a sentence; "" when the caller gives none
	Contact              *event.Contact // of the counterpart; nil unless the caller asks for it
}

// An Agenda is what one participant does, in order of time.
type Agenda struct {
	Event, Title string // id and name of the event
	Language     string
	Participant  Party
	Meetings     []Meeting
}

// Options say what goes into an agenda beside times and names.
type Options struct {
	// Contacts puts the counterpart's contact into the agendas of firms and buyers. It is personal data: for the two sides
	// of a published meeting only.
	Contacts bool
	// Why says why a pair meets. nil: agendas do not say it.
	Why func(session, firm, buyer string) event.Text
}
