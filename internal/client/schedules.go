package client

import (
	"context"
	"net/http"
	"time"

	"sangdam/event"
)

// SolveOptions steer a solve. The zero value is a sensible default for every field.
type SolveOptions struct {
	Session    string  `json:"session,omitzero"`     // only this one; empty: all
	TimeLimit  float64 `json:"time_limit,omitzero"`  // seconds; zero: the server's own limit
	ScoreSlack float64 `json:"score_slack,omitzero"` // share of the score that may be given up for fewer breaks
	Seed       uint64  `json:"seed,omitzero"`
	Fair       bool    `json:"fair,omitzero"`
	Help       int     `json:"help,omitzero"`
	Start      string  `json:"start,omitzero"` // id of a schedule to begin from
}

// A Run is one solve on the server, and the schedule that came of it.
type Run struct {
	ID           string          `json:"id"`
	Event        string          `json:"event"`
	EventVersion uint64          `json:"event_version"` // of the document that is solved, as it was when it began; zero until then
	State        string          `json:"state"`         // queued, running, done, failed, stopped
	Created      time.Time       `json:"created"`
	Started      time.Time       `json:"started"`
	Ended        time.Time       `json:"ended"`
	Best         []Progress      `json:"best"` // the last of each session
	Problem      event.Text      `json:"problem"`
	Schedule     *event.Schedule `json:"schedule"` // nil until there is one
	Locked       []Locked        `json:"locked"`
	Findings     []Finding       `json:"findings"` // rules that the schedule breaks since the event changed

	Version uint64 `json:"-"` // for If-Match
}

// Over reports whether the solve has come to its end.
func (r *Run) Over() bool { return r.State == "done" || r.State == "failed" || r.State == "stopped" }

// A Locked meeting is not moved by a solve.
type Locked struct {
	Session string `json:"session"`
	Firm    string `json:"firm"`
	Buyer   string `json:"buyer"`
	Slot    int    `json:"slot"`
	Table   string `json:"table,omitzero"`
}

// Solve starts a solve in the background and returns it as it began.
func (c *Client) Solve(ctx context.Context, eventID string, opt SolveOptions) (*Run, error) {
	out := &Run{}
	_, err := c.read(ctx, call{method: http.MethodPost, path: path("events", eventID, "schedules"), body: encode(opt), once: true}, out)
	return out, err
}

// Run reads a solve: its state, the best so far, and its schedule when there is one.
func (c *Client) Run(ctx context.Context, id string) (*Run, error) {
	out := &Run{}
	h, err := c.read(ctx, call{method: http.MethodGet, path: path("schedules", id)}, out)
	out.Version = versionOf(h)
	return out, err
}

// Runs lists the solves of an event, the newest first.
func (c *Client) Runs(ctx context.Context, eventID string) (*Page[Run], error) {
	return list[Run](ctx, c, path("events", eventID, "schedules"), nil, "", 0)
}

// Stop ends a solve soon; the best so far is kept as its schedule. It is no error when it has ended.
func (c *Client) Stop(ctx context.Context, id string) (*Run, error) {
	out := &Run{}
	_, err := c.read(ctx, call{method: http.MethodDelete, path: path("schedules", id), safe: true}, out)
	return out, err
}

// A MeetingEdit changes one meeting of a schedule by hand.
type MeetingEdit struct {
	Op      string `json:"op"` // move, add, remove, lock, unlock
	Session string `json:"session"`
	Firm    string `json:"firm"`
	Buyer   string `json:"buyer"`
	Slot    *int   `json:"slot,omitempty"`
	Table   string `json:"table,omitzero"`
}

// EditMeetings makes all the changes or none; broken rules come back as the faults of a *Problem.
func (c *Client) EditMeetings(ctx context.Context, id string, edits []MeetingEdit, version uint64) (*Run, error) {
	out := &Run{}
	h, err := c.read(ctx, call{method: http.MethodPatch, path: path("schedules", id, "meetings"), body: encode(edits),
		match: version, any: version == 0}, out)
	out.Version = versionOf(h)
	return out, err
}
