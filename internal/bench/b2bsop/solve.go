// Package b2bsop measures the program on the instances of the B2B meeting scheduling problem (B2BSOP; Bofill et al., JAIR 74,
// 2022): solves them, certifies what was proven, runs general solvers on the same instances, and writes what came out into
// docs/benchmarks.md.
package b2bsop

import (
	"context"
	"fmt"
	"time"

	"sangdam/internal/b2b"
	"sangdam/scheduler"
)

// Options steer a solve.
type Options struct {
	Fairness  int // the breaks of any two participants differ by no more
	Seed      uint64
	TimeLimit time.Duration // zero: none
	Workers   int           // goroutines; zero: 1
}

// A Line is what is known of an instance after a solve, as `sangdam bench` prints it. Slots count from 1, as in the files.
type Line struct {
	Instance  string       `json:"instance"`
	Status    string       `json:"status"` // optimal, feasible, infeasible, unknown
	Breaks    *int         `json:"breaks"` // null without a schedule
	Bound     *int         `json:"bound"`  // null when infeasible
	Seconds   float64      `json:"seconds"`
	Slots     []int        `json:"slots"` // by meeting; null without a schedule
	Conflicts int64        `json:"conflicts"`
	Moves     int64        `json:"moves"`
	Proof     *Certificate `json:"proof,omitempty"`
}

// Solve solves one instance and verifies the schedule. The seconds are those from the instance read to the schedule
// verified.
func Solve(ctx context.Context, name string, in *b2b.Instance, opt Options) (Line, error) {
	began := time.Now()
	ctx, cancel := opt.limit(ctx)
	defer cancel()
	instance, err := scheduler.NewInstance(in.Spec(opt.Fairness))
	if err != nil {
		return Line{}, err
	}
	const untilTheLimit = 1 << 40 // conflicts without progress: time ends the search, not patience
	r := scheduler.Solve(ctx, instance, scheduler.Options{
		Seed: opt.Seed, Workers: opt.Workers, Iterations: untilTheLimit, BreaksOnly: true,
	})
	line := Line{Instance: name, Conflicts: r.Iterations["breaks: conflicts"], Moves: r.Iterations["breaks: moves"]}
	switch r.Status {
	case scheduler.Infeasible:
		line.Status = "infeasible"
	case scheduler.Unknown:
		line.Status = "unknown"
		line.Bound = &r.Bound.Breaks
	default:
		line.Status = "feasible"
		if r.Status == scheduler.Optimal {
			line.Status = "optimal"
		}
		got, violations := scheduler.Verify(instance, r.Schedule)
		if len(violations) > 0 {
			return Line{}, fmt.Errorf("the schedule found breaks rule %v", violations[0])
		}
		line.Breaks, line.Bound = &got.Breaks, &r.Bound.Breaks
		line.Slots = make([]int, instance.NumPairs())
		for _, m := range r.Schedule.Meetings() {
			line.Slots[m.Pair] = int(m.Slot) + 1
		}
	}
	line.Seconds = float64(time.Since(began).Milliseconds()) / 1000
	return line, nil
}

// limit bounds a context by the time limit.
func (o Options) limit(ctx context.Context) (context.Context, context.CancelFunc) {
	if o.TimeLimit <= 0 {
		return ctx, func() {}
	}
	return context.WithTimeout(ctx, o.TimeLimit)
}
