package client

import (
	"context"
	"encoding/json"
	"net/http"

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

// Schedule packs the sessions of an event that the server does not keep, within the server's limit of time.
func (c *Client) Schedule(ctx context.Context, ev *event.Event) (*event.Schedule, error) {
	body, err := eventBody(ev)
	if err != nil {
		return nil, err
	}
	s, _, err := document(ctx, c, call{method: http.MethodPost, path: "/schedule", body: body, safe: true}, event.ReadSchedule)
	return s, err
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
