package scheduler

import (
	"slices"
	"testing"
)

// rightSpec and rightMeetings are an instance with every kind of limit and a schedule that keeps all of them.
func rightSpec() Spec {
	return Spec{
		Days:         []int32{1, 1, 1, 2, 2},
		Participants: []ParticipantSpec{{Max: 2}, {}, {Unavailable: Slots(4)}, {}, {}},
		Pairs: []PairSpec{
			{A: 0, B: 2, Score: 1}, {A: 0, B: 3, Score: 2},
			{A: 1, B: 2, Score: 4, NeedsInterpreter: true, Interpreters: []Interpreter{0}},
			{A: 1, B: 3, Score: 8, Unavailable: Slots(3)},
			{A: 0, B: 4, Score: 16},
			{A: 1, B: 4, Score: 32, NeedsInterpreter: true, Interpreters: []Interpreter{1}},
		},
		Tables:       []TableSpec{{}, {Unavailable: Slots(4)}, {}},
		Interpreters: []InterpreterSpec{{}, {Unavailable: Slots(3)}},
	}
}

func rightMeetings() []Meeting {
	return []Meeting{
		{0, 0, 0, NoInterpreter}, {1, 1, 0, NoInterpreter}, {2, 1, 1, 0}, {3, 2, 1, NoInterpreter}, {5, 0, 1, 1},
	}
}

