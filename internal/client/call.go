package client

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// A call is one request of the API.
type call struct {
	method, path string
	query        url.Values
	body         []byte
	contentType  string // of the body; empty: JSON
	accept       string // empty: JSON
	match        uint64 // version for If-Match; 0: none
	any          bool   // If-Match: *
	once         bool   // with an Idempotency-Key
	safe         bool   // changes nothing, although it is a POST
	header       http.Header
}

// send sends the call, again where that is safe, and returns a successful answer with its body still to be read.
func (c *Client) send(ctx context.Context, k call) (*http.Response, error) {
	key := ""
	if k.once {
		key = rand.Text()
	}
	wait := c.opt.Wait
	for attempt := 0; ; attempt++ {
		resp, err := c.attempt(ctx, k, key)
		after, again := repeat(k, resp, err)
		if err == nil && resp.StatusCode < 400 {
			return resp, nil
		}
		if !again || attempt >= c.opt.Retries || ctx.Err() != nil {
			if err != nil {
				return nil, err
			}
			return nil, readProblem(resp)
		}
		if resp != nil {
			resp.Body.Close()
		}
		timer := time.NewTimer(max(after, wait))
		select {
		case <-ctx.Done():
			timer.Stop()
			return nil, ctx.Err()
		case <-timer.C:
		}
		wait *= 2
	}
}

// repeat reports whether a call may be sent again, and how long the server asks to wait.
func repeat(k call, resp *http.Response, err error) (after time.Duration, ok bool) {
	safe := k.method == http.MethodGet || k.safe || k.once || k.match != 0
	if err != nil {
		return 0, safe
	}
	switch resp.StatusCode {
	case http.StatusTooManyRequests: // it was not looked at
		ok = true
	case http.StatusServiceUnavailable, http.StatusBadGateway, http.StatusGatewayTimeout:
		ok = safe
	case http.StatusConflict: // our own first attempt is still running
		ok = k.once && resp.Header.Get("Retry-After") != ""
	}
	if seconds, err := strconv.Atoi(resp.Header.Get("Retry-After")); err == nil && seconds > 0 {
		after = min(time.Duration(seconds)*time.Second, time.Minute)
	}
	return after, ok
}

func (c *Client) attempt(ctx context.Context, k call, key string) (*http.Response, error) {
	address := c.base.JoinPath(strings.TrimPrefix(k.path, "/"))
	address.RawQuery = k.query.Encode()
	req, err := http.NewRequestWithContext(ctx, k.method, address.String(), bytes.NewReader(k.body))
	if err != nil {
		return nil, err
	}
	set := func(name, value string) {
		if value != "" {
			req.Header.Set(name, value)
		}
	}
	for name, values := range k.header {
		req.Header[name] = values
	}
	set("Accept-Language", c.opt.Language)
	set("Idempotency-Key", key)
	set("Accept", k.accept)
	if k.accept == "" {
		set("Accept", "application/json")
	}
	if c.opt.Token != "" {
		set("Authorization", "Bearer "+c.opt.Token)
	}
	if k.body != nil {
		set("Content-Type", k.contentType)
		if k.contentType == "" {
			set("Content-Type", "application/json")
		}
	}
	switch {
	case k.any:
		set("If-Match", "*")
	case k.match != 0:
		set("If-Match", strconv.Quote(strconv.FormatUint(k.match, 10)))
	}
	return c.opt.HTTP.Do(req)
}

// read sends a call and reads its answer, JSON, into out; nil: there is none.
func (c *Client) read(ctx context.Context, k call, out any) (http.Header, error) {
	resp, err := c.send(ctx, k)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if out == nil {
		_, err := io.Copy(io.Discard, resp.Body)
		return resp.Header, err
	}
	return resp.Header, json.NewDecoder(resp.Body).Decode(out)
}

// document sends a call and has its answer read by a reader of documents.
func document[T any](ctx context.Context, c *Client, k call, read func(io.Reader) (T, error)) (T, http.Header, error) {
	resp, err := c.send(ctx, k)
	if err != nil {
		var none T
		return none, nil, err
	}
	defer resp.Body.Close()
	doc, err := read(resp.Body)
	return doc, resp.Header, err
}

// versionOf reads the version out of an ETag.
func versionOf(h http.Header) uint64 {
	v, _ := strconv.ParseUint(strings.Trim(strings.TrimPrefix(h.Get("ETag"), "W/"), `"`), 10, 64)
	return v
}

// encode writes a body; what the types of this package hold can always be written.
func encode(v any) []byte {
	data, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return data
}
