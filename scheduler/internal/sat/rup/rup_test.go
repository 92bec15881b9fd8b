package rup

import (
	"strings"
	"testing"
)

func TestCheck(t *testing.T) {
	const formula = "c two variables\np cnf 2 3\n1 2 0\n-1 2 0\n-2 1 0\n"
	for _, c := range []struct {
		name, formula, proof string
		last                 int // literals of the last clause; -1: none
		wrong                string
	}{
		{"what follows", formula, "2 0\n1 0\n", 1, ""},
		{"a refutation", formula + "-1 -2 0\n", "2 0\nd 1 2 0\n0\n", 0, ""},
		{"nothing", formula, "", -1, ""},
		{"what does not follow", formula, "-1 0\n", -1, "[-1] does not follow"},
		{"no refutation", formula, "0\n", -1, "[] does not follow"},
		{"deleted before it is needed", formula, "d -1 2 0\nd -2 1 0\n2 0\n", -1, "[2] does not follow"},
		{"deleting what is not there", formula, "d 1 0\n", -1, "which is not there"},
		{"deleting in another order", formula, "d 2 -1 0\n", -1, ""},
		{"a line cut short", formula, "2", -1, "does not end in 0"},
		{"no number", formula, "x 0\n", -1, "invalid syntax"},
		{"a unit of the formula", "1 0\n-1 2 0\n", "2 0\n", 1, ""},
		{"an empty clause in the formula", "0\n", "0\n", 0, ""},
		{"literals twice", "1 1 0\n-1 -1 2 0\n-2 0\n", "0\n", 0, ""},
	} {
		last, err := Check(strings.NewReader(c.formula), strings.NewReader(c.proof))
		switch {
		case c.wrong != "":
			if err == nil || !strings.Contains(err.Error(), c.wrong) {
				t.Errorf("%s: %v, want %q", c.name, err, c.wrong)
			}
		case err != nil:
			t.Errorf("%s: %v", c.name, err)
		case c.last < 0 != (last == nil) || c.last >= 0 && len(last) != c.last:
			t.Errorf("%s: the last clause is %v, want %d literals", c.name, last, c.last)
		}
	}
}
