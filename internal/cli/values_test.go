package cli

import (
	"math"
	"testing"
	"time"
)

func TestShare(t *testing.T) {
	for text, want := range map[string]float64{"0.5%": 0.005, "0%": 0, " 2 % ": 0.02, "99.9%": 0.999} {
		var s share
		if err := s.Set(text); err != nil || math.Abs(float64(s)-want) > 1e-12 {
			t.Errorf("%q: %v, %v; want %v", text, float64(s), err, want)
		}
	}
	for _, text := range []string{"0.5", "", "%", "-1%", "100%", "NaN%", "Inf%", "x%"} {
		var s share
		if s.Set(text) == nil {
			t.Errorf("%q is taken for %v", text, float64(s))
		}
	}
	s := share(0.005)
	if s.String() != "0.5%" {
		t.Errorf("written as %q", s.String())
	}
}

func TestWait(t *testing.T) {
	var w wait
	if err := w.Set("1m30s"); err != nil || time.Duration(w) != 90*time.Second {
		t.Errorf("%v, %v", time.Duration(w), err)
	}
	for _, text := range []string{"10", "-1s", "", "soon"} {
		if w.Set(text) == nil {
			t.Errorf("%q is taken", text)
		}
	}
}

func TestChoice(t *testing.T) {
	c := newChoice("table", "json")
	if c.String() != "table" || c.Type() != "table|json" {
		t.Errorf("starts as %q of %q", c.String(), c.Type())
	}
	if c.Set("json") != nil || c.value != "json" || c.Set("xml") == nil || c.value != "json" {
		t.Errorf("ends as %q", c.value)
	}
}
