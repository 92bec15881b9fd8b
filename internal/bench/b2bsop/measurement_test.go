package b2bsop

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// published lays small instances out as the published ones are, with the results given in place of the right ones.
func published(t *testing.T, results map[string]string) string {
	t.Helper()
	folder := t.TempDir()
	csv := "set,instance,fairness,breaks,maxsat_s,chuffed_s,mip_s\n"
	for _, row := range [][4]string{
		{"original", "in-order", "2", "1"}, {"original", "too-much", "2", "infeasible"},
		{"prec15", "in-order", "2", "1"}, {"original", "in-order", "0", "infeasible"}, {"prec15", "busy", "2", "0"},
	} {
		if wrong, ok := results[row[0]+"/"+row[1]]; ok {
			row[3] = wrong
		}
		csv += fmt.Sprintf("%s,%s,%s,%s,3.5,120.0,timeout\n", row[0], row[1], row[2], row[3])
		data, err := os.ReadFile(filepath.Join("..", "..", "..", "fixtures", "b2b", row[1]+".dzn"))
		if err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(folder, row[0], row[1]+"."+row[0]+".dzn"), string(data), 0o600)
	}
	write(t, filepath.Join(folder, "published.csv"), csv, 0o600)
	return folder
}

func write(t *testing.T, name, text string, mode os.FileMode) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), mode); err != nil {
		t.Fatal(err)
	}
}

// measure measures a folder; python, when it is not empty, stands in for the interpreter of the peers.
func measure(t *testing.T, folder, python string) *Report {
	t.Helper()
	instances, err := ReadPublished(folder)
	if err != nil {
		t.Fatal(err)
	}
	m := Measurement{
		Instances: instances, Options: Options{Seed: 1, TimeLimit: time.Minute},
		Clock: func() time.Time { return time.Date(2026, 1, 2, 0, 0, 0, 0, time.UTC) }, Telling: func(string) {},
	}
	if python != "" {
		m.Peers = &PeerOptions{Python: python, TimeLimit: time.Minute}
	}
	r, err := m.Run(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestMeasurementAgreesWithWhatIsPublished(t *testing.T) {
	r := measure(t, published(t, nil), "")
	if wrong := r.Contradictions(); len(wrong) > 0 {
		t.Errorf("contradictions: %v", wrong)
	}
	text := r.Markdown()
	for _, want := range []string{
		"Measured on 2026-01-02", "Seed 1, limit 60 s an instance",
		"| in-order | 1 | 1 | 0.", "| too-much | infeasible | infeasible | 0.", " | 3.5 | 120.0 | timeout |\n",
		"Proven: 2 of 2. Geometric mean of the seconds, 120 for what is not proven: 0.",
		"MaxSAT as published, on the paper's machine, 3.50 s", "Slower than MaxSAT as published: nowhere.",
		"| instance | prec15 | original, d = 0 |\n", "| in-order | 1: 0.", " | infeasible: 0.", "| busy | 0: 0.",
		"| proven, geometric mean | 2 of 2: 0.", " | 1 of 1: 0.",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
	if strings.Contains(text, "clingo") || strings.Contains(text, "CONTRADICTED") {
		t.Errorf("peers without a run, or a contradiction, in\n%s", text)
	}
}

func TestMeasurementTellsWhatContradicts(t *testing.T) {
	r := measure(t, published(t, map[string]string{"original/too-much": "4", "prec15/in-order": "2"}), "")
	want := []string{"original/too-much, fairness 2", "prec15/in-order, fairness 2"}
	if got := r.Contradictions(); strings.Join(got, "; ") != strings.Join(want, "; ") {
		t.Errorf("contradictions %v, want %v", got, want)
	}
	if !strings.Contains(r.Markdown(), "**CONTRADICTED by what is published: "+strings.Join(want, "; ")) {
		t.Errorf("not told in\n%s", r.Markdown())
	}
}

// TestMeasurementRunsThePeers has a shell script stand in for Python: clingo is very fast and right, CP-SAT proves nothing.
func TestMeasurementRunsThePeers(t *testing.T) {
	python := filepath.Join(t.TempDir(), "python")
	write(t, python, `#!/bin/sh
test -f "$(dirname "$1")/dzn.py" && test "$3 $4 $5 $6" = "--fairness 2 --time-limit 60" || exit 1
case "$1 $2" in
*clingo_run.py*in-order*) echo '{"status": "optimal", "breaks": 1, "seconds": 0.0001}' ;;
*clingo_run.py*) echo '{"status": "infeasible", "breaks": null, "seconds": 9}' ;;
*) echo '{"status": "feasible", "breaks": 7, "bound": 0, "seconds": 60.5}' ;;
esac
`, 0o700)
	r := measure(t, published(t, nil), python)
	text := r.Markdown()
	for _, want := range []string{
		"| clingo | CP-SAT |\n", "| 0.00 | — (0–7) |\n", "| 9.00 | — (0–7) |\n",
		"Proven: 2 of 2, clingo 2 of 2, CP-SAT 0 of 2.", "CP-SAT 120.00 s;", "Slower than a peer: in-order (clingo 0.00 s).",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
	if got := r.Contradictions(); len(got) != 1 || got[0] != "original/too-much, fairness 2" { // CP-SAT has a schedule there
		t.Errorf("contradictions %v", got)
	}
}

func TestReadPublishedTellsWhatIsWrong(t *testing.T) {
	for _, c := range []struct{ old, new, want string }{
		{"set,", "sets,", "must have the columns"},
		{",0,infeasible", ",none,infeasible", "row 5: fairness"},
		{"prec15,busy,2,0", "prec15,busy,2,few", "row 6: breaks"},
		{"prec15,busy", "prec15,quiet", "row 6: 0 files quiet.*.dzn in prec15, want one"},
	} {
		folder := published(t, nil)
		name := filepath.Join(folder, "published.csv")
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		write(t, name, strings.Replace(string(text), c.old, c.new, 1), 0o600)
		if _, err := ReadPublished(folder); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q for %q: %v, want %s", c.new, c.old, err, c.want)
		}
	}
	if _, err := ReadPublished(t.TempDir()); err == nil {
		t.Error("an empty folder is read")
	}
}
