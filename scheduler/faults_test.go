package scheduler

import (
	"context"
	"math"
	"strings"
	"testing"
)

func TestNewInstanceNamesEveryFault(t *testing.T) {
	free := FixedMeeting{0, 0, NoTable, NoInterpreter}
	fix := func(fs ...FixedMeeting) func(*Spec) { return func(s *Spec) { s.Fixed = fs } }
	for _, c := range []struct {
		change func(*Spec)
		want   []string
	}{
		{func(s *Spec) { s.Days = make([]int32, maxSlots+1) }, []string{"4097 slots; at most 4096 are supported"}},
		{func(s *Spec) { s.Days = []int32{3, 3, 2, 4, 1} }, []string{
			"days[2] is 2, before days[1] = 3; days must not decrease", "days[4] is 1, before days[3] = 4; days must not decrease",
		}},
		{func(s *Spec) { s.Participants[1].Min = -1 }, []string{"participants[1]: min -1, max 0, parallel 0; none may be negative"}},
		{func(s *Spec) { s.Participants[2].Max = -2 }, []string{"participants[2]: min 0, max -2, parallel 0; none may be negative"}},
		{func(s *Spec) { s.Participants[2].Parallel = -3 }, []string{"participants[2]: min 0, max 0, parallel -3; none may be negative"}},
		{func(s *Spec) { s.Participants[0].Min = math.MaxUint32 }, []string{"participants[0]: 4294967295 meetings at least; at most 1048576 are supported"}},
		{func(s *Spec) { s.Pairs[1].B = 9 }, []string{"pairs[1] joins 1 and 9; there are 5 participants"}},
		{func(s *Spec) { s.Pairs[3].A = -1 }, []string{"pairs[3] joins -1 and 4; there are 5 participants"}},
		{func(s *Spec) { s.Pairs[0].B = 0 }, []string{"pairs[0] joins participant 0 with itself"}},
		{func(s *Spec) { s.Pairs[0].Score = -1 }, []string{"pairs[0] has score -1; it must be in 0..1048576"}},
		{func(s *Spec) { s.Pairs[1].Score = math.MaxInt64 }, []string{"pairs[1] has score 9223372036854775807; it must be in 0..1048576"}},
		{func(s *Spec) { s.Pairs[2].Interpreters = []Interpreter{0, 7} }, []string{"pairs[2].interpreters[1] is 7; there are 2 interpreters"}},
		{func(s *Spec) { s.HoldAll, s.LimitBreakSpread, s.BreakSpread = true, true, -1 }, []string{"the break spread is -1; it must not be negative"}},
		{fix(FixedMeeting{8, 0, NoTable, NoInterpreter}), []string{"fixed[0] is pair 8; there are 4 pairs"}},
		{fix(free, FixedMeeting{0, 1, NoTable, NoInterpreter}), []string{"fixed[1] fixes pair 0 a second time"}},
		{fix(FixedMeeting{0, 5, NoTable, NoInterpreter}), []string{"fixed[0] is in slot 5; there are 5 slots"}},
		{fix(FixedMeeting{0, NoSlot, NoTable, NoInterpreter}), []string{"fixed[0] is in slot -1; there are 5 slots"}},
		{fix(FixedMeeting{0, 0, 2, NoInterpreter}), []string{"fixed[0] is at table 2; there are 2 tables"}},
		{fix(FixedMeeting{2, 0, NoTable, 2}), []string{"fixed[0] has interpreter 2; there are 2 interpreters"}},
		{fix(FixedMeeting{0, 0, NoTable, 0}), []string{"fixed[0] has interpreter 0, but pair 0 needs none"}},
		{fix(FixedMeeting{2, 0, NoTable, 1}), []string{"fixed[0] has interpreter 1, who cannot serve pair 2"}},
		{func(s *Spec) { s.Precedences = []Precedence{{0, 1}} }, []string{"precedences and a limit on the break spread need HoldAll"}},
		{func(s *Spec) { s.LimitBreakSpread = true }, []string{"precedences and a limit on the break spread need HoldAll"}},
		{
			func(s *Spec) { s.HoldAll, s.Precedences = true, []Precedence{{0, 1}, {0, 4}} },
			[]string{"precedences[1] orders pairs 0 and 4; there are 4 pairs"},
		},
		{func(s *Spec) {
			s.Pairs[0].Score, s.Pairs[1].B, s.Fixed = -1, 9, []FixedMeeting{{0, 5, NoTable, NoInterpreter}}
		}, []string{
			"pairs[0] has score -1", "pairs[1] joins 1 and 9", "fixed[0] is in slot 5",
		}},
		// From here on each meeting could be fixed alone or at another time, but not so.
		{
			func(s *Spec) { s.Participants[3].Unavailable, s.Fixed = Slots(0), []FixedMeeting{free} },
			[]string{"fixed[0] puts pair 0 into slot 0, which the hard rules"},
		},
		{
			func(s *Spec) { s.Pairs[0].Unavailable, s.Fixed = Slots(0), []FixedMeeting{free} },
			[]string{"fixed[0] puts pair 0 into slot 0, which the hard rules"},
		},
		{fix(free, FixedMeeting{3, 1, NoTable, NoInterpreter}, FixedMeeting{2, 0, NoTable, 0}), []string{"fixed[2] puts pair 2 into slot 0"}},
		{
			func(s *Spec) {
				s.Participants[0].Max = 1
				s.Fixed = []FixedMeeting{free, {2, 1, NoTable, NoInterpreter}}
			},
			[]string{"fixed[1] puts pair 2 into slot 1"},
		},
		{
			func(s *Spec) {
				s.Tables[1].Unavailable = Slots(0)
				s.Fixed = []FixedMeeting{free, {1, 0, NoTable, NoInterpreter}}
			},
			[]string{"fixed[1] puts pair 1 into slot 0"},
		},
		{
			func(s *Spec) {
				s.Interpreters[0].Unavailable = Slots(2)
				s.Fixed = []FixedMeeting{{2, 2, NoTable, NoInterpreter}}
			},
			[]string{"fixed[0] puts pair 2 into slot 2"},
		},
		{fix(FixedMeeting{0, 0, 1, NoInterpreter}, FixedMeeting{1, 0, 1, NoInterpreter}), []string{"fixed[1] is at table 1 in slot 0, which is taken or cannot be used"}},
		{
			func(s *Spec) {
				s.Tables[1].Unavailable = Slots(0)
				s.Fixed = []FixedMeeting{{0, 0, 1, NoInterpreter}}
			},
			[]string{"fixed[0] is at table 1 in slot 0, which is taken or cannot be used"},
		},
	} {
		s := Spec{
			Days:         []int32{1, 1, 1, 2, 2},
			Participants: make([]ParticipantSpec, 5),
			Pairs: []PairSpec{
				{A: 0, B: 3}, {A: 1, B: 4},
				{A: 0, B: 4, NeedsInterpreter: true, Interpreters: []Interpreter{0}}, {A: 2, B: 4},
			},
			Tables:       make([]TableSpec, 2),
			Interpreters: make([]InterpreterSpec, 2),
		}
		c.change(&s)
		_, err := NewInstance(s)
		if err == nil {
			t.Errorf("no fault found; want %q", c.want)
			continue
		}
		lines := strings.Split(err.Error(), "\n")
		if len(lines) != len(c.want) {
			t.Errorf("found %q, want %q", lines, c.want)
			continue
		}
		for i, w := range c.want {
			if !strings.HasPrefix(lines[i], "scheduler: "+w) {
				t.Errorf("found %q, want %q", lines[i], w)
			}
		}
	}
}

