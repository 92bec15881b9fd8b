package b2bsop

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestCertify(t *testing.T) {
	in, err := readInstance(filepath.Join("..", "..", "..", "fixtures", "b2b", "in-order.dzn"))
	if err != nil {
		t.Fatal(err)
	}
	stopped, stop := context.WithCancel(t.Context())
	stop()
	n := func(x int) *int { return &x }
	for _, c := range []struct {
		name  string
		ctx   context.Context
		bound *int
		files int
		wrong string
	}{
		{"the bound", t.Context(), n(1), 2, ""},
		{"nothing to prove", t.Context(), n(0), 0, ""},
		{"no time", stopped, n(1), 0, ErrNoRefutation.Error()},
		{"a bound too high", t.Context(), n(2), 0, "the formula has a model although the bound is proven: a schedule with at most 1 breaks"},
		{"infeasible although it is not", t.Context(), nil, 0, "the formula has a model although the bound is proven: a schedule"},
	} {
		folder := t.TempDir()
		got, err := Certify(c.ctx, folder, in, Line{Instance: "a/in-order.dzn", Bound: c.bound}, Options{Fairness: 2, Seed: 1})
		if c.wrong == "" && err != nil || c.wrong != "" && (err == nil || !strings.Contains(err.Error(), c.wrong)) {
			t.Errorf("%s: %v, want %q", c.name, err, c.wrong)
		}
		if (got != nil) != (c.files > 0) {
			t.Errorf("%s: certificate %+v", c.name, got)
		}
		if files, err := os.ReadDir(folder); err != nil || len(files) != c.files {
			t.Errorf("%s: %d files, want %d; %v", c.name, len(files), c.files, err)
		}
	}
	if _, err := Certify(t.Context(), filepath.Join(os.DevNull, "no"), in, Line{Bound: n(1)}, Options{Fairness: 2}); err == nil || errors.Is(err, ErrNoRefutation) {
		t.Errorf("a folder that cannot be: %v", err)
	}
}
