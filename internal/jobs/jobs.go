// Package jobs runs solves that take long: in this process, or on many machines that share a Redis. A run is a record of the
// store; its progress is records beside it. So a run outlives the process that solves it, and whoever watches may ask any
// replica.
package jobs

import (
	"context"
	"errors"
	"iter"
	"time"

	"sangdam/event"
)

// The kinds of records in the space of an event that runs read and write.
const (
	KindEvent    = "event"    // id "current": the event document; read
	KindRun      = "run"      // id of the run: a Run as JSON
	KindSchedule = "schedule" // id of the run: its schedule document without the pairs left out, written once when the run ends
	KindProgress = "progress" // id of the run, "/", sequence number of 8 digits: a Progress as JSON; expires after a day
	// KindIncumbent is the best so far of a run that has not ended, for whoever takes it up after a crash: id of the run. It
	// is deleted with the write that ends the run.
	KindIncumbent = "incumbent"
)

// EventID is the id of the event document within its space.
const EventID = "current"

// A State of a run.
type State string

// The states. A run goes forward only; only an interrupted one, of a server or worker that ended, goes from Running back to Queued.
const (
	Queued  State = "queued"
	Running State = "running"
	Done    State = "done"    // there is a schedule, the best found; Stopped in it says when it was cut short
	Failed  State = "failed"  // there is none; Problem says why
	Stopped State = "stopped" // stopped before anything was found
)

// Ended reports whether nothing more will happen.
func (s State) Ended() bool { return s == Done || s == Failed || s == Stopped }

// Options of a run, those of plan.Options that a caller may set.
type Options struct {
	Session    string  `json:"session,omitzero"`     // only this one; empty: all
	TimeLimit  float64 `json:"time_limit,omitzero"`  // seconds for the whole event; zero: the server's own limit
	ScoreSlack float64 `json:"score_slack,omitzero"` // share of the score that may be given up for fewer breaks
	Seed       uint64  `json:"seed,omitzero"`
	Fair       bool    `json:"fair,omitzero"`
	Help       int     `json:"help,omitzero"`
	Start      string  `json:"start,omitzero"` // id of a schedule to begin from
	Keep       []Kept  `json:"keep,omitzero"`  // meetings that stand as they are, beside the event's fixed ones
}

// Kept is a meeting that a solve may not move: locked by hand.
type Kept struct {
	Session string `json:"session"`
	Firm    string `json:"firm"`
	Buyer   string `json:"buyer"`
	Slot    int    `json:"slot"`
	Table   string `json:"table,omitzero"`
}

// A Run is one solve of an event.
type Run struct {
	ID           string     `json:"id"`
	Event        string     `json:"event"`
	EventVersion uint64     `json:"event_version,omitzero"` // of the document that is solved, which is read when it begins; zero until then
	Options      Options    `json:"options"`
	State        State      `json:"state"`
	By           string     `json:"by"` // who started it
	Created      time.Time  `json:"created"`
	Started      time.Time  `json:"started,omitzero"`
	Ended        time.Time  `json:"ended,omitzero"`
	Attempts     int        `json:"attempts,omitzero"`       // how often it was begun
	Lost         int        `json:"lost,omitzero"`           // how many of those ended with their process
	Owner        string     `json:"owner,omitzero"`          // token of the attempt that runs, or of the last one
	Beat         time.Time  `json:"beat,omitzero"`           // when the owner last wrote; it does so four times a lease
	Resumed      bool       `json:"resumed,omitzero"`        // an attempt began from the best that one before had kept
	StopAsked    bool       `json:"stop_asked,omitzero"`     // end soon and keep the best
	Best         []Progress `json:"best,omitzero"`           // the last of each session
	Problem      event.Text `json:"problem,omitzero"`        // why it failed
	Internal     bool       `json:"internal_error,omitzero"` // the problem is the program's own
	Mended       bool       `json:"mended,omitzero"`         // nothing was solved: the schedule that it starts from was mended after changes
}

// Progress is the state of the solve of one session at a moment.
type Progress struct {
	Seq              uint64  `json:"seq"` // counts up within a run, over attempts
	Session          string  `json:"session"`
	Seconds          float64 `json:"seconds"`
	Score            float64 `json:"score"`
	Bound            float64 `json:"bound"`
	Gap              float64 `json:"gap"`
	Breaks           int     `json:"breaks"`
	MustMissed       int     `json:"must_missed"`
	MinimumShortfall int     `json:"minimum_shortfall"`
	Feasible         bool    `json:"feasible"`
	Done             bool    `json:"done"` // of the session
}

// ErrClosed is returned by a Runner that takes no more runs.
var ErrClosed = errors.New("jobs: closed")

// A Runner sees to it that runs are solved.
type Runner interface {
	// Submit records a new run as Queued and has it solved, once, here or elsewhere. run.ID, Event, Options, By and Created are
	// the caller's. When it returns without error the run will not be lost.
	Submit(ctx context.Context, run Run) error
	// Stop asks a run to end soon and keep the best. It is no error when it has ended.
	Stop(ctx context.Context, space, id string) error
	// Watch yields the progress of a run after a sequence number, up to its end or that of ctx.
	Watch(ctx context.Context, space, id string, after uint64) iter.Seq2[Progress, error]
	// Ready returns nil when runs are taken and will be solved.
	Ready(ctx context.Context) error
	// Close takes no more runs, parks those that run (they are Queued again, and start when a Runner next opens), and waits
	// until ctx ends.
	Close(ctx context.Context) error
}
