package breaks

import "context"

// Options steer Minimize. The zero value is a sensible default for every field.
type Options struct {
	Seed uint64
	// Iterations is how many conflicts a prover spends without any progress before the search gives up; zero: 40,000.
	Iterations int64
	// Limit is how many conflicts each prover spends in all; zero: no limit, negative: no provers. The annealing goes on
	// without them.
	Limit int64
	// Moves is how many moves the annealing makes in all; zero: no limit.
	Moves int64
	// Workers is the number of goroutines; zero: 1. It never changes the result.
	Workers int
	// BreaksOnly stops when the breaks are proven, whatever the idle slots.
	BreaksOnly bool
	// Report is called at the end of a round that improved something; nil: not.
	Report func(Result)
}

// Status says what is known.
type Status int

// The statuses.
const (
	Unknown    Status = iota // no placement, and no proof that there is none
	Feasible                 // a placement, not proven best
	Optimal                  // a placement with fewest breaks and, unless BreaksOnly, fewest idle slots
	Infeasible               // proven: no placement keeps the rules
)

// A Result is the best placement found with what is proven of it.
type Result struct {
	Status Status
	Slots  []int // by meeting; nil without a placement
	// No placement has fewer than BreaksBound breaks, and none with Breaks breaks has fewer than IdleBound idle slots.
	Breaks, BreaksBound int
	Idle, IdleBound     int
	Stats               Stats
}

// Stats counts the work done.
type Stats struct {
	Moves     int64 // of the annealing
	Conflicts int64 // of the provers
	Rounds    int
}

const (
	patience     = 40_000  // conflicts without progress
	largest      = 400_000 // literals x[m,t] beyond which only the annealing runs
	firstRound   = 600     // conflicts of a prover
	longestRound = 8_000
	joinSize     = 40_000 // literals x[m,t] beyond which the third prover does not join, for its memory
)

// Minimize looks for a placement with the fewest breaks, then the fewest idle slots, and proves how few there can be.
// start gives a placement to begin from, by meeting, NoSlot where there is none; it need not keep the rules; nil: none.
//
// It is a portfolio that works in rounds: an annealing search that lowers the incumbent, and provers with different
// formulas that raise the bound, each within a number of moves or conflicts and each knowing only what was known when
// the round began. So the result depends on the seed, and not on the number of cores.
func Minimize(ctx context.Context, p *Problem, start []int, opt Options) Result {
	m := newMinimizer(p, start, opt)
	for !m.done() && ctx.Err() == nil {
		m.round(ctx)
	}
	return m.result()
}

// A minimizer is what the members of the portfolio share between rounds.
type minimizer struct {
	p          *Problem
	opt        Options
	patience   int64
	slots      []int
	have       bool
	best       value
	lower      value // proven: no fewer breaks; with best.breaks breaks no fewer idle slots
	infeasible bool
	idlePhase  bool
	stalled    int64 // conflicts since the last progress
	rounds     int
	search     *annealer
	provers    []*prover
	mender     *mender // nil without provers
	quiet      int     // rounds since the bound last rose
}

func newMinimizer(p *Problem, start []int, opt Options) *minimizer {
	m := &minimizer{p: p, opt: opt, patience: opt.Iterations}
	if m.patience == 0 {
		m.patience = patience
	}
	m.search = newAnnealer(newState(p), opt.Seed, 1)
	if start == nil {
		start = make([]int, len(p.Meetings))
		for i := range start {
			start[i] = NoSlot
		}
	} else if v, ok := evaluate(p, start); ok {
		m.take(start, v)
	}
	m.search.load(start)
	if size(p) <= largest && opt.Limit >= 0 {
		m.provers = []*prover{{id: 0}, {id: 1}}
		if size(p) <= joinSize {
			m.provers = append(m.provers, &prover{id: 2})
		}
		m.mender = newMender(opt.Seed)
	}
	return m
}

// size is the number of literals x[m,t].
func size(p *Problem) int {
	n := 0
	for _, g := range p.Meetings {
		n += len(g.Slots)
	}
	return n
}

// done reports whether nothing is left to do, or no progress is made.
func (m *minimizer) done() bool {
	return m.proven() || m.stalled > m.patience || m.opt.Moves > 0 && m.search.moves >= m.opt.Moves
}

func (m *minimizer) proven() bool {
	return m.infeasible || m.have && m.lower.breaks >= m.best.breaks && (m.opt.BreaksOnly || m.lower.idle >= m.best.idle)
}

// target is the number of breaks and idle slots that cannot be improved on.
func (m *minimizer) target() value {
	if m.opt.BreaksOnly {
		return value{m.lower.breaks, 1 << 30}
	}
	return value{m.lower.breaks, max(m.lower.idle, m.lower.breaks)}
}

// collect takes in the bounds first, so that a placement is never thought worse than a bound.
func (m *minimizer) collect() {
	for _, pr := range m.provers {
		m.infeasible = m.infeasible || pr.infeasible
		if !m.idlePhase && pr.lower > m.lower.breaks {
			m.lower.breaks, m.stalled, m.quiet = pr.lower, 0, 0
		}
		if m.idlePhase && pr.lower > m.lower.idle {
			m.lower.idle, m.stalled, m.quiet = pr.lower, 0, 0
		}
	}
	for _, pr := range m.provers {
		if pr.found != nil {
			m.propose(pr.found)
			pr.found = nil
		}
	}
	if m.mender != nil && m.mender.found {
		m.mender.found = false
		m.propose(m.mender.slots)
	}
	if a := m.search; a.have && (!m.have || a.best.less(m.best)) {
		if v, ok := evaluate(m.p, a.slots); ok {
			m.take(a.slots, v)
		} else {
			a.have = false // the meetings it was given to place are not a set that may be chosen
		}
	} else if m.have && (!a.have || m.best.less(a.best)) {
		a.adopt(m.slots, m.best)
	}
}

// propose takes a placement of a prover when it is better than the incumbent. It is evaluated anew here.
func (m *minimizer) propose(slots []int) {
	v, ok := evaluate(m.p, slots)
	if !ok {
		panic("breaks: a model breaks a rule")
	}
	if !m.have || v.less(m.best) {
		m.take(slots, v)
	}
}

func (m *minimizer) take(slots []int, v value) {
	m.have, m.best, m.stalled = true, v, 0
	m.slots = append(m.slots[:0:0], slots...)
}

func (m *minimizer) result() Result {
	r := Result{BreaksBound: m.lower.breaks, IdleBound: m.lower.idle}
	r.Stats = Stats{Moves: m.search.moves, Rounds: m.rounds}
	for _, pr := range m.provers {
		r.Stats.Conflicts += pr.conflicts()
	}
	if m.mender != nil {
		r.Stats.Conflicts += m.mender.conflicts()
	}
	switch {
	case m.infeasible:
		r.Status = Infeasible
		return r
	case !m.have:
		return r
	case m.proven():
		r.Status = Optimal
	default:
		r.Status = Feasible
	}
	r.Slots, r.Breaks, r.Idle = m.slots, m.best.breaks, m.best.idle
	return r
}
