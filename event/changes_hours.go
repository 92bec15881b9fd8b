package event

import (
	"maps"
	"slices"
)

// An hoursChange makes other hours of hours, of which it leaves the ones it is given alone.
type hoursChange func(hours []Interval, i Interval) []Interval

// with adds an interval.
func with(hours []Interval, i Interval) []Interval { return append(slices.Clone(hours), i) }

// without takes an interval out of all that overlap it; what they have before and after it stays.
func without(hours []Interval, i Interval) []Interval {
	var out []Interval
	for _, h := range hours {
		if !h.Overlaps(i) {
			out = append(out, h)
			continue
		}
		if h.Start.Before(i.Start) {
			out = append(out, Interval{h.Start, i.Start})
		}
		if i.End.Before(h.End) {
			out = append(out, Interval{i.End, h.End})
		}
	}
	return out
}

// away changes the hours at which somebody is not there, in the copies that Changes.Apply made.
func (e *Event) away(a Absence, change hoursChange) {
	s := e.Session(a.Session)
	span := s.during(a.From, a.Until)
	if a.Interpreter != "" {
		s.Interpreters = slices.Clone(s.Interpreters)
		for i := range s.Interpreters {
			if in := &s.Interpreters[i]; in.ID == a.Interpreter {
				in.Unavailable = change(in.Unavailable, span)
			}
		}
		return
	}
	for i := range e.Firms {
		if f := &e.Firms[i]; f.ID == a.Participant {
			f.Sessions = e.awayIn(f.In, s, span, change)
		}
	}
	for i := range e.Buyers {
		if b := &e.Buyers[i]; b.ID == a.Participant {
			b.Sessions = e.awayIn(b.In, s, span, change)
		}
	}
}

// awayIn states in full how someone takes part, with other hours in one session.
func (e *Event) awayIn(in func(*Session) (Participation, bool), session *Session, span Interval, change hoursChange) map[string]Participation {
	out := map[string]Participation{}
	for i := range e.Sessions {
		s := &e.Sessions[i]
		if p, ok := in(s); ok {
			if s.ID == session.ID {
				p.Unavailable = change(p.Unavailable, span)
			}
			out[s.ID] = p
		}
	}
	return out
}

// closed changes the hours at which a table cannot be used.
func (e *Event) closed(l LostTable, change hoursChange) {
	s := e.Session(l.Session)
	s.TablesUnavailable = maps.Clone(s.TablesUnavailable)
	if s.TablesUnavailable == nil {
		s.TablesUnavailable = map[string][]Interval{}
	}
	if s.TablesUnavailable[l.Table] = change(s.TablesUnavailable[l.Table], s.during(l.From, l.Until)); len(s.TablesUnavailable[l.Table]) == 0 {
		delete(s.TablesUnavailable, l.Table)
	}
}
