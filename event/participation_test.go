package event

import (
	"slices"
	"testing"
	"time"
)

// at returns a moment of one day in Changsha.
func at(hour, minute int) time.Time {
	return time.Date(2019, 10, 29, hour, minute, 0, 0, time.FixedZone("", 8*3600))
}

func halfHours(from, n int) []Interval {
	var slots []Interval
	for i := range n {
		slots = append(slots, Interval{at(from, 30*i), at(from, 30*i+30)})
	}
	return slots
}

func TestLimits(t *testing.T) {
	if got, want := (Participation{}).Limits(), (Limits{0, NoLimit, 1}); got != want {
		t.Errorf("absent limits: got %+v, want %+v", got, want)
	}
	p := Participation{MinMeetings: Some(2), MaxMeetings: Some(0), Parallel: Some(3)}
	if got, want := p.Limits(), (Limits{2, 0, 3}); got != want {
		t.Errorf("stated limits: got %+v, want %+v", got, want)
	}
}

func TestAvailable(t *testing.T) {
	s := &Session{Slots: halfHours(9, 4)}
	tests := []struct {
		name        string
		unavailable []Interval
		want        []bool
	}{
		{"always", nil, []bool{true, true, true, true}},
		{"ends where a slot starts", []Interval{{at(8, 0), at(9, 0)}}, []bool{true, true, true, true}},
		{"one minute of a slot", []Interval{{at(9, 29), at(9, 30)}}, []bool{false, true, true, true}},
		{"two intervals", []Interval{{at(9, 0), at(9, 10)}, {at(10, 10), at(12, 0)}}, []bool{false, true, false, false}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := (Participation{Unavailable: tt.unavailable}).Available(s); !slices.Equal(got, tt.want) {
				t.Errorf("participant: got %v, want %v", got, tt.want)
			}
			if got := (Interpreter{Unavailable: tt.unavailable}).Available(s); !slices.Equal(got, tt.want) {
				t.Errorf("interpreter: got %v, want %v", got, tt.want)
			}
		})
	}
}

func TestWhoTakesPart(t *testing.T) {
	ev := &Event{
		Sessions: []Session{{ID: "changsha", Country: "CN"}, {ID: "moscow", Country: "RU"}},
		Firms: []Firm{
			{ID: "everywhere"},
			{ID: "moscow-only", Sessions: map[string]Participation{"moscow": {MaxMeetings: Some(4)}}},
		},
		Buyers: []Buyer{
			{ID: "chinese", Country: "CN"},
			{ID: "russian", Country: "RU"},
			{ID: "traveller", Country: "CN", Sessions: map[string]Participation{"moscow": {}}},
		},
	}
	x := NewIndex(ev)
	want := map[string][]string{
		"changsha": {"everywhere", "chinese"},
		"moscow":   {"everywhere", "moscow-only", "russian", "traveller"},
	}
	for id, want := range want {
		s := x.Session(id)
		var got []string
		for _, f := range x.FirmsIn(s) {
			got = append(got, f.ID)
		}
		for _, b := range x.BuyersIn(s) {
			got = append(got, b.ID)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: got %v, want %v", id, got, want)
		}
	}
	if p, ok := ev.Firms[1].In(ev.Session("moscow")); !ok || p.Limits().Max != 4 {
		t.Errorf("limits of the firm's own participation: got %+v, %v", p, ok)
	}
	if ev.Session("osaka") != nil || x.Session("osaka") != nil || x.Firm("chinese") != nil || x.Buyer("everywhere") != nil {
		t.Error("found what is not there")
	}
}
