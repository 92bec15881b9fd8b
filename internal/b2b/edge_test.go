package b2b_test

import (
	"context"
	"strings"
	"testing"

	"sangdam/internal/b2b"
	"sangdam/scheduler"
)

// TestEdges solves instances that leave little to solve.
func TestEdges(t *testing.T) {
	const three = "nBusiness = 6; nMeetings = 3; nTables = 3; nTotalSlots = 4; nMorningSlots = 2; requested = [|1,2,3|3,4,3|5,6,3|];"
	const chain = "nBusiness = 3; nMeetings = 2; nTables = 2; nTotalSlots = 4; nMorningSlots = 2; requested = [|1,2,3|2,3,3|];"
	for _, c := range []struct {
		name, text string
		want       scheduler.Status
	}{
		{"no meetings", "nBusiness = 3; nMeetings = 0; nTables = 1; nTotalSlots = 4; nMorningSlots = 2; requested = [||];", scheduler.Optimal},
		{"nothing at all", "nBusiness = 0; nMeetings = 0; nTables = 0; nTotalSlots = 0; nMorningSlots = 0; requested = [];", scheduler.Optimal},
		{"no tables", strings.Replace(chain, "nTables = 2", "nTables = 0", 1), scheduler.Infeasible},
		{"no slots", "nBusiness = 2; nMeetings = 1; nTables = 1; nTotalSlots = 0; nMorningSlots = 0; requested = [|1,2,3|];", scheduler.Infeasible},
		{"the same pair twice", strings.Replace(chain, "|2,3,3|", "|2,1,3|", 1), scheduler.Optimal},
		{"a meeting before itself", chain + "precedences = [{1},{}];", scheduler.Infeasible},
		{"three in a ring", three + "precedences = [{3},{1},{2}];", scheduler.Infeasible},
		{"three in a row", three + "precedences = [{3},{},{2}];", scheduler.Optimal},
		{"fixed where it may not be", chain + "fixed = [2,0]; forbidden = [{2},{},{}];", scheduler.Infeasible},
		{"fixed in the other session", strings.Replace(chain, "|1,2,3|", "|1,2,1|", 1) + "fixed = [4,0];", scheduler.Infeasible},
		{"two fixed to one slot of one participant", chain + "fixed = [2,2];", scheduler.Infeasible},
		{"two fixed apart", chain + "fixed = [1,4];", scheduler.Optimal},
		{"nowhere to go", chain + "forbidden = [1..4,{},{}];", scheduler.Infeasible},
	} {
		in, err := b2b.Read(strings.NewReader(c.text))
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		instance, err := scheduler.NewInstance(in.Spec(2))
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		r := scheduler.Solve(context.Background(), instance, scheduler.Options{BreaksOnly: true})
		if r.Status != c.want {
			t.Errorf("%s: status %v, want %v", c.name, r.Status, c.want)
		}
		if r.Status != scheduler.Optimal {
			continue
		}
		if _, wrong := scheduler.Verify(instance, r.Schedule); len(wrong) > 0 || len(r.Schedule.Meetings()) != len(in.Meetings) {
			t.Errorf("%s: %d of %d meetings, violations %v", c.name, len(r.Schedule.Meetings()), len(in.Meetings), wrong)
		}
	}
}
