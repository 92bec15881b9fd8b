package breaks

import (
	"context"
	"fmt"
	"io"
	"slices"

	"sangdam/scheduler/internal/sat"
)

// Refute states in clauses that a placement keeps the rules and has at most the given number of breaks, any number when that
// is negative, and looks for a refutation. Every writer of proofs gets the DRAT proof of a search with a form of the
// formula of its own; more writers than forms are not used. It returns which of them holds the refutation, and writes to
// formula what that refutes, in DIMACS form with the literals x[m,t] named in comments. Without a refutation, because
// there is such a placement or ctx ended, it returns -1, and what was written proves nothing.
//
// The searches are their own and not a record of Minimize, whose provers count inside the solver and learn from earlier
// bounds. They take turns in rounds, so that the refutation depends on the seed and not on the number of cores.
func Refute(ctx context.Context, p *Problem, atMost int, opt Options, formula io.Writer, proofs ...io.Writer) (int, error) {
	var searches []*refutation
	for i, w := range proofs[:min(len(proofs), len(forms))] {
		r := &refutation{s: sat.New(sat.Options{Seed: opt.Seed, Proof: w})}
		r.e = encode(p, r.s, forms[i])
		if atMost >= 0 && atMost < len(r.e.costs) {
			r.s.AddClause(sat.Not(sat.NewTotalizer(r.s, r.e.costs, atMost+1).AtLeast(atMost + 1)))
		}
		searches = append(searches, r)
	}
	for conflicts := int64(firstRound); ctx.Err() == nil; conflicts = min(2*conflicts, longestRound) {
		var tasks []func()
		for _, r := range searches {
			tasks = append(tasks, func() { r.answer = r.s.Solve(ctx, sat.Budget{Conflicts: conflicts}) })
		}
		together(tasks, opt.Workers)
		for i, r := range searches {
			if r.answer == sat.Unsat {
				return i, r.write(formula)
			}
		}
		if slices.ContainsFunc(searches, func(r *refutation) bool { return r.answer == sat.Sat }) {
			break
		}
	}
	return -1, nil
}

// A refutation is a search that writes its proof.
type refutation struct {
	s      *sat.Solver
	e      *encoding
	answer sat.Status
}

// write ends the proof and writes the formula. DIMACS counts variables from 1; so do the comments count meetings and slots.
func (r *refutation) write(formula io.Writer) error {
	if err := r.s.FlushProof(); err != nil {
		return err
	}
	for m, g := range r.e.p.Meetings {
		for _, t := range g.Slots {
			if _, err := fmt.Fprintf(formula, "c meeting %d in slot %d: %d\n", m+1, t+1, r.e.x[m*r.e.n+t].Var()+1); err != nil {
				return err
			}
		}
	}
	return r.s.WriteFormula(formula)
}
