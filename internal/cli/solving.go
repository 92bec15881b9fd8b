package cli

import (
	"context"
	"errors"
	"time"

	"github.com/spf13/cobra"

	"sangdam/event"
	"sangdam/internal/plan"
)

// solving holds the flags of the commands that pack.
type solving struct {
	session string
	limit   wait
	slack   share
	seed    uint64
	fair    bool
	suggest uint
}

func (s *solving) flags(p *program, cmd *cobra.Command) {
	s.seed = 1
	cmd.Flags().Var(&s.limit, "time-limit", p.say("flag.time_limit"))
	cmd.Flags().Var(&s.slack, "score-slack", p.say("flag.score_slack"))
	cmd.Flags().Uint64Var(&s.seed, "seed", s.seed, p.say("flag.seed"))
	cmd.Flags().BoolVar(&s.fair, "fair", false, p.say("flag.fair"))
	cmd.Flags().UintVar(&s.suggest, "suggest", 0, p.say("flag.suggest"))
}

// given names a flag of the packing that stands on the command line; "" when none does.
func (s *solving) given(cmd *cobra.Command) string {
	for _, flag := range []string{"time-limit", "score-slack", "seed", "fair", "suggest"} {
		if cmd.Flags().Changed(flag) {
			return flag
		}
	}
	return ""
}

// run reads an event, ranks its pairs and packs them.
func (s *solving) run(ctx context.Context, p *program, name string) (*event.Event, []event.Pair, *event.Schedule, error) {
	ev, pairs, err := p.rank(ctx, name)
	if err != nil {
		return nil, nil, nil, err
	}
	schedule, err := s.solve(ctx, p, name, ev, pairs)
	return ev, pairs, schedule, err
}

// solve packs an event and shows on a terminal how it goes. What keeps the packer from having a schedule at all (fixed
// meetings that cannot all stand, say) is a fault of the input called name.
func (s *solving) solve(ctx context.Context, p *program, name string, ev *event.Event, pairs []event.Pair) (*event.Schedule, error) {
	if _, err := p.sessions(ev, s.session); err != nil {
		return nil, err
	}
	opt := plan.Options{
		Session:    s.session,
		TimeLimit:  time.Duration(s.limit),
		ScoreSlack: float64(s.slack),
		Seed:       s.seed,
		Fair:       s.fair,
		Help:       int(s.suggest),
	}
	line := p.newProgressLine(ev, time.Now)
	if line != nil {
		opt.Progress = line.show
		defer line.clear()
	}
	if p.server != nil {
		return p.solveAtServer(ctx, name, ev, opt)
	}
	schedule, err := plan.Schedule(ctx, ev, pairs, opt)
	switch {
	case err == nil:
		return schedule, nil
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled):
		return nil, errors.New(p.say("solve.no_time"))
	default:
		return nil, inputError{name, err}
	}
}
