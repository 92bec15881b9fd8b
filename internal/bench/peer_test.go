package bench

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sangdam/fixtures/family"
)

// A stand-in for Python, so that the test needs no solver: it answers when it was given the script, its flags and an event.
const standIn = `#!/bin/sh
case "$2" in *"def solve("*) ;; *) echo "no script" >&2; exit 3 ;; esac
[ "$1 $3 $4 $5 $6 $7" = "-c highs --time-limit 1.5 --threads 2" ] || { echo "wrong flags" >&2; exit 3; }
grep -q '"tables-2x2x2-s1"' || { echo "no event" >&2; exit 3; }
`

func TestSolvePeer(t *testing.T) {
	ev, err := family.Event("tables-2x2x2-s1")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, script string
		want         PeerResult
		wrong        string
	}{
		{"answer", `echo '{"solver": "highs", "status": "optimal", "score": 1.5, "bound": 1.5, "seconds": 0.25}'`,
			PeerResult{Solver: "highs", Status: "optimal", Score: 1.5, Seconds: 0.25}, ""},
		{"out of memory", `kill -9 $$`, PeerResult{Solver: "highs", Status: "unknown", Seconds: 1.5, Threads: 2}, ""},
		{"not installed", `echo "Traceback" >&2; echo "No module named 'highspy'" >&2; exit 1`, PeerResult{}, "No module named 'highspy'"},
		{"nonsense", `echo "Hello"`, PeerResult{}, "invalid character"},
	} {
		t.Run(c.name, func(t *testing.T) {
			python := filepath.Join(t.TempDir(), "python")
			if err := os.WriteFile(python, []byte(standIn+c.script+"\n"), 0o755); err != nil {
				t.Fatal(err)
			}
			got, err := SolvePeer(t.Context(), ev, "highs", PeerOptions{Python: python, TimeLimit: 1500 * time.Millisecond, Threads: 2})
			if c.wrong != "" {
				if err == nil || !strings.Contains(err.Error(), c.wrong) {
					t.Fatalf("error %v, want one with %q", err, c.wrong)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if got.Solver != c.want.Solver || got.Status != c.want.Status || got.Score != c.want.Score || got.Seconds != c.want.Seconds ||
				got.Threads != c.want.Threads {
				t.Errorf("got %+v, want %+v", got, c.want)
			}
		})
	}
}
