package client

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
)

// A Problem is a request that the server did not fulfil, after RFC 9457.
type Problem struct {
	Type     string  `json:"type"` // ends in #problem- and the kind
	Title    string  `json:"title"`
	Status   int     `json:"status"`
	Detail   string  `json:"detail"`
	Instance string  `json:"instance"`
	Faults   []Fault `json:"errors"`

	Version uint64 `json:"-"` // with 412: the version that there is now
}

// A Fault is one thing wrong with a request.
type Fault struct {
	Location string `json:"location"`
	Message  string `json:"message"`
	Code     string `json:"code"`
}

// Kind is the kind of the problem as a word: "stale", "not_found", "rules".
func (p *Problem) Kind() string {
	_, kind, _ := strings.Cut(p.Type, "#problem-")
	return kind
}

// Error says what is wrong, a line for every fault.
func (p *Problem) Error() string {
	var b strings.Builder
	b.WriteString(p.Detail)
	if p.Detail == "" {
		fmt.Fprintf(&b, "%d %s", p.Status, p.Title)
	}
	for _, f := range p.Faults {
		fmt.Fprintf(&b, "\n%s: %s", f.Location, f.Message)
	}
	return b.String()
}

const maxProblemBytes = 4 << 20

// readProblem turns an answer into an error.
func readProblem(resp *http.Response) error {
	defer resp.Body.Close()
	p := &Problem{Status: resp.StatusCode, Title: http.StatusText(resp.StatusCode), Version: versionOf(resp.Header)}
	data, err := io.ReadAll(io.LimitReader(resp.Body, maxProblemBytes))
	if err != nil {
		return err
	}
	if json.Unmarshal(data, p) != nil || p.Status == 0 {
		p.Status, p.Title = resp.StatusCode, http.StatusText(resp.StatusCode)
	}
	return p
}