func TestWhatIsFixedCanStandTogether(t *testing.T) {
	in := mustInstance(t, Spec{
		Days: make([]int32, 1), Participants: []ParticipantSpec{{Parallel: 2}, {}, {}}, Tables: make([]TableSpec, 2),
		Interpreters: make([]InterpreterSpec, 2),
		Pairs: []PairSpec{
			{A: 0, B: 1, NeedsInterpreter: true, Interpreters: []Interpreter{0, 1}},
			{A: 0, B: 2, NeedsInterpreter: true, Interpreters: []Interpreter{0, 1}},
		},
		Fixed: []FixedMeeting{{0, 0, NoTable, NoInterpreter}, {1, 0, 0, 0}},
	})
	s := newPlacement(in).schedule()
	if _, found := Verify(in, s); len(found) > 0 {
		t.Errorf("%v", found)
	}
	if want := (Meeting{1, 0, 0, 0}); s.Meetings()[0] != want || s.Len() != 2 {
		t.Errorf("%v, want %v among two", s.Meetings(), want)
	}
}

// Limits far beyond what the pairs allow are no limits, and take no memory.
func TestLimitsWithoutEnd(t *testing.T) {
	in := mustInstance(t, Spec{
		Days: make([]int32, 3), Participants: []ParticipantSpec{{Max: math.MaxInt, Parallel: math.MaxInt32}, {Parallel: math.MaxInt}},
		Pairs: []PairSpec{{A: 0, B: 1, Score: 5}, {A: 0, B: 1, Score: 6}}, Tables: make([]TableSpec, 2),
	})
	p := newPlacement(in)
	p.construct()
	if got := p.value(); got.Score != 11 {
		t.Errorf("%+v, want a score of 11", got)
	}
}

// The greatest minimum can be missed by a greatest number, and is.
func TestShortfallOfTheGreatestMinimum(t *testing.T) {
	in := mustInstance(t, Spec{
		Days: make([]int32, 2), Participants: []ParticipantSpec{{Min: maxMin}, {Min: maxMin}}, Tables: make([]TableSpec, 1),
		Pairs: []PairSpec{{A: 0, B: 1, Score: 5}, {A: 0, B: 1, Score: 6}},
	})
	res := Solve(context.Background(), in, Options{})
	want := Objective{Shortfall: 2*maxMin - 4, Score: 11}
	if res.Status != Optimal || res.Objective != want {
		t.Errorf("status %v, %+v, bound %+v; want %+v proven", res.Status, res.Objective, res.Bound, want)
	}
}

// A schedule to start from may be of another instance altogether.
func TestStartFromMeetingsThatTheInstanceDoesNotHave(t *testing.T) {
	in := mustInstance(t, rightSpec())
	start := NewSchedule([]Meeting{{-1, 0, 0, 0}, {99, 0, 0, 0}, {0, NoSlot, 0, 0}, {1, 99, 0, 0}, {3, 2, -5, 77}})
	p := newSearch(context.Background(), in, Options{}).startFrom(start)
	sound(t, p)
	if p.when[3] != 2 {
		t.Errorf("pair 3 is in slot %d, want 2, where it was", p.when[3])
	}
}
