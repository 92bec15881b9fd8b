package scheduler

import (
	"context"
	"math/rand/v2"
	"testing"

	"sangdam/scheduler/internal/sat"
)

// byFormula finds the least damage, but for breaks, by the formula of Mend alone: each part is counted up from nothing, and nothing is known
// of a linear relaxation, of its bounds or its prices.
func byFormula(t *testing.T, in *Instance, wishes []Wish) Damage {
	t.Helper()
	m := newMender(in, wishes, nil, firstFit(in, wishes).Slots, 1)
	var musts, held, moved []sat.Lit
	var all int64
	for i, w := range wishes {
		all += in.pairs[w.Pair].score
		if in.pairs[w.Pair].must {
			musts = append(musts, m.missed[i])
		}
		if w.Slot != NoSlot {
			held, moved = append(held, m.missed[i]), append(moved, m.shifted[i])
		}
	}
	possible := func(what sat.Lit) bool {
		return m.solver.Solve(context.Background(), sat.Budget{}, what) == sat.Sat
	}
	for _, costs := range [][]sat.Lit{musts, held, moved, m.shortfalls()} {
		fewest := 0
		for !possible(m.atMostOf(costs, fewest)) {
			fewest++
		}
		m.solver.AddAtMost(costs, fewest)
	}
	if !possible(m.loses(all, all)) {
		t.Fatal("the parts contradict each other")
	}
	best := damage(in, wishes, m.read(m.solver.Model()))
	for best.Score > 0 && possible(m.loses(best.Score-1, all)) {
		best = damage(in, wishes, m.read(m.solver.Model()))
	}
	return Damage{MustMissed: best.MustMissed, Lost: best.Lost, Moved: best.Moved, Shortfall: best.Shortfall, Score: best.Score}
}

// triangles draws an instance in which people of one crowd meet each other, so that pairs stand in odd circles, and wishes for it.
func triangles(t *testing.T, seed uint64) (*Instance, []Wish) {
	r := rand.New(rand.NewPCG(seed, 37))
	spec := Spec{Days: make([]int32, 1+r.IntN(2)), Participants: make([]ParticipantSpec, 6+r.IntN(4)), Tables: make([]TableSpec, 4)}
	for i := range spec.Participants {
		spec.Participants[i].Min = max(0, r.IntN(5)-3)
	}
	var wishes []Wish
	for a := range Participant(len(spec.Participants)) {
		for b := range a {
			if a/3 != b/3 && r.IntN(6) > 0 {
				continue
			}
			wishes = append(wishes, Wish{Pair(len(spec.Pairs)), Slot(r.IntN(len(spec.Days)+1)) - 1})
			spec.Pairs = append(spec.Pairs, PairSpec{A: a, B: b, Score: int64(r.IntN(9)) * ScoreScale / 9, Must: r.IntN(5) == 0})
		}
	}
	return mustInstance(t, spec), wishes
}

// Of people in odd circles the relaxation has halves meet: it promises what cannot be, and what its prices decide must not outlive the promise.
func TestMendOddCircles(t *testing.T) {
	for seed := range uint64(400) {
		in, wishes := triangles(t, seed)
		m, err := Mend(context.Background(), in, wishes, MendOptions{Seed: seed})
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		got, proven := m.Damage, m.Bound
		got.Breaks, got.Idle, proven.Breaks, proven.Idle = 0, 0, 0, 0
		if want := byFormula(t, in, wishes); got != want || proven != want {
			t.Errorf("seed %d: %+v, proven %+v, by the formula %+v", seed, got, proven, want)
		}
	}
}
