package client

import (
	"context"
	"net/http"
	"net/url"
	"strconv"

	"sangdam/event"
)

// RepairOptions steer a repair. The zero value is a sensible default for every field.
type RepairOptions struct {
	KeepGaps  bool    // leave the places empty that the changes freed
	TimeLimit float64 // seconds, 30 at most; zero: the server's own limit
}

// A Repair is a mended schedule, with what became of every meeting that did not stay as it was.
type Repair struct {
	Schedule Run           `json:"schedule"` // a run of its own, so that the one before can be gone back to
	Changes  []Moved       `json:"changes"`  // session by session, in order of time
	Sessions []RepairCount `json:"sessions"`
	Affected []string      `json:"affected"` // ids of firms and buyers
}

// A Moved meeting differs between two schedules.
type Moved struct {
	Kind    string         `json:"kind"` // lost, moved, added, table, interpreter
	Session string         `json:"session"`
	Firm    string         `json:"firm"`
	Buyer   string         `json:"buyer"`
	From    *event.Meeting `json:"from"` // nil for an added one
	To      *event.Meeting `json:"to"`   // nil for a lost one
}

// A RepairCount says how much of a session had to be changed, and how much at least: that is proven.
type RepairCount struct {
	Session      string `json:"session"`
	Lost         int    `json:"lost"`
	Moved        int    `json:"moved"`
	Added        int    `json:"added"`
	MustMissed   int    `json:"must_missed"`
	LostAtLeast  int    `json:"lost_at_least"`
	MovedAtLeast int    `json:"moved_at_least"`
	LeastHarm    bool   `json:"least_harm"` // proven
}

// Proven reports whether no schedule keeps more.
func (r RepairCount) Proven() bool { return r.Lost == r.LostAtLeast && r.Moved == r.MovedAtLeast }

// Repair mends a schedule after changes, which become part of the event. A version of 0 mends whatever there is.
func (c *Client) Repair(ctx context.Context, id string, changes *event.Changes, opt RepairOptions, version uint64) (*Repair, error) {
	query := url.Values{}
	if opt.KeepGaps {
		query.Set("keep_gaps", "true")
	}
	if opt.TimeLimit > 0 {
		query.Set("time_limit", strconv.FormatFloat(opt.TimeLimit, 'f', -1, 64))
	}
	out := &Repair{}
	h, err := c.read(ctx, call{method: http.MethodPost, path: path("schedules", id, "repair"), query: query, body: encode(changes),
		once: true, match: version, any: version == 0}, out)
	out.Schedule.Version = versionOf(h)
	return out, err
}

// A Place is a slot in which a pair might meet.
type Place struct {
	Slot     int       `json:"slot"`
	Tables   []string  `json:"tables"`   // free there
	Findings []Finding `json:"findings"` // rules that a meeting here would break; empty: the pair can meet here
}

// Places tells slot by slot where a pair could meet beside the other meetings of a schedule, and what stands in the way elsewhere.
func (c *Client) Places(ctx context.Context, id, session, firm, buyer string) ([]Place, error) {
	page, err := list[Place](ctx, c, path("schedules", id, "places"), url.Values{"session": {session}, "firm": {firm}, "buyer": {buyer}}, "", 0)
	return page.Items, err
}

// A Difference is what publishing a schedule would change.
type Difference struct {
	Changes  []Moved  `json:"changes"`
	Affected []string `json:"affected"` // ids of firms and buyers
}

// Difference tells what publishing a schedule would change, and for whom.
func (c *Client) Difference(ctx context.Context, id string) (*Difference, error) {
	out := &Difference{}
	_, err := c.read(ctx, call{method: http.MethodGet, path: path("schedules", id, "difference")}, out)
	return out, err
}
