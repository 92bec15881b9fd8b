// Package client speaks to a Sangdam server: one method for each operation of its HTTP API, documents as the types of package event.
//
// Requests that are refused for now (429, 503) or get no answer are sent again after a while where sending twice is safe: reads,
// whole replacements, and what carries an Idempotency-Key, which every creating and starting request does. What the server refuses for
// good comes back as a *Problem with every fault in it.
package client

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// Options steer a Client. The zero value is a sensible default for every field.
type Options struct {
	Token    string        // sent as a bearer token; empty: none
	Language string        // of messages: ko, en, zh or ru; empty: the server's choice
	HTTP     *http.Client  // nil: one with no limit of time, since solves take long; the context limits
	Retries  int           // times a request is sent again; zero: 4, negative: never
	Wait     time.Duration // before the first repetition, doubled with each, unless the server says how long; zero: 250 ms
}

// A Client may be used from several goroutines.
type Client struct {
	base *url.URL
	opt  Options
}

// New returns a client of the server at an address such as https://sangdam.example.
func New(address string, opt Options) (*Client, error) {
	base, err := url.Parse(address)
	if err != nil {
		return nil, fmt.Errorf("address of the server: %w", err)
	}
	if base.Scheme != "http" && base.Scheme != "https" || base.Host == "" {
		return nil, errors.New("address of the server: want http://HOST or https://HOST")
	}
	base = base.JoinPath("api", "v1")
	if opt.HTTP == nil {
		opt.HTTP = &http.Client{}
	}
	if opt.Retries == 0 {
		opt.Retries = 4
	}
	if opt.Wait == 0 {
		opt.Wait = 250 * time.Millisecond
	}
	return &Client{base, opt}, nil
}

// path joins the parts of a path, each escaped.
func path(parts ...string) string {
	for i, p := range parts {
		parts[i] = url.PathEscape(p)
	}
	return "/" + strings.Join(parts, "/")
}
