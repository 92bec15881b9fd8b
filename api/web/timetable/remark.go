package timetable

import (
	"slices"

	"sangdam/event"
	"sangdam/internal/lang"
	"sangdam/internal/plan"
)

// remarks explains one rule of docs/model.md that a meeting breaks; nothing where the rule has no words of its own.
func (s *Source) remarks(m *event.Meeting, f plan.Finding) []string {
	switch f.Rule {
	case "D2":
		return s.strangers(m, f.Location)
	case "H1":
		return []string{s.Voice.Say("websetup.told.twice")}
	case "H3":
		return s.absent(m)
	case "H5":
		return []string{s.seat(m)}
	case "H6":
		return []string{s.interpreting(m)}
	case "H11":
		if s.Index.Wishes(m.Firm, m.Buyer).Refused() {
			return []string{s.Voice.Say("websetup.told.never")}
		}
		return []string{s.Voice.Say("websetup.told.no_candidate")}
	case "H2", "H4", "H7":
		return s.obstacle(Pairing{m.Firm, m.Buyer}, m.Slot, f.Rule)
	}
	return nil
}

// strangers says what of a meeting the session does not have: its time, one of the two, its table or its interpreter.
func (s *Source) strangers(m *event.Meeting, field string) []string {
	switch field {
	case ".slot":
		return []string{s.Voice.Say("websetup.told.slot")}
	case ".firm", ".buyer":
		who := m.Firm
		if field == ".buyer" {
			who = m.Buyer
		}
		id := "websetup.told.elsewhere"
		if s.Index.Firm(who) == nil && s.Index.Buyer(who) == nil {
			id = "websetup.told.gone"
		}
		return []string{s.Voice.Say(id, lang.Args{"Who": s.name(who)})}
	case ".table":
		return []string{s.Voice.Say("websetup.told.table", lang.Args{"Table": s.Voice.Say("webplan.table", lang.Args{"Name": m.Table})})}
	case ".interpreter":
		return []string{s.Voice.Say("websetup.told.interpreter.gone", lang.Args{"Who": m.Interpreter})}
	}
	return nil
}

// absent says who cannot come at the time of a meeting.
func (s *Source) absent(m *event.Meeting) []string {
	var out []string
	for _, who := range [...]string{m.Firm, m.Buyer} {
		if p, ok := s.participation(who); ok && m.Slot < len(s.Session.Slots) && !p.Available(s.Session)[m.Slot] {
			out = append(out, s.Voice.Say("webplan.why.away", lang.Args{"Who": s.name(who), "When": s.When(m)}))
		}
	}
	return out
}

// seat says why a meeting cannot have its table.
func (s *Source) seat(m *event.Meeting) string {
	table := s.Voice.Say("webplan.table", lang.Args{"Name": m.Table})
	for _, o := range s.Part.Meetings {
		if o.Slot == m.Slot && o.Table == m.Table && (o.Firm != m.Firm || o.Buyer != m.Buyer) {
			return s.Voice.Say("websetup.told.table.taken", lang.Args{"Table": table, "With": s.firmName(o.Firm) + " × " + s.buyerName(o.Buyer)})
		}
	}
	if m.Table != "" && m.Slot < len(s.Session.Slots) && !s.Session.TableAvailable(m.Table)[m.Slot] {
		return s.Voice.Say("websetup.told.table.closed", lang.Args{"Table": table})
	}
	return s.Voice.Say("webplan.why.tables", lang.Args{"When": s.When(m)})
}

// interpreting says what is wrong with a meeting's interpreter, or that it has none.
func (s *Source) interpreting(m *event.Meeting) string {
	who := lang.Args{"Who": s.interpreterName(m.Interpreter)}
	i := slices.IndexFunc(s.Session.Interpreters, func(in event.Interpreter) bool { return in.ID == m.Interpreter })
	if i < 0 {
		return s.Voice.Say("websetup.told.interpreter.none")
	}
	in := &s.Session.Interpreters[i]
	firm, buyer := s.Index.Firm(m.Firm), s.Index.Buyer(m.Buyer)
	if m.Slot < len(s.Session.Slots) && !in.Available(s.Session)[m.Slot] {
		return s.Voice.Say("websetup.told.interpreter.away", who)
	}
	for _, o := range s.Part.Meetings {
		if o.Slot == m.Slot && o.Interpreter == m.Interpreter && (o.Firm != m.Firm || o.Buyer != m.Buyer) {
			who["With"] = s.firmName(o.Firm) + " × " + s.buyerName(o.Buyer)
			return s.Voice.Say("websetup.told.interpreter.busy", who)
		}
	}
	if firm != nil && buyer != nil && !shared(firm.Languages, buyer.Languages) {
		return s.Voice.Say("websetup.told.interpreter.unable", who)
	}
	return s.Voice.Say("websetup.told.interpreter.idle", who)
}

// interpreterName is the name in the reader's language, or the id.
func (s *Source) interpreterName(id string) string {
	for i := range s.Session.Interpreters {
		if in := &s.Session.Interpreters[i]; in.ID == id {
			if name := s.Voice.Text(in.Name); name != "" {
				return name
			}
		}
	}
	return id
}

func shared(a, b []string) bool {
	return slices.ContainsFunc(a, func(l string) bool { return slices.Contains(b, l) })
}
