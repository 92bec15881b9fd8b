package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"sangdam/internal/bench/b2bsop"
	"sangdam/internal/lang"
)

// benchPublished holds the flags of `bench published`.
type benchPublished struct {
	limit  wait // of ours and of each peer, an instance
	seed   uint64
	out    string
	peers  bool
	python string
}

func (p *program) benchPublishedCommand() *cobra.Command {
	b := benchPublished{limit: wait(time.Minute), seed: 1, python: "python3"}
	cmd := &cobra.Command{
		Use:     "published FOLDER",
		Short:   p.say("bench.published.short"),
		Long:    p.say("bench.published.long"),
		Example: "  sangdam bench published b2b --peers --out docs/benchmarks.md",
		Args:    p.arguments("FOLDER"),
		RunE: func(cmd *cobra.Command, args []string) error {
			instances, err := b2bsop.ReadPublished(args[0])
			if err != nil {
				return saidError(p.say("bench.published.folder", lang.Args{"Name": args[0], "Reason": err.Error()}))
			}
			return b.run(cmd.Context(), p, instances)
		},
	}
	cmd.Flags().Var(&b.limit, "time-limit", p.say("flag.time_limit"))
	cmd.Flags().Uint64Var(&b.seed, "seed", b.seed, p.say("flag.seed"))
	cmd.Flags().StringVar(&b.out, "out", "", p.say("flag.published_out"))
	cmd.Flags().BoolVar(&b.peers, "peers", false, p.say("flag.published_peers"))
	cmd.Flags().StringVar(&b.python, "python", b.python, p.say("flag.published_python"))
	return cmd
}

// run measures and delivers. What was measured is delivered also when it contradicts what is published, which then is the
// error.
func (b *benchPublished) run(ctx context.Context, p *program, instances []b2bsop.Published) error {
	m := b2bsop.Measurement{
		Instances: instances,
		Options:   b2bsop.Options{Seed: b.seed, TimeLimit: time.Duration(b.limit), Workers: runtime.GOMAXPROCS(0)},
		Clock:     time.Now,
		Telling:   func(what string) { fmt.Fprintln(p.err, what) },
	}
	if b.peers {
		m.Peers = &b2bsop.PeerOptions{Python: b.python, TimeLimit: time.Duration(b.limit)}
	}
	report, err := m.Run(ctx)
	if err != nil {
		return err
	}
	if b.out == "" {
		_, err = io.WriteString(p.out, report.Markdown())
	} else {
		err = p.fillSection(b.out, "b2bsop", report.Markdown())
	}
	if err != nil {
		return err
	}
	if wrong := report.Contradictions(); len(wrong) > 0 {
		return errors.New(p.say("bench.published.contradiction", lang.Args{"Names": strings.Join(wrong, "; ")}))
	}
	return nil
}
