package plan

import (
	"context"
	"testing"
	"time"

	"sangdam/event"
)

// degenerate are events in which something that others have is missing altogether.
var degenerate = map[string]func(ev *event.Event, s *event.Session){
	"no slots":      func(_ *event.Event, s *event.Session) { s.Slots = nil },
	"one slot":      func(_ *event.Event, s *event.Session) { s.Slots = s.Slots[:1] },
	"no tables":     func(_ *event.Event, s *event.Session) { s.Tables = event.Tables{} },
	"no firms":      func(ev *event.Event, _ *event.Session) { ev.Firms, ev.Scores = nil, nil },
	"no buyers":     func(ev *event.Event, _ *event.Session) { ev.Buyers, ev.Scores = nil, nil },
	"nobody":        func(ev *event.Event, _ *event.Session) { ev.Firms, ev.Buyers, ev.Scores = nil, nil, nil },
	"no sessions":   func(ev *event.Event, _ *event.Session) { ev.Sessions, ev.Scores = nil, nil },
	"worth nothing": func(ev *event.Event, _ *event.Session) { eachScore(ev, 0) },
	"no candidates": func(ev *event.Event, _ *event.Session) { ev.MinimumScore = event.Some(1.0); eachScore(ev, 0.1) },
	"nobody is free": func(ev *event.Event, s *event.Session) {
		for i := range ev.Firms {
			ev.Firms[i].Sessions = map[string]event.Participation{s.ID: {Unavailable: []event.Interval{whole(s)}}}
		}
	},
	"all tables lost": func(_ *event.Event, s *event.Session) {
		s.TablesUnavailable = map[string][]event.Interval{}
		for _, table := range s.Tables.List() {
			s.TablesUnavailable[table] = []event.Interval{whole(s)}
		}
	},
	"no interpreter speaks": func(ev *event.Event, s *event.Session) {
		strangers(ev)
		s.Interpreters = nil
	},
	"all interpreters ill": func(ev *event.Event, s *event.Session) {
		strangers(ev)
		for i := range s.Interpreters {
			s.Interpreters[i].Unavailable = []event.Interval{whole(s)}
		}
	},
	"everything fixed": func(ev *event.Event, s *event.Session) {
		for i, f := range ev.Firms {
			for k, b := range ev.Buyers {
				ev.Fixed = append(ev.Fixed, event.Fixed{Session: s.ID, Firm: f.ID, Buyer: b.ID, Slot: (i + k) % len(s.Slots)})
			}
		}
	},
	"one meeting each at most": func(ev *event.Event, s *event.Session) {
		for i := range ev.Firms {
			ev.Firms[i].Sessions = map[string]event.Participation{s.ID: {MaxMeetings: event.Some(1), MinMeetings: event.Some(1)}}
		}
	},
}

// whole is the time of a session.
func whole(s *event.Session) event.Interval {
	return event.Interval{Start: s.Slots[0].Start, End: s.Slots[len(s.Slots)-1].End}
}

func eachScore(ev *event.Event, score float64) {
	for i := range ev.Scores {
		ev.Scores[i].Score = score
	}
}

// strangers have the buyers speak what no firm does.
func strangers(ev *event.Event) {
	for i := range ev.Buyers {
		ev.Buyers[i].Languages = []string{"zh"}
	}
}

// ordinary has two firms, three buyers, four slots, three tables and an interpreter.
func ordinary() *event.Event {
	ev, pairs := hall(2, 3)
	for _, p := range pairs {
		ev.Scores = append(ev.Scores, event.Score{Firm: p.Firm, Buyer: p.Buyer, Score: p.Score})
	}
	ev.Sessions[0].Interpreters = []event.Interpreter{{ID: "I0", Languages: []string{"ko", "zh"}}}
	return ev
}

