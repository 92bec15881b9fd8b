package breaks

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestStarsDivideTheMeetings holds that every meeting is in one star, and that no two meetings of a star can be held at once.
func TestStarsDivideTheMeetings(t *testing.T) {
	grouped, alone := 0, 0
	for seed := range uint64(500) {
		p := tiny(rand.New(rand.NewPCG(seed, 3)))
		e := &encoding{p: p}
		var all []int
		for m := range p.Meetings {
			all = append(all, m)
		}
		var seen []int
		for _, star := range e.stars(slices.Clone(all)) {
			seen = append(seen, star...)
			if len(star) == 1 {
				alone++
				continue
			}
			grouped++
			if !commonSeat(p, star) {
				t.Fatalf("seed %d: the meetings %v of a star have no participant in common that is in one at a time", seed, star)
			}
		}
		slices.Sort(seen)
		if !slices.Equal(seen, all) {
			t.Fatalf("seed %d: the stars hold %v, not each of %d meetings once", seed, seen, len(all))
		}
	}
	if grouped < 100 || alone < 100 {
		t.Fatalf("%d stars of several meetings, %d of one; the test tries too little", grouped, alone)
	}
}

func commonSeat(p *Problem, star []int) bool {
	first := p.Meetings[star[0]]
	for _, u := range [2]int{first.A, first.B} {
		shared := p.Participants[u].Parallel == 1
		for _, m := range star {
			shared = shared && (p.Meetings[m].A == u || p.Meetings[m].B == u)
		}
		if shared {
			return true
		}
	}
	return false
}

// TestStarsAreFew holds that two sides need no more stars than the smaller has participants, in whatever order the meetings come.
func TestStarsAreFew(t *testing.T) {
	const firms, buyers = 4, 9
	p := &Problem{}
	for range firms + buyers {
		p.Participants = append(p.Participants, Participant{Parallel: 1, Max: 99})
	}
	var all []int
	for f := range firms {
		for b := range buyers {
			all = append(all, len(p.Meetings))
			p.Meetings = append(p.Meetings, Meeting{A: f, B: firms + b})
		}
	}
	rng := rand.New(rand.NewPCG(1, 4))
	rng.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	if got := len((&encoding{p: p}).stars(all)); got != firms {
		t.Fatalf("%d stars for %d firms that meet all buyers", got, firms)
	}
}

// TestStarsLimitTables asks each form that counts stars by itself, where three meetings could be held at once and there are two tables.
func TestStarsLimitTables(t *testing.T) {
	matters := 0
	for seed := range uint64(150) {
		p := crowded(rand.New(rand.NewPCG(seed, 5)))
		breaks, _, ok := exhaust(p)
		if free, _, could := exhaust(withTables(p, 3)); could && (!ok || free < breaks) {
			matters++
		}
		for id, f := range forms {
			if !f.stars {
				continue
			}
			known := newMinimizer(p, nil, Options{Seed: seed, BreaksOnly: true})
			r := prover{id: id, cored: true}
			for round := 0; round < 100 && r.found == nil && !r.infeasible; round++ {
				r.step(context.Background(), known, 1000)
			}
			if r.infeasible == ok {
				t.Fatalf("seed %d: form %d says infeasible: %v, exhaustive search %v", seed, id, r.infeasible, !ok)
			}
			if !ok {
				continue
			}
			if b, _, right := verdict(p, r.found); !right || b != breaks || r.lower != breaks {
				t.Fatalf("seed %d: form %d: right %v, %d breaks, bound %d; the optimum is %d", seed, id, right, b, r.lower, breaks)
			}
		}
	}
	if matters < 30 {
		t.Fatalf("the tables make a difference to %d of 150 problems; the test tries too little", matters)
	}
}

// crowded draws three firms and three buyers with six meetings in three or four slots of two tables.
func crowded(rng *rand.Rand) *Problem {
	p := withTables(&Problem{Days: make([]int32, 3+rng.IntN(2)), LimitSpread: true, Spread: 2}, 2)
	for range 6 {
		p.Participants = append(p.Participants, Participant{Parallel: 1, Max: 9})
	}
	for _, pair := range rng.Perm(9)[:6] {
		g := Meeting{A: pair / 3, B: 3 + pair%3, Held: true}
		for s := range p.Days {
			if rng.IntN(6) > 0 {
				g.Slots = append(g.Slots, s)
			}
		}
		p.Meetings = append(p.Meetings, g)
	}
	return p
}

// withTables is p with so many tables in every slot.
func withTables(p *Problem, tables int) *Problem {
	other := *p
	other.Tables = slices.Repeat([]int{tables}, len(p.Days))
	return &other
}
