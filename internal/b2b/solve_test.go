package b2b_test

import (
	"context"
	"encoding/csv"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"testing"

	"sangdam/internal/b2b"
	"sangdam/scheduler"
)

func TestFixturesToProof(t *testing.T) {
	for _, row := range table(t, "../../fixtures/b2b/optima.csv") {
		proof(t, filepath.Join("../../fixtures/b2b", row[0]+".dzn"), row[1], row[2])
	}
}

// TestPublishedToProof solves the published instances that take a fraction of a second; with SANGDAM_BENCHMARKS set, all.
func TestPublishedToProof(t *testing.T) {
	root, all := os.LookupEnv("SANGDAM_BENCHMARKS")
	if !all {
		root = "../../../shared/benchmarks"
	}
	root = filepath.Join(root, "b2b")
	if _, err := os.Stat(root); err != nil {
		t.Skipf("the published instances are not here (%v); set SANGDAM_BENCHMARKS to the folder that holds b2b", err)
	}
	quick := regexp.MustCompile(`^(tic-12|tic-12crafc|tic-14crafd|forumt-14crafd)$`)
	for _, row := range table(t, filepath.Join(root, "published.csv")) {
		if !all && !quick.MatchString(row[1]) {
			continue
		}
		files, err := filepath.Glob(filepath.Join(root, row[0], row[1]+".*.dzn"))
		if err != nil || len(files) != 1 {
			t.Fatalf("%s/%s: %v, %v", row[0], row[1], files, err)
		}
		proof(t, files[0], row[2], row[3])
	}
}

// proof solves an instance and wants the given optimum, or infeasible.
func proof(t *testing.T, file, fairness, want string) {
	t.Helper()
	in := read(t, file)
	d, err := strconv.Atoi(fairness)
	if err != nil {
		t.Fatal(err)
	}
	instance, err := scheduler.NewInstance(in.Spec(d))
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	r := scheduler.Solve(context.Background(), instance, scheduler.Options{Iterations: 2_000_000, Workers: 2, BreaksOnly: true})
	if want == "infeasible" {
		if r.Status != scheduler.Infeasible {
			t.Errorf("%s, fairness %d: status %v, want infeasible", file, d, r.Status)
		}
		return
	}
	if r.Status != scheduler.Optimal || strconv.Itoa(r.Objective.Breaks) != want || r.Bound.Breaks != r.Objective.Breaks {
		t.Errorf("%s, fairness %d: status %v, breaks %d, bound %d; want %s", file, d, r.Status, r.Objective.Breaks, r.Bound.Breaks, want)
		return
	}
	slots := make([]int, len(in.Meetings))
	for _, m := range r.Schedule.Meetings() {
		slots[m.Pair] = int(m.Slot)
	}
	check(t, file, in, slots, d, r.Objective.Breaks)
}

// check verifies a schedule against the rules as the paper states them, from the file and the slots alone.
func check(t *testing.T, file string, in *b2b.Instance, slots []int, fairness, breaks int) {
	t.Helper()
	perSlot := make([]int, in.Slots)
	agenda := make([][]int, in.Participants)
	for m, g := range in.Meetings {
		s := slots[m]
		perSlot[s]++
		agenda[g.A] = append(agenda[g.A], s)
		agenda[g.B] = append(agenda[g.B], s)
		morning := s < in.MorningSlots
		if g.Session == b2b.Morning && !morning || g.Session == b2b.Afternoon && morning {
			t.Errorf("%s: meeting %d is in the wrong part of the day", file, m+1)
		}
		if g.Fixed >= 0 && g.Fixed != s {
			t.Errorf("%s: meeting %d is fixed to slot %d, but in %d", file, m+1, g.Fixed+1, s+1)
		}
		for _, before := range in.Precedences[m] {
			if slots[before] >= s {
				t.Errorf("%s: meeting %d is not after meeting %d", file, m+1, before+1)
			}
		}
	}
	if most := slices.Max(perSlot); most > in.Tables {
		t.Errorf("%s: %d meetings in a slot, %d tables", file, most, in.Tables)
	}
	total, each := 0, []int{}
	for p, used := range agenda {
		slices.Sort(used)
		b := 0
		for i, s := range used {
			if slices.Contains(in.Forbidden[p], s) {
				t.Errorf("%s: participant %d meets in forbidden slot %d", file, p+1, s+1)
			}
			if i > 0 && s == used[i-1] {
				t.Errorf("%s: participant %d has two meetings in slot %d", file, p+1, s+1)
			}
			if i > 0 && s > used[i-1]+1 {
				b++
			}
		}
		total += b
		each = append(each, b)
	}
	if total != breaks {
		t.Errorf("%s: %d breaks counted, %d claimed", file, total, breaks)
	}
	if spread := slices.Max(each) - slices.Min(each); spread > fairness {
		t.Errorf("%s: the breaks of two participants differ by %d, allowed %d", file, spread, fairness)
	}
}

func read(t *testing.T, file string) *b2b.Instance {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	in, err := b2b.Read(f)
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return in
}

// table reads a CSV file without its header.
func table(t *testing.T, file string) [][]string {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows[1:]
}
