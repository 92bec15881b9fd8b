package house

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// A Vulnerability is a published fault whose code the program calls.
type Vulnerability struct {
	ID     string // of the Go vulnerability database
	Module string // "stdlib" for Go itself
	Caller string // a function of the program's that reaches it
}

type vulnMessage struct {
	Finding *struct {
		OSV   string `json:"osv"`
		Trace []struct {
			Module   string `json:"module"`
			Package  string `json:"package"`
			Function string `json:"function"`
		} `json:"trace"`
	} `json:"finding"`
}

// CalledVulnerabilities reads what `govulncheck -format json` writes and returns each fault whose code is called, once.
// Faults in modules that are only required, or in packages whose faulty functions are not called, are left out.
func CalledVulnerabilities(r io.Reader) ([]Vulnerability, error) {
	var out []Vulnerability
	seen := map[string]bool{}
	for dec := json.NewDecoder(r); ; {
		var m vulnMessage
		if err := dec.Decode(&m); errors.Is(err, io.EOF) {
			return out, nil
		} else if err != nil {
			return nil, fmt.Errorf("govulncheck: %w", err)
		}
		if m.Finding == nil || len(m.Finding.Trace) == 0 || m.Finding.Trace[0].Function == "" || seen[m.Finding.OSV] {
			continue
		}
		seen[m.Finding.OSV] = true
		caller := m.Finding.Trace[len(m.Finding.Trace)-1]
		out = append(out, Vulnerability{m.Finding.OSV, m.Finding.Trace[0].Module, caller.Package + "." + caller.Function})
	}
}

// KnownVulnerabilities reads a list of ids, one a line, the rest of a line and lines that begin with # being remarks.
func KnownVulnerabilities(list string) map[string]bool {
	known := map[string]bool{}
	for line := range strings.Lines(list) {
		if fields := strings.Fields(line); len(fields) > 0 && !strings.HasPrefix(fields[0], "#") {
			known[fields[0]] = true
		}
	}
	return known
}
