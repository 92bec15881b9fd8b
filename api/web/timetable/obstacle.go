package timetable

import (
	"slices"

	"sangdam/event"
	"sangdam/internal/lang"
	"sangdam/internal/plan"
)

// Obstacles says in the reader's language what keeps a pair from meeting in a slot, with names and times where the rules have
// ids and numbers. It is empty where the pair can meet.
func Obstacles(s *Source, pair Pairing, place plan.Place) []string {
	var out []string
	for _, f := range place.Findings {
		told := s.obstacle(pair, place.Slot, f.Rule)
		if len(told) == 0 {
			told = []string{s.Voice.Text(f.Message)}
		}
		for _, sentence := range told {
			if !slices.Contains(out, sentence) {
				out = append(out, sentence)
			}
		}
	}
	return out
}

// obstacle explains one rule by its number in docs/model.md; nil where it has no words of its own.
func (s *Source) obstacle(pair Pairing, slot int, rule string) []string {
	switch rule {
	case "H2":
		return append(s.busy(pair, pair.Firm, slot), s.busy(pair, pair.Buyer, slot)...)
	case "H3":
		var out []string
		for _, who := range [...]string{pair.Firm, pair.Buyer} {
			if p, ok := s.participation(who); ok && !p.Available(s.Session)[slot] {
				out = append(out, s.Voice.Say("webplan.why.away", lang.Args{"Who": s.name(who), "When": s.Clock(slot)}))
			}
		}
		return out
	case "H4":
		return append(s.fullOf(pair, pair.Firm), s.fullOf(pair, pair.Buyer)...)
	case "H5":
		return []string{s.Voice.Say("webplan.why.tables", lang.Args{"When": s.Clock(slot)})}
	case "H6":
		return []string{s.Voice.Say("webplan.why.interpreters", lang.Args{"When": s.Clock(slot)})}
	case "H7":
		return []string{s.Voice.Say("webplan.why.fixed")}
	}
	return nil
}

// busy says whom somebody meets in a slot, when that leaves no time for another.
func (s *Source) busy(pair Pairing, who string, slot int) []string {
	var out []string
	held := 0
	for _, m := range s.others(pair, who) {
		if m.Slot != slot {
			continue
		}
		held++
		with := m.Firm
		if with == who {
			with = m.Buyer
		}
		out = append(out, s.Voice.Say("webplan.why.busy", lang.Args{"Who": s.name(who), "With": s.name(with), "When": s.Clock(slot)}))
	}
	if p, ok := s.participation(who); !ok || held < p.Limits().Parallel {
		return nil
	}
	return out
}

// fullOf says that somebody has as many meetings as it may have.
func (s *Source) fullOf(pair Pairing, who string) []string {
	p, ok := s.participation(who)
	if limit := p.Limits().Max; ok && len(s.others(pair, who)) >= limit {
		return []string{s.Voice.Say("webplan.why.limit", lang.Args{"Who": s.name(who), "Max": limit})}
	}
	return nil
}

// others are the meetings that somebody has beside that of the pair.
func (s *Source) others(pair Pairing, who string) []event.Meeting {
	var out []event.Meeting
	for _, m := range s.Part.Meetings {
		if (m.Firm == who || m.Buyer == who) && (Pairing{m.Firm, m.Buyer}) != pair {
			out = append(out, m)
		}
	}
	return out
}

func (s *Source) participation(who string) (event.Participation, bool) {
	if f := s.Index.Firm(who); f != nil {
		return f.In(s.Session)
	}
	if b := s.Index.Buyer(who); b != nil {
		return b.In(s.Session)
	}
	return event.Participation{}, false
}
