package breaks

import (
	"context"
	"slices"

	"sangdam/internal/crew"
)

const (
	joinAfter = 6 // rounds before the third prover joins
	mendAfter = 6 // rounds that the annealing has to itself where it makes no slow cooling
	// moves that take a small part of the time of a conflict: the first rounds belong to the provers
	movesPerConflict = 20
	// The rounds of the slow cooling, and its moves in each of them.
	slowFrom, slowTo = 9, 11
	slowMoves        = 1_500_000
)

// round lets every member work once, side by side, and then takes in what they found.
func (m *minimizer) round(ctx context.Context) {
	conflicts := int64(longestRound)
	if m.rounds < 30 {
		conflicts = min(conflicts, firstRound+firstRound*int64(m.rounds)/2)
	}
	known := *m
	var tasks []func()
	for _, pr := range slices.Backward(m.provers) {
		n := m.share(pr.id, conflicts)
		if n > 0 && (m.opt.Limit == 0 || pr.conflicts() < m.opt.Limit) {
			tasks = append(tasks, func() { pr.step(ctx, &known, n) })
		}
	}
	mending := m.mender != nil && m.have && m.rounds >= m.mendFrom() && (m.opt.Limit == 0 || m.mender.conflicts() < m.opt.Limit)
	if mending {
		tasks = append(tasks, func() { m.mender.step(ctx, &known, conflicts) })
	}
	if moves := m.moves(conflicts, mending, len(tasks) == 0); moves > 0 {
		tasks = append(tasks, func() { m.search.step(ctx, moves, known.target()) })
	}
	together(tasks, m.opt.Workers)
	m.rounds++
	m.stalled += conflicts
	m.quiet++
	m.collect()
	if m.have && m.lower.breaks >= m.best.breaks && !m.idlePhase && !m.opt.BreaksOnly {
		m.idlePhase = true
		m.lower.idle = max(m.lower.idle, m.best.breaks) // a break has at least one idle slot
	}
	if m.stalled == 0 && m.opt.Report != nil {
		m.opt.Report(m.result())
	}
}

// share is how many of a round's conflicts a prover gets. Easy problems need one prover only; and when the bound has not risen for
// long, the optimum has to be found by those whose formula is better at that.
func (m *minimizer) share(id int, conflicts int64) int64 {
	switch {
	case id == 0 && m.rounds == 0, id == 2 && m.rounds < joinAfter:
		return 0
	case id == 0 && len(m.provers) > 2 && m.quiet >= joinAfter:
		return conflicts / 2
	}
	return conflicts
}

// slowly reports whether the annealing makes a slow cooling once the problem has turned out not to be easy: in a search that goes on
// until its time is over.
func (m *minimizer) slowly() bool { return m.opt.Limit == 0 && len(m.provers) > 0 }

// mendFrom is the first round of the mender. What it begins with decides how far it comes, so it waits for the slow cooling.
func (m *minimizer) mendFrom() int {
	if m.slowly() {
		return slowTo
	}
	return mendAfter
}

// moves is how many moves the annealing gets in a round. But for its slow cooling it only fills gaps.
func (m *minimizer) moves(conflicts int64, mending, alone bool) int {
	if m.slowly() && m.rounds >= slowFrom && m.rounds < slowTo {
		if m.rounds == slowFrom {
			m.search.slow((slowTo - slowFrom) * slowMoves)
		}
		return slowMoves
	}
	if !mending && (m.rounds < 8 || m.rounds%4 == 0 || !m.have || alone) || m.rounds%8 == 0 {
		return int(conflicts) * movesPerConflict
	}
	return 0
}

// together runs tasks on at most n goroutines.
func together(tasks []func(), n int) {
	if n <= 1 {
		for _, f := range tasks {
			f()
		}
		return
	}
	var wg crew.Crew
	seats := make(chan struct{}, n)
	for _, f := range tasks {
		seats <- struct{}{}
		wg.Go(func() {
			defer func() { <-seats }()
			f()
		})
	}
	wg.Wait()
}
