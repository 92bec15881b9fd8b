package client

import (
	"context"
	"net/http"
	"time"
)

// A Publication is what companies see.
type Publication struct {
	Number       int       `json:"number"`   // from 1, one more with each publication of the event
	Schedule     string    `json:"schedule"` // id of the solve it came from
	EventVersion uint64    `json:"event_version"`
	Published    time.Time `json:"published"`
	By           string    `json:"by"` // name of the token
	Meetings     int       `json:"meetings"`
}

// Publish makes a schedule visible to companies.
func (c *Client) Publish(ctx context.Context, id string, version uint64) (*Publication, error) {
	out := &Publication{}
	_, err := c.read(ctx, call{method: http.MethodPost, path: path("schedules", id, "publish"), once: true,
		match: version, any: version == 0}, out)
	return out, err
}

// Publication reads what companies see now; a *Problem of the kind not_found when nothing is published.
func (c *Client) Publication(ctx context.Context, eventID string) (*Publication, error) {
	out := &Publication{}
	_, err := c.read(ctx, call{method: http.MethodGet, path: path("events", eventID, "publication")}, out)
	return out, err
}

// Unpublish hides the published schedule from the companies again.
func (c *Client) Unpublish(ctx context.Context, eventID string) error {
	_, err := c.read(ctx, call{method: http.MethodDelete, path: path("events", eventID, "publication")}, nil)
	return err
}
