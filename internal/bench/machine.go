package bench

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"runtime/debug"
	"strings"
	"time"
)

// Circumstances say when, on what and with which code figures were measured.
type Circumstances struct {
	Date   time.Time
	Commit string // empty: not known
	CPU    string
	Cores  int
	Go     string
	System string // e.g. linux/amd64
}

// CircumstancesNow describes this program on this machine.
func CircumstancesNow(ctx context.Context, now time.Time) Circumstances {
	return Circumstances{
		Date: now.UTC(), Commit: commit(ctx), CPU: processor(), Cores: runtime.GOMAXPROCS(0),
		Go: runtime.Version(), System: runtime.GOOS + "/" + runtime.GOARCH,
	}
}

func (c Circumstances) String() string {
	of := ""
	if c.Commit != "" {
		of = ", commit " + c.Commit
	}
	return fmt.Sprintf("Measured on %s%s, on %d cores of %s, %s %s.", c.Date.Format(time.DateOnly), of, c.Cores, c.CPU, c.Go, c.System)
}

// commit is what the program was built from; `go run` leaves that out, so then git is asked about the folder at hand.
func commit(ctx context.Context) string {
	revision, changed := "", ""
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			switch {
			case s.Key == "vcs.revision":
				revision = s.Value
			case s.Key == "vcs.modified" && s.Value == "true":
				changed = " with changes"
			}
		}
	}
	if revision == "" {
		out, err := exec.CommandContext(ctx, "git", "rev-parse", "HEAD").Output()
		if err != nil {
			return ""
		}
		revision = strings.TrimSpace(string(out))
	}
	return revision[:min(12, len(revision))] + changed
}

// processor is the model that Linux names, else the architecture.
func processor() string {
	info, err := os.ReadFile("/proc/cpuinfo")
	if err == nil {
		for line := range bytes.Lines(info) {
			if key, value, ok := strings.Cut(string(line), ":"); ok && strings.TrimSpace(key) == "model name" {
				return strings.TrimSpace(value)
			}
		}
	}
	return runtime.GOARCH
}
