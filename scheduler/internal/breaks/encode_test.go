package breaks

import (
	"context"
	"math/rand/v2"
	"testing"
)

// TestEveryFormProvesTheOptimum asks each form of the formula alone, since tiny problems are settled before all of them have joined.
func TestEveryFormProvesTheOptimum(t *testing.T) {
	feasible := 0
	for seed := range uint64(400) {
		p := tiny(rand.New(rand.NewPCG(seed, 3)))
		breaks, _, ok := exhaust(p)
		if ok {
			feasible++
		}
		for id := range forms {
			known := newMinimizer(p, nil, Options{Seed: seed, BreaksOnly: true})
			r := prover{id: id, cored: true}
			for round := 0; round < 100 && r.found == nil && !r.infeasible; round++ {
				r.step(context.Background(), known, 1000)
			}
			if !ok {
				if !r.infeasible {
					t.Fatalf("seed %d: form %d finds %v where no placement exists", seed, id, r.found)
				}
				continue
			}
			if b, _, right := verdict(p, r.found); !right || b != breaks || r.lower != breaks {
				t.Fatalf("seed %d: form %d: right %v, %d breaks, bound %d; the optimum is %d", seed, id, right, b, r.lower, breaks)
			}
		}
	}
	if feasible < 100 || feasible > 390 {
		t.Fatalf("%d of 400 problems are feasible; the test tries too little", feasible)
	}
}

// TestWindowsFitTheMeetings: two meetings that must be before noon and one after leave only the windows with two slots
// before.
func TestWindowsFitTheMeetings(t *testing.T) {
	p := &Problem{
		Days:         make([]int32, 6),
		Tables:       []int{9, 9, 9, 9, 9, 9},
		Participants: []Participant{{Parallel: 1, Max: 9}, {Parallel: 1, Max: 9}, {Parallel: 1, Max: 9}, {Parallel: 1, Max: 9}},
		Meetings: []Meeting{
			{A: 0, B: 1, Slots: []int{0, 1, 2}, Held: true},
			{A: 0, B: 2, Slots: []int{0, 1, 2}, Held: true},
			{A: 0, B: 3, Slots: []int{3, 4, 5}, Held: true},
		},
	}
	e := encoding{p: p, of: [][]int{{0, 1, 2}}}
	for first, want := range []bool{false, true, false, false} {
		if got := e.fits(0, first, first+3); got != want {
			t.Errorf("window from %d: fits %v, want %v", first, got, want)
		}
	}
}
