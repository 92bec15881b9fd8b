package client

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"strconv"

	"sangdam/event"
)

// Match ranks the pairs of an event that the server does not keep.
func (c *Client) Match(ctx context.Context, ev *event.Event) ([]event.Pair, error) {
	body, err := eventBody(ev)
	if err != nil {
		return nil, err
	}
	pairs, _, err := document(ctx, c, call{method: http.MethodPost, path: "/match", body: body, safe: true}, event.ReadPairs)
	return pairs, err
}

// Schedule packs the sessions of an event that the server does not keep, within the server's limit of time. Start does not count.
func (c *Client) Schedule(ctx context.Context, ev *event.Event, opt SolveOptions) (*event.Schedule, error) {
	body, err := eventBody(ev)
	if err != nil {
		return nil, err
	}
	k := call{method: http.MethodPost, path: "/schedule", query: opt.query(), body: body, safe: true}
	s, _, err := document(ctx, c, k, event.ReadSchedule)
	return s, err
}

// query writes the options that are not as the server would have them.
func (o SolveOptions) query() url.Values {
	q := url.Values{}
	set := func(name, value string, stated bool) {
		if stated {
			q.Set(name, value)
		}
	}
	number := func(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
	set("session", o.Session, o.Session != "")
	set("time_limit", number(o.TimeLimit), o.TimeLimit > 0)
	set("score_slack", number(o.ScoreSlack), o.ScoreSlack > 0)
	set("seed", strconv.FormatUint(o.Seed, 10), o.Seed != 0)
	set("fair", "true", o.Fair)
	set("help", strconv.Itoa(o.Help), o.Help > 0)
	return q
}

// A Verdict is what a check says of a schedule.
type Verdict struct {
	Valid      bool                       `json:"valid"`
	Findings   []Finding                  `json:"findings"`
	Objectives map[string]event.Objective `json:"objectives"` // recomputed, by session
}

// A Finding is one broken rule or wrong figure.
type Finding struct {
	Location string     `json:"location"`
	Rule     string     `json:"rule"`
	Message  event.Text `json:"message"`
}

// Check verifies a schedule independently of the solver.
func (c *Client) Check(ctx context.Context, ev *event.Event, s *event.Schedule) (*Verdict, error) {
	body, err := json.Marshal(struct {
		Event    *event.Event    `json:"event"`
		Schedule *event.Schedule `json:"schedule"`
	}{ev, s})
	if err != nil {
		return nil, err
	}
	out := &Verdict{}
	_, err = c.read(ctx, call{method: http.MethodPost, path: "/check", body: body, safe: true}, out)
	return out, err
}