// mishaps take everything away from a session that has it.
func mishaps(ev *event.Event) map[string]*event.Changes {
	c := func() *event.Changes { return &event.Changes{Format: event.Format, Event: ev.ID} }
	out := map[string]*event.Changes{"nothing": c(), "over": c(), "nobody comes": c(), "ill": c(), "no table": c(), "called off": c(), "walk-ins": c()}
	out["over"].Now = event.Some(time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC))
	if len(ev.Sessions) == 0 {
		return out
	}
	s := &ev.Sessions[0]
	for _, f := range ev.Firms {
		out["nobody comes"].Absent = append(out["nobody comes"].Absent, event.Absence{Session: s.ID, Participant: f.ID})
		for _, b := range ev.Buyers {
			out["called off"].Cancelled = append(out["called off"].Cancelled, event.Called{Session: s.ID, Firm: f.ID, Buyer: b.ID})
		}
	}
	for _, i := range s.Interpreters {
		out["ill"].Absent = append(out["ill"].Absent, event.Absence{Session: s.ID, Interpreter: i.ID})
	}
	for _, table := range s.Tables.List() {
		out["no table"].TablesLost = append(out["no table"].TablesLost, event.LostTable{Session: s.ID, Table: table})
	}
	out["walk-ins"].Firms = []event.Firm{{ID: "FX", Languages: []string{"ko"}}}
	out["walk-ins"].Buyers = []event.Buyer{{ID: "BX", Country: "CN", Languages: []string{"ko"}}}
	return out
}

// Whatever an event lacks, each question about it has an answer that checks, and every mishap can be mended.
func TestEventsThatLackSomething(t *testing.T) {
	for name, lack := range degenerate {
		t.Run(name, func(t *testing.T) {
			ev := ordinary()
			lack(ev, &ev.Sessions[0])
			pairs, err := Match(ev)
			if err != nil {
				t.Fatal(err)
			}
			for _, opt := range []Options{{Help: 20}, {Fair: true, ScoreSlack: 0.1, Help: 1}} {
				opt.Iterations, opt.Clock = 50, still
				s, err := Schedule(context.Background(), ev, pairs, opt)
				if err != nil {
					t.Fatal(err)
				}
				checks(t, "planned", Check(ev, s, pairs))
				for _, part := range s.Sessions {
					asked(t, ev, part, pairs)
				}
				for mishap, c := range mishaps(ev) {
					r, err := Repair(context.Background(), ev, s, c, RepairOptions{Iterations: 50, Clock: still})
					if mishap == "no table" && len(ev.Fixed) > 0 {
						mentions(t, err, "H5") // what is fixed cannot stand
						continue
					}
					if err != nil {
						t.Fatalf("%s: %v", mishap, err)
					}
					checks(t, mishap, Check(r.Event, r.Schedule, r.Pairs))
				}
			}
		})
	}
}

func checks(t *testing.T, what string, r CheckResult) {
	t.Helper()
	if len(r.Findings) > 0 {
		t.Errorf("%s: %v", what, findingsError(r.Findings))
	}
}

// asked asks of a session what the pages ask.
func asked(t *testing.T, ev *event.Event, part event.SessionSchedule, pairs []event.Pair) {
	t.Helper()
	if _, err := Measure(ev, part.Session, part.Meetings, pairs); err != nil {
		t.Error(err)
	}
	if _, err := LeftOut(ev, part.Session, part.Meetings, pairs); err != nil {
		t.Error(err)
	}
	if _, err := Blocking(ev, part.Session, part.Meetings, pairs); err != nil {
		t.Error(err)
	}
	if _, found, err := Restate(ev, part.Session, part.Meetings, pairs); err != nil || len(found) > 0 {
		t.Error(err, findingsError(found))
	}
	for _, p := range pairs {
		places, err := Places(ev, part.Session, part.Meetings, pairs, p.Firm, p.Buyer)
		if err == nil && len(places) != len(ev.Sessions[0].Slots) {
			t.Errorf("%s with %s: %d places", p.Firm, p.Buyer, len(places))
		}
	}
}
