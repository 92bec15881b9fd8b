package client

import (
	"bytes"
	"context"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"sangdam/event"
)

// An EventInfo is an event as lists show it.
type EventInfo struct {
	ID        string     `json:"id"`
	Name      event.Text `json:"name"`
	Sessions  []string   `json:"sessions"`
	Firms     int        `json:"firms"`
	Buyers    int        `json:"buyers"`
	Version   uint64     `json:"version"`
	Modified  time.Time  `json:"modified"`
	Published int        `json:"published"` // number of the publication in force; 0: none
}

// A Page is a part of a list. Next is the cursor of the next one; empty: this is the last.
type Page[T any] struct {
	Items []T    `json:"items"`
	Next  string `json:"next"`
}

// list asks for a page.
func list[T any](ctx context.Context, c *Client, path string, query url.Values, cursor string, limit int) (*Page[T], error) {
	if query == nil {
		query = url.Values{}
	}
	if cursor != "" {
		query.Set("cursor", cursor)
	}
	if limit > 0 {
		query.Set("limit", strconv.Itoa(limit))
	}
	out := &Page[T]{}
	_, err := c.read(ctx, call{method: http.MethodGet, path: path, query: query}, out)
	return out, err
}

// Events lists events by id. A limit of 0 is the server's own.
func (c *Client) Events(ctx context.Context, cursor string, limit int) (*Page[EventInfo], error) {
	return list[EventInfo](ctx, c, "/events", nil, cursor, limit)
}

// CreateEvent stores a new event and returns its version.
func (c *Client) CreateEvent(ctx context.Context, ev *event.Event) (uint64, error) {
	body, err := eventBody(ev)
	if err != nil {
		return 0, err
	}
	h, err := c.read(ctx, call{method: http.MethodPost, path: "/events", body: body, once: true}, nil)
	return versionOf(h), err
}

// Event reads an event and its version.
func (c *Client) Event(ctx context.Context, id string) (*event.Event, uint64, error) {
	ev, h, err := document(ctx, c, call{method: http.MethodGet, path: path("events", id)}, event.ReadEvent)
	return ev, versionOf(h), err
}

// ReplaceEvent stores a whole event in place of the version that was read; 0 replaces whatever there is.
func (c *Client) ReplaceEvent(ctx context.Context, ev *event.Event, version uint64) (uint64, error) {
	body, err := eventBody(ev)
	if err != nil {
		return 0, err
	}
	h, err := c.read(ctx, call{method: http.MethodPut, path: path("events", ev.ID), body: body, match: version, any: version == 0}, nil)
	return versionOf(h), err
}

// DeleteEvent deletes an event with everything that belongs to it; a version of 0 deletes whatever there is.
func (c *Client) DeleteEvent(ctx context.Context, id string, version uint64) error {
	_, err := c.read(ctx, call{method: http.MethodDelete, path: path("events", id), match: version, any: version == 0}, nil)
	return err
}

// SetRequests replaces all wishes of an event.
func (c *Client) SetRequests(ctx context.Context, id string, requests []event.Request, version uint64) (uint64, error) {
	if requests == nil {
		requests = []event.Request{}
	}
	h, err := c.read(ctx, call{method: http.MethodPut, path: path("events", id, "requests"), body: encode(requests),
		match: version, any: version == 0}, nil)
	return versionOf(h), err
}

// SetWeights changes weights of factors; nil takes one back to the matcher's own.
func (c *Client) SetWeights(ctx context.Context, id string, weights map[string]*float64, version uint64) (uint64, error) {
	h, err := c.read(ctx, call{method: http.MethodPatch, path: path("events", id, "weights"), body: encode(weights),
		contentType: "application/merge-patch+json", match: version, any: version == 0}, nil)
	return versionOf(h), err
}

// eventBody writes an event as a body.
func eventBody(ev *event.Event) ([]byte, error) {
	var b bytes.Buffer
	err := ev.Write(&b)
	return b.Bytes(), err
}

// An Import is what became of a file.
type Import struct {
	Event   string   `json:"event"`
	Version uint64   `json:"version"`
	Created bool     `json:"created"`
	Changes []Change `json:"changes"`
	Notes   []Note   `json:"notes"`
}

// A Change is one difference to the version before, as people call it.
type Change struct {
	Kind  string     `json:"kind"` // added, removed, changed
	Sheet string     `json:"sheet"`
	Title event.Text `json:"title,omitzero"`
	ID    string     `json:"id"`
	Name  event.Text `json:"name,omitzero"`
	Field string     `json:"field,omitzero"`
	Label event.Text `json:"label,omitzero"`
	Old   event.Text `json:"old,omitzero"`
	New   event.Text `json:"new,omitzero"`
}

// A Note is something that the reader of a file decided and its owner should know.
type Note struct {
	Sheet string     `json:"sheet,omitzero"`
	Cell  string     `json:"cell,omitzero"`
	Code  string     `json:"code"`
	Text  event.Text `json:"text"`
}

// Import stores the event of a workbook, a zip of CSV files or a document; dry only tells what would change.
func (c *Client) Import(ctx context.Context, data []byte, dry bool) (*Import, error) {
	k := call{method: http.MethodPost, path: "/events/import", body: data, once: !dry, safe: dry, contentType: "application/octet-stream"}
	if dry {
		k.query = url.Values{"dry_run": {"true"}}
	}
	out := &Import{}
	_, err := c.read(ctx, k, out)
	return out, err
}
