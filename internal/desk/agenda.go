package desk

import (
	"context"
	"time"

	"sangdam/event"
	"sangdam/internal/report/agenda"
)

// An Agenda is what one company does: its published meetings with whom it meets.
type Agenda struct {
	Event       string          `json:"event"`
	Name        event.Text      `json:"name,omitzero"` // of the event
	Company     Profile         `json:"company"`
	Publication int             `json:"publication"` // 0: nothing is published
	Published   time.Time       `json:"published,omitzero"`
	Sessions    []AgendaSession `json:"sessions"` // that it takes part in, in the order of the event
	Meetings    []AgendaMeeting `json:"meetings"` // in order of session and time
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
	Session         string         `json:"session"`
	Slot            int            `json:"slot"`
	Start           time.Time      `json:"start"`
	End             time.Time      `json:"end"`
	Table           string         `json:"table"`
	Interpreter     string         `json:"interpreter,omitzero"` // id
	InterpreterName event.Text     `json:"interpreter_name,omitzero"`
	Counterpart     Profile        `json:"counterpart"`
	Contact         *event.Contact `json:"contact,omitzero"` // of the counterpart; not of a cancelled meeting
	Score           float64        `json:"score"`
	Why             event.Text     `json:"why,omitzero"`
	Sequence        int            `json:"sequence"` // for calendars
	Modified        time.Time      `json:"modified"`
	Outcome         *event.Outcome `json:"outcome,omitzero"` // as the company itself reported it
}

// Agenda returns what a company does. Who it meets is described by the event as it is now, when and where by what was published. It
// takes ReadEvents, or being that company.
func (d *Desk) Agenda(ctx context.Context, c Caller, id, company string) (Agenda, error) {
	if err := c.demandOwn(id, company, ReadEvents); err != nil {
		return Agenda{}, err
	}
	l, err := d.load(ctx, id)
	if err != nil {
		return Agenda{}, err
	}
	p, err := d.inForceOrWithdrawn(ctx, id)
	if err != nil {
		return Agenda{}, err
	}
	return l.agenda(company, p)
}

// AgendaJSON is Agenda as a JSON document. It is quick: answers are kept by the versions of event and publication, so that it
// costs two small reads.
func (d *Desk) AgendaJSON(ctx context.Context, c Caller, id, company string) (Encoded, error) {
	if err := c.demandOwn(id, company, ReadEvents); err != nil {
		return Encoded{}, err
	}
	version, err := d.version(ctx, id)
	if err != nil {
		return Encoded{}, err
	}
	_, headVersion, err := d.head(ctx, id)
	if err != nil {
		return Encoded{}, err
	}
	key := answerKey("agenda", id, version, headVersion, company)
	if kept, ok := d.cache.answers.Get(key); ok {
		return kept, nil
	}
	a, err := d.Agenda(ctx, c, id, company)
	if err != nil {
		return Encoded{}, err
	}
	answer, err := encodedJSON(a)
	if err != nil {
		return Encoded{}, err
	}
	// Someone may have written between the two reads; what is kept must be what its key says.
	again, err := d.version(ctx, id)
	if err != nil {
		return Encoded{}, err
	}
	if _, head, err := d.head(ctx, id); err == nil && again == version && head == headVersion {
		d.keep(key, answer)
	}
	return answer, nil
}

// agenda picks the meetings of a company out of a publication; nil stands for none.
func (l *loaded) agenda(company string, p *Publication) (Agenda, error) {
	who, ok := l.party(company)
	if !ok {
		return Agenda{}, &NotFoundError{Kind: "company", ID: company}
	}
	a := Agenda{
		Event: l.event.ID, Name: l.event.Name, Company: who.profile(),
		Sessions: l.agendaSessions(who), Meetings: []AgendaMeeting{}, Cancelled: []AgendaMeeting{},
	}
	if p == nil {
		return a, nil
	}
	if !p.Withdrawn {
		a.Publication, a.Published = p.Number, p.At
	}
	for i := range p.Entries {
		e := &p.Entries[i]
		other, mine := who.other(e.Firm, e.Buyer)
		if !mine {
			continue
		}
		m := l.agendaMeeting(e, other)
		m.Outcome = l.reported(e, who)
		if e.Cancelled {
			m.Contact = nil
			a.Cancelled = append(a.Cancelled, m)
		} else {
			a.Meetings = append(a.Meetings, m)
		}
	}
	return a, nil
}

func (l *loaded) agendaSessions(who party) []AgendaSession {
	sessions := []AgendaSession{}
	for i := range l.event.Sessions {
		s := &l.event.Sessions[i]
		p, ok := who.in(s)
		if !ok {
			continue
		}
		sessions = append(sessions, AgendaSession{
			ID: s.ID, Name: s.Name, City: s.City, Country: s.Country, TimeZone: s.TimeZone, Slots: s.Slots,
			Unavailable: append([]event.Interval{}, p.Unavailable...),
		})
	}
	return sessions
}

// agendaMeeting describes an entry to one side of it. A counterpart that the event has no more is known by its id alone.
func (l *loaded) agendaMeeting(e *Entry, other string) AgendaMeeting {
	m := AgendaMeeting{
		Session: e.Session, Slot: e.Slot, Start: e.Start, End: e.End, Table: e.Table, Interpreter: e.Interpreter,
		Counterpart: Profile{ID: other, Firm: other == e.Firm}, Sequence: e.Sequence, Modified: e.Modified,
	}
	if p, ok := l.party(other); ok {
		m.Counterpart, m.Contact = p.profile(), p.contact()
	}
	if s := l.index.Session(e.Session); s != nil {
		for _, in := range s.Interpreters {
			if in.ID == e.Interpreter {
				m.InterpreterName = in.Name
			}
		}
	}
	if p, ok := l.unwishedPair(e.pair()); ok {
		m.Score, m.Why = p.Score, reasonOf(p)
	}
	return m
}

// reasonOf says to a participant why a pair meets: what both sides trade in. How to raise the score is for the organizer.
func reasonOf(p event.Pair) event.Text {
	return agenda.Reasons([]event.Pair{p})(p.Session, p.Firm, p.Buyer)
}

// reported finds what a company itself reported of a meeting; nil when it did not.
func (l *loaded) reported(e *Entry, who party) *event.Outcome {
	for i := range l.event.Outcomes {
		o := &l.event.Outcomes[i]
		if o.ReportedBy == who.side() && (pairIn{o.Session, o.Firm, o.Buyer}) == e.pair() {
			return o
		}
	}
	return nil
}

// inForceOrWithdrawn reads the last publication, also one that was taken back: calendars need to know what is cancelled.
func (d *Desk) inForceOrWithdrawn(ctx context.Context, id string) (*Publication, error) {
	head, version, err := d.head(ctx, id)
	if err != nil || version == 0 {
		return nil, err
	}
	return d.publication(ctx, id, version, head.Number)
}
