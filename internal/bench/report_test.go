package bench

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"sangdam/event"
)

func TestMarkdownSaysWhatWasMeasured(t *testing.T) {
	bound := 20.1
	run := Run{
		Name: "half-100x150x20-s1", Firms: 100, Buyers: 150, Slots: 20, Pairs: 15000, PeakMemory: 123_456_789,
		Session: event.SessionSchedule{
			Objective: event.Objective{Score: 20, Breaks: 7, Idle: 9, TableChanges: 2},
			Bound:     event.Objective{Score: 20.001, Breaks: 7, Idle: 4},
			Seconds:   1.5,
			Trace:     []event.TracePoint{{Seconds: 0.25, Score: 20, Bound: 20.1}, {Seconds: 0.5, Score: 20, Bound: 20.001}},
		},
	}
	r := Report{
		Circumstances: Circumstances{
			Date: time.Date(2019, 10, 29, 0, 0, 0, 0, time.UTC), Commit: "abc", CPU: "cpu", Cores: 2, Go: "go", System: "linux/amd64",
		},
		Seed: 3, Runs: []Run{run}, PeerLimit: time.Minute,
		Slacks: []SlackRun{{Slack: 0.005, Run: run, Without: &run}},
		Peers: []Comparison{{Run: &run, Peers: []PeerResult{
			{Solver: "highs", Version: "1", Threads: 2, Status: "feasible", Score: 19.9, Bound: &bound, Seconds: 60},
			{Solver: "cpsat", Version: "2", Threads: 2, Status: "unknown", Seconds: 60},
		}}},
		Growth: []Growth{{Kind: "half", Points: []GrowthPoint{{Size: 10, Seconds: 0.5, Reached: true}, {Size: 20}}}},
		Plot:   "picture.svg",
	}
	got := r.Markdown()
	for _, want := range []string{
		"Measured on 2019-10-29, commit abc, on 2 cores of cpu, go linux/amd64. Seed of the search: 3",
		"| half-100x150x20-s1 | 100 x 150 x 20 | 15000 | 0 | 20.0000 | 20.0010 | 0.005 % | 0.250 | 0.500 | 0.05 % in 10 s | 1.50 | 7, proven | 9 (4) | 2 (0) | 123 MB |",
		"| half-100x150x20-s1 | 0.5 % | 20.0000 | 0 % | 7, proven | 9 (4) | 2 (0) | 1.50 |",
		"| half-100x150x20-s1 | 0.005 % | 0.500 | 1 % | 60.00 | > 120.0 | no schedule | 60.00 | > 120.0 | - |",
		"| half | 0.500 | not reached |",
		"(picture.svg)",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the report lacks %q:\n%s", want, got)
		}
	}
}

func TestPercent(t *testing.T) {
	for share, want := range map[float64]string{
		0: "0 %", 1: "100 %", 0.1: "10 %", 0.01: "1 %", 0.005: "0.5 %", 0.0005: "0.05 %", 0.000012345: "0.0012 %", 0.12345: "12.3 %",
	} {
		if got := percent(share); got != want {
			t.Errorf("percent(%v) = %q, want %q", share, got, want)
		}
	}
	if got := gapText(9.9999, 10); got == "0" {
		t.Error("a gap of one unit is written as none")
	}
}

func TestPlotIsSVGWithEveryKind(t *testing.T) {
	growth := []Growth{
		{Kind: "tables", Points: []GrowthPoint{{Size: 100, Seconds: 0, Reached: true}, {Size: 1000, Seconds: 0.2, Reached: true}}},
		{Kind: "fair", Points: []GrowthPoint{{Size: 100, Seconds: 0.1, Reached: true}, {Size: 1000}}},
	}
	var b bytes.Buffer
	if err := WritePlot(&b, growth); err != nil {
		t.Fatal(err)
	}
	for d := xml.NewDecoder(bytes.NewReader(b.Bytes())); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatalf("not well-formed: %v", err)
		}
	}
	for _, want := range []string{"<svg", "tables", "fair", "candidates x slots"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("the picture lacks %q", want)
		}
	}
	if err := WritePlot(&b, []Growth{{Kind: "fair", Points: []GrowthPoint{{Size: 10}}}}); err == nil {
		t.Error("a picture without a point is drawn")
	}
}
