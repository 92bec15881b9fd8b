package hs

import (
	"math"
	"testing"
)

func code(t *testing.T, written string) Code {
	t.Helper()
	c, ok := Parse(written)
	if !ok {
		t.Fatalf("%q is not read as a code", written)
	}
	return c
}

func TestParse(t *testing.T) {
	for written, want := range map[string]string{
		"84": "84", "8412": "8412", "84.12": "8412", "8412.21": "8412.21", "841221": "8412.21", "8412.21.0000": "8412.21",
		"0101.21": "0101.21",
	} {
		if got := code(t, written).String(); got != want {
			t.Errorf("%q is read as %s, want %s", written, got, want)
		}
	}
	for _, written := range []string{"", "8", "841", "84a2", "팔사"} {
		if c, ok := Parse(written); ok {
			t.Errorf("%q is read as %v, want no code", written, c)
		}
	}
}

func TestSimilarityFollowsTheHierarchy(t *testing.T) {
	cylinder := At(code(t, "8412.21"))
	order := []string{"8412.21", "8412", "8412.29", "8413.60", "8481.20", "8504.40"} // ever farther
	last := math.Inf(1)
	for _, written := range order {
		q := At(code(t, written))
		s := cylinder.Similarity(q)
		if s >= last {
			t.Errorf("similarity of 8412.21 and %s is %.3f, not below the one before it, %.3f", written, s, last)
		}
		if back := q.Similarity(cylinder); back != s {
			t.Errorf("similarity is not symmetric for %s: %.3f and %.3f", written, s, back)
		}
		last = s
	}
	if last != 0 {
		t.Errorf("codes of different chapters share %.3f, want 0", last)
	}
}

func TestRareChapterSaysMore(t *testing.T) {
	aircraft := At(code(t, "88")).Similarity(At(code(t, "8807.30")))
	machinery := At(code(t, "84")).Similarity(At(code(t, "8412.21")))
	if aircraft <= machinery {
		t.Errorf("chapter 88 counts %.3f, chapter 84 %.3f: the rarer one should count more", aircraft, machinery)
	}
}

func TestCurrentMeetsOlderEditions(t *testing.T) {
	for _, c := range []struct{ old, now string }{
		{"8803.30", "8807.30"}, {"8803", "8807"}, {"6908.90", "6907"}, {"8541.40", "8541.43"}, {"8412.21", "8412.21"},
	} {
		found := false
		for _, to := range Current(code(t, c.old)) {
			found = found || to == code(t, c.now)
		}
		if !found {
			t.Errorf("%s should lead to %s, leads to %v", c.old, c.now, Current(code(t, c.old)))
		}
	}
}

func TestMovedTableIsSound(t *testing.T) {
	for old, to := range moved {
		if _, ok := Parse(old); !ok {
			t.Errorf("%q is no code", old)
		}
		for _, now := range to {
			c, ok := Parse(now)
			if !ok {
				t.Errorf("%s leads to %q, which is no code", old, now)
			}
			if again := Current(c); len(again) != 1 || again[0] != c {
				t.Errorf("%s leads to %s, which has itself moved", old, now)
			}
		}
	}
}

func TestUnder(t *testing.T) {
	for _, c := range []struct {
		code, above string
		want        bool
	}{
		{"8457.10", "8457", true}, {"8457", "8457.10", false}, {"8803.30", "8807.30", true}, {"8807.30", "8803", true},
		{"8807.30.1000", "8807.30", true}, {"8412.21", "8413", false}, {"84", "8457", false}, {"xx", "84", false},
	} {
		if got := Under(c.code, c.above); got != c.want {
			t.Errorf("Under(%s, %s) is %v, want %v", c.code, c.above, got, c.want)
		}
	}
}

func TestCommon(t *testing.T) {
	for _, c := range []struct{ a, b, want string }{
		{"8412.21", "8412.29", "8412"}, {"8412.21", "8412.21", "8412.21"}, {"8412", "8413", "84"}, {"84", "8412", "84"}, {"84", "85", ""},
	} {
		if got := Common(code(t, c.a), code(t, c.b)).String(); got != c.want {
			t.Errorf("Common(%s, %s) is %q, want %q", c.a, c.b, got, c.want)
		}
	}
}