func TestVerifyFindsNothingInARightSchedule(t *testing.T) {
	got, found := Verify(mustInstance(t, rightSpec()), NewSchedule(rightMeetings()))
	if len(found) > 0 {
		t.Errorf("%v", found)
	}
	// Participant 2 goes from table 0 to 1, participant 3 too.
	if want := (Objective{Score: 47, TableChanges: 2}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestVerifyFindsEachViolation(t *testing.T) {
	replace := func(m Meeting) func([]Meeting) []Meeting {
		return func(ms []Meeting) []Meeting {
			ms[slices.IndexFunc(ms, func(o Meeting) bool { return o.Pair == m.Pair })] = m
			return ms
		}
	}
	with := func(m Meeting) func([]Meeting) []Meeting {
		return func(ms []Meeting) []Meeting { return append(ms, m) }
	}
	hold := func(change func(*Spec)) func(*Spec) {
		return func(s *Spec) {
			s.HoldAll = true
			s.Participants[0].Max = 0
			change(s)
		}
	}
	fix := func(f FixedMeeting) func(*Spec) { return func(s *Spec) { s.Fixed = []FixedMeeting{f} } }
	last := with(Meeting{4, 2, 0, NoInterpreter}) // the one pair that the right schedule leaves out
	type finding struct {
		rule         string
		who          Participant
		slot         Slot
		got, allowed int
	}
	for _, c := range []struct {
		name   string
		spec   func(*Spec)
		change func([]Meeting) []Meeting
		want   []finding
	}{
		{"an unknown pair", nil, with(Meeting{6, 2, 0, NoInterpreter}), []finding{{RuleRange, -1, 2, 0, 0}}},
		{"a negative pair", nil, with(Meeting{-1, 2, 0, NoInterpreter}), []finding{{RuleRange, -1, 2, 0, 0}}},
		{"an unknown slot", nil, with(Meeting{4, 5, 0, NoInterpreter}), []finding{{RuleRange, -1, 5, 0, 0}}},
		{"no slot", nil, with(Meeting{4, NoSlot, 0, NoInterpreter}), []finding{{RuleRange, -1, NoSlot, 0, 0}}},
		{"an unknown table", nil, with(Meeting{4, 2, 3, NoInterpreter}), []finding{{RuleRange, -1, 2, 0, 0}}},
		{"no table", nil, with(Meeting{4, 2, NoTable, NoInterpreter}), []finding{{RuleRange, -1, 2, 0, 0}}},
		{"an unknown interpreter", nil, with(Meeting{4, 2, 0, 2}), []finding{{RuleRange, -1, 2, 0, 0}}},
		{"a pair twice", nil, with(Meeting{3, 4, 0, NoInterpreter}), []finding{{RuleOnce, -1, 4, 2, 1}}},
		{"two at the same time", nil, replace(Meeting{5, 2, 0, 1}), []finding{{RuleParallel, 1, 2, 2, 1}}},
		{"away", nil, replace(Meeting{0, 4, 0, NoInterpreter}), []finding{{RuleAvailable, 2, 4, 1, 0}}},
		{"a barred slot", nil, replace(Meeting{3, 3, 1, NoInterpreter}), []finding{{RuleAvailable, -1, 3, 1, 0}}},
		{"one too many", nil, last, []finding{{RuleMaximum, 0, NoSlot, 3, 2}}},
		{"two at a table", nil, replace(Meeting{2, 1, 0, 0}), []finding{{RuleTable, -1, 1, 2, 1}}},
		{"a table out of use", nil, replace(Meeting{3, 4, 1, NoInterpreter}), []finding{{RuleTable, -1, 4, 1, 0}}},
		{"no interpreter", nil, replace(Meeting{2, 1, 1, NoInterpreter}), []finding{{RuleInterpreter, -1, 1, 0, 1}}},
		{"an interpreter for nothing", nil, replace(Meeting{3, 2, 1, 0}), []finding{{RuleInterpreter, -1, 2, 1, 0}}},
		{"an interpreter not able", nil, replace(Meeting{2, 1, 1, 1}), []finding{{RuleInterpreter, -1, 1, 1, 0}}},
		{"an interpreter away", nil, replace(Meeting{5, 3, 1, 1}), []finding{{RuleInterpreter, -1, 3, 1, 0}}},
		{
			"an interpreter twice",
			func(s *Spec) { s.Participants[1].Parallel, s.Pairs[5].Interpreters = 2, []Interpreter{1, 0} },
			replace(Meeting{5, 1, 2, 0}), []finding{{RuleInterpreter, -1, 1, 2, 1}},
		},
		{
			"nobody is able", func(s *Spec) { s.Pairs[5].Interpreters = nil },
			replace(Meeting{5, 0, 1, NoInterpreter}), []finding{{RuleInterpreter, -1, 0, 0, 1}},
		},
		{
			"fixed, at another table", fix(FixedMeeting{3, 2, 1, NoInterpreter}),
			replace(Meeting{3, 2, 2, NoInterpreter}), []finding{{RuleFixed, -1, 2, 0, 1}},
		},
		{
			"fixed, in another slot", fix(FixedMeeting{3, 2, NoTable, NoInterpreter}),
			replace(Meeting{3, 4, 0, NoInterpreter}), []finding{{RuleFixed, -1, 2, 0, 1}},
		},
		{
			"fixed, left out", fix(FixedMeeting{3, 2, NoTable, NoInterpreter}),
			func(ms []Meeting) []Meeting {
				return slices.DeleteFunc(ms, func(m Meeting) bool { return m.Pair == 3 })
			},
			[]finding{{RuleFixed, -1, 2, 0, 1}},
		},
		{
			"fixed, with another interpreter", func(s *Spec) {
				s.Pairs[2].Interpreters = []Interpreter{0, 1}
				s.Fixed = []FixedMeeting{{2, 1, NoTable, 0}}
			},
			replace(Meeting{2, 1, 1, 1}), []finding{{RuleInterpreter, -1, 1, 1, 0}, {RuleFixed, -1, 1, 0, 1}},
		},
		{"a pair not held", hold(func(*Spec) {}), nil, []finding{{RuleHold, -1, NoSlot, 0, 1}}},
		{"the wrong order", hold(func(s *Spec) { s.Precedences = []Precedence{{Before: 1, After: 0}} }), last, []finding{{RulePrecedence, -1, 0, 1, -1}}},
		{"no order", hold(func(s *Spec) { s.Precedences = []Precedence{{Before: 1, After: 2}} }), last, []finding{{RulePrecedence, -1, 1, 1, 0}}},
		{"unequal breaks", hold(func(s *Spec) { s.LimitBreakSpread = true }), last, []finding{{RuleSpread, 4, NoSlot, 1, 0}}},
		{"breaks within the spread", hold(func(s *Spec) { s.LimitBreakSpread, s.BreakSpread = true, 1 }), last, nil},
		{
			"several at once", nil, func(ms []Meeting) []Meeting {
				ms = replace(Meeting{2, 1, 0, 1})(ms)
				return replace(Meeting{5, 1, 0, 1})(ms)
			},
			[]finding{{RuleTable, -1, 1, 3, 1}, {RuleParallel, 1, 1, 2, 1}, {RuleInterpreter, -1, 1, 1, 0}, {RuleInterpreter, -1, 1, 2, 1}},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			spec, ms := rightSpec(), rightMeetings()
			if c.spec != nil {
				c.spec(&spec)
			}
			if c.change != nil {
				ms = c.change(ms)
			}
			_, found := Verify(mustInstance(t, spec), NewSchedule(ms))
			var got []finding
			for _, v := range found {
				got = append(got, finding{v.Rule, v.Participant, v.Slot, v.Got, v.Allowed})
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("found %v, want %v", found, c.want)
			}
		})
	}
}

func TestVerifyMeasures(t *testing.T) {
	// Participant 0 can meet each of the five others, once.
	star := func(days []int32, change func(*Spec)) Spec {
		s := Spec{Days: days, Participants: make([]ParticipantSpec, 6), Tables: make([]TableSpec, 2)}
		for b := range Participant(5) {
			s.Pairs = append(s.Pairs, PairSpec{A: 0, B: b + 1, Score: 10})
		}
		if change != nil {
			change(&s)
		}
		return s
	}
	oneDay := make([]int32, 8)
	at := func(e Pair, t Slot, table Table) Meeting { return Meeting{e, t, table, NoInterpreter} }
	for _, c := range []struct {
		name string
		spec Spec
		ms   []Meeting
		want Objective
	}{
		{"nothing", star(oneDay, nil), nil, Objective{}},
		{"musts and minimums", star(oneDay, func(s *Spec) {
			s.Pairs[0].Must, s.Pairs[1].Must, s.Pairs[2].Must = true, true, true
			s.Participants[0].Min, s.Participants[3].Min, s.Participants[4].Min = 5, 1, 1
		}), []Meeting{at(0, 0, 0), at(3, 1, 0)}, Objective{MustMissed: 2, Shortfall: 4, Score: 20}},
		{"adjacent slots", star(oneDay, nil), []Meeting{at(0, 3, 0), at(1, 4, 0), at(2, 5, 0)}, Objective{Score: 30}},
		{"two breaks", star(oneDay, nil), []Meeting{at(0, 0, 0), at(1, 2, 0), at(2, 5, 0)}, Objective{Score: 30, Breaks: 2, Idle: 3}},
		{
			"a table changed in a break and beside it", star(oneDay, nil),
			[]Meeting{at(0, 0, 0), at(1, 2, 1), at(2, 3, 0)}, Objective{Score: 30, Breaks: 1, Idle: 1, TableChanges: 2},
		},
		{
			"a night is no break and a new day no change", star([]int32{1, 1, 1, 2, 2, 2}, nil),
			[]Meeting{at(0, 0, 0), at(1, 5, 1)}, Objective{Score: 20},
		},
		{
			"breaks on both days", star([]int32{1, 1, 1, 1, 2, 2, 2}, nil),
			[]Meeting{at(0, 0, 0), at(1, 3, 0), at(2, 4, 1), at(3, 6, 1)}, Objective{Score: 40, Breaks: 2, Idle: 3},
		},
		{
			// A lunch pause is no slot: the last before it and the first after it are neighbours by number.
			"over lunch", star([]int32{1, 1, 1, 1}, nil), []Meeting{at(0, 1, 0), at(1, 2, 0)}, Objective{Score: 20},
		},
		{
			"two at the same time", star(oneDay, func(s *Spec) { s.Participants[0].Parallel = 2 }),
			[]Meeting{at(0, 0, 0), at(1, 0, 1), at(2, 1, 1)}, Objective{Score: 30, TableChanges: 1},
		},
		{
			"two at the same time after a break", star(oneDay, func(s *Spec) { s.Participants[0].Parallel = 2 }),
			[]Meeting{at(0, 0, 0), at(1, 2, 0), at(2, 2, 1)}, Objective{Score: 30, Breaks: 1, Idle: 1, TableChanges: 1},
		},
		{
			"a break of either side", Spec{
				Days: oneDay, Participants: make([]ParticipantSpec, 2), Tables: make([]TableSpec, 2),
				Pairs: []PairSpec{{A: 0, B: 1, Score: 3}, {A: 1, B: 0, Score: 4}},
			},
			[]Meeting{at(0, 0, 0), at(1, 4, 1)}, Objective{Score: 7, Breaks: 2, Idle: 6, TableChanges: 2},
		},
	} {
		got, found := Verify(mustInstance(t, c.spec), NewSchedule(c.ms))
		if len(found) > 0 {
			t.Errorf("%s: %v", c.name, found)
		}
		if got != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
	}
}
