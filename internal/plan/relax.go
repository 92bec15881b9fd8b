package plan

import (
	"fmt"
	"maps"
	"slices"

	"sangdam/event"
)

// The kinds of Change.
const (
	OneTable        = "table"          // one table more
	OneSlot         = "slot"           // one slot more, at the end of a day
	OneInterpreter  = "interpreter"    // one interpreter more, who speaks what another does
	OneFirmMeeting  = "firm_meetings"  // one meeting more for a firm, or for every firm
	OneBuyerMeeting = "buyer_meetings" // one meeting more for a buyer, or for every buyer
)

// A Change loosens one limit of a session by one.
type Change struct {
	Session string
	Kind    string
	// Of is the id of the interpreter to copy, or of the firm or buyer; empty: every firm or buyer.
	Of string
	// Day is that of the slot to add.
	Day event.Date
}

// Relax returns a copy of the event with one limit loosened; the event itself is not changed.
func Relax(ev *event.Event, c Change) (*event.Event, error) {
	out := *ev
	out.Sessions = slices.Clone(ev.Sessions)
	i := slices.IndexFunc(out.Sessions, func(s event.Session) bool { return s.ID == c.Session })
	if i < 0 {
		return nil, refuse("", "", noSession(c.Session, ev))
	}
	s := &out.Sessions[i]
	switch c.Kind {
	case OneTable:
		addTable(s)
	case OneSlot:
		return &out, addSlot(&out, s, c.Day)
	case OneInterpreter:
		return &out, addInterpreter(s, c.Of)
	case OneFirmMeeting:
		out.Firms = slices.Clone(ev.Firms)
		for k := range out.Firms {
			f := &out.Firms[k]
			if p, ok := f.In(s); ok && (c.Of == "" || c.Of == f.ID) {
				f.Sessions = oneMore(f.Sessions, s.ID, p)
			}
		}
	case OneBuyerMeeting:
		out.Buyers = slices.Clone(ev.Buyers)
		for k := range out.Buyers {
			b := &out.Buyers[k]
			if p, ok := b.In(s); ok && (c.Of == "" || c.Of == b.ID) {
				b.Sessions = oneMore(b.Sessions, s.ID, p)
			}
		}
	default:
		return nil, fmt.Errorf("unknown change %q", c.Kind)
	}
	return &out, nil
}

// oneMore raises a limit that there is; without one there is nothing to raise, and sessions that are not named stay so.
func oneMore(sessions map[string]event.Participation, id string, p event.Participation) map[string]event.Participation {
	limit, ok := p.MaxMeetings.Get()
	if !ok {
		return sessions
	}
	p.MaxMeetings = event.Some(limit + 1)
	sessions = maps.Clone(sessions)
	sessions[id] = p
	return sessions
}

func addTable(s *event.Session) {
	if s.Tables.Names == nil {
		s.Tables.Count++
		return
	}
	names := slices.Clone(s.Tables.Names)
	s.Tables.Names = append(names, unused("table", names))
}

// addSlot puts a slot as long as the last of the day right behind it; the fixed meetings of later days move along.
func addSlot(ev *event.Event, s *event.Session, day event.Date) error {
	last := -1
	for t, d := range s.Days() {
		if d == day {
			last = t
		}
	}
	if last < 0 {
		return fmt.Errorf("session %q has no slot on %04d-%02d-%02d", s.ID, day.Year, int(day.Month), day.Day)
	}
	end := s.Slots[last].End
	more := event.Interval{Start: end, End: end.Add(end.Sub(s.Slots[last].Start))}
	if last+1 < len(s.Slots) && s.Slots[last+1].Start.Before(more.End) {
		return fmt.Errorf("session %q has no room for a slot after slot %d", s.ID, last)
	}
	s.Slots = slices.Insert(slices.Clone(s.Slots), last+1, more)
	ev.Fixed = slices.Clone(ev.Fixed)
	for i := range ev.Fixed {
		if f := &ev.Fixed[i]; f.Session == s.ID && f.Slot > last {
			f.Slot++
		}
	}
	return nil
}

func addInterpreter(s *event.Session, of string) error {
	i := slices.IndexFunc(s.Interpreters, func(in event.Interpreter) bool { return in.ID == of })
	if i < 0 {
		return fmt.Errorf("session %q has no interpreter %q", s.ID, of)
	}
	var ids []string
	for _, in := range s.Interpreters {
		ids = append(ids, in.ID)
	}
	s.Interpreters = append(slices.Clone(s.Interpreters), event.Interpreter{ID: unused(of, ids), Languages: s.Interpreters[i].Languages})
	return nil
}

// unused returns a name like the one given that is not among the names.
func unused(like string, names []string) string {
	for n := 2; ; n++ {
		if name := fmt.Sprintf("%s-%d", like, n); !slices.Contains(names, name) {
			return name
		}
	}
}
