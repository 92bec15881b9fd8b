package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"sangdam/fixtures/family"
	"sangdam/internal/bench"
	"sangdam/internal/lang"
)

// benchEvents holds the flags of `bench events`.
type benchEvents struct {
	limit  wait
	seed   uint64
	out    string
	peers  bool
	each   wait // of the peers
	python string
}

func (p *program) benchEventsCommand() *cobra.Command {
	b := benchEvents{seed: 1, python: "python3", each: wait(time.Minute)}
	cmd := &cobra.Command{
		Use:     "events [NAME...]",
		Short:   p.say("bench.events.short"),
		Long:    p.say("bench.events.long"),
		Example: "  sangdam bench events --out docs/benchmarks.md\n  sangdam bench events interpreters-10x40x12-s1 fair-500x700x40-s1 --peers",
		Args:    p.arguments("[NAME...]"),
		RunE: func(cmd *cobra.Command, args []string) error {
			for _, name := range args {
				if err := family.Check(name); err != nil {
					return saidError(p.say("bench.events.name", lang.Args{"Name": name, "Kinds": strings.Join(family.Kinds(), ", ")}))
				}
			}
			return b.run(cmd.Context(), p, args)
		},
	}
	cmd.Flags().Var(&b.limit, "time-limit", p.say("flag.time_limit"))
	cmd.Flags().Uint64Var(&b.seed, "seed", b.seed, p.say("flag.seed"))
	cmd.Flags().StringVar(&b.out, "out", "", p.say("flag.bench_out"))
	cmd.Flags().BoolVar(&b.peers, "peers", false, p.say("flag.peers"))
	cmd.Flags().Var(&b.each, "peer-limit", p.say("flag.peer_limit"))
	cmd.Flags().StringVar(&b.python, "python", b.python, p.say("flag.python"))
	return cmd
}

// run measures and delivers. Growth is measured only with the whole benchmark and where its picture can be kept. What was
// measured is delivered also when a peer contradicts it, which then is the error.
func (b *benchEvents) run(ctx context.Context, p *program, names []string) error {
	m := bench.Measurement{
		Names:   names,
		Options: bench.Options{Seed: b.seed, TimeLimit: time.Duration(b.limit), Clock: time.Now},
		Telling: func(what string) { fmt.Fprintln(p.err, what) },
	}
	if len(names) == 0 {
		m.Names = family.Benchmark()
		m.Growth = b.out != ""
	}
	if b.peers {
		m.Peers = &bench.PeerOptions{Python: b.python, TimeLimit: time.Duration(b.each), Threads: 2}
	}
	report, err := m.Run(ctx)
	if err != nil {
		return err
	}
	if err := b.deliver(p, report); err != nil {
		return err
	}
	if wrong := report.Contradictions(); len(wrong) > 0 {
		return errors.New(p.say("bench.events.contradiction", lang.Args{"Names": strings.Join(wrong, ", ")}))
	}
	return nil
}

// deliver prints the report, or writes it into its section of a page with the picture of growth beside the page.
func (b *benchEvents) deliver(p *program, report *bench.Report) error {
	if b.out == "" {
		_, err := io.WriteString(p.out, report.Markdown())
		return err
	}
	if len(report.Growth) > 0 {
		picture := strings.TrimSuffix(b.out, filepath.Ext(b.out)) + "-events.svg"
		report.Plot = filepath.Base(picture)
		if err := writeFile(picture, func(w io.Writer) error { return bench.WritePlot(w, report.Growth) }); err != nil {
			return err
		}
	}
	return p.fillSection(b.out, "events", report.Markdown())
}

// fillSection writes a section of a page anew.
func (p *program) fillSection(name, section, text string) error {
	page, err := os.ReadFile(name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	filled, err := bench.ReplaceSection(string(page), section, text)
	if err != nil {
		return saidError(p.say("bench.events.section", lang.Args{"Name": name, "Reason": err.Error()}))
	}
	return writeFile(name, func(w io.Writer) error { _, err := io.WriteString(w, filled); return err })
}
