package calendar

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"sangdam/internal/lang"
	"sangdam/internal/report/agenda"
)

// Of turns an agenda into a calendar, in the voice that the agenda was made with. It holds names, tables, interpreters and
// reasons, and nobody's contact, whatever the agenda holds: calendars get shared.
func Of(a agenda.Agenda, v *lang.Voice) Calendar {
	c := Calendar{
		Name:     v.Say("report.calendar.name", lang.Args{"Event": a.Title, "Name": a.Participant.Name}),
		Language: a.Language,
	}
	for _, m := range a.Meetings {
		c.Entries = append(c.Entries, Entry{
			UID:   UID(a.Event, m.Session, m.Firm, m.Buyer, a.Participant.Participant),
			Start: m.Start, End: m.End, Zone: m.Zone,
			Summary:     v.Say("report.calendar.summary", lang.Args{"With": names(m.Counterparts)}),
			Location:    location(m, v),
			Description: description(m, v),
		})
	}
	return c
}

// UID identifies one participant's entry for a meeting: the same however often the meeting moves, and telling nothing about
// it.
func UID(event, session, firm, buyer string, p agenda.Participant) string {
	sum := sha256.Sum256([]byte(strings.Join([]string{event, session, firm, buyer, string(p.Kind), p.ID}, "\x00")))
	return hex.EncodeToString(sum[:16]) + "@sangdam"
}

func names(parties []agenda.Party) string {
	var all []string
	for _, p := range parties {
		all = append(all, p.Name)
	}
	return strings.Join(all, " – ")
}

func location(m agenda.Meeting, v *lang.Voice) string {
	return v.Say("report.calendar.location", lang.Args{"Venue": m.Venue, "Table": m.Table})
}

func description(m agenda.Meeting, v *lang.Voice) string {
	var lines []string
	add := func(id, value string) {
		if value != "" {
			lines = append(lines, v.Say(id, lang.Args{"Value": value}))
		}
	}
	for _, p := range m.Counterparts {
		who := p.Name
		if p.Country != "" {
			who += " (" + p.Country + ")"
		}
		add("report.calendar."+string(p.Kind), who)
	}
	if m.Interpreter != nil {
		add("report.calendar.interpreter", m.Interpreter.Name)
	}
	add("report.calendar.topics", strings.Join(m.Topics, "; "))
	add("report.calendar.why", m.Why)
	return strings.Join(lines, "\n")
}
