package breaks

import (
	"context"
	"math/rand/v2"

	"sangdam/scheduler/internal/sat"
)

// A mender lowers the incumbent by large-neighbourhood search (Shaw 1998) with a prover's formula: most meetings are
// assumed to stay where they are, and the solver is asked for something better with the others. What it learns in one
// neighbourhood serves in the next.
type mender struct {
	s      *sat.Solver
	e      *encoding
	breaks *sat.Totalizer
	idle   *sat.Totalizer
	rng    *rand.Rand
	slots  []int // the best placement it knows
	best   value
	share  float64 // of the slots, or of the participants, that a neighbourhood frees
	found  bool
}

const (
	attempt    = 600  // conflicts in a neighbourhood
	leastShare = 0.1  // below it a neighbourhood holds next to nothing
	grow       = 1.02 // after a neighbourhood without anything better
	shrink     = 0.95 // after one that was not searched to its end
)

func newMender(seed uint64) *mender {
	return &mender{rng: rand.New(rand.NewPCG(seed, 2)), share: 0.3}
}

func (d *mender) conflicts() int64 {
	if d.s == nil {
		return 0
	}
	return d.s.Stats().Conflicts
}

// step spends a number of conflicts on neighbourhoods of the incumbent.
func (d *mender) step(ctx context.Context, known *minimizer, conflicts int64) {
	if d.s == nil {
		d.s = sat.New(sat.Options{Seed: known.opt.Seed})
		d.e = encode(known.p, d.s, forms[1])
		d.breaks = sat.NewTotalizer(d.s, d.e.costs, 1)
	}
	if d.slots == nil || known.best.less(d.best) {
		d.slots, d.best = known.slots, known.best
	}
	if known.idlePhase && d.idle == nil {
		d.idle = sat.NewTotalizer(d.s, d.e.idleSlots(), 1)
	}
	last := d.conflicts() + conflicts
	for tries := 0; tries < 200 && d.conflicts() < last && known.target().less(d.best) && ctx.Err() == nil; tries++ {
		d.try(ctx, known)
	}
}

// try searches one neighbourhood.
func (d *mender) try(ctx context.Context, known *minimizer) {
	goal := atMost(d.breaks, d.best.breaks-1)
	if d.best.breaks <= known.lower.breaks {
		if d.idle == nil {
			return
		}
		goal = append(atMost(d.breaks, d.best.breaks), atMost(d.idle, d.best.idle-1)...)
	}
	free := d.neighbourhood(known.p)
	for m, t := range d.slots {
		if t != NoSlot && !free[m] {
			goal = append(goal, d.e.x[m*d.e.n+t])
		}
	}
	switch d.s.Solve(ctx, sat.Budget{Conflicts: attempt}, goal...) {
	case sat.Sat:
		slots := d.e.placement()
		if v, ok := evaluate(known.p, slots); ok && v.less(d.best) {
			d.slots, d.best, d.found = slots, v, true
		}
	case sat.Unsat:
		d.share = min(1, d.share*grow)
	default:
		d.share = max(leastShare, d.share*shrink)
	}
}

// neighbourhood says which meetings may move: those of a stretch of slots, or those of participants around one that has a break.
func (d *mender) neighbourhood(p *Problem) []bool {
	free := make([]bool, len(d.slots))
	if n := len(p.Days); d.rng.IntN(2) == 0 {
		width := min(n, max(2, int(float64(n)*d.share*1.3)))
		first := d.rng.IntN(n - width + 1)
		for m, t := range d.slots {
			free[m] = t >= first && t < first+width
		}
		return free
	}
	in := d.participants(p)
	for m, g := range p.Meetings {
		free[m] = in[g.A] || in[g.B]
	}
	return free
}

// participants chooses a share of the participants, the first with a break if there is one, the others by meetings that lead
// out of those chosen, at random.
func (d *mender) participants(p *Problem) []bool {
	in := make([]bool, len(p.Participants))
	want := max(2, int(float64(len(p.Participants))*d.share*0.6))
	in[d.broken(p)] = true
	for count := 1; count < want; count++ {
		next := -1
		for range 20 {
			g := p.Meetings[d.rng.IntN(len(p.Meetings))]
			if in[g.A] != in[g.B] {
				next = g.A
				if in[g.A] {
					next = g.B
				}
				break
			}
		}
		if next < 0 {
			next = d.rng.IntN(len(p.Participants))
		}
		in[next] = true
	}
	return in
}

// broken returns a random participant with a break, or any.
func (d *mender) broken(p *Problem) int {
	chosen, seen := d.rng.IntN(len(p.Participants)), 0
	for u, b := range d.withBreaks(p) {
		if b {
			if seen++; d.rng.IntN(seen) == 0 {
				chosen = u
			}
		}
	}
	return chosen
}

// withBreaks says which participants have a break in the placement at hand.
func (d *mender) withBreaks(p *Problem) []bool {
	n := len(p.Days)
	use := make([]int, len(p.Participants)*n)
	for m, t := range d.slots {
		if t != NoSlot {
			use[p.Meetings[m].A*n+t]++
			use[p.Meetings[m].B*n+t]++
		}
	}
	out := make([]bool, len(p.Participants))
	for u := range out {
		b, _, _ := participantBreaks(p.Days, use[u*n:(u+1)*n], 1)
		out[u] = b > 0
	}
	return out
}
