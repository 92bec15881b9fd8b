package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"runtime"
	"time"

	"github.com/spf13/cobra"

	"sangdam/internal/b2b"
	"sangdam/scheduler"
)

func (p *program) benchCommand() *cobra.Command {
	limit := wait(60 * time.Second)
	fairness := uint(2)
	seed := uint64(1)
	cmd := &cobra.Command{
		Use:     "bench FILE.dzn...",
		Short:   p.say("bench.short"),
		Long:    p.say("bench.long"),
		Example: "  sangdam bench tic-12.dzn\n  sangdam bench original/*.dzn --fairness 1 --time-limit 10s > results.jsonl",
		Args:    p.arguments("FILE.dzn..."),
		RunE: func(cmd *cobra.Command, args []string) error {
			instances := make([]*b2b.Instance, len(args))
			var wrong []error
			for i, name := range args { // all faults of all files before the first long solve
				in, err := p.readInstance(name)
				if err != nil {
					wrong = append(wrong, inputError{name, err})
				}
				instances[i] = in
			}
			if err := errors.Join(wrong...); err != nil {
				return err
			}
			out := json.NewEncoder(p.out)
			for i, name := range args {
				line, err := benchInstance(cmd.Context(), name, instances[i], int(fairness), seed, time.Duration(limit))
				if err != nil {
					return inputError{name, err}
				}
				if err := out.Encode(line); err != nil {
					return err
				}
				if cmd.Context().Err() != nil {
					break
				}
			}
			return nil
		},
	}
	cmd.Flags().UintVar(&fairness, "fairness", fairness, p.say("flag.fairness"))
	cmd.Flags().Var(&limit, "time-limit", p.say("flag.time_limit"))
	cmd.Flags().Uint64Var(&seed, "seed", seed, p.say("flag.seed"))
	cmd.AddCommand(p.benchEventsCommand())
	return cmd
}

func (p *program) readInstance(name string) (*b2b.Instance, error) {
	in, err := p.open(name)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	return b2b.Read(in)
}

// benchLine is what is printed of an instance. Slots count from 1, as in the files.
type benchLine struct {
	Instance  string  `json:"instance"`
	Status    string  `json:"status"`
	Breaks    *int    `json:"breaks"` // null without a schedule
	Bound     *int    `json:"bound"`  // null when infeasible
	Seconds   float64 `json:"seconds"`
	Slots     []int   `json:"slots"` // by meeting; null without a schedule
	Conflicts int64   `json:"conflicts"`
	Moves     int64   `json:"moves"`
}

// benchInstance solves one instance. The seconds are those from the instance read to the schedule verified.
func benchInstance(ctx context.Context, name string, in *b2b.Instance, fairness int, seed uint64, limit time.Duration) (benchLine, error) {
	began := time.Now()
	if limit > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, limit)
		defer cancel()
	}
	instance, err := scheduler.NewInstance(in.Spec(fairness))
	if err != nil {
		return benchLine{}, err
	}
	const untilTheLimit = 1 << 40 // conflicts without progress: time ends the search, not patience
	r := scheduler.Solve(ctx, instance, scheduler.Options{
		Seed: seed, Workers: runtime.GOMAXPROCS(0), Iterations: untilTheLimit, BreaksOnly: true,
	})
	line := benchLine{Instance: name, Conflicts: r.Iterations["breaks: conflicts"], Moves: r.Iterations["breaks: moves"]}
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
			return benchLine{}, fmt.Errorf("the schedule found breaks rule %v", violations[0])
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
