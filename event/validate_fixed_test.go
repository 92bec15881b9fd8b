package event

import "testing"

func TestFaultsOfFixedMeetings(t *testing.T) {
	const (
		first  = `{"session": "changsha", "firm": "F01", "buyer": "B001", "slot": 0, "table": "A1"}`
		second = `{"session": "changsha", "firm": "F01", "buyer": "B002", "slot": 0}`
	)
	checkAll(t, []faulty{
		{"unknown session", first, `{"session": "osaka", "firm": "F01", "buyer": "B001", "slot": 0}`, []string{"fixed[0].session unknown_id"}},
		{"unknown firm", first, `{"session": "changsha", "firm": "F1", "buyer": "B001", "slot": 0}`, []string{"fixed[0].firm mistyped_id"}},
		{"unknown buyer", first, `{"session": "changsha", "firm": "F01", "buyer": "X", "slot": 0}`, []string{"fixed[0].buyer unknown_id"}},
		{"buyer of another session", first, `{"session": "changsha", "firm": "F01", "buyer": "B003", "slot": 0}`, []string{"fixed[0].buyer not_taking_part"}},
		{"slot after the last", first, `{"session": "changsha", "firm": "F01", "buyer": "B001", "slot": 3}`, []string{"fixed[0].slot no_such_slot"}},
		{"slot before the first", first, `{"session": "changsha", "firm": "F01", "buyer": "B001", "slot": -1}`, []string{"fixed[0].slot no_such_slot"}},
		{"unknown table", `"table": "A1"`, `"table": "B7"`, []string{"fixed[0].table unknown_id"}},
		{"unknown table of counted ones", `"table": "2"`, `"table": "02"`, []string{"fixed[2].table mistyped_id"}},
		{"table taken", second, `{"session": "changsha", "firm": "F01", "buyer": "B002", "slot": 0, "table": "A1"}`, []string{"fixed[1].table table_taken"}},
		{"more meetings than tables", `["A1", "A2"]`, `["A1"]`, []string{"fixed[1].slot tables_exceeded"}},
		{"firm away", second, `{"session": "changsha", "firm": "F01", "buyer": "B002", "slot": 2}`, []string{"fixed[1].slot unavailable"}},
		{"more at a time than parallel", `"parallel": 2`, `"parallel": 1`, []string{"fixed[1].slot parallel_exceeded"}},
		{"more than the maximum", `"max_meetings": null`, `"max_meetings": 1`, []string{"fixed[1] max_exceeded"}},
		{"pair twice", second, `{"session": "changsha", "firm": "F01", "buyer": "B001", "slot": 1}`, []string{"fixed[1] pair_twice"}},
		{"refused by the buyer", second, `{"session": "changsha", "firm": "F02", "buyer": "B001", "slot": 1}`, []string{"fixed[1] fixed_but_refused"}},
		{"no interpreter for both", `"id": "I2", "languages": ["ko", "zh", "en"]`, `"id": "I2", "languages": ["ru"]`, []string{"fixed[1].slot no_interpreter"}},
		{"two faults of one meeting", first, `{"session": "changsha", "firm": "F01", "buyer": "B001", "slot": 9, "table": "A9"}`, []string{
			"fixed[0].slot no_such_slot", "fixed[0].table mistyped_id",
		}},
	})
}

func TestDeskReassignsInterpreters(t *testing.T) {
	tests := []struct {
		name  string
		able  [][]int
		seats []bool
	}{
		{"each its own", [][]int{{0}, {1}}, []bool{true, true}},
		{"the first gives way", [][]int{{0, 1}, {0}}, []bool{true, true}},
		{"a chain gives way", [][]int{{0, 1}, {1, 2}, {0}}, []bool{true, true, true}},
		{"one too many", [][]int{{0, 1}, {0, 1}, {0, 1}}, []bool{true, true, false}},
		{"nobody", [][]int{{}}, []bool{false}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := newDesk()
			for i, able := range tt.able {
				if got := d.seat(able); got != tt.seats[i] {
					t.Errorf("meeting %d: got %v", i, got)
				}
			}
		})
	}
}
