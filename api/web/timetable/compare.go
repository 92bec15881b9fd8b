package timetable

import (
	"slices"

	"sangdam/event"
	"sangdam/internal/lang"
	"sangdam/internal/plan"
)

// Part returns the part of a session, or nil.
func Part(s *event.Schedule, session string) *event.SessionSchedule {
	if s == nil {
		return nil
	}
	for i := range s.Sessions {
		if s.Sessions[i].Session == session {
			return &s.Sessions[i]
		}
	}
	return nil
}

// A Move is what happened to a meeting between two schedules, as a list shows it.
type Move struct {
	Kind                string // of plan.MeetingChange
	Firm, Buyer         string
	FirmName, BuyerName string
	Before, After       string // time, table and interpreter; empty: there is no meeting
}

// Moves puts the changes of the source's session into words.
func Moves(s *Source, changes []plan.MeetingChange) []Move {
	var out []Move
	for _, c := range changes {
		if c.Session != s.Session.ID {
			continue
		}
		m := Move{
			Kind: c.Kind, Firm: c.Firm, Buyer: c.Buyer, FirmName: s.firmName(c.Firm), BuyerName: s.buyerName(c.Buyer),
			Before: s.where(c.From), After: s.where(c.To),
		}
		if c.From != nil && c.To != nil && event.DateOf(c.From.Start, s.zone) != event.DateOf(c.To.Start, s.zone) && !s.several() {
			m.After = s.Voice.Day(c.To.Start.In(s.zone)) + " " + m.After // the day before is named, too
		}
		out = append(out, m)
	}
	return out
}

// several reports whether the session has more than one day, each named with its times.
func (s *Source) several() bool {
	days := s.Session.Days()
	return len(days) > 0 && days[0] != days[len(days)-1]
}

// where says when and at which table a meeting is, and with which interpreter.
func (s *Source) where(m *event.Meeting) string {
	if m == nil {
		return ""
	}
	out := s.When(m) + ", " + s.Voice.Say("webplan.table", lang.Args{"Name": m.Table})
	if m.Interpreter != "" {
		out += ", " + m.Interpreter
	}
	return out
}

// Affected lists the firms and buyers that moves concern, each once, in the order of their ids.
func Affected(moves []Move) []string {
	var ids []string
	for _, m := range moves {
		ids = append(ids, m.Firm, m.Buyer)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}
