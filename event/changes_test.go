package event

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"
)

const someChanges = `{
  "sangdam": 1, "event": "sample-2019", "now": "2019-10-29T09:10:00+08:00",
  "absent": [
    {"session": "changsha", "participant": "B001", "until": "2019-10-29T09:30:00+08:00"},
    {"session": "changsha", "interpreter": "I2"}
  ],
  "tables_lost": [{"session": "changsha", "table": "A2", "from": "2019-10-29T09:30:00+08:00"}],
  "cancelled": [{"session": "changsha", "firm": "F01", "buyer": "B002"}],
  "walk_in_buyers": [{"id": "B900", "country": "CN", "needs": [{"hs": ["8412"]}]}],
  "requests": [{"from": "B900", "to": "F01", "wish": "must"}]
}`

func TestChangesAreApplied(t *testing.T) {
	ev, err := ReadEvent(bytes.NewReader(testdata(t, "whole.json")))
	if err != nil {
		t.Fatal(err)
	}
	before := len(ev.Buyers)
	c, err := ReadChanges(strings.NewReader(someChanges), ev)
	if err != nil {
		t.Fatal(err)
	}
	after := c.Apply(ev)
	if err := after.Validate(); err != nil {
		t.Fatalf("the changed event has faults: %v", err)
	}
	s := after.Session("changsha")
	x := NewIndex(after)
	p, ok := x.Buyer("B001").In(s)
	if free := p.Available(s); !ok || free[0] || !free[1] {
		t.Errorf("B001 is late, yet available in %v", free)
	}
	if free := s.Interpreters[1].Available(s); slices.Contains(free, true) {
		t.Errorf("I2 is away, yet available in %v", free)
	}
	if got, want := s.TableAvailable("A2"), []bool{true, false, false}; !slices.Equal(got, want) {
		t.Errorf("table A2: %v, want %v", got, want)
	}
	if x.Wishes("F01", "B900").ByBuyer != Must {
		t.Error("the walk-in's wish is not there")
	}
	for _, f := range after.Fixed {
		if f.Buyer == "B001" && f.Slot == 0 || f.Buyer == "B002" && f.Firm == "F01" {
			t.Errorf("%+v is still fixed", f)
		}
	}
	if len(ev.Buyers) != before || len(ev.Session("changsha").TablesUnavailable["A2"]) != 0 || len(ev.Fixed) == len(after.Fixed) {
		t.Error("the event itself was changed")
	}
}

// A firm that stays away, and a table that is lost where none was before, leave the others as they were.
func TestWhatIsAwayLeavesTheOthers(t *testing.T) {
	start := time.Date(2026, 5, 11, 9, 0, 0, 0, time.UTC)
	slot := Interval{Start: start, End: start.Add(time.Hour)}
	ev := &Event{
		Sessions: []Session{{ID: "S", Country: "CN", Slots: []Interval{slot}, Tables: Tables{Names: []string{"A", "B"}}}},
		Firms:    []Firm{{ID: "F1"}, {ID: "F2"}}, Buyers: []Buyer{{ID: "B1", Country: "CN"}},
	}
	lost := (&Changes{TablesLost: []LostTable{{Session: "S", Table: "A"}}}).Apply(ev)
	both := (&Changes{TablesLost: []LostTable{{Session: "S", Table: "B"}}, Absent: []Absence{{Session: "S", Participant: "F1"}}}).Apply(lost)
	for name, want := range map[string][2]bool{"A": {false, false}, "B": {true, false}} {
		if got := [2]bool{lost.Sessions[0].TableAvailable(name)[0], both.Sessions[0].TableAvailable(name)[0]}; got != want {
			t.Errorf("table %s: %v, want %v", name, got, want)
		}
	}
	for i, want := range []bool{false, true} {
		if p, ok := both.Firms[i].In(&both.Sessions[0]); !ok || p.Available(&both.Sessions[0])[0] != want {
			t.Errorf("%s: %+v, want available %v", both.Firms[i].ID, p, want)
		}
	}
}

// A changed wish takes the place of the one of the same side to the same other, and of no other.
func TestAChangedWishReplacesItsOwnOnly(t *testing.T) {
	ev := &Event{Requests: []Request{{"F1", "B1", Want}, {"F1", "B2", Must}, {"F2", "B1", Avoid}, {"B1", "F1", Want}}}
	changes := Changes{Requests: []Request{{"F1", "B1", Never}}}
	want := []Request{{"F1", "B2", Must}, {"F2", "B1", Avoid}, {"B1", "F1", Want}, {"F1", "B1", Never}}
	if got := changes.Apply(ev).Requests; !slices.Equal(got, want) {
		t.Errorf("the wishes are %v, want %v", got, want)
	}
}

