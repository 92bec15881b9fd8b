package scheduler

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"
)

// strangers returns a spec of pairs that have only slots, tables and interpreters in common; every pair needs one of
// some interpreters, most at most.
func strangers(r *rand.Rand, pairs, slots, interpreters, most int) Spec {
	s := Spec{Days: make([]int32, slots), Tables: make([]TableSpec, pairs), Participants: make([]ParticipantSpec, 2*pairs)}
	for range interpreters {
		var away SlotSet
		for t := range slots {
			if r.IntN(3) == 0 {
				away.Add(Slot(t))
			}
		}
		s.Interpreters = append(s.Interpreters, InterpreterSpec{Unavailable: away})
	}
	for e := range pairs {
		p := PairSpec{A: Participant(2 * e), B: Participant(2*e + 1), Score: int64(1 + r.IntN(ScoreScale)), NeedsInterpreter: true}
		for range r.IntN(most + 1) {
			p.Interpreters = append(p.Interpreters, Interpreter(r.IntN(interpreters)))
		}
		s.Pairs = append(s.Pairs, p)
	}
	return s
}

// mostServed tries every way to hand out interpreters and returns how many of the pairs can be served in slot t.
func mostServed(s Spec, pairs []Pair, t Slot, busy []bool) int {
	if len(pairs) == 0 {
		return 0
	}
	most := mostServed(s, pairs[1:], t, busy)
	for _, i := range s.Pairs[pairs[0]].Interpreters {
		if !busy[i] && !s.Interpreters[i].Unavailable.Has(t) {
			busy[i] = true
			most = max(most, 1+mostServed(s, pairs[1:], t, busy))
			busy[i] = false
		}
	}
	return most
}

func TestClosedSetsAndMatchingSayWhoCanBeServed(t *testing.T) {
	can, cannot := 0, 0
	for seed := range uint64(400) {
		r := rand.New(rand.NewPCG(seed, 21))
		s := strangers(r, 6, 3, 1+r.IntN(5), 3)
		in := mustInstance(t, s)
		if len(in.halls) >= maxHalls {
			t.Fatalf("seed %d: too many closed sets for this test", seed)
		}
		matching := newInterpreterMatching(in)
		for range 20 {
			slot := Slot(r.IntN(3))
			var pairs []Pair
			count := make([]int, len(in.halls))
			for e := range in.pairs {
				if r.IntN(2) == 0 {
					pairs = append(pairs, Pair(e))
					for _, h := range in.hallsOf[in.pairs[e].class] {
						count[h]++
					}
				}
			}
			kept := true
			for h := range count {
				kept = kept && count[h] <= in.halls[h].limit[slot]
			}
			most := mostServed(s, pairs, slot, make([]bool, len(s.Interpreters)))
			if kept != (most == len(pairs)) {
				t.Fatalf("seed %d: closed sets allow %v in slot %d: %v; %d can be served", seed, pairs, slot, kept, most)
			}
			if all := matching.assign(pairs, slot); all != kept {
				t.Fatalf("seed %d: matching serves all of %v in slot %d: %v; %d can be served", seed, pairs, slot, all, most)
			}
			served := 0
			for i, e := range matching.serves {
				if e >= 0 {
					served++
					if !slices.Contains(s.Pairs[e].Interpreters, Interpreter(i)) || s.Interpreters[i].Unavailable.Has(slot) {
						t.Fatalf("seed %d: interpreter %d cannot serve pair %d in slot %d", seed, i, e, slot)
					}
				}
			}
			if served != most {
				t.Fatalf("seed %d: matching serves %d of %v in slot %d, but %d can be", seed, served, pairs, slot, most)
			}
			if kept {
				can++
			} else {
				cannot++
			}
		}
	}
	if can < 1000 || cannot < 1000 {
		t.Errorf("%d selections could be served and %d not; too few of either to tell", can, cannot)
	}
}

// With more closed sets than are kept, the rows are only a relaxation and the matching has the last word.
func TestSolveWithMoreClosedSetsThanAreKept(t *testing.T) {
	tried := 0
	for seed := uint64(0); tried < 4; seed++ {
		r := rand.New(rand.NewPCG(seed, 22))
		s := strangers(r, 8, 2, 8, 3)
		in := mustInstance(t, s)
		if len(in.halls) < maxHalls {
			continue
		}
		tried++
		res := Solve(context.Background(), in, Options{Seed: seed, Iterations: 100})
		got, broken := Verify(in, res.Schedule)
		if len(broken) > 0 {
			t.Fatalf("seed %d: %v", seed, broken)
		}
		want := exhaustive(in)
		if got.Score != want.Score || res.Bound.Score < want.Score {
			t.Errorf("seed %d: score %d, bound %d; exhaustive search finds %d", seed, got.Score, res.Bound.Score, want.Score)
		}
	}
}
