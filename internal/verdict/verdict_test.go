package verdict

import (
	"strings"
	"testing"

	"sangdam/event"
	"sangdam/internal/lang"
)

func solved(status event.Status, meetings int, objective, bound event.Objective, gap float64) *event.SessionSchedule {
	return &event.SessionSchedule{Status: status, Meetings: make([]event.Meeting, meetings), Objective: objective, Bound: bound, Gap: gap}
}

func TestItSaysWhatIsProvenAndNoMore(t *testing.T) {
	score := event.Objective{Score: 10}
	for _, c := range []struct {
		name     string
		schedule *event.SessionSchedule
		want     []string
		not      string
	}{
		{"everything proven", solved(event.StatusOptimal, 48, score, score, 0), []string{"48 meetings, proven the best possible."}, "at most"},
		{"one meeting", solved(event.StatusOptimal, 1, score, score, 0), []string{"1 meeting, proven"}, "1 meetings"},
		{"the score alone proven",
			solved(event.StatusFeasible, 43, event.Objective{Score: 10, Breaks: 3, Idle: 4}, event.Objective{Score: 10, Breaks: 1, Idle: 4}, 0),
			[]string{"43 meetings, proven the best possible score.", "at most 2 breaks."}, "idle"},
		{"a gap, never rounded down",
			solved(event.StatusFeasible, 40, event.Objective{Score: 9.9}, event.Objective{Score: 10}, 0.003001),
			[]string{"40 meetings, within 0.31% of the best possible score."}, "proven"},
		{"a must missed although that is not proven", solved(event.StatusFeasible, 40, event.Objective{MustMissed: 2, Score: 10}, event.Objective{Score: 10}, 0),
			[]string{"proven the best possible score", "2 must-meetings are not placed."}, "unavoidable"},
		{"minimums that cannot be met", solved(event.StatusOptimal, 40, event.Objective{MinimumShortfall: 1}, event.Objective{MinimumShortfall: 1}, 0),
			[]string{"1 meeting short of the minimums, which is proven unavoidable."}, ""},
		{"nothing to place", solved(event.StatusEmpty, 0, event.Objective{}, event.Objective{}, 0), []string{"There is no meeting to place."}, "proven"},
	} {
		got := strings.Join(Sentences(lang.New("en"), c.schedule), "\n")
		for _, want := range c.want {
			if !strings.Contains(got, want) {
				t.Errorf("%s: %q lacks %q", c.name, got, want)
			}
		}
		if c.not != "" && strings.Contains(got, c.not) {
			t.Errorf("%s: %q says %q", c.name, got, c.not)
		}
	}
}

func TestItSaysWhenItWasStopped(t *testing.T) {
	for why, want := range map[string]string{"time_limit": "Stopped by the time limit", "cancelled": "Stopped by the user", "moon": "Stopped early (moon)"} {
		s := solved(event.StatusFeasible, 1, event.Objective{Score: 1}, event.Objective{Score: 2}, 0.5)
		s.Stopped = why
		if got := strings.Join(Sentences(lang.New("en"), s), "\n"); !strings.Contains(got, want) {
			t.Errorf("%s: %q lacks %q", why, got, want)
		}
	}
}
