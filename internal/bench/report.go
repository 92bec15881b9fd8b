package bench

import (
	"fmt"
	"strings"
	"time"
)

// A Report is everything that one call measured.
type Report struct {
	Circumstances Circumstances
	Seed          uint64
	Runs          []Run
	Slacks        []SlackRun
	Peers         []Comparison
	PeerLimit     time.Duration
	Growth        []Growth
	Plot          string // where the picture of Growth stands, as the page links to it
}

// A SlackRun is a run with some of the score allowed to be given up; Without is the same event without that.
type SlackRun struct {
	Slack   float64
	Run     Run
	Without *Run
}

// A Comparison is a run beside what the peers made of the same event.
type Comparison struct {
	Run   *Run
	Peers []PeerResult
}

// Markdown writes the report as a section of docs/benchmarks.md.
func (r *Report) Markdown() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s Seed of the search: %d; the seed of an event is in its name.\n", r.Circumstances, r.Seed)
	r.runs(&b)
	if len(r.Slacks) > 0 {
		r.slacks(&b)
	}
	if len(r.Peers) > 0 {
		r.peers(&b)
	}
	if len(r.Growth) > 0 {
		r.growth(&b)
	}
	return b.String()
}

func (r *Report) runs(b *strings.Builder) {
	b.WriteString("\n### Quality and speed\n\n" +
		"Sizes are firms x buyers x slots. The gap is (bound - score) / bound, proven in exact integers. Times are seconds of solving: until the\n" +
		"score was proven to be within 1 %, until it was proven to be within the gap aimed at, and until the run stopped by itself.\n" +
		"After a figure of shortfall, breaks, idle slots and table changes stands what it is proven to be at least. Memory is the largest\n" +
		"resident size of the whole program.\n\n")
	rows := [][]string{}
	for i := range r.Runs {
		run := &r.Runs[i]
		s, target := &run.Session, TargetOf(run.Name)
		rows = append(rows, []string{
			run.Name, fmt.Sprintf("%d x %d x %d", run.Firms, run.Buyers, run.Slots), fmt.Sprint(run.Pairs), atLeast(s.Objective.MinimumShortfall, s.Bound.MinimumShortfall),
			fmt.Sprintf("%.4f", s.Objective.Score), fmt.Sprintf("%.4f", s.Bound.Score), gapText(s.Objective.Score, s.Bound.Score),
			run.withinText(early), run.withinText(target.Gap), fmt.Sprintf("%s in %g s", percent(target.Gap), target.Seconds),
			fmt.Sprintf("%.2f", s.Seconds),
			atLeast(s.Objective.Breaks, s.Bound.Breaks), atLeast(s.Objective.Idle, s.Bound.Idle),
			atLeast(s.Objective.TableChanges, s.Bound.TableChanges), memory(run.PeakMemory),
		})
	}
	Table(b, []string{"event", "size", "pairs:", "shortfall:", "score:", "bound:", "gap:", "to 1 %:", "to target:", "target", "whole run:",
		"breaks:", "idle:", "table changes:", "memory:"}, rows)
}

func (r *Report) slacks(b *strings.Builder) {
	b.WriteString("\n### What giving up score buys\n\n" +
		"With `--score-slack` at most that share of the best score may be given up for fewer breaks, less idle time and fewer table\n" +
		"changes.\n\n")
	rows := [][]string{}
	for i := range r.Slacks {
		s := &r.Slacks[i]
		got, bound, before := s.Run.Session.Objective, s.Run.Session.Bound, s.Without.Session.Objective
		given := 0.
		if before.Score > 0 {
			given = max(0, (before.Score-got.Score)/before.Score)
		}
		rows = append(rows, []string{
			s.Run.Name, percent(s.Slack), fmt.Sprintf("%.4f", got.Score), percent(given),
			atLeast(got.Breaks, bound.Breaks), atLeast(got.Idle, bound.Idle), atLeast(got.TableChanges, bound.TableChanges),
			fmt.Sprintf("%.2f", s.Run.Session.Seconds),
		})
	}
	Table(b, []string{"event", "slack:", "score:", "given up:", "breaks:", "idle:", "table changes:", "seconds:"}, rows)
}

func (r *Report) peers(b *strings.Builder) {
	fmt.Fprintf(b, "\n### Beside general solvers\n\n"+
		"HiGHS and CP-SAT solve the time-indexed integer program of the first event of each kind for musts, minimums and score, each with %d threads and\n"+
		"%g s of solving, in the same run of the benchmark, one after the other. Ours are the seconds until the score was proven, or until our last improvement of it;\n"+
		"the ratio is their seconds over ours. Breaks, idle time and tables are left out. CP-SAT is made for eight threads and more. How to repeat it: [internal/bench/peers](../internal/bench/peers/README.md).\n\n",
		r.Peers[0].Peers[0].Threads, r.PeerLimit.Seconds())
	head := []string{"event", "ours: gap:", "ours: seconds:"}
	for _, p := range r.Peers[0].Peers {
		name := strings.TrimSpace(p.Solver + " " + p.Version)
		head = append(head, name+": gap:", name+": seconds:", "ratio:")
	}
	head = append(head, "scores")
	rows := [][]string{}
	for _, c := range r.Peers {
		rows = append(rows, c.row())
	}
	Table(b, head, rows)
}

// row compares one event.
func (c *Comparison) row() []string {
	s := &c.Run.Session
	seconds := c.Run.scoreSeconds()
	row := []string{c.Run.Name, gapText(s.Objective.Score, s.Bound.Score), fmt.Sprintf("%.3f", seconds)}
	verdict := "-"
	for _, p := range c.Peers {
		switch {
		case p.Contradicts(c.Run):
			verdict = "CONTRADICT"
		case p.Status == "optimal" && verdict == "-":
			verdict = "equal"
		}
		ratio := fmt.Sprintf("%.1f", p.Seconds/max(seconds, leastSeconds))
		found := "no schedule"
		switch {
		case p.Status == "feasible" && (p.Bound == nil || *p.Bound <= 0):
			found, ratio = "no bound", "> "+ratio
		case p.Status == "feasible":
			found, ratio = gapText(p.Score, *p.Bound), "> "+ratio
		case p.Status == "unknown":
			ratio = "> " + ratio
		case p.Status == "optimal":
			found = gapText(p.Score, p.Score)
		}
		row = append(row, found, fmt.Sprintf("%.2f", p.Seconds), ratio)
	}
	return append(row, verdict)
}

func (r *Report) growth(b *strings.Builder) {
	fmt.Fprintf(b, "\n### Growth with size\n\n"+
		"Seconds until the score is proven to be within %s of the best, for every kind of event; three buyers for two firms, 16 slots.\n\n"+
		"![Seconds against candidates times slots](%s)\n\n", percent(GrowthGap), r.Plot)
	head := []string{"kind"}
	for _, firms := range growthFirms {
		head = append(head, fmt.Sprintf("%d x %d:", firms, firms*3/2))
	}
	rows := [][]string{}
	for _, g := range r.Growth {
		row := []string{g.Kind}
		for _, p := range g.Points {
			if p.Reached {
				row = append(row, fmt.Sprintf("%.3f", p.Seconds))
			} else {
				row = append(row, "not reached")
			}
		}
		rows = append(rows, row)
	}
	Table(b, head, rows)
}
