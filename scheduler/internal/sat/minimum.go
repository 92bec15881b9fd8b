package sat

import "context"

// A Goal is a minimisation: make as few of the costs true as possible.
type Goal struct {
	// Costs are the literals whose true ones are counted. A literal given twice counts twice.
	Costs []Lit
	// Budget limits the conflicts of the whole minimisation; zero: no limit.
	Budget Budget
	// Upper returns the fewest known from elsewhere, for example from a local search that runs beside; it may fall
	// from call to call. Nil: none known. The search stops as soon as it proves that nothing is better.
	Upper func() int
	// Report is called when the proven lower bound rises or a better model is found; nil: not. The model found is then
	// the solver's.
	Report func(lower, upper int)
}

// A Minimum is what is proven about a goal. There is no model with less than Lower; when Lower equals Upper, it is the
// minimum.
type Minimum struct {
	Lower int
	// Upper is the fewest known, from the solver's own models or from elsewhere; len(Costs)+1 when there is none.
	Upper int
	// Model is the best model found by the solver itself; nil when it has none, which happens when the bound from
	// elsewhere was proven best first.
	Model []bool
	// Cost is the number of true costs in Model.
	Cost int
	// Infeasible says that the formula has no model at all.
	Infeasible bool
}

// Proven reports whether the minimum is known, or that there is no model.
func (m Minimum) Proven() bool { return m.Infeasible || m.Lower >= m.Upper }

// minimiser keeps what is known of a goal while a search goes on.
type minimiser struct {
	s     *Solver
	goal  Goal
	best  Minimum
	start int64 // conflicts before
}

func newMinimiser(s *Solver, g Goal) *minimiser {
	m := &minimiser{s: s, goal: g, start: s.stats.Conflicts}
	m.best.Upper = len(g.Costs) + 1
	m.refreshUpper()
	return m
}

// refreshUpper takes in the bound from elsewhere.
func (m *minimiser) refreshUpper() {
	if m.goal.Upper != nil {
		m.best.Upper = min(m.best.Upper, m.goal.Upper())
	}
}

// done reports whether there is nothing left to prove.
func (m *minimiser) done() bool {
	m.refreshUpper()
	return m.best.Proven()
}

// solve is Solve within what is left of the goal's budget, and of the given number of conflicts unless that is zero.
func (m *minimiser) solve(ctx context.Context, conflicts int64, assumptions []Lit) Status {
	b := Budget{Conflicts: conflicts}
	if total := m.goal.Budget.Conflicts; total > 0 {
		left := total - (m.s.stats.Conflicts - m.start)
		if left <= 0 {
			return Unknown
		}
		if b.Conflicts == 0 || left < b.Conflicts {
			b.Conflicts = left
		}
	}
	st := m.s.Solve(ctx, b, assumptions...)
	if st == Sat {
		m.improve()
	}
	return st
}

// improve takes in the solver's model.
func (m *minimiser) improve() {
	cost := 0
	for _, l := range m.goal.Costs {
		if m.s.ValueLit(l) {
			cost++
		}
	}
	if m.best.Model == nil || cost < m.best.Cost {
		m.best.Model, m.best.Cost = m.s.Model(), cost
	}
	if cost < m.best.Upper {
		m.best.Upper = cost
		m.report()
	}
}

// raise takes in a proven lower bound. A bound beyond the fewest known is cut to that.
func (m *minimiser) raise(lower int) {
	m.refreshUpper()
	if lower = min(lower, m.best.Upper); lower > m.best.Lower {
		m.best.Lower = lower
		m.report()
	}
}

// refuted takes in that the formula has no model, or none better than the fewest known.
func (m *minimiser) refuted() {
	if m.best.Upper > len(m.goal.Costs) {
		m.best.Infeasible = true
		return
	}
	m.raise(m.best.Upper)
}

func (m *minimiser) report() {
	if m.goal.Report != nil {
		m.goal.Report(m.best.Lower, m.best.Upper)
	}
}
