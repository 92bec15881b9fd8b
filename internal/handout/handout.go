// Package handout gives the agenda of a company the forms that people take away: a calendar and a paper.
package handout

import (
	"io"
	"slices"
	"time"

	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/lang"
	"sangdam/internal/report/agenda"
	"sangdam/internal/report/calendar"
	"sangdam/internal/report/pdf"
)

// WriteCalendar writes the agenda as iCalendar. Entries keep their identity over publications, and meetings that were cancelled
// are in it as such, so that programs take them away. It holds no contacts: calendars get shared.
func WriteCalendar(w io.Writer, a desk.Agenda, v *lang.Voice, now time.Time) error {
	c := calendar.Of(agendaOf(a, a.Meetings, v), v)
	stamp(c.Entries, a.Meetings)
	gone := calendar.Of(agendaOf(a, a.Cancelled, v), v).Entries
	stamp(gone, a.Cancelled)
	for i := range gone {
		gone[i].Cancelled = true
	}
	c.Entries = append(c.Entries, gone...)
	return calendar.Write(w, c, now)
}

// stamp gives entries the history of their meetings.
func stamp(entries []calendar.Entry, meetings []desk.AgendaMeeting) {
	for i := range entries {
		entries[i].Sequence, entries[i].Modified = meetings[i].Sequence, meetings[i].Modified
	}
}

// WritePaper writes the agenda as a PDF, with the contacts of those to be met.
func WritePaper(w io.Writer, a desk.Agenda, v *lang.Voice, now time.Time) error {
	head := pdf.Head{Event: titleOf(a, v), Made: now, Voice: v}
	return pdf.Agendas(w, head, []agenda.Agenda{agendaIn(legible, a, a.Meetings, v)})
}

// Illegible lists the ids of those of whom the paper cannot print everything as it is written.
func Illegible(a desk.Agenda, v *lang.Voice) []string {
	var ids []string
	agendaIn(func(ev *event.Event) *event.Event {
		_, found := pdf.Legible(ev, true)
		for _, f := range found {
			if !slices.Contains(ids, f.ID) {
				ids = append(ids, f.ID)
			}
		}
		return ev
	}, a, a.Meetings, v)
	return ids
}

func legible(ev *event.Event) *event.Event {
	out, _ := pdf.Legible(ev, true)
	return out
}

func asItIs(ev *event.Event) *event.Event { return ev }

func titleOf(a desk.Agenda, v *lang.Voice) string {
	if title := v.Text(a.Name); title != "" {
		return title
	}
	return a.Event
}

func agendaOf(a desk.Agenda, meetings []desk.AgendaMeeting, v *lang.Voice) agenda.Agenda {
	return agendaIn(asItIs, a, meetings, v)
}

// agendaIn words some meetings of a desk's agenda, in their order of time. It makes an event out of what the company may know, and asks
// the same book that the organizer's papers come from; form says in which form the event is printed.
func agendaIn(form func(*event.Event) *event.Event, a desk.Agenda, meetings []desk.AgendaMeeting, v *lang.Voice) agenda.Agenda {
	ev := &event.Event{ID: a.Event, Name: a.Name}
	add(ev, a.Company, nil)
	for _, s := range a.Sessions {
		ev.Sessions = append(ev.Sessions, event.Session{ID: s.ID, Name: s.Name, City: s.City, Country: s.Country, TimeZone: s.TimeZone, Slots: s.Slots})
	}
	schedule := &event.Schedule{Event: a.Event}
	why := map[string]event.Text{}
	for _, m := range meetings {
		add(ev, m.Counterpart, m.Contact)
		firm, buyer := a.Company.ID, m.Counterpart.ID
		if !a.Company.Firm {
			firm, buyer = buyer, firm
		}
		why[m.Session+" "+firm+" "+buyer] = m.Why
		addMeeting(ev, schedule, m, firm, buyer)
	}
	book := agenda.NewBook(form(ev), schedule, v, agenda.Options{
		Contacts: true,
		Why:      func(session, firm, buyer string) event.Text { return why[session+" "+firm+" "+buyer] },
	})
	kind := agenda.Buyer
	if a.Company.Firm {
		kind = agenda.Firm
	}
	return book.Of(agenda.Participant{Kind: kind, ID: a.Company.ID})
}

// add puts a company into an event.
func add(ev *event.Event, p desk.Profile, contact *event.Contact) {
	if p.Firm {
		ev.Firms = append(ev.Firms, event.Firm{ID: p.ID, Name: p.Name, Products: p.Products, Languages: p.Languages, Contact: contact})
		return
	}
	ev.Buyers = append(ev.Buyers, event.Buyer{ID: p.ID, Name: p.Name, Country: p.Country, Needs: p.Needs, Languages: p.Languages, Contact: contact})
}

// addMeeting puts a meeting into a schedule, and its interpreter into the session.
func addMeeting(ev *event.Event, schedule *event.Schedule, m desk.AgendaMeeting, firm, buyer string) {
	meeting := event.Meeting{Firm: firm, Buyer: buyer, Slot: m.Slot, Start: m.Start, End: m.End, Table: m.Table, Interpreter: m.Interpreter, Score: m.Score}
	for i := range schedule.Sessions {
		if schedule.Sessions[i].Session == m.Session {
			schedule.Sessions[i].Meetings = append(schedule.Sessions[i].Meetings, meeting)
			addInterpreter(ev, m)
			return
		}
	}
	schedule.Sessions = append(schedule.Sessions, event.SessionSchedule{Session: m.Session, Meetings: []event.Meeting{meeting}})
	addInterpreter(ev, m)
}

func addInterpreter(ev *event.Event, m desk.AgendaMeeting) {
	session := ev.Session(m.Session)
	if session == nil || m.Interpreter == "" {
		return
	}
	for _, i := range session.Interpreters {
		if i.ID == m.Interpreter {
			return
		}
	}
	session.Interpreters = append(session.Interpreters, event.Interpreter{ID: m.Interpreter, Name: m.InterpreterName})
}
