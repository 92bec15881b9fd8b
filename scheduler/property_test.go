package scheduler

import (
	"context"
	"math/rand/v2"
	"testing"
)

// drawn returns a random instance of a size at which every solve is quick, with its spec.
func drawn(t *testing.T, seed, stream uint64) (Spec, *rand.Rand) {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, stream))
	return randomSpec(r, 2+r.IntN(3), 2+r.IntN(3), 2+r.IntN(4)), r
}

// best solves for the parts that are proven at this size, and checks the proof and the rules on the way.
func best(t *testing.T, s Spec) Objective {
	t.Helper()
	in := mustInstance(t, s)
	res := Solve(context.Background(), in, Options{Iterations: 300})
	if _, broken := Verify(in, res.Schedule); len(broken) > 0 {
		t.Fatalf("%v", broken)
	}
	o := res.Objective
	if o.MustMissed != res.Bound.MustMissed || o.Shortfall != res.Bound.Shortfall || o.Score != res.Bound.Score {
		t.Fatalf("got %+v, proven only %+v", o, res.Bound)
	}
	return Objective{MustMissed: o.MustMissed, Shortfall: o.Shortfall, Score: o.Score}
}

func TestRenamingKeepsTheOptimum(t *testing.T) {
	for seed := range uint64(60) {
		s, r := drawn(t, seed, 11)
		want := best(t, s)
		names := r.Perm(len(s.Participants))
		renamed := s
		renamed.Participants = make([]ParticipantSpec, len(names))
		for i, n := range names {
			renamed.Participants[n] = s.Participants[i]
		}
		renamed.Pairs = make([]PairSpec, len(s.Pairs))
		for i, e := range r.Perm(len(s.Pairs)) {
			p := s.Pairs[i]
			p.A, p.B = Participant(names[p.B]), Participant(names[p.A])
			renamed.Pairs[e] = p
		}
		if got := best(t, renamed); got != want {
			t.Errorf("seed %d: %+v, renamed %+v", seed, want, got)
		}
	}
}

func TestMoreOfAResourceNeverLowersTheOptimum(t *testing.T) {
	more := map[string]func(*Spec){
		"a table": func(s *Spec) { s.Tables = append(s.Tables, TableSpec{}) },
		"a slot":  func(s *Spec) { s.Days = append(s.Days, s.Days[len(s.Days)-1]) },
		"an interpreter for all": func(s *Spec) {
			s.Interpreters = append(s.Interpreters, InterpreterSpec{})
			for e := range s.Pairs {
				if s.Pairs[e].NeedsInterpreter {
					s.Pairs[e].Interpreters = append(s.Pairs[e].Interpreters, Interpreter(len(s.Interpreters)-1))
				}
			}
		},
		"meetings a participant": func(s *Spec) {
			for i := range s.Participants {
				if s.Participants[i].Max > 0 {
					s.Participants[i].Max++
				}
			}
		},
		"score": func(s *Spec) {
			for e := range s.Pairs {
				s.Pairs[e].Score += 10
			}
		},
	}
	for name, add := range more {
		for seed := range uint64(40) {
			s, _ := drawn(t, seed, 12)
			before := best(t, s)
			s, _ = drawn(t, seed, 12)
			add(&s)
			if after := best(t, s); after.Compare(before) > 0 {
				t.Errorf("seed %d, one more %s: %+v became %+v", seed, name, before, after)
			}
		}
	}
}

func TestSameScheduleWithAnyNumberOfWorkers(t *testing.T) {
	for seed := range uint64(20) {
		s, _ := drawn(t, seed, 13)
		in := mustInstance(t, s)
		one := Solve(context.Background(), in, Options{Seed: seed, Workers: 1, Iterations: 300})
		two := Solve(context.Background(), in, Options{Seed: seed, Workers: 2, Iterations: 300})
		a, b := one.Schedule.Meetings(), two.Schedule.Meetings()
		if len(a) != len(b) {
			t.Fatalf("seed %d: %d meetings with one worker, %d with two", seed, len(a), len(b))
		}
		for i := range a {
			if a[i] != b[i] {
				t.Fatalf("seed %d: meeting %d is %v with one worker, %v with two", seed, i, a[i], b[i])
			}
		}
	}
}

func TestCancelledAtOnceGivesAScheduleAndHonestBounds(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for seed := range uint64(40) {
		s, _ := drawn(t, seed, 14)
		in := mustInstance(t, s)
		res := Solve(ctx, in, Options{Seed: seed})
		if !res.Stopped {
			t.Fatal("not reported as stopped")
		}
		if _, broken := Verify(in, res.Schedule); len(broken) > 0 {
			t.Fatalf("seed %d: %v", seed, broken)
		}
		want := best(t, s)
		if b := res.Bound; b.MustMissed > want.MustMissed || b.Shortfall > want.Shortfall {
			t.Errorf("seed %d: bound %+v excludes the optimum %+v", seed, b, want)
		}
		o := res.Objective
		if o.MustMissed == want.MustMissed && o.Shortfall == want.Shortfall && res.Bound.Score < want.Score {
			t.Errorf("seed %d: bound %+v excludes the optimum %+v", seed, res.Bound, want)
		}
	}
}

func TestEmptyInstances(t *testing.T) {
	for name, s := range map[string]Spec{
		"nothing":  {},
		"no slots": {Participants: make([]ParticipantSpec, 2), Pairs: []PairSpec{{A: 0, B: 1, Score: 1, Must: true}}, Tables: make([]TableSpec, 1)},
		"no tables": {
			Days: make([]int32, 2), Participants: []ParticipantSpec{{Min: 1}, {}}, Pairs: []PairSpec{{A: 0, B: 1, Score: 1}},
		},
		"no pairs": {Days: make([]int32, 2), Participants: make([]ParticipantSpec, 2), Tables: make([]TableSpec, 1)},
	} {
		in := mustInstance(t, s)
		res := Solve(context.Background(), in, Options{})
		if res.Schedule.Len() != 0 || res.Status != Optimal {
			t.Errorf("%s: %d meetings, status %v, %+v, bound %+v", name, res.Schedule.Len(), res.Status, res.Objective, res.Bound)
		}
	}
}

func TestStartIsNeverMadeWorse(t *testing.T) {
	for seed := range uint64(20) {
		s, _ := drawn(t, seed, 15)
		in := mustInstance(t, s)
		first := Solve(context.Background(), in, Options{Seed: seed, Iterations: 300})
		ctx, cancel := context.WithCancel(context.Background())
		cancel()
		again := Solve(ctx, in, Options{Seed: seed + 1, Start: first.Schedule})
		a, b := first.Objective, again.Objective
		if b.MustMissed > a.MustMissed || b.MustMissed == a.MustMissed && b.Shortfall == a.Shortfall && b.Score < a.Score {
			t.Errorf("seed %d: began from %+v, came back with %+v", seed, a, b)
		}
	}
}
