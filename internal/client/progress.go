package client

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// Progress is the state of the solve of one session at a moment.
type Progress struct {
	Seq              uint64  `json:"seq"`
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

// Watch yields the progress of a solve to its end, coming back where it was when the connection is lost or the server restarts. The
// last pair holds an error when it gives up.
func (c *Client) Watch(ctx context.Context, id string) iter.Seq2[Progress, error] {
	return func(yield func(Progress, error) bool) {
		var after uint64
		for failures := 0; ; {
			ended, seen, err := c.follow(ctx, id, &after, func(p Progress) bool { return yield(p, nil) })
			if ended || ctx.Err() != nil {
				return
			}
			if seen {
				failures = 0
			}
			if _, refused := errors.AsType[*Problem](err); refused || failures > c.opt.Retries {
				yield(Progress{}, err)
				return
			}
			failures++
			timer := time.NewTimer(c.opt.Wait << min(failures, 5))
			select {
			case <-ctx.Done():
				timer.Stop()
				return
			case <-timer.C:
			}
		}
	}
}

// follow reads one connection; ended: the solve is over, or nobody wants more.
func (c *Client) follow(ctx context.Context, id string, after *uint64, want func(Progress) bool) (ended, seen bool, err error) {
	k := call{method: http.MethodGet, path: path("schedules", id, "progress"), accept: "text/event-stream"}
	if *after > 0 {
		k.header = http.Header{"Last-Event-Id": {strconv.FormatUint(*after, 10)}}
	}
	resp, err := c.send(ctx, k)
	if err != nil {
		return false, false, err
	}
	defer resp.Body.Close()
	for e, err := range serverSentEvents(resp.Body) {
		if err != nil {
			return false, seen, err
		}
		switch e.name {
		case "done":
			return true, true, nil
		case "progress":
			var p Progress
			if err := json.Unmarshal([]byte(e.data), &p); err != nil {
				return false, seen, fmt.Errorf("progress: %w", err)
			}
			seen, *after = true, p.Seq
			if !want(p) {
				return true, true, nil
			}
		}
	}
	return false, seen, io.ErrUnexpectedEOF
}

type serverSentEvent struct{ name, data string }

// serverSentEvents splits a stream into its events; comments and fields that are not used are left out.
func serverSentEvents(r io.Reader) iter.Seq2[serverSentEvent, error] {
	return func(yield func(serverSentEvent, error) bool) {
		lines := bufio.NewScanner(r)
		lines.Buffer(nil, 1<<20)
		var e serverSentEvent
		for lines.Scan() {
			line := lines.Text()
			if line == "" {
				if e != (serverSentEvent{}) && !yield(e, nil) {
					return
				}
				e = serverSentEvent{}
				continue
			}
			field, value, _ := strings.Cut(line, ":")
			value = strings.TrimPrefix(value, " ")
			switch field {
			case "event":
				e.name = value
			case "data":
				e.data += value
			}
		}
		if err := lines.Err(); err != nil {
			yield(serverSentEvent{}, err)
		}
	}
}
