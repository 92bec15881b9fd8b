package jobs

import (
	"context"
	"log/slog"
	"runtime"
	"time"

	"sangdam/event"
	"sangdam/internal/plan"
	"sangdam/internal/store"
)

// A Packer makes a schedule of ranked pairs, as plan.Schedule does.
type Packer func(context.Context, *event.Event, []event.Pair, plan.Options) (*event.Schedule, error)

// Settings of a home that solves runs. Every field but Store has a default.
type Settings struct {
	Store   store.Store      // mandatory
	Workers int              // runs solved side by side; 0: half of the processors, at least one
	Cores   int              // processors that one run may use; 0: those of the machine, shared out among the workers
	Limit   time.Duration    // for a run that states no time limit; 0: a minute
	Lease   time.Duration    // a run that was not written for so long has lost its owner; 0: ten seconds
	Clock   func() time.Time // nil: time.Now
	Log     *slog.Logger     // nil: slog.Default()
	Pack    Packer           // nil: plan.Schedule
	Observe Observer         // nil: nobody
}

// An Observer is told of the runs that are solved here, by several goroutines.
type Observer interface {
	// Begun is called when a run is claimed.
	Begun(Run)
	// Over is called when the work on it is over, however it ended: see the outcome and the state of the run.
	Over(Run, Outcome)
}

type nobody struct{}

func (nobody) Begun(Run)         {}
func (nobody) Over(Run, Outcome) {}

func (s Settings) withDefaults() Settings {
	processors := runtime.GOMAXPROCS(0)
	if s.Workers <= 0 {
		s.Workers = max(1, processors/2)
	}
	if s.Cores <= 0 {
		s.Cores = max(1, processors/s.Workers)
	}
	if s.Limit <= 0 {
		s.Limit = time.Minute
	}
	if s.Lease <= 0 {
		s.Lease = 10 * time.Second
	}
	if s.Clock == nil {
		s.Clock = time.Now
	}
	if s.Log == nil {
		s.Log = slog.Default()
	}
	if s.Pack == nil {
		s.Pack = plan.Schedule
	}
	if s.Observe == nil {
		s.Observe = nobody{}
	}
	return s
}
