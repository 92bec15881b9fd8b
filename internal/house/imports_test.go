package house

import (
	"bytes"
	"os/exec"
	"strings"
	"testing"
)

func TestEveryImportPointsTheRightWay(t *testing.T) {
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports,Module,Standard", "sangdam/...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	packages, err := ReadPackages(bytes.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	if len(packages) < 5 {
		t.Fatalf("go list found only %d packages", len(packages))
	}
	for _, v := range Violations("sangdam", Rooms, packages) {
		t.Error(v)
	}
}

func TestTheTableCanFail(t *testing.T) {
	rooms := []Room{
		{Path: "event", StandardOnly: true},
		{Path: "core/...", MayImport: []string{"core/..."}, Pure: true},
		{Path: "api/...", MayImport: []string{"event", "internal/..."}, But: []string{"internal/cli/..."}},
	}
	for _, c := range []struct {
		from, imp string
		want      string // part of the violation; empty: allowed
	}{
		{"m/event", "encoding/json", ""},
		{"m/event", "m/core", "may import of ours only"},
		{"m/event", "github.com/x/y", "standard library"},
		{"m/core", "m/core/internal/flow", ""},
		{"m/core/internal/flow", "m/event", "may import of ours only"},
		{"m/core", "time", "pure"},
		{"m/core", "os/exec", "pure"},
		{"m/core", "gonum.org/v1/gonum/graph", ""},
		{"m/api/web", "m/internal/plan", ""},
		{"m/api/web", "m/internal/cli", "may import of ours only"},
		{"m/attic", "fmt", "no room"},
		{"other/event", "m/core", ""},
	} {
		got := Violations("m", rooms, []Package{{ImportPath: c.from, Imports: []string{c.imp}}})
		switch {
		case c.want == "" && len(got) > 0:
			t.Errorf("%s -> %s: %q, want it allowed", c.from, c.imp, got)
		case c.want != "" && (len(got) != 1 || !strings.Contains(got[0], c.want)):
			t.Errorf("%s -> %s: %q, want one violation with %q", c.from, c.imp, got, c.want)
		}
	}
}

func TestReadPackagesNamesABrokenStream(t *testing.T) {
	if _, err := ReadPackages(strings.NewReader(`{"ImportPath": "m"} {`)); err == nil {
		t.Error("a stream cut short is accepted")
	}
}
