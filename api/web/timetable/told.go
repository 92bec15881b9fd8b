package timetable

import (
	"fmt"
	"slices"
	"strings"

	"sangdam/event"
	"sangdam/internal/lang"
	"sangdam/internal/plan"
)

// Told puts the rules that a schedule breaks into sentences with names and times, where the rules have ids and numbers: "Firm × Buyer,
// 10:30–11:00, table 3: why". Findings are located in the schedule. A sentence comes once.
func Told(x *event.Index, schedule *event.Schedule, found []plan.Finding, v *lang.Voice) []string {
	sources := map[int]*Source{}
	var out []string
	for _, f := range found {
		var i, j int
		n, _ := fmt.Sscanf(f.Location, "sessions[%d].meetings[%d]", &i, &j)
		if n == 0 || i < 0 || i >= len(schedule.Sessions) || x.Session(schedule.Sessions[i].Session) == nil {
			out = append(out, v.Text(f.Message))
			continue
		}
		part := &schedule.Sessions[i]
		if sources[i] == nil {
			sources[i] = NewSource(x, x.Session(part.Session), part, nil, v)
		}
		s := sources[i]
		if n < 2 || j < 0 || j >= len(part.Meetings) {
			out = append(out, s.missing(f)...)
			continue
		}
		_, below, _ := strings.Cut(f.Location, "].meetings[")
		_, below, _ = strings.Cut(below, "]")
		f.Location = below
		out = append(out, s.Told(&part.Meetings[j], f)...)
	}
	return once(out)
}

// Told says which rule a meeting of the source breaks; the finding is located below the meeting: ".slot", ".table" or nothing.
func (s *Source) Told(m *event.Meeting, f plan.Finding) []string {
	why := s.remarks(m, f)
	if len(why) == 0 {
		why = []string{s.Voice.Text(f.Message)}
	}
	var out []string
	for _, w := range why {
		out = append(out, s.Voice.Say("websetup.told", lang.Args{"Meeting": s.Meeting(m), "Why": w}))
	}
	return once(out)
}

// Why says in short which rule a meeting breaks, without naming the meeting.
func (s *Source) Why(m *event.Meeting, f plan.Finding) string {
	if why := s.remarks(m, f); len(why) > 0 {
		return why[0]
	}
	return s.Voice.Text(f.Message)
}

// Meeting names a meeting: who, when and where.
func (s *Source) Meeting(m *event.Meeting) string {
	out := s.firmName(m.Firm) + " × " + s.buyerName(m.Buyer)
	if when := s.When(m); when != "" {
		out += ", " + when
	}
	if m.Table != "" {
		out += ", " + s.Voice.Say("webplan.table", lang.Args{"Name": m.Table})
	}
	return out
}

// When writes when a meeting is, also one whose time is in the timetable no more.
func (s *Source) When(m *event.Meeting) string {
	inTable := m.Slot >= 0 && m.Slot < len(s.Session.Slots)
	if m.Start.IsZero() || m.End.IsZero() || inTable && s.Session.Slots[m.Slot].Start.Equal(m.Start) && s.Session.Slots[m.Slot].End.Equal(m.End) {
		return s.Clock(m.Slot)
	}
	start := m.Start.In(s.zone)
	out := start.Format("15:04") + "–" + m.End.In(s.zone).Format("15:04")
	days := s.Session.Days()
	if len(days) == 0 || days[0] != days[len(days)-1] || days[0] != event.DateOf(start, s.zone) {
		out = s.Voice.Day(start) + " " + out
	}
	return out
}

// missing names the fixed meetings that have no place in the part, when that is what is found.
func (s *Source) missing(f plan.Finding) []string {
	var out []string
	for _, fixed := range s.Index.Event().Fixed {
		if fixed.Session != s.Session.ID || f.Rule != "H7" {
			continue
		}
		if !slices.ContainsFunc(s.Part.Meetings, func(m event.Meeting) bool { return m.Firm == fixed.Firm && m.Buyer == fixed.Buyer }) {
			m := event.Meeting{Firm: fixed.Firm, Buyer: fixed.Buyer, Slot: fixed.Slot, Table: fixed.Table}
			out = append(out, s.Voice.Say("websetup.told", lang.Args{"Meeting": s.Meeting(&m), "Why": s.Voice.Say("websetup.told.missing")}))
		}
	}
	if len(out) == 0 {
		out = []string{s.Voice.Text(f.Message)}
	}
	return out
}

// once takes out what was said before.
func once(sentences []string) []string {
	var out []string
	for _, s := range sentences {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}
