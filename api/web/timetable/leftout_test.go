package timetable

import (
	"slices"
	"testing"

	"sangdam/event"
	"sangdam/internal/plan"
)

func TestLeftOutIsReadInPartsAndMissesNothing(t *testing.T) {
	s, waiting := fairs()
	p := NewPalette(s.Index.Event(), nil, s.Voice.Text, "others")
	seen := map[Pairing]bool{}
	q := LeftOutQuery{Words: "f00", Limit: 1000}
	for parts := 0; parts < 20; parts++ {
		list := NewLeftOut(s, slices.Values(waiting), q, p)
		if list.All != 90_000 || list.Total != 9_000 {
			t.Fatalf("%d of %d", list.Total, list.All)
		}
		for _, u := range list.Pairs {
			seen[Pairing{u.Firm, u.Buyer}] = true
		}
		if q.Offset = list.Next; list.Next == 0 {
			break
		}
	}
	if len(seen) != 9_000 {
		t.Errorf("%d pairs were shown, want 9,000", len(seen))
	}
}

func TestLeftOutBeginsWithMusts(t *testing.T) {
	s, p := changsha("ko", nil)
	ev := *s.Index.Event()
	last := s.Part.Unplaced[len(s.Part.Unplaced)-1]
	ev.Requests = append(slices.Clone(ev.Requests), event.Request{From: last.Firm, To: last.Buyer, Wish: event.Must})
	pairs, err := plan.Match(&ev)
	if err != nil {
		t.Fatal(err)
	}
	waiting, err := plan.Compile(&ev, pairs).Waiting("changsha", s.Part.Meetings)
	if err != nil {
		t.Fatal(err)
	}
	with := NewSource(event.NewIndex(&ev), s.Session, s.Part, nil, s.Voice)
	list := NewLeftOut(with, waiting.Ranked(), LeftOutQuery{Limit: 3}, p)
	if first := list.Pairs[0]; !first.Must || first.Firm != last.Firm || first.Buyer != last.Buyer {
		t.Errorf("the first is %+v", first)
	}
	if list.All != len(s.Part.Unplaced) {
		t.Errorf("%d pairs, want %d", list.All, len(s.Part.Unplaced))
	}
	sum := 0
	for _, r := range list.Reasons {
		if sum += r.Count; r.Why == string(r.Reason) {
			t.Errorf("%s is not explained", r.Reason)
		}
	}
	if sum != list.All {
		t.Errorf("the reasons add up to %d of %d", sum, list.All)
	}
}

func TestFirmsShortOfTheirMinimumComeFirst(t *testing.T) {
	s, _ := changsha("ru", nil)
	part := *s.Part
	text := event.Text{By: map[string]string{"ru": "нет столов"}}
	part.Shortfalls = []event.Shortfall{
		{Participant: "C01", Meetings: 0, MinMeetings: 3, Possible: 3, Why: text},
		{Participant: "F01", Meetings: 2, MinMeetings: 3, Possible: 3, Why: text},
		{Participant: "F02", Meetings: 1, MinMeetings: 3, Possible: 2, Why: text},
	}
	got := Shortfalls(NewSource(s.Index, s.Session, &part, nil, s.Voice))
	if got[0].ID != "F02" || !got[0].Proven || got[1].ID != "F01" || got[1].Proven || got[2].ID != "C01" || got[0].Why != "нет столов" {
		t.Errorf("got %+v", got)
	}
	if got[0].Name != "Сэон Композиты" {
		t.Errorf("the name is %q", got[0].Name)
	}
}
