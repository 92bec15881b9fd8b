package desk

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"sangdam/event"
	"sangdam/internal/plan"
)

// settle makes the touched sessions whole again, or all of them when the event has changed: tables, interpreters, figures and
// reasons. It notes the rules that are broken now and were not before.
func (e *editing) settle() {
	e.sound = len(e.before.Findings) == 0
	known := map[string]bool{}
	for _, f := range e.before.Findings {
		known[findingKey(e.before.Schedule, f)] = true
	}
	for i := range e.schedule.Sessions {
		part := &e.schedule.Sessions[i]
		if !e.touched[part.Session] && e.before.EventVersion == e.l.version {
			continue
		}
		whole, found := restate(e.l, e.schedule, i)
		if len(found) > 0 {
			// Perhaps the interpreters of the slot only need to change places.
			if freed, still := restate(e.l, e.released(i), i); len(still) < len(found) {
				whole, found = freed, still
			}
		}
		e.sound = e.sound && len(found) == 0
		for _, f := range found {
			if !known[findingKey(e.schedule, f)] {
				e.found = append(e.found, e.blamed(f))
			}
		}
		e.replace(part, whole, len(found) == 0)
	}
}

// released is the schedule with the interpreters of the slots that meetings were put into set free, in one session.
func (e *editing) released(session int) *event.Schedule {
	s := *e.schedule
	s.Sessions = slices.Clone(s.Sessions)
	part := &s.Sessions[session]
	slots := map[int]bool{}
	for _, m := range part.Meetings {
		if e.edited[pairIn{part.Session, m.Firm, m.Buyer}] != "" {
			slots[m.Slot] = true
		}
	}
	part.Meetings = slices.Clone(part.Meetings)
	for i := range part.Meetings {
		if m := &part.Meetings[i]; slots[m.Slot] {
			m.Interpreter = ""
		}
	}
	return &s
}

// replace takes over a session that was made whole. One that broke rules before and still does keeps its meetings and makes no
// claims about them.
func (e *editing) replace(part *event.SessionSchedule, whole event.SessionSchedule, sound bool) {
	if sound {
		if e.before.EventVersion == e.l.version {
			for i := range e.before.Schedule.Sessions {
				if old := &e.before.Schedule.Sessions[i]; old.Session == part.Session {
					keepBound(&whole, old)
				}
			}
		}
		*part = whole
		return
	}
	bare := event.SessionSchedule{Session: part.Session, Status: event.StatusFeasible, Meetings: part.Meetings, Seed: part.Seed}
	if s := e.l.index.Session(part.Session); s != nil {
		for i := range bare.Meetings {
			if m := &bare.Meetings[i]; m.Start.IsZero() || e.edited[pairIn{part.Session, m.Firm, m.Buyer}] != "" {
				if m.Slot >= 0 && m.Slot < len(s.Slots) {
					m.Start, m.End = s.Slots[m.Slot].Start, s.Slots[m.Slot].End
				}
			}
		}
	}
	*part = bare
}

// keepBound tightens the bound of a session that was changed by hand with the one of before, of the same event. What was proven
// of the score of every schedule that misses as few musts and minimums holds for this one when it misses no more.
func keepBound(part, old *event.SessionSchedule) {
	now, before := part.Objective, old.Objective
	if old.Status == "" || now.MustMissed != before.MustMissed || now.MinimumShortfall != before.MinimumShortfall {
		return
	}
	part.Bound.MustMissed, part.Bound.MinimumShortfall = old.Bound.MustMissed, old.Bound.MinimumShortfall
	if old.Bound.Score >= now.Score && old.Bound.Score < part.Bound.Score {
		part.Bound.Score = old.Bound.Score
		part.Gap = gapOf(now.Score, old.Bound.Score)
	}
	part.Status = event.StatusFeasible
}

// gapOf is (bound - score) / bound, rounded up in the sixth decimal, so that 0 means proven.
func gapOf(score, bound float64) float64 {
	if bound <= 0 || score >= bound {
		return 0
	}
	return math.Ceil((bound-score)/bound*1e6) / 1e6
}

// blamed points a finding at the edit that put its meeting where it is, or else at one that put a meeting of the same firm, buyer or
// table beside it: of two meetings that collide, the later one of the document is found, whichever of them came by an edit.
func (e *editing) blamed(f plan.Finding) plan.Finding {
	who, rest := meetingOf(e.schedule, f.Location)
	if at := e.edited[who]; at != "" {
		f.Location = at + rest
		return f
	}
	if who == (pairIn{}) {
		return f
	}
	part := e.part(who.session)
	stands := part.Meetings[slices.IndexFunc(part.Meetings, func(m event.Meeting) bool { return m.Firm == who.firm && m.Buyer == who.buyer })]
	for _, m := range part.Meetings {
		at := e.edited[pairIn{who.session, m.Firm, m.Buyer}]
		if at != "" && m.Slot == stands.Slot && (m.Firm == who.firm || m.Buyer == who.buyer || m.Table == stands.Table) {
			f.Location = at
			return f
		}
	}
	return f
}

// findingKey names a finding by its meeting rather than by where that stands, which editing changes.
func findingKey(s *event.Schedule, f plan.Finding) string {
	who, rest := meetingOf(s, f.Location)
	return fmt.Sprintf("%s %v %s", f.Rule, who, rest)
}

// meetingOf returns the meeting that a location sessions[i].meetings[j] points at, and what follows; the zero value for any other.
func meetingOf(s *event.Schedule, location string) (who pairIn, rest string) {
	var i, j int
	if n, _ := fmt.Sscanf(location, "sessions[%d].meetings[%d]", &i, &j); n < 2 || i < 0 || j < 0 ||
		i >= len(s.Sessions) || j >= len(s.Sessions[i].Meetings) {
		return pairIn{}, location
	}
	m := &s.Sessions[i].Meetings[j]
	_, rest, _ = strings.Cut(location, "].meetings[")
	_, rest, _ = strings.Cut(rest, "]")
	return pairIn{s.Sessions[i].Session, m.Firm, m.Buyer}, rest
}
