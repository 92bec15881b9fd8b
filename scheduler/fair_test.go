package scheduler

import (
	"context"
	"testing"
)

// A firm that everybody scores low gets nothing when only the score counts, and its share when meetings are spread fairly.
func TestFairSpreadsMeetings(t *testing.T) {
	spec := Spec{Days: make([]int32, 4), Tables: make([]TableSpec, 1), Participants: make([]ParticipantSpec, 7)}
	for firm := range Participant(3) {
		for buyer := Participant(3); buyer < 7; buyer++ {
			spec.Pairs = append(spec.Pairs, PairSpec{A: firm, B: buyer, Score: 9000 - 4000*int64(firm)})
		}
	}
	in := mustInstance(t, spec)
	count := func(r Result) [3]int {
		var n [3]int
		for _, m := range r.Schedule.Meetings() {
			a, _ := in.Ends(m.Pair)
			n[a]++
		}
		return n
	}
	plain := Solve(context.Background(), in, Options{})
	if got := count(plain); got != [3]int{4, 0, 0} {
		t.Errorf("by score alone: %v meetings a firm, want 4, 0, 0", got)
	}
	fair := Solve(context.Background(), in, Options{Fair: []Participant{0, 1, 2}})
	if got := count(fair); got != [3]int{2, 1, 1} {
		t.Errorf("fair: %v meetings a firm, want 2, 1, 1", got)
	}
	if fair.Objective.Score != 9000*2+5000+1000 || fair.Bound.Score != fair.Objective.Score {
		t.Errorf("fair: score %d, bound %d, want 24000 proven", fair.Objective.Score, fair.Bound.Score)
	}
	if fair.UnfairScore != plain.Objective.Score {
		t.Errorf("fair: says that %d was there to be had, want %d", fair.UnfairScore, plain.Objective.Score)
	}
	if fair.Guaranteed[0] != 1 || fair.Guaranteed[2] != 1 {
		t.Errorf("guaranteed %v, want 1 to every firm", fair.Guaranteed[:3])
	}
}
