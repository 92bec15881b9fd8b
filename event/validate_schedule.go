package event

import "math"

// Validate returns all the faults of form of a schedule as Faults, or nil. It looks at no event: whether the schedule
// keeps the rules is for others to check.
func (s *Schedule) Validate() error {
	list := s.faults()
	return list.err()
}

func (s *Schedule) faults() faultList {
	var l faultList
	var root *place
	if s.Format != Format {
		l.add(root.field("sangdam"), CodeWrongVersion, Args{"got": plain(s.Format), "want": plain(Format)})
	}
	l.id(root.field("event"), s.Event)
	seen := make(map[string]*place)
	for i := range s.Sessions {
		at, part := root.field("sessions").item(i), &s.Sessions[i]
		if l.id(at.field("session"), part.Session) {
			l.unique(at.field("session"), part.Session, seen)
		}
		l.word(at.field("status"), string(part.Status), string(StatusOptimal), string(StatusFeasible), string(StatusEmpty))
		for j := range part.Meetings {
			l.scheduled(at.field("meetings").item(j), &part.Meetings[j])
		}
		for j, u := range part.Unplaced {
			at := at.field("unplaced").item(j)
			l.id(at.field("firm"), u.Firm)
			l.id(at.field("buyer"), u.Buyer)
			l.within(at.field("score"), u.Score, 0, 1)
			l.id(at.field("reason"), string(u.Reason))
		}
		l.objective(at.field("objective"), part.Objective)
		l.objective(at.field("bound"), part.Bound)
		l.within(at.field("gap"), part.Gap, 0, math.MaxFloat64)
		l.within(at.field("seconds"), part.Seconds, 0, math.MaxFloat64)
		for j, t := range part.Trace {
			at := at.field("trace").item(j)
			l.within(at.field("seconds"), t.Seconds, 0, math.MaxFloat64)
			l.count(at.field("must_missed"), t.MustMissed)
			l.count(at.field("minimum_shortfall"), t.MinimumShortfall)
			l.within(at.field("score"), t.Score, 0, math.MaxFloat64)
			l.within(at.field("bound"), t.Bound, 0, math.MaxFloat64)
			l.count(at.field("breaks"), t.Breaks)
		}
		l.within(at.field("score_slack"), part.ScoreSlack, 0, 1)
		l.explanations(at, part)
	}
	return l
}

func (l *faultList) scheduled(at *place, m *Meeting) {
	l.id(at.field("firm"), m.Firm)
	l.id(at.field("buyer"), m.Buyer)
	l.count(at.field("slot"), m.Slot)
	l.span(at, Interval{m.Start, m.End})
	if m.Table == "" {
		l.add(at.field("table"), CodeEmptyTable, nil)
	}
	if m.Interpreter != "" {
		l.id(at.field("interpreter"), m.Interpreter)
	}
	l.within(at.field("score"), m.Score, 0, 1)
}

func (l *faultList) objective(at *place, o Objective) {
	l.count(at.field("must_missed"), o.MustMissed)
	l.count(at.field("minimum_shortfall"), o.MinimumShortfall)
	l.within(at.field("score"), o.Score, 0, math.MaxFloat64)
	l.count(at.field("breaks"), o.Breaks)
	l.count(at.field("idle"), o.Idle)
	l.count(at.field("table_changes"), o.TableChanges)
}

// count checks that a whole number is not negative.
func (l *faultList) count(at *place, n int) {
	if n < 0 {
		l.add(at, CodeNegative, Args{"got": plain(n)})
	}
}
