package house

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// A TestSummary is what became of a run of `go test -json`.
type TestSummary struct {
	Passed  int
	Failed  []string
	Skipped []string
}

type testEvent struct {
	Action  string
	Package string
	Test    string
	Output  string
	Elapsed float64
}

// Summarize reads the stream of `go test -json`, prints to w a line a package and the output of what failed or was
// skipped, and returns what became of the tests. A test is named "package.Test".
func Summarize(r io.Reader, w io.Writer) (TestSummary, error) {
	var sum TestSummary
	output := map[string]*strings.Builder{}
	lines := bufio.NewReader(r)
	for {
		line, err := lines.ReadBytes('\n')
		if len(line) > 0 {
			var ev testEvent
			if json.Unmarshal(line, &ev) != nil || ev.Action == "" {
				fmt.Fprintf(w, "%s", line) // what the go command says outside the tests
			} else {
				sum.take(ev, output, w)
			}
		}
		if err == io.EOF {
			return sum, nil
		}
		if err != nil {
			return sum, fmt.Errorf("reading the log of the tests: %w", err)
		}
	}
}

func (s *TestSummary) take(ev testEvent, output map[string]*strings.Builder, w io.Writer) {
	name := ev.Package
	if ev.Test != "" {
		name += "." + ev.Test
	}
	switch ev.Action {
	case "output":
		if output[name] == nil {
			output[name] = &strings.Builder{}
		}
		output[name].WriteString(ev.Output)
	case "build-output":
		fmt.Fprint(w, ev.Output)
	case "pass", "fail", "skip":
		said := output[name]
		delete(output, name)
		noTests := ev.Action == "skip" && ev.Test == "" // a package without tests
		if ev.Action != "pass" && !noTests && said != nil {
			fmt.Fprint(w, said.String())
		}
		switch {
		case ev.Test == "":
			word := ev.Action
			if noTests {
				word = "none"
			}
			fmt.Fprintf(w, "%-4s %7.2fs  %s\n", word, ev.Elapsed, ev.Package)
			if ev.Action == "fail" {
				s.Failed = append(s.Failed, ev.Package)
			}
		case ev.Action == "pass":
			s.Passed++
		case ev.Action == "fail":
			s.Failed = append(s.Failed, name)
		default:
			s.Skipped = append(s.Skipped, name)
		}
	}
}
