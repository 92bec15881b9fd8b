package desk

import "slices"

// A Kind of caller.
type Kind string

// The kinds. The zero value is nobody, too.
const (
	Organizer Kind = "organizer" // by a token or a login
	Company   Kind = "company"   // a firm or buyer, by its personal link
	Nobody    Kind = "nobody"
)

// A Scope is what a token allows.
type Scope string

// The scopes. Admin allows everything.
const (
	ReadEvents    Scope = "events:read"     // documents with contacts, matches, schedules, reports
	WriteEvents   Scope = "events:write"    // make, change and delete events
	Solve         Scope = "schedules:solve" // make, edit and publish schedules
	WriteOutcomes Scope = "outcomes:write"  // log what came of meetings
	Admin         Scope = "admin"           // tokens, audit log, webhooks
)

// Scopes lists all of them.
var Scopes = []Scope{ReadEvents, WriteEvents, Solve, WriteOutcomes, Admin}

// A Caller is who asks, as ByToken, BySession or ByLink found. The zero value is nobody.
type Caller struct {
	Kind     Kind
	ID       string // of the token or link; no secret
	Name     string // of the token, or the id of the company
	Scopes   []Scope
	Event    string // the only event it may touch; empty: any. Always set for a company
	Company  string // id of the firm or buyer that a link is for
	Language string // in which a company reads; empty: not known
}

// May reports whether an organizer has a scope for an event; the empty event stands for all of them, and for what belongs to none.
func (c Caller) May(s Scope, event string) bool {
	return c.Kind == Organizer && (c.Event == "" || c.Event == event) &&
		(slices.Contains(c.Scopes, s) || slices.Contains(c.Scopes, Admin))
}

// Is reports whether the caller is a company of an event.
func (c Caller) Is(event, company string) bool {
	return c.Kind == Company && c.Event == event && c.Company == company && company != ""
}

// demand returns the error of a caller who may not do what takes any of the scopes, or nil.
func (c Caller) demand(event string, anyOf ...Scope) error {
	for _, s := range anyOf {
		if c.May(s, event) {
			return nil
		}
	}
	return c.refusal(event, anyOf[0])
}

// demandOwn is demand that lets a company through to what is its own.
func (c Caller) demandOwn(event, company string, anyOf ...Scope) error {
	if c.Is(event, company) {
		return nil
	}
	return c.demand(event, anyOf...)
}

func (c Caller) refusal(event string, s Scope) error {
	if c.Kind != Organizer && c.Kind != Company {
		return ErrUnauthenticated
	}
	return &ForbiddenError{Scope: s, Event: event}
}
