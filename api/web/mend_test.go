package web

import (
	"errors"
	"net/url"
	"slices"
	"testing"
	"time"

	"sangdam/api/web/mending"
	"sangdam/event"
	"sangdam/internal/lang"
)

var (
	sampleTold  = toldView{Parties: []toldParty{{DOM: "mend-0", Name: hostile, Kind: hostile, Language: hostile, Code: "zh", Text: hostile, Subject: hostile, Phone: "+8250", Mail: "a@b.example"}, {DOM: "mend-1"}}}
	sampleAsked = []askedItem{{hostile, hostile, `{"kind":"away"}`}}
	samplePlace = mendPlace{"10:30", hostile, hostile}

	_ = sampled("mend", "layout", &mendView{Shell: sampleShell})
	_ = sampled("mend", "layout", &mendView{
		Shell: sampleShell, Notice: &notice{Kind: "good", Text: hostile}, SessionID: "s", Sessions: []sessionTab{{"s", hostile, "/s", true}, {"t", hostile, "/t", false}},
		Path: "/events/e/mend", RunID: "e-r1", Broken: true, Firsts: []choice{{"", hostile, true}}, Finds: []mendFind{{Of: "company", ID: "F01", Name: hostile, Kind: hostile, Side: "firm",
			Icon: "firm", Words: hostile, Next: hostile, Soon: true, Away: true}}, Asked: sampleAsked, Late: []choice{{"1", hostile, true}}, Leaves: []choice{{"1", hostile, true}},
		Days: []choice{{"0-9", hostile, false}}, Sectors: []choice{{"x", hostile, false}}, Spoken: []choice{{"ko", hostile, false}}, Country: "CN",
		Pending: &pendingView{PublishURL: "/p", Count: 2, Told: sampleTold}, Data: mendData{map[string][]mendMeeting{"F01": {{"C01", hostile}}}},
	})
	_ = sampled("mend", "layout", &mendView{Shell: sampleShell, RunID: "e-r1", Pending: &pendingView{First: true}})
	_ = sampled("mend", "layout", &mendView{Shell: sampleShell, RunID: "e-r1", Last: sampleTold})
	_ = sampled("mend", "asked", sampleAsked)
	_ = sampled("mend", "proposal", &proposalView{Sessions: []mendedSession{{}}})
	_ = sampled("mend", "proposal", &proposalView{Gaps: true, Early: 2, Told: sampleTold, Changes: hostile, Parts: hostile, State: hostile, Sessions: []mendedSession{{
		Name: hostile, Zone: "Asia/Seoul", Headline: hostile, Proof: hostile, Proven: true, Warning: hostile,
		Rows: []mendRow{{"moved", hostile, hostile, &samplePlace, &samplePlace}, {"lost", hostile, hostile, &samplePlace, nil}, {"added", hostile, hostile, nil, &samplePlace}, {Kind: "table"}, {Kind: "interpreter"}},
		Grid: mending.Grid{Columns: []string{"10:30"}, Rows: []mending.GridRow{{Table: hostile, Cells: []mending.GridCell{
			{Gone: &mending.GridMeeting{Firm: hostile, Buyer: hostile, Interpreter: hostile}, New: &mending.GridMeeting{}}, {Same: &mending.GridMeeting{}}}}}},
	}}})
)

func TestTheSessionThatGoesOnComesFirst(t *testing.T) {
	at := func(hour int) time.Time { return time.Date(2026, 10, 29, hour, 0, 0, 0, time.UTC) }
	ev := &event.Event{Sessions: []event.Session{
		{ID: "a", Slots: []event.Interval{{Start: at(9), End: at(10)}}}, {ID: "b", Slots: []event.Interval{{Start: at(11), End: at(12)}, {Start: at(13), End: at(14)}}},
	}}
	for hour, want := range map[int]string{8: "a", 9: "a", 10: "a", 11: "b", 12: "b", 14: "a"} {
		if s, err := mendSession(ev, "", at(hour).Unix()); err != nil || s.ID != want {
			t.Errorf("at %d: %s, %v; want %s", hour, s.ID, err, want)
		}
	}
	if _, err := mendSession(ev, "c", 0); err == nil {
		t.Error("a session that there is not")
	}
}

// On the day the clock says what can be changed still, and offers the times that are likely.
func TestTheClockChoosesTheTimes(t *testing.T) {
	at := func(day, hour, minute int) time.Time { return time.Date(2026, 10, day, hour, minute, 0, 0, time.UTC) }
	half := func(day, hour, minute int) event.Interval {
		return event.Interval{Start: at(day, hour, minute), End: at(day, hour, minute).Add(30 * time.Minute)}
	}
	one := event.Session{ID: "s", TimeZone: "Asia/Seoul", Slots: []event.Interval{half(29, 1, 0), half(29, 1, 30), half(29, 2, 0), half(29, 2, 30)}}
	two := one
	two.Slots = append(slices.Clone(one.Slots), half(30, 1, 0))
	current := func(choices []choice) string {
		for _, c := range choices {
			if c.Current {
				return c.Value + " " + c.Name
			}
		}
		return ""
	}
	for _, c := range []struct {
		session            event.Session
		now                time.Time
		first              string // of the address
		said, late, leaves string
		days               int
	}{
		{one, at(29, 1, 37), "", " It is 10:37: from 11:00 on", "3 11:30", "1 10:30", 0},
		{one, at(29, 1, 5), "", " It is 10:05: from 10:30 on", "2 11:00", "", 0},
		{one, at(29, 2, 40), "", " It is 11:40: the last meetings have begun", "", "3 11:30", 0},
		{one, at(28, 1, 37), "", " Not under way: change any", "1 10:30", "", 0},
		{one, at(28, 1, 37), "2", "2 From 11:00 on", "3 11:30", "2 11:00", 0},
		{two, at(29, 1, 37), "", " It is Thursday, 29 October 2026 10:37: from Thursday, 29 October 2026 11:00 on", "3 Thursday, 29 October 2026 11:30", "1 Thursday, 29 October 2026 10:30", 2},
	} {
		ev := &event.Event{ID: "e", Sessions: []event.Session{c.session}}
		r := &request{site: &site{Options: Options{Clock: func() time.Time { return c.now }}}, voice: lang.New("en")}
		ask, err := r.mendAsk(ev, url.Values{"first": {c.first}})
		if err != nil {
			t.Fatal(err)
		}
		n := mending.NewNames(event.NewIndex(ev), ask.session, r.voice)
		late, leaves, days := r.spans(n, ask)
		if got := current(r.firsts(n, ask)); got != c.said {
			t.Errorf("%v: %q, want %q", c.now, got, c.said)
		}
		if current(late) != c.late || current(leaves) != c.leaves || len(days) != c.days {
			t.Errorf("%v: late %q, leaves %q, %v", c.now, current(late), current(leaves), days)
		}
	}
	r := &request{site: &site{Options: Options{Clock: time.Now}}, voice: lang.New("en")}
	for _, q := range []url.Values{{"first": {"5"}}, {"first": {"x"}}, {"what": {"{"}}} {
		if _, err := r.mendAsk(&event.Event{Sessions: []event.Session{one}}, q); !errors.Is(err, errForeign) {
			t.Errorf("%v: %v", q, err)
		}
	}
}

func TestNumbersAreMadeToBeDialled(t *testing.T) {
	for phone, want := range map[string]string{"+82-55-000-0001": "+82550000001", "(055) 12 34": "0551234", "": "", "ext": "", "1": ""} {
		if got := phoneDigits(phone); got != want {
			t.Errorf("%q becomes %q, want %q", phone, got, want)
		}
	}
}
