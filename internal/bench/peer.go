package bench

import (
	"bytes"
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"math"
	"os/exec"
	"strconv"
	"strings"
	"time"

	"sangdam/event"
)

// Peers are the solvers that peers/solve.py knows.
var Peers = []string{"highs", "cpsat"}

//go:embed peers/solve.py
var peerScript string

// A PeerResult is what a general solver made of the same event: musts, minimums and score.
type PeerResult struct {
	Solver     string   `json:"solver"`
	Version    string   `json:"version"`
	Threads    int      `json:"threads"`
	Status     string   `json:"status"` // optimal, feasible, unknown
	MustMissed int      `json:"must_missed"`
	Shortfall  int      `json:"shortfall"`
	Score      float64  `json:"score"`
	Bound      *float64 `json:"bound"` // nil: none proven
	Seconds    float64  `json:"seconds"`
	Columns    int      `json:"columns"`
}

// PeerOptions say how a peer is run. All fields are mandatory.
type PeerOptions struct {
	Python    string // an interpreter that has highspy and ortools
	TimeLimit time.Duration
	Threads   int
}

// building is the time that a peer gets for reading the event and building its model, beside its time limit.
const building = 3 * time.Minute

// SolvePeer runs one solver on an event. A solver that does not come back in time, or dies for want of memory, has the
// status unknown.
func SolvePeer(ctx context.Context, ev *event.Event, solver string, opt PeerOptions) (PeerResult, error) {
	var doc, stdout, stderr bytes.Buffer
	if err := ev.Write(&doc); err != nil {
		return PeerResult{}, err
	}
	limited, cancel := context.WithTimeout(ctx, opt.TimeLimit+building)
	defer cancel()
	cmd := exec.CommandContext(limited, opt.Python, "-c", peerScript, solver,
		"--time-limit", strconv.FormatFloat(opt.TimeLimit.Seconds(), 'f', -1, 64), "--threads", strconv.Itoa(opt.Threads))
	cmd.Stdin, cmd.Stdout, cmd.Stderr = &doc, &stdout, &stderr
	err := cmd.Run()
	if ctx.Err() != nil {
		return PeerResult{}, ctx.Err()
	}
	if exit, ok := err.(*exec.ExitError); limited.Err() != nil || (ok && exit.ExitCode() < 0) { // killed
		return PeerResult{Solver: solver, Threads: opt.Threads, Status: "unknown", Seconds: opt.TimeLimit.Seconds()}, nil
	}
	if err != nil {
		return PeerResult{}, fmt.Errorf("peer %s: %w: %s", solver, err, lastLine(stderr.String()))
	}
	var r PeerResult
	if err := json.Unmarshal(stdout.Bytes(), &r); err != nil {
		return PeerResult{}, fmt.Errorf("peer %s: %w", solver, err)
	}
	return r, nil
}

func lastLine(s string) string {
	s = strings.TrimSpace(s)
	return s[strings.LastIndexByte(s, '\n')+1:]
}

// Contradicts reports whether a peer and a run cannot both be right: both proven and different, or the peer better than the
// run's bound.
func (p PeerResult) Contradicts(r *Run) bool {
	if p.Status != "optimal" {
		return p.Status == "feasible" && p.compare(r.Session.Bound) < 0
	}
	got, bound := r.Session.Objective, r.Session.Bound
	proven := got.MustMissed == bound.MustMissed && got.MinimumShortfall == bound.MinimumShortfall && units(got.Score) == units(bound.Score)
	return p.compare(bound) < 0 || p.compare(got) > 0 || (proven && p.compare(got) != 0)
}

// compare is negative when the peer is better than o in the parts that it solves for.
func (p PeerResult) compare(o event.Objective) int {
	switch {
	case p.MustMissed != o.MustMissed:
		return p.MustMissed - o.MustMissed
	case p.Shortfall != o.MinimumShortfall:
		return p.Shortfall - o.MinimumShortfall
	default:
		return int(units(o.Score) - units(p.Score))
	}
}

// units turns a score into the whole units in which it is exact.
func units(score float64) int64 { return int64(math.Round(score * 10_000)) }
