package b2b

import (
	"reflect"
	"strings"
	"testing"
)

// TestReadTakesEveryForm writes the small instance in other ways that MiniZinc takes; all must read the same.
func TestReadTakesEveryForm(t *testing.T) {
	want, err := Read(strings.NewReader(small))
	if err != nil {
		t.Fatal(err)
	}
	table, sets := "[|1, 2, 1, |2, 3, 3, |]", "[{0},{},{0,4,1}]"
	for _, c := range []struct{ name, old, new string }{
		{"lines of Windows", "\n", "\r\n"},
		{"byte order mark", "% three", "\ufeff% three"},
		{"block comment", "forbidden", "/* none\n for = most */ forbidden"},
		{"comment at the end of a line", "fixed = [0,3];", "fixed = [0, % free\n 3]; % third"},
		{"semicolon at the end", "[{},{1}]", "[{},{1}];"},
		{"comment at the end of the file", "[{},{1}]", "[{},{1}]; % end"},
		{"no spaces", "nTables = 1", "nTables=1"},
		{"table in one line", table, "[|1,2,1|2,3,3|]"},
		{"table with spaces between its marks", table, "[| 1,\t2, 1\n|\n 2, 3, 3\n| |]"},
		{"array2d", table, "array2d(1..2, 1..3, [1,2,1, 2,3,3])"},
		{"array2d with names", table, "array2d(1..nMeetings, 1..3, [1,2,1,2,3,3,])"},
		{"array1d of sets", sets, "array1d(1..nBusiness, [{0},{},{0,4,1}])"},
		{"array1d of numbers", "[0,3]", "array1d(1..2,[0,3])"},
		{"empty set with a space", sets, "[{0}, { }, {0, 4, 1,},]"},
		{"ranges", sets, "[0..0, 1..0, {1,4}]"},
		{"the same slot twice", sets, "[{},{},{1,4,4,1}]"},
		{"index sets from zero", "[0,3]", "array1d(0..1, [0,3])"},
	} {
		text := strings.ReplaceAll(small, c.old, c.new)
		if text == small {
			t.Fatalf("%s changes nothing", c.name)
		}
		got, err := Read(strings.NewReader(text))
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v, %v", c.name, got, err)
		}
	}
}

func TestReadRefusesBrokenForms(t *testing.T) {
	table, sets := "[|1, 2, 1, |2, 3, 3, |]", "[{0},{},{0,4,1}]"
	for _, c := range []struct{ old, new, want string }{
		{table, "array2d(1..2, 1..3, [1,2,1,2,3])", "line 3: requested has 5 entries; its index sets say 6"},
		{table, "array2d(1..2, 1..2, [1,2,1,2])", "line 3: requested: row 1 has 2 numbers"},
		{table, "array2d(1..n, 1..3, [])", `line 3: found "n", expected a number, or the name of one that is given before`},
		{table, "array2d(1..2, [1,2,1,2,3,3])", `line 3: found "[", expected a number`},
		{table, "[1,2,1,2,3,3]", "line 3: requested is a list of numbers [1, 2]; it must be a table"},
		{table, "array3d(1..1,1..2,1..3,[1,2,1,2,3,3])", `line 3: found "array3d", expected a number, a list, or a table`},
		{table, "[|1, 2, -1, |2, 3, 3, |]", "line 3: requested: row 1 has session -1"},
		{table, "[|1, 2, 1, |2, 0, 3, |]", "line 3: requested: row 2 names participant 0; there are 3"},
		{sets, "[{},{},1]", "line 6: numbers and sets in one list"},
		{sets, "[1,{},{}]", "line 6: numbers and sets in one list"},
		{sets, "[{},{},0..999999]", "line 6: 0..999999 is too large a set"},
		{sets, "[{},{},3..5]", "line 6: forbidden: the set of participant 3 holds 5; there are 4 slots"},
		{sets, "[{},{},{-1}]", "line 6: forbidden: the set of participant 3 holds -1; there are 4 slots"},
		{sets, "[{},{},{1.5}]", "line 6: unexpected character '.'"},
		{sets, "[{},{},{1 2}]", `line 6: found "2", expected "," or "}"`},
		{sets, "[]", "line 6: forbidden has 0 sets; it must have one a participant, 3"},
		{"[0,3]", "[0,-3]", "line 7: fixed: meeting 2 stands in slot -3; there are 4 slots"},
		{"[0,3]", "array1d(1..3, [0,3])", "line 7: fixed has 2 entries; its index sets say 3"},
		{"nTables = 1", "nTables = 1.0", "line 2: unexpected character '.'"},
		{"nTables = 1", "nTables = é", "line 2: unexpected character 'é'"},
		{"nTables = 1;", "nTables = 1", `line 2: found "nTotalSlots", expected ";"`},
		{"fixed = ", "/* fixed = ", "line 7: a comment begins here and does not end"},
	} {
		_, err := Read(strings.NewReader(strings.Replace(small, c.old, c.new, 1)))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q for %q: got %v, want %s", c.new, c.old, err, c.want)
		}
	}
}

func TestReadStopsAtRangesThatFillTheMemory(t *testing.T) {
	text := strings.Replace(small, "[{0},{},{0,4,1}]", "["+strings.Repeat("1..99999,", 1000)+"]", 1)
	if _, err := Read(strings.NewReader(text)); err == nil || !strings.Contains(err.Error(), "line 6: the ranges of the file hold more than") {
		t.Errorf("got %v", err)
	}
}