// Who comes after all is there from then on, and whatever else kept them away still does.
func TestWhoComesAfterAllIsThere(t *testing.T) {
	ev, err := ReadEvent(bytes.NewReader(testdata(t, "whole.json")))
	if err != nil {
		t.Fatal(err)
	}
	c, err := ReadChanges(strings.NewReader(`{"sangdam": 1, "event": "sample-2019",
		"absent": [{"session": "changsha", "participant": "B001"}, {"session": "changsha", "interpreter": "I2"}],
		"tables_lost": [{"session": "changsha", "table": "A2"}]}`), ev)
	if err != nil {
		t.Fatal(err)
	}
	away := c.Apply(ev)
	back, err := ReadChanges(strings.NewReader(`{"sangdam": 1, "event": "sample-2019",
		"present": [{"session": "changsha", "participant": "B001", "from": "2019-10-29T09:30:00+08:00"}, {"session": "changsha", "interpreter": "I2"}],
		"absent": [{"session": "changsha", "participant": "B001", "from": "2019-10-29T10:00:00+08:00"}],
		"tables_back": [{"session": "changsha", "table": "A2"}]}`), away)
	if err != nil {
		t.Fatal(err)
	}
	there := back.Apply(away)
	if err := there.Validate(); err != nil {
		t.Fatal(err)
	}
	s := there.Session("changsha")
	p, _ := NewIndex(there).Buyer("B001").In(s)
	if got, want := p.Available(s), []bool{false, true, false}; !slices.Equal(got, want) {
		t.Errorf("B001: %v, want %v", got, want)
	}
	if free := s.Interpreters[1].Available(s); slices.Contains(free, false) {
		t.Errorf("I2 is there, yet available in %v", free)
	}
	if _, stays := s.TablesUnavailable["A2"]; stays || slices.Contains(s.TableAvailable("A2"), false) {
		t.Errorf("table A2: %v", s.TablesUnavailable)
	}
	was, _ := NewIndex(away).Buyer("B001").In(away.Session("changsha"))
	if slices.Contains(was.Available(away.Session("changsha")), true) {
		t.Error("the event of before was changed")
	}
}

func TestFaultsOfChanges(t *testing.T) {
	ev, err := ReadEvent(bytes.NewReader(testdata(t, "whole.json")))
	if err != nil {
		t.Fatal(err)
	}
	read := func(s string) error {
		_, err := ReadChanges(strings.NewReader(s), ev)
		return err
	}
	for _, c := range []faulty{
		{"another event", `"event": "sample-2019"`, `"event": "sample-2020"`, []string{"event other_event"}},
		{"no session", `{"session": "changsha", "interpreter"`, `{"session": "changsa", "interpreter"`, []string{"absent[1].session mistyped_id"}},
		{"nobody", `"participant": "B001", `, ``, []string{"absent[0].participant missing_field"}},
		{"both", `"interpreter": "I2"`, `"interpreter": "I2", "participant": "B001"`, []string{"absent[1].interpreter two_absent"}},
		{"unknown interpreter", `"interpreter": "I2"`, `"interpreter": "I9"`, []string{"absent[1].interpreter mistyped_id"}},
		{"unknown participant", `"B001"`, `"XYZ"`, []string{"absent[0].participant unknown_id"}},
		{"who is elsewhere", `"B001"`, `"B003"`, []string{"absent[0].participant not_taking_part"}},
		{"no time at all", `"until": "2019-10-29T09:30:00+08:00"`, `"until": "2019-10-29T08:30:00+08:00"`, []string{"absent[0].until reversed_interval"}},
		{"unknown table", `"table": "A2"`, `"table": "A9"`, []string{"tables_lost[0].table mistyped_id"}},
		{"a meeting of nobody", `"firm": "F01", "buyer": "B002"`, `"firm": "F09", "buyer": "B002"`, []string{"cancelled[0].firm mistyped_id"}},
		{"a walk-in who is there", `"id": "B900"`, `"id": "B001"`, []string{"walk_in_buyers[0].id duplicate_id", "requests[0].from unknown_id"}},
		{"a code of a walk-in", `"8412"`, `"0012"`, []string{"walk_in_buyers[0].needs[0].hs[0] hs_chapter"}},
		{"a wish", `"wish": "must"`, `"wish": "please"`, []string{"requests[0].wish unknown_word"}},
	} {
		t.Run(c.name, func(t *testing.T) { c.check(t, []byte(someChanges), read) })
	}
}
