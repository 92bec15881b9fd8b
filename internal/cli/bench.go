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
	"sangdam/internal/bench/b2bsop"
	"sangdam/internal/lang"
)

func (p *program) benchCommand() *cobra.Command {
	limit := wait(60 * time.Second)
	fairness := uint(2)
	seed := uint64(1)
	proofs := ""
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
			if proofs != "" {
				wrong = append(wrong, p.namesakes(args)...)
			}
			if err := errors.Join(wrong...); err != nil {
				return err
			}
			opt := b2bsop.Options{
				Fairness: int(fairness), Seed: seed, TimeLimit: time.Duration(limit), Workers: runtime.GOMAXPROCS(0),
			}
			out := json.NewEncoder(p.out)
			for i, name := range args {
				line, err := b2bsop.Solve(cmd.Context(), name, instances[i], opt)
				if err != nil {
					return inputError{name, err}
				}
				if proofs != "" {
					if err := p.certify(cmd.Context(), proofs, instances[i], &line, opt); err != nil {
						return err
					}
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
	cmd.Flags().StringVar(&proofs, "proofs", "", p.say("flag.proofs"))
	cmd.AddCommand(p.benchEventsCommand(), p.benchPublishedCommand())
	return cmd
}

// certify writes the proof of what a line says, and warns where there was no time for it.
func (p *program) certify(ctx context.Context, folder string, in *b2b.Instance, line *b2bsop.Line, opt b2bsop.Options) (err error) {
	line.Proof, err = b2bsop.Certify(ctx, folder, in, *line, opt)
	if errors.Is(err, b2bsop.ErrNoRefutation) {
		fmt.Fprintln(p.err, p.say("bench.proofs.late", lang.Args{"Name": line.Instance}))
		return nil
	}
	return err
}

// namesakes finds instances whose proofs would have the same names.
func (p *program) namesakes(names []string) (wrong []error) {
	first := map[string]string{}
	for _, name := range names {
		stem := b2bsop.Stem(name)
		if other, taken := first[stem]; taken {
			wrong = append(wrong, saidError(p.say("bench.proofs.same", lang.Args{"Name": name, "Other": other})))
			continue
		}
		first[stem] = name
	}
	return wrong
}

func (p *program) readInstance(name string) (*b2b.Instance, error) {
	in, err := p.open(name)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	return b2b.Read(in)
}
