package scheduler

import (
	"math/rand/v2"
	"testing"
)

// The only table of slot 0 is taken by a fixed meeting, so a pair that could meet in that slot alone must stay out.
func TestPackerLeavesWhatIsFixed(t *testing.T) {
	in, err := NewInstance(Spec{
		Days: []int32{1, 1},
		Participants: []ParticipantSpec{
			{}, {}, {Unavailable: Slots(1)}, {},
		},
		Pairs:  []PairSpec{{A: 0, B: 1, Score: 1}, {A: 2, B: 3, Score: 9}},
		Tables: []TableSpec{{}},
		Fixed:  []FixedMeeting{{Pair: 0, Slot: 0, Table: NoTable, Interpreter: NoInterpreter}},
	})
	if err != nil {
		t.Fatal(err)
	}
	k := newPacker(newPlacement(in), rand.New(rand.NewPCG(1, 1)))
	k.want(1)
	if k.run(100) {
		t.Error("a pair was packed over a fixed meeting")
	}
	if k.when[0] != 0 || k.when[1] != NoSlot {
		t.Errorf("slots %v, want the fixed pair in 0 and the other nowhere", k.when)
	}
}
