// Package house holds the checks that the build makes of itself: which room may import which, and that no test is
// skipped where everything must run.
package house

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// A Room is a folder of packages with what it may reach. Paths are relative to the module; a path that ends in "/..."
// stands for the folder and everything below it.
type Room struct {
	Path string
	// MayImport lists the packages of ours, "..." for any.
	MayImport []string
	// But lists exceptions to MayImport.
	But []string
	// StandardOnly forbids modules from outside.
	StandardOnly bool
	// Pure forbids what reaches outside the process or the clock: see impure.
	Pure bool
}

// impure lists the standard packages that a pure room does not import.
var impure = []string{"os", "os/...", "net", "net/...", "time", "log", "log/...", "io/fs", "syscall", "database/..."}

// Rooms is the import table of the project, the first room that holds a package deciding. A package without a room is a
// violation, so that a new room must first say which way it points.
var Rooms = []Room{
	{Path: "event/...", StandardOnly: true},
	{Path: "matcher/...", MayImport: []string{"event", "internal/crew", "matcher/..."}},
	{Path: "scheduler/...", MayImport: []string{"internal/crew", "scheduler", "scheduler/..."}, Pure: true},
	{Path: "fixtures/...", MayImport: []string{"event", "scheduler", "fixtures/..."}},
	{Path: "internal/crew", StandardOnly: true, Pure: true},
	{Path: "internal/lang", MayImport: []string{"event"}},
	{Path: "internal/verdict", MayImport: []string{"event", "internal/lang"}},
	{Path: "internal/b2b/...", MayImport: []string{"scheduler"}},
	{Path: "internal/plan", MayImport: []string{"event", "internal/crew", "matcher/...", "scheduler"}},
	{Path: "internal/store/...", MayImport: []string{"event", "internal/store/..."}},
	{Path: "internal/sheet/...", MayImport: []string{"event", "internal/lang", "internal/sheet/..."}},
	{Path: "internal/report/...", MayImport: []string{"event", "internal/lang", "internal/report/..."}},
	{Path: "internal/bench/...", MayImport: []string{"event", "fixtures/...", "internal/b2b/...", "internal/bench", "internal/plan", "matcher", "scheduler"}},
	{Path: "internal/jobs/jobstest", MayImport: []string{"event", "fixtures", "internal/plan", "internal/store", "internal/jobs/..."}},
	{Path: "internal/jobs/queue", MayImport: []string{"internal/jobs", "internal/store", "internal/store/redis"}},
	{Path: "internal/jobs/...", MayImport: []string{"event", "internal/plan", "internal/store", "internal/jobs/..."}},
	{Path: "internal/desk/...", MayImport: []string{"event", "matcher", "internal/plan", "internal/store", "internal/jobs", "internal/sheet/...",
		"internal/report/...", "internal/lang", "internal/desk/..."}},
	{Path: "internal/handout", MayImport: []string{"event", "internal/desk", "internal/lang", "internal/report/..."}},
	{Path: "internal/client", MayImport: []string{"event"}},
	{Path: "api/web/webtest", MayImport: []string{"event", "fixtures", "api", "internal/..."}},
	{Path: "api/...", MayImport: []string{"event", "fixtures", "internal/...", "api/..."},
		But: []string{"internal/bench/...", "internal/cli/...", "internal/house/...", "internal/store/..."}},
	{Path: "internal/house/...", MayImport: []string{"internal/house"}},
	{Path: "internal/cli/...", MayImport: []string{"..."}},
	{Path: "", MayImport: []string{"internal/cli"}},
}

// A Package is what `go list -json` says of a package.
type Package struct {
	ImportPath string
	Imports    []string
	Module     *struct{ Path string }
	Standard   bool
}

// ReadPackages reads the stream that `go list -json` writes.
func ReadPackages(r io.Reader) ([]Package, error) {
	var out []Package
	for dec := json.NewDecoder(r); ; {
		var p Package
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return out, nil
		} else if err != nil {
			return nil, fmt.Errorf("go list: %w", err)
		}
		out = append(out, p)
	}
}

// Violations returns a sentence for each import of the module's packages that the rooms do not allow, in order.
func Violations(module string, rooms []Room, packages []Package) []string {
	var out []string
	for _, p := range packages {
		rel, ours := within(module, p.ImportPath)
		if !ours {
			continue
		}
		room, ok := roomOf(rooms, rel)
		if !ok {
			out = append(out, fmt.Sprintf("%s stands in no room of the table", p.ImportPath))
			continue
		}
		for _, imp := range p.Imports {
			if why := room.forbids(module, imp); why != "" {
				out = append(out, fmt.Sprintf("%s imports %s: %s", p.ImportPath, imp, why))
			}
		}
	}
	slices.SortFunc(out, cmp.Compare[string])
	return out
}

func (r Room) forbids(module, imp string) string {
	if rel, ours := within(module, imp); ours {
		if !matchesAny(r.MayImport, rel) || matchesAny(r.But, rel) {
			return fmt.Sprintf("the room %q may import of ours only %q, without %q", r.Path, r.MayImport, r.But)
		}
		return ""
	}
	standard := !strings.Contains(strings.SplitN(imp, "/", 2)[0], ".")
	if r.StandardOnly && !standard {
		return fmt.Sprintf("the room %q keeps to the standard library", r.Path)
	}
	if r.Pure && standard && matchesAny(impure, imp) {
		return fmt.Sprintf("the room %q is pure: no files, network or clock", r.Path)
	}
	return ""
}

func roomOf(rooms []Room, rel string) (Room, bool) {
	for _, r := range rooms {
		if matches(r.Path, rel) {
			return r, true
		}
	}
	return Room{}, false
}

func within(module, path string) (rel string, ok bool) {
	if path == module {
		return "", true
	}
	return strings.CutPrefix(path, module+"/")
}

func matchesAny(patterns []string, path string) bool {
	return slices.ContainsFunc(patterns, func(p string) bool { return matches(p, path) })
}

func matches(pattern, path string) bool {
	folder, below := strings.CutSuffix(pattern, "...")
	if !below {
		return path == pattern
	}
	folder = strings.TrimSuffix(folder, "/")
	return folder == "" || path == folder || strings.HasPrefix(path, folder+"/")
}
