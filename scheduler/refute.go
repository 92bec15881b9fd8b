package scheduler

import (
	"context"
	"io"

	"sangdam/scheduler/internal/breaks"
)

// Refute certifies a bound of an instance all of whose pairs are held: that no schedule has at most the given number of
// breaks; that there is none at all, when the number is negative. It writes a formula in DIMACS form to formula, and to
// one of the proofs, whose index it returns, a refutation in DRAT form that any checker of such proofs can check
// without knowing this program. The formula's comments say which of its variables put which pair in which slot,
// counting from 1.
//
// Each of the proofs, two at most, belongs to a search of its own; Seed and Workers are those of Options. It returns -1
// when there is such a schedule, or ctx ended first.
func Refute(ctx context.Context, in *Instance, atMost int, opt Options, formula io.Writer, proofs ...io.Writer) (int, error) {
	return breaks.Refute(ctx, in.breaksProblem(Objective{}, nil), atMost, breaks.Options{Seed: opt.Seed, Workers: opt.Workers}, formula, proofs...)
}
