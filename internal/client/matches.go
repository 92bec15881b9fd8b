package client

import (
	"context"
	"net/http"
	"net/url"

	"sangdam/event"
)

// A MatchQuery says which pairs are wanted; empty fields do not restrict.
type MatchQuery struct {
	Session, Firm, Buyer string
	Cursor               string
	Limit                int // 0: the server's own
}

// Matches reads ranked pairs of an event, the best first.
func (c *Client) Matches(ctx context.Context, id string, q MatchQuery) (*Page[event.Pair], error) {
	query := url.Values{}
	for name, value := range map[string]string{"session": q.Session, "firm": q.Firm, "buyer": q.Buyer} {
		if value != "" {
			query.Set(name, value)
		}
	}
	return list[event.Pair](ctx, c, path("events", id, "matches"), query, q.Cursor, q.Limit)
}

// AllMatches reads every ranked pair that a query asks for, page by page.
func (c *Client) AllMatches(ctx context.Context, id string, q MatchQuery) ([]event.Pair, error) {
	var out []event.Pair
	q.Limit = 500
	for {
		page, err := c.Matches(ctx, id, q)
		if err != nil {
			return nil, err
		}
		out = append(out, page.Items...)
		if page.Next == "" {
			return out, nil
		}
		q.Cursor = page.Next
	}
}

// Weights are the weights of an event's factors that differ from the matcher's own, and its version.
func (c *Client) Weights(ctx context.Context, id string) (map[string]float64, uint64, error) {
	out := map[string]float64{}
	h, err := c.read(ctx, call{method: http.MethodGet, path: path("events", id, "weights")}, &out)
	return out, versionOf(h), err
}
