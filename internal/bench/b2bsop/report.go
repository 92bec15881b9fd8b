package b2bsop

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"sangdam/internal/bench"
)

// Markdown writes the report as a section of docs/benchmarks.md.
func (r *Report) Markdown() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s Seed %d, limit %g s an instance; a dash: not proven within that, in brackets what was known then, bound to best.\n\n",
		r.Circumstances, r.Options.Seed, r.Options.TimeLimit.Seconds())
	r.originals(&b)
	r.others(&b)
	return b.String()
}

// solved reports whether a status is a proof.
func solved(status string) bool { return status == "optimal" || status == "infeasible" }

// outcome is what was found, in brackets with the bound when it is not proven.
func outcome(status string, breaks, bound *int) string {
	switch {
	case status == "infeasible":
		return status
	case status == "optimal":
		return strconv.Itoa(*breaks)
	}
	low, high := "0", "none"
	if bound != nil {
		low = strconv.Itoa(*bound)
	}
	if breaks != nil {
		high = strconv.Itoa(*breaks)
	}
	return "— (" + low + "–" + high + ")"
}

// originals writes the table of the originals beside the peers, with what it comes to.
func (r *Report) originals(b *strings.Builder) {
	titles := []string{"instance", "optimum:", "breaks:", "seconds:", "conflicts:", "MaxSAT:", "Chuffed:", "Cplex:"}
	if r.WithPeers {
		for _, p := range peerScripts {
			titles = append(titles, p.name+":")
		}
	}
	var rows [][]string
	ours, maxSAT, peers := meaning{limit: r.limit()}, meaning{limit: r.limit()}, make([]meaning, len(peerScripts))
	var behind, behindPaper []string
	for i := range r.Answers {
		a := &r.Answers[i]
		p := &a.Published
		if !p.original() {
			continue
		}
		row := []string{p.Name, p.optimum(), outcome(a.Line.Status, a.Line.Breaks, a.Line.Bound), seconds(a.Line.Seconds),
			grouped(a.Line.Conflicts), p.MaxSAT, p.Chuffed, p.Cplex}
		took := ours.add(a.Line.Status, a.Line.Seconds)
		if s, err := strconv.ParseFloat(p.MaxSAT, 64); err == nil {
			maxSAT.add("optimal", s)
			if s < took {
				behindPaper = append(behindPaper, fmt.Sprintf("%s (%s s)", p.Name, p.MaxSAT))
			}
		}
		for k, q := range a.Peers {
			peers[k].limit = r.limit()
			if s := peers[k].add(q.Status, q.Seconds); s < took {
				behind = append(behind, fmt.Sprintf("%s (%s %s s)", p.Name, peerScripts[k].name, seconds(s)))
			}
			if solved(q.Status) {
				row = append(row, seconds(q.Seconds))
			} else {
				row = append(row, outcome(q.Status, q.Breaks, q.Bound))
			}
		}
		rows = append(rows, row)
	}
	if len(rows) == 0 {
		return
	}
	bench.Table(b, titles, rows)
	fmt.Fprintf(b, "\nProven: %s", ours.proven())
	for k, p := range peerScripts {
		if r.WithPeers {
			fmt.Fprintf(b, ", %s %s", p.name, peers[k].proven())
		}
	}
	fmt.Fprintf(b, ". Geometric mean of the seconds, %g for what is not proven: %s s", 2*r.limit(), seconds(ours.mean()))
	for k, p := range peerScripts {
		if r.WithPeers {
			fmt.Fprintf(b, ", %s %s s", p.name, seconds(peers[k].mean()))
		}
	}
	fmt.Fprintf(b, "; MaxSAT as published, on the paper's machine, %s s.\n\n", seconds(maxSAT.mean()))
	if r.WithPeers {
		fmt.Fprintf(b, "Slower than a peer: %s. ", orNowhere(behind))
	}
	fmt.Fprintf(b, "Slower than MaxSAT as published: %s.\n", orNowhere(behindPaper))
	if wrong := r.Contradictions(); len(wrong) > 0 {
		fmt.Fprintf(b, "\n**CONTRADICTED by what is published: %s.**\n", strings.Join(wrong, "; "))
	}
}

func (r *Report) limit() float64 { return r.Options.TimeLimit.Seconds() }

// others writes the table of everything else, a row an instance and a column a set.
func (r *Report) others(b *strings.Builder) {
	var names, columns []string
	cells := map[[2]string]*Answer{}
	means := map[string]*meaning{}
	for i := range r.Answers {
		a := &r.Answers[i]
		p := &a.Published
		if p.original() {
			continue
		}
		column := p.Set
		if p.Fairness != 2 {
			column += fmt.Sprintf(", d = %d", p.Fairness)
		}
		if !slices.Contains(names, p.Name) {
			names = append(names, p.Name)
		}
		if !slices.Contains(columns, column) {
			columns = append(columns, column)
			means[column] = &meaning{limit: r.limit()}
		}
		cells[[2]string{p.Name, column}] = a
		means[column].add(a.Line.Status, a.Line.Seconds)
	}
	if len(columns) == 0 {
		return
	}
	b.WriteString("\nThe other sets, and the originals with other limits d of fairness: breaks and, after a colon, seconds.\n\n")
	titles, last := []string{"instance"}, []string{"proven, geometric mean"}
	for _, c := range columns {
		titles = append(titles, c+":")
		last = append(last, fmt.Sprintf("%s: %s", means[c].proven(), seconds(means[c].mean())))
	}
	var rows [][]string
	for _, name := range names {
		row := []string{name}
		for _, c := range columns {
			cell := ""
			if a := cells[[2]string{name, c}]; a != nil {
				cell = outcome(a.Line.Status, a.Line.Breaks, a.Line.Bound) + ": " + seconds(a.Line.Seconds)
			}
			row = append(row, cell)
		}
		rows = append(rows, row)
	}
	bench.Table(b, titles, append(rows, last))
}

// A meaning is a geometric mean of seconds, in which what is not proven counts twice the limit.
type meaning struct {
	limit         float64
	logs          float64
	solved, count int
}

// add takes in a run and returns the seconds that it counts.
func (m *meaning) add(status string, s float64) float64 {
	m.count++
	if solved(status) {
		m.solved++
	} else {
		s = 2 * m.limit
	}
	m.logs += math.Log(max(s, 0.001)) // what is measured is whole milliseconds
	return s
}

func (m *meaning) mean() float64 {
	if m.count == 0 {
		return 0
	}
	return math.Exp(m.logs / float64(m.count))
}

func (m *meaning) proven() string { return fmt.Sprintf("%d of %d", m.solved, m.count) }

func seconds(s float64) string { return strconv.FormatFloat(s, 'f', 2, 64) }

// grouped writes a number with commas at the thousands.
func grouped(n int64) string {
	s := strconv.FormatInt(n, 10)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

func orNowhere(names []string) string {
	if len(names) == 0 {
		return "nowhere"
	}
	return strings.Join(names, ", ")
}
