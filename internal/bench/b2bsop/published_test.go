package b2bsop

import "testing"

func TestPublishedContradicts(t *testing.T) {
	n := func(x int) *int { return &x }
	three, none := Published{Breaks: 3}, Published{Infeasible: true}
	for _, c := range []struct {
		name          string
		published     Published
		status        string
		breaks, bound *int
		want          bool
	}{
		{"the optimum", three, "optimal", n(3), n(3), false},
		{"worse, proven", three, "optimal", n(4), n(4), true},
		{"better", three, "feasible", n(2), n(0), true},
		{"worse, not proven", three, "feasible", n(5), n(2), false},
		{"bound above", three, "unknown", nil, n(4), true},
		{"bound as good", three, "unknown", nil, n(3), false},
		{"no schedule", three, "infeasible", nil, nil, true},
		{"a peer without a bound", three, "optimal", n(3), nil, false},
		{"infeasible both", none, "infeasible", nil, nil, false},
		{"a schedule where there is none", none, "feasible", n(9), n(0), true},
		{"not known", none, "unknown", nil, n(2), false},
	} {
		if got := c.published.contradicts(c.status, c.breaks, c.bound); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}
