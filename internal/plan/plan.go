// Package plan leads an event through the core: ranked pairs become a scheduler.Instance, its schedule becomes an
// event.Schedule. Names meet indices only here.
package plan

import (
	"context"
	"time"

	"sangdam/event"
)

// Options steer Schedule. The zero value is a sensible default for every field.
type Options struct {
	Session    string        // only this session; empty: all
	TimeLimit  time.Duration // for the whole event; zero: none
	ScoreSlack float64       // share of the score that may be given up for fewer breaks, e.g. 0.005
	Seed       uint64
	Workers    int             // zero: the number of processors
	Start      *event.Schedule // an earlier schedule to begin from; nil: none
	Progress   func(Progress)  // called from one goroutine at a time; nil: not
}

// Progress is the state of one session's solve.
type Progress struct {
	Session  string
	Point    event.TracePoint
	Feasible bool
	Done     bool
}

// Schedule packs the ranked pairs of an event.
func Schedule(ctx context.Context, ev *event.Event, pairs []event.Pair, opt Options) (*event.Schedule, error) {
	return nil, nil
}

// A Finding is one violated rule or wrong figure of a schedule document.
type Finding struct {
	Location string // into the schedule document, e.g. sessions[0].meetings[3]
	Rule     string // number in docs/model.md
	Message  event.Text
}

// A CheckResult is the independent verdict on a schedule document.
type CheckResult struct {
	Findings   []Finding
	Objectives map[string]event.Objective // recomputed, by session
}

// Check verifies the hard rules and recomputes the objective of a schedule document, independently of the solver.
func Check(ev *event.Event, s *event.Schedule, pairs []event.Pair) CheckResult { return CheckResult{} }
