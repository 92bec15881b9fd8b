package event

import (
	"reflect"
	"testing"
)

func TestResults(t *testing.T) {
	report := func(by string, edit func(*Outcome)) Outcome {
		o := Outcome{Session: "changsha", Firm: "F1", Buyer: "B1", ReportedBy: by}
		edit(&o)
		return o
	}
	held := func(o *Outcome) { o.Held = Some(true) }
	result := Result{Session: "changsha", Firm: "F1", Buyer: "B1"}
	tests := []struct {
		name     string
		outcomes []Outcome
		want     func(*Result)
	}{
		{"one report", []Outcome{report("firm", held)}, func(r *Result) { r.Reports, r.Held = 1, true }},
		{"held when not said", []Outcome{report("firm", func(*Outcome) {})}, func(r *Result) { r.Reports, r.Held = 1, true }},
		{"both report, counted once", []Outcome{report("firm", held), report("buyer", held)}, func(r *Result) { r.Reports, r.Held = 2, true }},
		{
			"not held never adds an amount",
			[]Outcome{
				report("firm", func(o *Outcome) {
					o.Held, o.ConsultedUSD, o.MOU, o.MOUUSD = Some(true), Some(5e5), Some(true), Some(1e6)
				}),
				report("buyer", func(o *Outcome) { o.Held = Some(false) }),
			},
			func(r *Result) { r.Reports, r.Disputed = 2, true },
		},
		{
			"the lower of two amounts",
			[]Outcome{
				report("firm", func(o *Outcome) { o.ConsultedUSD, o.ExpectedContractUSD, o.Rating = Some(5e5), Some(1e5), Some(5) }),
				report("buyer", func(o *Outcome) { o.ConsultedUSD, o.SignedUSD, o.Rating = Some(2e5), Some(7e4), Some(3) }),
			},
			func(r *Result) {
				r.Reports, r.Held, r.Ratings = 2, true, []int{5, 3}
				r.ConsultedUSD, r.ExpectedContractUSD, r.SignedUSD = 2e5, 1e5, 7e4
			},
		},
		{
			"an MOU that one side denies",
			[]Outcome{
				report("firm", func(o *Outcome) { o.MOU, o.MOUUSD = Some(true), Some(1e6) }),
				report("buyer", func(o *Outcome) { o.MOU = Some(false) }),
			},
			func(r *Result) { r.Reports, r.Held = 2, true },
		},
		{
			"an MOU of which one side says nothing",
			[]Outcome{
				report("firm", func(o *Outcome) { o.MOU, o.MOUUSD = Some(true), Some(1e6) }),
				report("buyer", held),
			},
			func(r *Result) { r.Reports, r.Held, r.MOU, r.MOUUSD = 2, true, true, 1e6 },
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			want := result
			tt.want(&want)
			got := (&Event{Outcomes: tt.outcomes}).Results()
			if !reflect.DeepEqual(got, []Result{want}) {
				t.Errorf("got  %+v\nwant %+v", got, want)
			}
		})
	}
}

func TestResultsKeepTheOrderOfTheFirstReport(t *testing.T) {
	ev := &Event{Outcomes: []Outcome{
		{Session: "s", Firm: "F2", Buyer: "B1"}, {Session: "s", Firm: "F1", Buyer: "B1"}, {Session: "s", Firm: "F2", Buyer: "B1"},
		{Session: "r", Firm: "F2", Buyer: "B1"},
	}}
	var got []string
	for _, r := range ev.Results() {
		got = append(got, r.Session+r.Firm)
	}
	if want := []string{"sF2", "sF1", "rF2"}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
