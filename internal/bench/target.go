package bench

import "strings"

// A Target is what a family of events should reach: a gap of the score, proven, and the seconds for it on two cores.
type Target struct {
	Gap     float64 // (bound - score) / bound
	Seconds float64
}

// early is the gap of a first good schedule.
const early = 0.01

var targets = map[string]Target{
	"interpreters": {0, 0.5},
	"tables":       {0, 0.5},
	"availability": {0, 2},
	"half":         {0.0005, 10},
	"fair":         {0.001, 60},
}

// TargetOf returns the target of the event's kind.
func TargetOf(name string) Target { return targets[kindOf(name)] }

func kindOf(name string) string {
	kind, _, _ := strings.Cut(name, "-")
	return kind
}
