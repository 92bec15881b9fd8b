package scheduler

import (
	"context"
	"math/rand/v2"
	"testing"
)

// randomSpec returns a small instance with every feature of the product: limits, unavailability, musts, tables,
// interpreters, and sometimes an odd cycle.
func randomSpec(r *rand.Rand, firms, buyers, slots int) Spec {
	var s Spec
	for t := range slots {
		s.Days = append(s.Days, int32(2*t/slots))
	}
	some := func(p float64) SlotSet {
		var out SlotSet
		for t := range slots {
			if r.Float64() < p {
				out.Add(Slot(t))
			}
		}
		return out
	}
	for i := range firms + buyers {
		p := ParticipantSpec{Unavailable: some(0.25), Parallel: 1}
		if r.IntN(3) == 0 {
			p.Max = 1 + r.IntN(3)
		}
		if r.IntN(4) == 0 {
			p.Min = 1 + r.IntN(2)
		}
		if i < firms && r.IntN(5) == 0 {
			p.Parallel = 2
		}
		s.Participants = append(s.Participants, p)
	}
	for range 1 + r.IntN(3) {
		s.Tables = append(s.Tables, TableSpec{Unavailable: some(0.05)})
	}
	for range r.IntN(3) {
		s.Interpreters = append(s.Interpreters, InterpreterSpec{Unavailable: some(0.2)})
	}
	add := func(a, b Participant) {
		p := PairSpec{A: a, B: b, Score: int64(r.IntN(ScoreScale + 1)), Must: r.IntN(10) == 0}
		if len(s.Interpreters) > 0 && r.IntN(2) == 0 {
			p.NeedsInterpreter = true
			for i := range s.Interpreters {
				if r.IntN(2) == 0 {
					p.Interpreters = append(p.Interpreters, Interpreter(i))
				}
			}
		}
		s.Pairs = append(s.Pairs, p)
	}
	for a := range firms {
		for b := range buyers {
			if r.IntN(4) > 0 {
				add(Participant(a), Participant(firms+b))
			}
		}
	}
	if firms > 1 && r.IntN(4) == 0 {
		add(0, 1)
	}
	return s
}

func mustInstance(t testing.TB, s Spec) *Instance {
	t.Helper()
	in, err := NewInstance(s)
	if err != nil {
		t.Fatal(err)
	}
	return in
}

func TestSolveKeepsTheRules(t *testing.T) {
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 1))
		in := mustInstance(t, randomSpec(r, 1+r.IntN(4), 1+r.IntN(5), 1+r.IntN(6)))
		res := Solve(context.Background(), in, Options{Seed: seed, Iterations: 100})
		got, violations := Verify(in, res.Schedule)
		if len(violations) > 0 {
			t.Fatalf("seed %d: %v", seed, violations)
		}
		if got != res.Objective {
			t.Fatalf("seed %d: reported %+v, verified %+v", seed, res.Objective, got)
		}
	}
}
