package breaks

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"
)

// tiny draws a problem small enough for exhaustive search, with any of the features, often infeasible.
func tiny(rng *rand.Rand) *Problem {
	n := 2 + rng.IntN(5)
	p := &Problem{}
	day, manyDays := int32(0), rng.IntN(4) == 0
	for range n {
		if manyDays && rng.IntN(3) == 0 {
			day++
		}
		p.Days = append(p.Days, day)
		p.Tables = append(p.Tables, rng.IntN(4)+rng.IntN(2))
	}
	parts := 2 + rng.IntN(4)
	wide := rng.IntN(4) == 0
	for range parts {
		u := Participant{Parallel: 1, Max: 9}
		if wide && rng.IntN(2) == 0 {
			u.Parallel = 2
		}
		p.Participants = append(p.Participants, u)
	}
	optional := rng.IntN(3) == 0
	best := int64(0)
	for range 2 + rng.IntN(4) {
		a := rng.IntN(parts)
		b := (a + 1 + rng.IntN(parts-1)) % parts
		g := Meeting{A: a, B: b, Held: !optional || rng.IntN(3) == 0, Score: int64(rng.IntN(5))}
		for t := range n {
			if rng.IntN(5) > 0 {
				g.Slots = append(g.Slots, t)
			}
		}
		if len(g.Slots) > 0 && rng.IntN(6) == 0 {
			g.Slots = g.Slots[:1]
		}
		g.Must = optional && rng.IntN(3) == 0
		best += g.Score
		p.Meetings = append(p.Meetings, g)
	}
	if optional {
		p.ScoreAtLeast = rng.Int64N(best + 1)
		p.MissedAtMost = rng.IntN(2)
		p.ShortfallAtMost = rng.IntN(2)
		for u := range p.Participants {
			p.Participants[u].Min = rng.IntN(2)
			p.Participants[u].Max = 1 + rng.IntN(4)
		}
	}
	if rng.IntN(2) == 0 {
		p.LimitSpread, p.Spread = true, rng.IntN(3)
	}
	for rng.IntN(3) == 0 {
		p.Precedences = append(p.Precedences, Precedence{rng.IntN(len(p.Meetings)), rng.IntN(len(p.Meetings))})
	}
	for rng.IntN(4) == 0 {
		h := Hall{Limit: make([]int, n)}
		for m := range p.Meetings {
			if rng.IntN(2) == 0 {
				h.Meetings = append(h.Meetings, m)
			}
		}
		for t := range h.Limit {
			h.Limit[t] = rng.IntN(3)
		}
		p.Halls = append(p.Halls, h)
	}
	return p
}

func TestMinimizeAgainstExhaustiveSearch(t *testing.T) {
	count := 4000
	if testing.Short() {
		count = 400
	}
	feasible, broken := 0, 0
	for seed := range count {
		p := tiny(rand.New(rand.NewPCG(uint64(seed), 0)))
		breaks, idle, ok := exhaust(p)
		r := Minimize(context.Background(), p, nil, Options{Seed: uint64(seed), BreaksOnly: seed%5 == 0})
		if !ok {
			if r.Status != Infeasible {
				t.Fatalf("seed %d: no placement exists, but the status is %v", seed, r.Status)
			}
			continue
		}
		feasible++
		if breaks > 0 {
			broken++
		}
		if r.Status != Optimal || r.Breaks != breaks || r.BreaksBound != breaks {
			t.Fatalf("seed %d: status %v, breaks %d, bound %d; the optimum is %d", seed, r.Status, r.Breaks, r.BreaksBound, breaks)
		}
		if seed%5 != 0 && (r.Idle != idle || r.IdleBound != idle) {
			t.Fatalf("seed %d: idle %d, bound %d; the optimum is %d", seed, r.Idle, r.IdleBound, idle)
		}
		if b, i, right := verdict(p, r.Slots); !right || b != r.Breaks || i != r.Idle {
			t.Fatalf("seed %d: the placement breaks a rule or is misjudged: %d breaks, %d idle, right %v", seed, b, i, right)
		}
	}
	if feasible < count/4 || broken < count/20 || feasible == count {
		t.Fatalf("%d problems: %d feasible, %d with breaks; the test tries too little", count, feasible, broken)
	}
}

func TestMinimizeIsTheSameOnOneCoreAndTwo(t *testing.T) {
	for seed := range uint64(40) {
		p := tiny(rand.New(rand.NewPCG(seed, 1)))
		one := Minimize(context.Background(), p, nil, Options{Seed: seed, Workers: 1})
		two := Minimize(context.Background(), p, nil, Options{Seed: seed, Workers: 3})
		if !slices.Equal(one.Slots, two.Slots) || one.Status != two.Status || one.Stats != two.Stats {
			t.Fatalf("seed %d: %+v on one, %+v on three", seed, one, two)
		}
	}
}

func TestStateAgreesWithEvaluation(t *testing.T) {
	for seed := range uint64(500) {
		rng := rand.New(rand.NewPCG(seed, 2))
		p := tiny(rng)
		s := newState(p)
		a := newAnnealer(s, seed, 0)
		start := make([]int, len(p.Meetings))
		for m := range start {
			start[m] = NoSlot
		}
		a.load(start)
		for range 50 {
			a.run(20, 1, value{})
			slots := make([]int, len(s.when))
			for m, at := range s.when {
				slots[m] = int(at)
			}
			b, i, _ := verdict(p, slots)
			if b != s.total || i != s.idleSum {
				t.Fatalf("seed %d: the state counts %d breaks, %d idle; recomputed %d, %d", seed, s.total, s.idleSum, b, i)
			}
		}
	}
}
