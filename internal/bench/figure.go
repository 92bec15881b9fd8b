package bench

import (
	"fmt"
	"strconv"
	"strings"
)

// Table writes a Markdown table; a title that ends in a colon is of a column of numbers, which stand on the right.
func Table(b *strings.Builder, titles []string, rows [][]string) {
	line := func(cells []string) { fmt.Fprintf(b, "| %s |\n", strings.Join(cells, " | ")) }
	names, rules := make([]string, len(titles)), make([]string, len(titles))
	for i, title := range titles {
		name, number := strings.CutSuffix(title, ":")
		names[i], rules[i] = name, "---"
		if number {
			rules[i] = "---:"
		}
	}
	line(names)
	line(rules)
	for _, row := range rows {
		line(row)
	}
}

// percent writes a share with no more digits than it needs, two significant ones at most.
func percent(share float64) string {
	return trimZeros(strconv.FormatFloat(share*100, 'f', digits(share*100), 64)) + " %"
}

// digits is the number of decimals that shows two significant digits of a small number.
func digits(x float64) int {
	n := 1
	for limit := 1.; n < 6 && x < limit; n++ {
		limit /= 10
	}
	return n
}

func trimZeros(s string) string { return strings.TrimSuffix(strings.TrimRight(s, "0"), ".") }

// gapText is exact zero only where score and bound are equal.
func gapText(score, bound float64) string {
	if units(score) == units(bound) {
		return "0"
	}
	return percent(max(0, (bound-score)/bound))
}

// atLeast writes a figure that is best at zero with what it is proven to be at least.
func atLeast(n, bound int) string {
	if n == 0 {
		return "0"
	}
	if n == bound {
		return fmt.Sprintf("%d, proven", n)
	}
	return fmt.Sprintf("%d (%d)", n, bound)
}

func memory(bytes int64) string {
	if bytes == 0 {
		return "-"
	}
	return fmt.Sprintf("%d MB", bytes/1_000_000)
}

func (r *Run) withinText(limit float64) string {
	seconds, ok := r.Within(limit)
	if !ok {
		return "not reached"
	}
	return fmt.Sprintf("%.3f", seconds)
}

// scoreSeconds is when the score and its bound reached what they came to.
func (r *Run) scoreSeconds() float64 {
	last := r.Session.Objective
	for _, p := range r.Session.Trace {
		if p.MustMissed == last.MustMissed && p.MinimumShortfall == last.MinimumShortfall &&
			units(p.Score) == units(last.Score) && units(p.Bound) == units(r.Session.Bound.Score) {
			return p.Seconds
		}
	}
	return r.Session.Seconds
}
