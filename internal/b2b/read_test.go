package b2b

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

const small = `% three people, two meetings
nBusiness = 3; nMeetings = 2; nTables = 1; nTotalSlots = 4; nMorningSlots = 2;
requested = [|1, 2, 1, |2, 3, 3, |];
meetingsxBusiness = [{1,2},{1,2,3},{1,3}];
nMeetingsBusiness = [1,2,1];
forbidden = [{0},{},{0,4,1}];
fixed = [0,3];
precedences = [{},{1}]`

func TestRead(t *testing.T) {
	in, err := Read(strings.NewReader(small))
	if err != nil {
		t.Fatal(err)
	}
	want := &Instance{
		Participants: 3, Tables: 1, Slots: 4, MorningSlots: 2,
		Meetings:    []Meeting{{0, 1, Morning, -1}, {1, 2, Either, 2}},
		Forbidden:   [][]int{nil, nil, {0, 3}},
		Precedences: [][]int{nil, {0}},
	}
	if !reflect.DeepEqual(in, want) {
		t.Errorf("got %+v, want %+v", in, want)
	}
}

func TestReadTellsWhatIsWrong(t *testing.T) {
	for _, c := range []struct{ old, new, want string }{
		{"nTables = 1;", "", "nTables is missing"},
		{"nTables = 1", "nTables = -1", "line 2: nTables is -1; it must be in 0..10000"},
		{"nTables = 1", "nTables = 99999999999", "line 2: 99999999999 is too large a number"},
		{"nTables = 1", "nTables = {1}", `line 2: found "{", expected a number, a list, or a table`},
		{"nTables = 1;", "nTables = 1; nTables = 2;", "line 2: nTables is given a second time; the first is in line 2"},
		{"nMorningSlots = 2", "nMorningSlots = 5", "nMorningSlots is 5, more than nTotalSlots, 4"},
		{"|1, 2, 1,", "|1, 1, 1,", "line 3: requested: row 1 has participant 1 meet itself"},
		{"|1, 2, 1,", "|1, 7, 1,", "line 3: requested: row 1 names participant 7; there are 3"},
		{"|1, 2, 1,", "|1, 2, 4,", "line 3: requested: row 1 has session 4; it must be 1 morning, 2 afternoon or 3 either"},
		{"|1, 2, 1,", "|1, 2,", "line 3: requested: row 1 has 2 numbers; it must have participant, participant, session"},
		{"|1, 2, 1, |2,", "|2,", "line 3: requested has 1 rows; nMeetings is 2"},
		{"{0,4,1}", "{0,5}", "line 6: forbidden: the set of participant 3 holds 5; there are 4 slots"},
		{"[{0},{},{0,4,1}]", "[{0}]", "line 6: forbidden has 1 sets; it must have one a participant, 3"},
		{"[0,3]", "[0,9]", "line 7: fixed: meeting 2 stands in slot 9; there are 4 slots (0: not fixed)"},
		{"[0,3]", "[0]", "line 7: fixed has 1 entries; it must have one a meeting, 2"},
		{"{1}]", "{3}]", "line 8: precedences: the set of meeting 2 holds 3; there are 2 meetings"},
		{"fixed =", "fixt =", "line 7: fixt is not part of the format"},
		{"fixed =", "fixed", `line 7: found "[", expected "="`},
		{"% three", "# three", `line 1: unexpected character '#'`},
	} {
		text := strings.Replace(small, c.old, c.new, 1)
		_, err := Read(strings.NewReader(text))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q for %q: got %v, want %s", c.new, c.old, err, c.want)
		}
	}
}

func TestReadTellsAllFaultsAtOnce(t *testing.T) {
	text := strings.NewReplacer("|1, 2, 1,", "|1, 1, 9,", "[0,3]", "[7]").Replace(small)
	_, err := Read(strings.NewReader(text))
	if n := len(strings.Split(err.Error(), "\n")); n != 3 {
		t.Errorf("%d faults, want 3: %v", n, err)
	}
	var f *Fault
	if !errors.As(err, &f) || f.Line != 3 {
		t.Errorf("the first fault is %+v, want one of line 3", f)
	}
}

func TestReadStopsAtTheSizeLimit(t *testing.T) {
	_, err := Read(strings.NewReader(strings.Repeat(" ", MaxBytes+1)))
	if err == nil || !strings.Contains(err.Error(), "larger than") {
		t.Errorf("got %v", err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(small)
	f.Add("/* a */ nMeetings = 2; nBusiness = 2; requested = array2d(1..nMeetings, 1..3, [1,2,3,1,2,3]); forbidden = array1d(0..1, [{}, 1..2]);")
	files, _ := filepath.Glob("../../fixtures/b2b/*.dzn")
	for _, name := range files {
		if text, err := os.ReadFile(name); err == nil {
			f.Add(string(text))
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		in, err := Read(strings.NewReader(text))
		if err != nil {
			return
		}
		for _, m := range in.Meetings {
			if m.A < 0 || m.A >= in.Participants || m.B < 0 || m.B >= in.Participants || m.A == m.B || m.Fixed < -1 || m.Fixed >= in.Slots {
				t.Fatalf("meeting %+v out of range", m)
			}
		}
		if len(in.Forbidden) != in.Participants || len(in.Precedences) != len(in.Meetings) {
			t.Fatal("a list has the wrong length")
		}
		in.Spec(2)
	})
}
